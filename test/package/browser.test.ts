import path from 'node:path';
import vm from 'node:vm';
import {build} from 'esbuild';
import {expect, test} from 'vitest';
import {root} from '../support/resources.js';

test('the core bundles for a browser, and needs nothing of Node', async () => {
  const result = await build({
    entryPoints: [path.join(root, 'src/core.ts')],
    bundle: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'calque',
    target: 'es2022',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const imported = Object.values(result.metafile.inputs).flatMap(({imports}) => imports.map((i) => i.path));
  expect(imported.filter((name) => name.startsWith('node:'))).toEqual([]);
  const code = result.outputFiles[0]?.text ?? '';
  expect(code).not.toMatch(/["']node:/);

  // A context has what the language has, and of a browser what is given here; nothing of Node.
  const context = vm.createContext({TextDecoder, TextEncoder, URL, atob, structuredClone});
  vm.runInContext(code, context);
  const run = `Promise.all([calque.createLinter({format: 'html'}), calque.createLinter()]).then(([html, text]) =>
    JSON.stringify([html.lint('<p>[ad_1]</p>').findings, text.fix('Title\\n\\n[ad_1]\\n\\nText goes on.\\n').text]))`;
  const [findings, fixed] = JSON.parse((await vm.runInContext(run, context)) as string) as [
    {rule: string; start: number}[],
    string,
  ];
  expect(findings).toMatchObject([{rule: 'residue/ad-marker', start: 3}]);
  expect(fixed).toBe('Title\n\nText goes on.\n');
});

test('the core as it is built reads every format where there is no page, as in Node', async () => {
  const core = (await import(path.join(root, 'dist/core.js'))) as typeof import('../../src/core.js');
  for (const [format, text] of [
    ['text', 'A&B [ad_1]'],
    ['markdown', 'A &amp; *B* [ad_1]'],
    ['html', '<p>A &amp; <b>B</b> [ad_1]</p>'],
  ] as const) {
    const {findings} = (await core.createLinter({format})).lint(text);
    expect(findings, format).toMatchObject([{rule: 'residue/ad-marker', text: '[ad_1]'}]);
    const read = await core.loadReader(format);
    expect(read(text).prose.replaceAll(' ', ''), format).toBe('A&B[ad_1]');
  }
});
