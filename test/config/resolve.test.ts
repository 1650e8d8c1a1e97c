import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {Project} from '../../src/config/project.js';
import {calque, folder} from '../support/cli.js';

async function rulesOf(cwd: string, file: string, options: ConstructorParameters<typeof Project>[0] = {}) {
  const {resolved} = await new Project({cwd, ...options}).settingsFor(path.join(cwd, file));
  return {
    ...resolved,
    severity: (id: string) => resolved.rules.get(id)?.severity,
    options: (id: string) => resolved.rules.get(id)?.options,
  };
}

describe('which configuration holds', () => {
  test('the nearest above the file, and it alone', async () => {
    const cwd = folder({
      '.calquerc.yaml': 'rules: {residue/ad-marker: info, punctuation/unpaired: off}\nlanguage: en-GB\n',
      'desk/calque.config.json': '{"rules": {"residue/ad-marker": "warning"}}',
    });
    const above = await rulesOf(cwd, 'a.txt');
    expect([
      above.severity('residue/ad-marker'),
      above.severity('punctuation/unpaired'),
      above.language,
    ]).toEqual(['info', undefined, 'en-GB']);
    const below = await rulesOf(cwd, 'desk/wire/a.txt');
    expect([
      below.severity('residue/ad-marker'),
      below.severity('punctuation/unpaired'),
      below.language,
    ]).toEqual(['warning', 'warning', 'en']);
    const none = await rulesOf(cwd, 'a.txt', {config: false});
    expect(none.severity('residue/ad-marker')).toBe('error');
    const named = await rulesOf(cwd, 'a.txt', {config: 'desk/calque.config.json'});
    expect(named.severity('residue/ad-marker')).toBe('warning');
  });

  test.each(['.calquerc', '.calquerc.yaml', '.calquerc.yml', '.calquerc.json', 'calque.config.json'])(
    '%s',
    async (name) => {
      expect((await rulesOf(folder({[name]: '{"language": "en-AU"}'}), 'a.txt')).language).toBe('en-AU');
    },
  );

  test.each(['calque.config.js', 'calque.config.mjs', 'calque.config.ts', 'calque.config.mts'])(
    '%s',
    async (name) => {
      const cwd = folder({
        'package.json': '{"type": "module"}',
        [name]: `const language${name.endsWith('ts') ? ': string' : ''} = 'en-AU';\nexport default {language};\n`,
      });
      expect((await rulesOf(cwd, 'a.txt')).language).toBe('en-AU');
    },
  );

  test('package.json counts only with the key', async () => {
    const cwd = folder({
      'package.json': '{"calque": {"language": "en-AU"}}',
      'sub/package.json': '{"keywords": ["calque"]}',
    });
    expect((await rulesOf(cwd, 'sub/a.txt')).language).toBe('en-AU');
  });
});

describe('what counts more', () => {
  test('presets, own rules, overrides in order, and the caller last', async () => {
    const cwd = folder({
      '.calquerc.yaml': `
extends: strict
rules:
  residue/*: info
  residue/ad-marker: warning
overrides:
  - files: '*.md'
    rules: {residue/ad-marker: error, punctuation/dashes: [info, {hyphens: always}]}
    language: en-AU
  - files: [wire/**/*.md]
    rules: {residue/ad-marker: off, punctuation/dashes: error}
    sourceLanguage: lt
`,
    });
    const plain = await rulesOf(cwd, 'a.txt');
    expect([
      plain.severity('residue/ad-marker'),
      plain.severity('residue/boilerplate'),
      plain.language,
    ]).toEqual(['warning', 'info', 'en']);
    const md = await rulesOf(cwd, 'deep/a.md');
    expect([
      md.severity('residue/ad-marker'),
      md.severity('punctuation/dashes'),
      md.language,
      md.sourceLanguage,
    ]).toEqual(['error', 'info', 'en-AU', undefined]);
    const wire = await rulesOf(cwd, 'wire/x/a.md');
    expect([
      wire.severity('residue/ad-marker'),
      wire.severity('punctuation/dashes'),
      wire.sourceLanguage,
    ]).toEqual([undefined, 'error', 'lt']);
    // A severity alone keeps the options that were set before.
    expect(wire.options('punctuation/dashes')).toEqual({hyphens: 'always'});
    const forced = await rulesOf(cwd, 'wire/x/a.md', {
      rules: {'residue/ad-marker': 'info'},
      sourceLanguage: 'ru',
      preset: 'off',
    });
    expect([
      forced.severity('residue/ad-marker'),
      forced.sourceLanguage,
      forced.severity('punctuation/unpaired'),
    ]).toEqual(['info', 'ru', undefined]);
  });

  test('without extends, the recommended rules; with off, none but those named', async () => {
    const own = await rulesOf(folder({'.calquerc': 'rules: {punctuation/unpaired: error}'}), 'a.txt');
    expect([own.severity('punctuation/unpaired'), own.severity('residue/ad-marker')]).toEqual([
      'error',
      'error',
    ]);
    const few = await rulesOf(
      folder({'.calquerc': 'extends: off\nrules: {punctuation/unpaired: error}'.replace('off', '"off"')}),
      'a.txt',
    );
    expect([...few.rules.keys()]).toEqual(['punctuation/unpaired']);
  });

  test('a shared configuration in a file and in a package, its dictionaries beside it', async () => {
    const cwd = folder({
      '.calquerc.yaml': 'extends: [calque-config-desk/desk.yaml, ./house.json]\n',
      'house.json': '{"rules": {"residue/ad-marker": "info"}}',
      'node_modules/calque-config-desk/package.json': '{"name": "calque-config-desk", "version": "1.0.0"}',
      'node_modules/calque-config-desk/desk.yaml':
        'extends: strict\nlanguage: en-AU\ndictionaries: [words.yml]\nrules: {residue/ad-marker: warning}\n',
      'node_modules/calque-config-desk/words.yml':
        'kind: term\nentries:\n  - phrase: organisation of deputies\n    replace: parliament\n',
    });
    const resolved = await rulesOf(cwd, 'a.txt');
    expect([resolved.language, resolved.severity('residue/ad-marker')]).toEqual(['en-AU', 'info']);
    expect(resolved.dictionaries).toEqual([path.join(cwd, 'node_modules/calque-config-desk/words.yml')]);
  });

  test('unused and unknown directives are set like rules', async () => {
    expect(await rulesOf(folder({'.calquerc': 'reportUnusedDirectives: false'}), 'a.txt')).toMatchObject({
      unusedDirectives: 'off',
      unknownDirectives: 'warning',
    });
    expect(
      await rulesOf(
        folder({'.calquerc': 'rules: {directives/unused: error, directives/unknown-rule: info}'}),
        'a.txt',
      ),
    ).toMatchObject({unusedDirectives: 'error', unknownDirectives: 'info'});
  });
});

describe('code in configurations', () => {
  const evil =
    'import fs from "node:fs"; fs.writeFileSync(new URL("./ran", import.meta.url), ""); export default {language: "en-AU"};\n';

  test.each([
    ['the project’s own folder', '', 'work'],
    ['a folder between it and the working directory', 'work', 'work/deep'],
    ['the working directory', 'work', 'work'],
  ])('runs from %s', async (_, place, work) => {
    const cwd = folder({
      'package.json': '{}',
      [path.join(place, 'calque.config.mjs')]: evil,
      [path.join(work, 'x.txt')]: 'Fine.\n',
    });
    expect(await calque(['x.txt'], {cwd: path.join(cwd, work)})).toMatchObject({code: 0, stderr: ''});
    expect(fs.existsSync(path.join(cwd, place, 'ran'))).toBe(true);
    fs.rmSync(path.join(cwd, place, 'ran'));
    const without = await calque(['x.txt', '--no-code-config'], {cwd: path.join(cwd, work)});
    expect(without.stderr).toMatch(/ is not used: no configuration that is code is to run\n$/);
    expect(fs.existsSync(path.join(cwd, place, 'ran'))).toBe(false);
  });

  test('runs from no folder that is merely the working directory', async () => {
    const cwd = folder({'calque.config.mjs': evil, 'deep/calque.config.mjs': evil, 'deep/x.txt': 'Fine.\n'});
    const result = await calque(['.'], {cwd});
    expect(result.stderr).toMatch(/code is only run from a project \(a folder with package\.json or \.git\)/);
    expect(fs.existsSync(path.join(cwd, 'ran'))).toBe(false);
    expect(fs.existsSync(path.join(cwd, 'deep/ran'))).toBe(false);
    // A home is no project, whatever lies in it.
    fs.writeFileSync(path.join(cwd, 'package.json'), '{}');
    await calque(['.'], {cwd, env: {HOME: cwd}});
    expect(fs.existsSync(path.join(cwd, 'ran'))).toBe(false);
    await calque(['.'], {cwd});
    expect(fs.existsSync(path.join(cwd, 'ran'))).toBe(true);
  });

  test('runs from nowhere by way of a link', async () => {
    const top = folder({
      'other/package.json': '{}',
      'other/sub/calque.config.mjs': evil,
      'other/sub/a.txt': 'Fine.\n',
      'project/package.json': '{}',
      'project/b.txt': 'Fine.\n',
    });
    const cwd = path.join(top, 'project');
    fs.symlinkSync('../other/sub', path.join(cwd, 'link'));
    fs.symlinkSync('../other/sub/calque.config.mjs', path.join(cwd, 'calque.config.mjs'));
    for (const operand of ['link', 'link/a.txt', 'b.txt']) await calque([operand], {cwd});
    expect(fs.existsSync(path.join(top, 'other/sub/ran'))).toBe(false);
  });

  test.each([
    ['a folder outside', 'outside', {}],
    ['another repository inside', 'project/clone', {'project/clone/.git/HEAD': ''}],
    ['an installed package', 'project/node_modules/x', {}],
    ['a folder of articles below', 'project/wire/drop', {}],
  ])('does not run from %s; YAML there counts', async (_, place, more) => {
    const top = folder({
      'project/package.json': '{}',
      [`${place}/calque.config.mjs`]: evil,
      [`${place}/.calquerc.yaml`]: 'language: en-NZ\n',
      [`${place}/a.txt`]: 'Fine.\n',
      ...more,
    });
    const cwd = path.join(top, 'project');
    const result = await calque([path.join(top, place, 'a.txt')], {cwd});
    expect(result.stderr).toMatch(
      /^calque: .*calque\.config\.mjs is not used: code is only run from the project of the working directory\. YAML and JSON configurations are read everywhere\.\n$/,
    );
    expect(result.code).toBe(0);
    expect(fs.existsSync(path.join(top, place, 'ran'))).toBe(false);
    const printed = await calque(['--print-config', path.join(top, place, 'a.txt')], {cwd});
    expect(JSON.parse(printed.stdout)).toMatchObject({language: 'en-NZ'});
  });

  test('runs when it is named', async () => {
    const top = folder({'project/package.json': '{}', 'out/calque.config.mjs': evil, 'out/a.txt': 'Fine.\n'});
    const result = await calque(['--config', '../out/calque.config.mjs', '--print-config', '../out/a.txt'], {
      cwd: path.join(top, 'project'),
    });
    expect(JSON.parse(result.stdout)).toMatchObject({language: 'en-AU'});
  });

  test('a plugin’s rule is linted with, configured and told of', async () => {
    const plugin = `export default {name: 'desk', rules: [{
      meta: {id: 'desk/shout', description: 'x', mqm: 'style', severity: 'warning', recommended: false, messages: {shout: 'No shouting: {{n}} marks'}, schema: {type: 'object', additionalProperties: false, properties: {most: {type: 'integer'}}}, defaultOptions: {most: 2}},
      create(context) { let n = 0; return {mark: {chars: '!', on() { n++; }}, article() { if (n > context.options.most) context.report({messageId: 'shout', start: 0, end: 1, data: {n}}); }}; },
    }]};\n`;
    const cwd = folder({
      'package.json': '{}',
      'plugin.mjs': plugin,
      'calque.config.mjs': `import desk from './plugin.mjs';\nexport default {extends: 'off', plugins: [desk], rules: {'desk/shout': ['error', {most: 1}]}};\n`,
      'a.txt': 'Oh no! Oh no!\n',
    });
    const result = await calque(['a.txt'], {cwd});
    expect(result.stdout).toContain('No shouting: 2 marks  desk/shout');
    expect(result.code).toBe(1);
    fs.writeFileSync(
      path.join(cwd, 'calque.config.mjs'),
      `import desk from './plugin.mjs';\nexport default {plugins: [desk], rules: {'desk/shot': 'error', 'desk/shout': ['error', {most: 'x'}]}};\n`,
    );
    expect((await calque(['a.txt'], {cwd})).stderr).toBe(`\
calque.config.mjs: rules: there is no rule “desk/shot” (did you mean “desk/shout”?)
calque.config.mjs: rules.desk/shout.most: is “x”, but must be a whole number
calque: 2 mistakes in the configuration
`);
  });
});
