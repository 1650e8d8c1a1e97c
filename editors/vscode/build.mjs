// Bundles the extension with its language server: for desktops as a process of Node, for browsers as a worker.
// Needs what `npm run build` leaves in dist/ at the root of the repository.
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {noticesOf} from '../../scripts/build/notices.mjs';
import {dataFromFiles} from '../../scripts/build/plugins.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, '../..');
const dist = path.join(here, 'dist');
if (!fs.existsSync(path.join(root, 'dist/resources/phrases.bin'))) {
  console.error('There is no dist/resources at the root of the repository: run `npm run build` there first.');
  process.exit(1);
}
const {version} = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
for (const folder of ['server', 'web']) fs.rmSync(path.join(dist, folder), {recursive: true, force: true});

const common = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  define: {CALQUE_VERSION: JSON.stringify(version)},
};
const bundles = await Promise.all([
  build({
    ...common,
    entryPoints: {extension: 'src/extension.ts'},
    outdir: dist,
    outExtension: {'.js': '.cjs'},
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
  }),
  build({
    ...common,
    entryPoints: {server: 'src/server.ts', 'server-thread': '../../src/editor/node/server-thread.ts'},
    outdir: path.join(dist, 'server'),
    outExtension: {'.js': '.mjs'},
    chunkNames: 'chunks/[name]-[hash]',
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    plugins: [dataFromFiles],
    banner: {
      js: "import {createRequire as calqueCreateRequire} from 'node:module';const require=calqueCreateRequire(import.meta.url);",
    },
  }),
  build({
    ...common,
    entryPoints: {extension: 'src/extension-web.ts'},
    outdir: path.join(dist, 'web'),
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
  }),
  build({
    ...common,
    entryPoints: {server: '../../src/editor/browser.ts'},
    outdir: path.join(dist, 'web'),
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
  }),
]);
// Compiled packages of JavaScript keep their own names for modules, so the chunks must be read as such.
fs.writeFileSync(path.join(dist, 'server/package.json'), '{"type": "module"}\n');
copy('dist/resources', 'dist/server/resources');
copy('dist/rules', 'dist/server/rules');
copy('docs/schema/config.schema.json', 'schemas/config.schema.json');
copy('docs/schema/dictionary.schema.json', 'schemas/dictionary.schema.json');
copy('LICENSE', 'LICENSE.txt');
fs.writeFileSync(
  path.join(here, 'THIRD_PARTY_NOTICES.txt'),
  noticesOf(
    bundles.map(({metafile}) => metafile),
    here,
  ),
);

function copy(from, to) {
  fs.cpSync(path.join(root, from), path.join(here, to), {recursive: true});
}
