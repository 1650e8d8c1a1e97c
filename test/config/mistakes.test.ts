import {describe, expect, test} from 'vitest';
import {calque, folder, trace} from '../support/cli.js';

/** What a run says about this configuration. */
async function told(
  files: Readonly<Record<string, string>>,
  args: readonly string[] = ['a.txt'],
): Promise<string> {
  const result = await calque(args, {
    cwd: folder({'a.txt': 'Fine.\n', 'package.json': '{"type": "module"}', ...files}),
  });
  expect(result.code, result.stdout).toBe(2);
  expect(result.stdout).toBe('');
  expect(result.stderr).not.toMatch(trace);
  return result.stderr;
}

describe('every mistake is told once, with its place', () => {
  test('in YAML, all of them', async () => {
    const config = `extends: recomended
language: english_us
rules:
  punctuation/quote-directon: error
  punctuation/unpaired: [warn, {x: 1}]
  nams/*: off
  residue/ad-marker: 5
overides: []
overrides:
  - rules: {}
  - files: 3
    foo: 1
    rules:
      punctuation/spacin: off
maxFileSize: -1
plugins: [x]
`;
    expect(await told({'.calquerc.yaml': config})).toBe(`\
.calquerc.yaml:1:10: extends: there is no preset, file or package “recomended” (did you mean “recommended”?); presets are recommended, strict and off, and a path begins with ./
.calquerc.yaml:2:11: language: is “english_us”, but must be a language tag such as “en” or “pt-BR”
.calquerc.yaml:4:3: rules: there is no rule “punctuation/quote-directon” (did you mean “punctuation/quote-direction”?)
.calquerc.yaml:5:26: rules.punctuation/unpaired[0]: the severity is “warn”, but must be off, info, warning or error (did you mean “warning”?)
.calquerc.yaml:6:3: rules: there is no rule “nams/*” (did you mean “names/*”?)
.calquerc.yaml:7:22: rules.residue/ad-marker: is 5, but must be off, info, warning or error, or a list of that and options
.calquerc.yaml:8:1: there is no key “overides” (did you mean “overrides”?)
.calquerc.yaml:10:5: overrides[0]: lacks “files”
.calquerc.yaml:11:12: overrides[1].files: is 3, but must be a text, or a list of texts
.calquerc.yaml:12:5: overrides[1]: there is no key “foo”; there are: files, format, rules, language, sourceLanguage, locale, source, fields, dictionaries, ignoreText
.calquerc.yaml:14:7: overrides[1].rules: there is no rule “punctuation/spacin” (did you mean “punctuation/spacing”?)
.calquerc.yaml:15:14: maxFileSize: is -1, but must be at least 1
.calquerc.yaml:16:1: plugins: only a JavaScript or TypeScript configuration can have them, since they are code
calque: 13 mistakes in the configuration
`);
  });

  test('in JSON', async () => {
    const config =
      '{\n  "rules": {\n    "punctuation/dashes": ["warning", {"hyphens": "yes", "more": 1}],\n    "residue/ad-marker": ["error", {"x": 1}]\n  }\n}\n';
    expect(await told({'calque.config.json': config})).toBe(`\
calque.config.json:3:51: rules.punctuation/dashes.hyphens: is “yes”, but must be "never", "mixed" or "always"
calque.config.json:3:58: rules.punctuation/dashes: there is no key “more”; there are: hyphens
calque.config.json:4:36: rules.residue/ad-marker: takes no options
calque: 3 mistakes in the configuration
`);
  });

  test('in package.json, at the place in that file', async () => {
    const manifest = '{\n  "name": "x",\n  "calque": {\n    "langage": "en"\n  }\n}\n';
    expect(await told({'package.json': manifest})).toMatch(
      /^calque: package\.json:4:5: there is no key “langage” \(did you mean “language”\?\)/,
    );
  });

  test('once, for however many files it holds', async () => {
    const files = Object.fromEntries(
      Array.from({length: 200}, (_, i) => [`articles/${i % 7}/${i}.txt`, 'Fine.\n']),
    );
    expect(await told({...files, '.calquerc.json': '{"rules": 1}'}, ['articles'])).toBe(
      'calque: .calquerc.json:1:11: rules: is 1, but must be a map of keys to values\n',
    );
  });

  test('of several configurations at once', async () => {
    const stderr = await told(
      {'x/.calquerc': 'foo: 1\n', 'y/.calquerc': 'rules: []\n', 'x/a.txt': 'a', 'y/a.txt': 'a'},
      ['x', 'y'],
    );
    expect(stderr).toMatch(
      /^x\/\.calquerc:1:1: there is no key “foo”.*\ny\/\.calquerc:1:8: rules: is a list, but must be a map of keys to values\ncalque: 2 mistakes in the configuration\n$/,
    );
  });
});

describe('broken files', () => {
  test('YAML syntax', async () => {
    expect(await told({'.calquerc.yaml': 'rules: {a: b\nlanguage: [\n'})).toMatch(
      /^\.calquerc\.yaml:2:1: .*\n\.calquerc\.yaml:3:1: .*\ncalque: 2 mistakes/,
    );
  });

  test('a key that is there twice', async () => {
    expect(await told({'.calquerc.yaml': 'language: en\nlanguage: de\n'})).toBe(
      'calque: .calquerc.yaml:2:1: map keys must be unique\n',
    );
  });

  test('aliases that multiply', async () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 12; i++)
      lines.push(
        `a${i}: &a${i} [${Array(10)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );
    expect(await told({'.calquerc.yaml': `${lines.join('\n')}\n`})).toMatch(
      /^calque: \.calquerc\.yaml:1:1: excessive alias count/,
    );
  });

  test.each([
    ['', undefined],
    ['# nothing but a comment\n', undefined],
    ['just text\n', 'the configuration must be a map of keys to values'],
    ['- a\n- list\n', 'the configuration must be a map of keys to values'],
  ])('%j', async (text, message) => {
    if (message === undefined) {
      const result = await calque(['a.txt'], {cwd: folder({'a.txt': 'Fine.\n', '.calquerc': text})});
      expect(result).toMatchObject({code: 0, stderr: ''});
    } else expect(await told({'.calquerc': text})).toBe(`calque: .calquerc:1:1: ${message}\n`);
  });

  test('JavaScript with a syntax error, that throws, or exports nothing', async () => {
    expect(await told({'calque.config.mjs': 'export default {\n  rules: {,}\n};\n'})).toBe(
      "calque: calque.config.mjs:2:1: cannot be loaded: Unexpected token ','\n",
    );
    expect(await told({'calque.config.js': 'export default {\n  rules: {,}\n};\n'})).toBe(
      "calque: calque.config.js:2:1: cannot be loaded: Unexpected token ','\n",
    );
    expect(await told({'calque.config.mjs': 'const x = 1;\n  throw new Error("no luck");\n'})).toBe(
      'calque: calque.config.mjs:2:9: cannot be loaded: no luck\n',
    );
    expect(await told({'calque.config.ts': 'const x: number = 1;\nexport default {a: \n'})).toMatch(
      /^calque: calque\.config\.ts:\d+:\d+: cannot be loaded: .+\n$/,
    );
    expect(await told({'calque.config.mjs': 'export const x = 1;\n'})).toBe(
      'calque: calque.config.mjs:1:1: the configuration must be a map of keys to values: export it as default\n',
    );
  });

  test('two configurations in one folder', async () => {
    expect(await told({'.calquerc.yaml': '', 'calque.config.json': '{}'})).toMatch(
      /^calque: .*: \.calquerc\.yaml and calque\.config\.json both configure this folder: keep one of them\n$/,
    );
  });
});

describe('what it extends', () => {
  test('a circle, a missing file, code from data', async () => {
    const stderr = await told({
      '.calquerc.yaml': 'extends: [./b.yaml, ./none.yaml, ./code.mjs, no-such-package]\n',
      'b.yaml': 'extends: ./.calquerc.yaml\n',
      'code.mjs': 'export default {};\n',
    });
    expect(stderr).toBe(`\
.calquerc.yaml: extends itself: .calquerc.yaml → b.yaml → .calquerc.yaml
.calquerc.yaml:1:21: extends: there is no preset, file or package “./none.yaml”; presets are recommended, strict and off, and a path begins with ./
.calquerc.yaml:1:34: extends: “./code.mjs” is JavaScript, and .calquerc.yaml runs no code: use calque.config.js for it
.calquerc.yaml:1:46: extends: there is no preset, file or package “no-such-package”; presets are recommended, strict and off, and a path begins with ./
calque: 4 mistakes in the configuration
`);
  });
});

describe('dictionaries', () => {
  test('a missing one', async () => {
    const config = 'dictionaries: [words.yml]\noverrides:\n  - files: "*.md"\n    dictionaries: [more]\n';
    expect(await told({'.calquerc.yaml': config})).toBe(`\
.calquerc.yaml:1:16: dictionaries: there is no dictionary “words.yml”
.calquerc.yaml:4:20: overrides[0].dictionaries: there is no dictionary “more”
calque: 2 mistakes in the configuration
`);
  });

  test('mistakes in one, with their places', async () => {
    const dictionary =
      'kind: term\nentries:\n  - phrase: one\n    replase: two\n  - phrase: ""\n  - phrase: "(a|b"\n';
    const stderr = await told({'.calquerc.yaml': 'dictionaries: [words.yml]\n', 'words.yml': dictionary});
    expect(stderr).toMatch(/words\.yml:4:/);
    expect(stderr).toMatch(/words\.yml:5:/);
    expect(stderr).not.toMatch(trace);
  });
});

describe('plugins', () => {
  test('that are none', async () => {
    const config = `export default {plugins: ['x', {rules: 1}, {name: 'p', rules: [{meta: {id: 'Desk'}}, null]}]};\n`;
    expect(await told({'calque.config.mjs': config})).toBe(`\
calque.config.mjs: plugins[0]: is the text “x”: import the plugin and put the object here
calque.config.mjs: plugins[1]: has no name
calque.config.mjs: plugins[1]: its rules must be a list
calque.config.mjs: plugins[2] (p): the rule id “Desk” is not of the form family/name
calque.config.mjs: plugins[2] (p): the rule Desk has no function create
calque.config.mjs: plugins[2] (p): the rule Desk has no messages
calque.config.mjs: plugins[2] (p): the rule Desk has no severity info, warning or error
calque.config.mjs: plugins[2] (p): the rule Desk has no MQM category that calque knows (“undefined”)
calque.config.mjs: plugins[2] (p): a rule has no meta
calque: 9 mistakes in the configuration
`);
  });
});
