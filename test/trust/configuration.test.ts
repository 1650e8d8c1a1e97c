import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {afterAll, describe, expect, test} from 'vitest';
import {stringify} from 'yaml';
import {ConfigError} from '../../src/config/config-error.js';
import {loadConfig} from '../../src/config/load-config.js';
import {Project} from '../../src/config/project.js';
import {allRules} from '../../src/generated/rules.js';
import {folder} from '../support/cli.js';

const dir = folder({'house.yml': 'entries:\n  - phrase: left bank\n', 'base.json': '{"language": "en"}'});
afterAll(() => fs.rmSync(dir, {recursive: true, force: true}));

/** The same configurations in each run. */
const seed = 1;
const ids = allRules.map((rule) => rule.meta.id);
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    1e308,
    Number.NaN,
    '',
    '\0',
    '__proto__',
    [],
    {},
    [[]],
    '../..',
  ),
  fc.anything({maxDepth: 2, withNullPrototype: false}),
);
const orOdd = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({weight: 5, arbitrary: value}, {weight: 1, arbitrary: odd});
const severity = fc.constantFrom('off', 'info', 'warning', 'error', 'warn', 2);
const options = fc.dictionary(
  fc.constantFrom(...allRules.flatMap(({meta}) => Object.keys(meta.defaultOptions ?? {})), 'x', '__proto__'),
  orOdd(fc.oneof(fc.integer(), fc.boolean(), fc.string())),
  {maxKeys: 3},
);
const rules = fc.dictionary(
  fc.oneof(fc.constantFrom(...ids, 'names/*', '*', 'x/y', '__proto__', 'constructor'), fc.string()),
  orOdd(fc.oneof(severity, fc.tuple(severity, options))),
  {maxKeys: 4},
);
const language = fc.constantFrom('en', 'en-GB', 'lt', 'zz', 'english', 'EN', 'x-1');
const layer = {
  rules: orOdd(rules),
  language: orOdd(language),
  sourceLanguage: orOdd(language),
  dictionaries: orOdd(
    fc.array(fc.constantFrom('house.yml', './house.yml', 'none.yml', '/', '.', 'base.json')),
  ),
};
const overrides = fc.array(
  fc.record(
    {
      ...layer,
      files: orOdd(fc.constantFrom('*.txt', '**', '[', '{a,', '!(*', '\\')),
      format: orOdd(language),
    },
    {requiredKeys: []},
  ),
  {maxLength: 2},
);
const wild = fc.record(
  {
    ...layer,
    $schema: odd,
    extends: orOdd(
      fc.constantFrom(
        'strict',
        'off',
        './base.json',
        './none.json',
        './.calquerc.yaml',
        ['strict', 3],
        'yaml',
      ),
    ),
    overrides: orOdd(overrides),
    ignore: orOdd(fc.array(fc.constantFrom('a', '!a', '[', '\\', '/', '**'))),
    maxFileSize: odd,
    reportUnusedDirectives: orOdd(severity),
    baseline: odd,
    plugins: odd,
    ' ': odd,
  },
  {requiredKeys: []},
);

/** Without mistakes, or with few. */
const tame = fc.record(
  {
    extends: fc.constantFrom('strict', 'off', './base.json'),
    language: fc.constantFrom('en', 'en-GB', 'lt'),
    rules: fc.dictionary(fc.constantFrom(...ids), fc.constantFrom('off', 'info', 'error')),
    overrides: fc.array(fc.record({files: fc.constantFrom('*.txt', ['a/**']), rules}), {maxLength: 1}),
    dictionaries: fc.constant(['house.yml']),
  },
  {requiredKeys: []},
);
const config = fc.oneof(tame, wild);

/** A result, or a `ConfigError` that says where: nothing else. */
async function load(name: string, text: string): Promise<'made' | 'refused'> {
  const file = path.join(dir, name);
  fs.writeFileSync(file, text);
  const loaded = await loadConfig(file, (f) => path.relative(dir, f));
  for (const {message} of loaded.problems) expect(message).not.toBe('');
  try {
    const {linter} = await new Project({cwd: dir, config: file}).settingsFor(path.join(dir, 'a.txt'));
    expect(loaded.problems).toEqual([]);
    expect(linter).toBeDefined();
    return 'made';
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    expect(error.problems.length).toBeGreaterThan(0);
    return 'refused';
  }
}

describe('a configuration is read or refused with its mistakes, never a crash', () => {
  test('when it is JSON', async () => {
    const count = {made: 0, refused: 0};
    await fc.assert(
      fc.asyncProperty(config, async (value) => {
        count[await load('.calquerc.json', JSON.stringify(value, plain) ?? 'null')]++;
      }),
      {numRuns: 400, seed},
    );
    expect(count.made).toBeGreaterThan(10);
    expect(count.refused).toBeGreaterThan(100);
  });

  test('when it is YAML', async () => {
    await fc.assert(
      fc.asyncProperty(config, async (value) => {
        await load('.calquerc.yaml', stringify(JSON.parse(JSON.stringify(value, plain) ?? 'null')));
      }),
      {numRuns: 200, seed},
    );
  });

  test('when it is spoilt YAML', async () => {
    const spoil = fc.tuple(config, fc.nat(), fc.nat(30), fc.oneof(fc.string({unit: 'binary'}), yamlMarks));
    await fc.assert(
      fc.asyncProperty(spoil, async ([value, at, length, by]) => {
        const text = stringify(JSON.parse(JSON.stringify(value, plain) ?? 'null'));
        const place = at % (text.length + 1);
        await load('.calquerc.yaml', text.slice(0, place) + by + text.slice(place + length));
      }),
      {numRuns: 400, seed},
    );
  });

  test('when it is any text', async () => {
    const text = fc.array(fc.oneof(fc.string({unit: 'binary'}), yamlMarks)).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(text, async (source) => {
        await load('.calquerc.yaml', source);
        await load('calque.config.json', source);
        await load('package.json', source);
      }),
      {numRuns: 200, seed},
    );
  });
});

const yamlMarks = fc.constantFrom(
  ...[
    '\n',
    '\n  ',
    ': ',
    '- ',
    '\n- ',
    '? ',
    '&a ',
    '*a',
    '<<: *a',
    '!!js/function x',
    '!!binary x',
    '!!set ',
    '---\n',
  ],
  ...[
    '...\n',
    '%YAML 9\n',
    '{',
    '}',
    '[',
    ']',
    '|\n',
    '>-\n',
    '"',
    "'",
    '#',
    '\t',
    '\ufeff',
    '@',
    '`',
    '!<x> ',
    '~',
    'rules: ',
  ],
);

/** JSON has no functions, symbols and big numbers. */
function plain(_: string, value: unknown): unknown {
  return typeof value === 'bigint' || typeof value === 'symbol' ? String(value) : value;
}
