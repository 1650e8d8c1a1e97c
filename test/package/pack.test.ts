import fs from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {folder, run} from '../support/cli.js';
import {root} from '../support/resources.js';

const tsc = [
  path.join(root, 'node_modules/typescript/bin/tsc'),
  '--strict',
  '--noEmit',
  '--target',
  'es2022',
  '--module',
  'nodenext',
  '--exactOptionalPropertyTypes',
  '--typeRoots',
  path.join(root, 'node_modules/@types'),
  '--types',
  'node',
];

/** The package as a user gets it: packed, and installed in an empty folder. */
describe('the packed package', () => {
  let cwd = '';
  let files: string[] = [];

  beforeAll(async () => {
    cwd = folder({
      'package.json': '{"private": true, "type": "module"}',
      'a.txt': 'The council met.\n\n[ad_1]\n\nIt will meet again.\n',
    });
    const pack = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', cwd], {
      cwd: root,
    });
    const [packed] = JSON.parse(pack.stdout) as [{filename: string; files: {path: string}[]}];
    files = packed.files.map((file) => file.path);
    const install = await run(
      'npm',
      ['install', '--no-audit', '--no-fund', '--prefer-offline', path.join(cwd, packed.filename)],
      {cwd},
    );
    expect(install.code, install.stderr).toBe(0);
  }, 240_000);

  test('holds what a user needs, and nothing else', () => {
    for (const needed of [
      'package.json',
      'README.md',
      'LICENSE',
      'THIRD_PARTY_NOTICES',
      'dist/cli.js',
      'dist/index.js',
      'dist/core.js',
      'dist/unified.js',
      'dist/resources/phrases.bin',
      'dist/resources/page-lines.bin',
      'dist/resources/lexicon-en.bin',
      'dist/resources/places.bin',
      'dist/schema/config.schema.json',
    ]) {
      expect(files).toContain(needed);
    }
    expect(
      files.filter(
        (file) =>
          /^(src|rules|test|scripts|dictionaries|samples|bench|editors|docs\/images)/.test(file) ||
          /\.(map|cache)$/.test(file),
      ),
    ).toEqual([]);
  });

  test('installs little beside itself', () => {
    const modules = path.join(cwd, 'node_modules');
    const installed = fs
      .readdirSync(modules)
      .flatMap((name) =>
        name.startsWith('@')
          ? fs.readdirSync(path.join(modules, name)).map((one) => `${name}/${one}`)
          : [name],
      )
      .filter((name) => !name.startsWith('.'));
    expect(installed.length).toBeLessThan(20);
    expect(installed).not.toContain('unified');
  });

  test('lints from the command line', async () => {
    const bin = path.join(cwd, 'node_modules/.bin/calque');
    const {version} = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(await run(bin, ['--version'], {cwd})).toMatchObject({stdout: `${version}\n`, code: 0});
    const result = await run(bin, ['a.txt'], {cwd});
    expect(result.stdout).toContain('residue/ad-marker');
    expect(result.code).toBe(1);
    expect((await run(bin, ['a.txt', '--fix'], {cwd})).code).toBe(0);
    expect(fs.readFileSync(path.join(cwd, 'a.txt'), 'utf8')).not.toContain('[ad_1]');
  });

  test('is imported by programs, whole and as the core', async () => {
    const program = `
      import {lintText, defineRule, version} from 'calque';
      import {createLinter} from 'calque/core';
      import calque from 'calque/unified';
      import {createRequire} from 'node:module';
      const schema = createRequire(import.meta.url)('calque/schema/config.schema.json');
      const {findings} = await lintText('One.\\n\\n[ad_1]\\n\\nTwo.\\n', {config: false});
      const linter = await createLinter();
      console.log(JSON.stringify([version, findings.map((f) => f.rule), linter.lint('[ad_1]').findings.length, typeof defineRule, typeof calque, schema.title]));
    `;
    fs.writeFileSync(path.join(cwd, 'program.js'), program);
    const result = await run(process.execPath, ['program.js'], {cwd});
    expect(result.stderr).toBe('');
    expect(JSON.parse(result.stdout)).toEqual([
      expect.any(String),
      ['residue/ad-marker'],
      1,
      'function',
      'function',
      'calque configuration',
    ]);
  });

  test.skipIf(!fs.existsSync(path.join(root, 'dist/types')))(
    'has types that a strict program can use',
    async () => {
      const program = `
      import {type Config, defineConfig, defineRule, type Finding, hashOf, lintFiles, lintText, TokenFlag} from 'calque';
      import {createLinter} from 'calque/core';
      export const config: Config = defineConfig({rules: {'residue/ad-marker': 'info'}});
      export const rule = defineRule({
        meta: {id: 'desk/x', description: 'x', mqm: 'markup', severity: 'info', recommended: false, messages: {a: 'b'}},
        create: (context) => ({
          word(token) {
            const {hashes, flags, starts, ends} = context.text.tokens;
            if (hashes[token] !== hashOf('shall') || flags[token]! & TokenFlag.AllCaps) return;
            context.report({messageId: 'a', start: starts[token]!, end: ends[token]!});
          },
        }),
      });
      export const findings: readonly Finding[] = (await lintText('x')).findings;
      for await (const file of lintFiles('.')) console.log(file.path, file.findings.length);
      export const linter = await createLinter();
    `;
      fs.writeFileSync(path.join(cwd, 'program.ts'), program);
      const result = await run(process.execPath, [...tsc, 'program.ts'], {cwd});
      expect(result.stdout).toBe('');
    },
  );

  test.skipIf(!fs.existsSync(path.join(root, 'dist/types')))(
    'has types for unified beside unified',
    async () => {
      const args = ['install', '--no-save', '--no-audit', '--no-fund', '--prefer-offline', 'unified@11'];
      const install = await run('npm', args, {cwd});
      expect(install.code, install.stderr).toBe(0);
      const program = `
      import calque from 'calque/unified';
      import {unified} from 'unified';
      const file = await unified().use(calque, {config: false}).process('x');
      export const penalty: number | undefined = file.data.calque?.score.penalty;
    `;
      fs.writeFileSync(path.join(cwd, 'plugin.ts'), program);
      const result = await run(process.execPath, [...tsc, 'plugin.ts'], {cwd});
      expect(result.stdout).toBe('');
    },
    240_000,
  );

  test('a plugin in a tarball of its own brings a rule and a preset', async () => {
    const plugin = folder({
      'package.json': JSON.stringify({
        name: 'calque-plugin-desk',
        version: '2.0.0',
        type: 'module',
        exports: {'.': './index.js', './strict': './strict.js'},
        peerDependencies: {calque: '*'},
      }),
      'index.js': `
        import {defineRule} from 'calque';
        export const shout = defineRule({
          meta: {id: 'desk/shout', description: 'Finds shouting', mqm: 'style', severity: 'warning', recommended: false, messages: {shout: 'No shouting'}},
          create: (context) => ({mark: {chars: '!', on: (token) => context.report({messageId: 'shout', start: context.text.tokens.starts[token], end: context.text.tokens.ends[token]})}}),
        });
        export default {name: 'desk', version: '2.0.0', rules: [shout]};
      `,
      'strict.js': `import desk from './index.js';\nexport default {plugins: [desk], rules: {'desk/shout': 'error'}};\n`,
    });
    const packed = await run('npm', ['pack', '--json', '--pack-destination', cwd], {cwd: plugin});
    const [{filename}] = JSON.parse(packed.stdout) as [{filename: string}];
    const install = await run(
      'npm',
      ['install', '--no-audit', '--no-fund', '--prefer-offline', path.join(cwd, filename)],
      {cwd},
    );
    expect(install.code, install.stderr).toBe(0);
    fs.writeFileSync(
      path.join(cwd, 'calque.config.js'),
      `import {defineConfig} from 'calque';\nexport default defineConfig({extends: ['off', 'calque-plugin-desk/strict']});\n`,
    );
    fs.writeFileSync(path.join(cwd, 'b.txt'), 'Oh no! It rains.\n');
    const result = await run(path.join(cwd, 'node_modules/.bin/calque'), ['b.txt', '--format', 'json'], {
      cwd,
    });
    expect(result.stderr).toBe('');
    expect(JSON.parse(result.stdout)).toMatchObject({
      files: [{findings: [{rule: 'desk/shout', severity: 'error', start: 5, end: 6}]}],
    });
    expect(result.code).toBe(1);
  }, 120_000);
});
