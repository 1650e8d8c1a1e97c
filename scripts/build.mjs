// Builds dist/: generated sources, lexicons, the command line and the library (ESM, cut into chunks so that each
// command loads what it needs), the browser-safe core, and the JSON schemas.
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {build} from 'esbuild';
import {leanEngine} from './build/lean-engine.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const dist = path.join(root, 'dist');
const {version} = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));

if (!process.argv.includes('--no-generate')) await import('./generate.mjs');

/** Packages that load files of their own at run time, or start threads from them: they cannot be bundled. */
const external = [
  'jiti',
  'write-file-atomic',
  'tinypool',
  'chokidar',
  'vscode-languageserver',
  'vscode-languageserver/*',
  'vscode-languageserver-textdocument',
  'vscode-uri',
];

const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
  define: {CALQUE_VERSION: JSON.stringify(version)},
};

/** Entry points by the file of dist/ that they become; those whose source does not exist are left out. */
const entries = Object.fromEntries(
  Object.entries({
    cli: 'src/cli/main.ts',
    index: 'src/index.ts',
    unified: 'src/unified/index.ts',
    worker: 'src/cli/worker.ts',
  }).filter(([, source]) => fs.existsSync(path.join(root, source))),
);

removeOld(path.join(dist, 'chunks'));
const [node] = await Promise.all([
  build({
    ...common,
    entryPoints: entries,
    outdir: dist,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    platform: 'node',
    external,
    plugins: [leanEngine],
    metafile: true,
    // CommonJS packages in the bundle call `require`, which ES modules lack.
    banner: {
      js: "import {createRequire as calqueCreateRequire} from 'node:module';const require=calqueCreateRequire(import.meta.url);",
    },
  }),
  fs.existsSync(path.join(root, 'src/core.ts')) &&
    build({
      ...common,
      entryPoints: {core: 'src/core.ts'},
      outdir: dist,
      platform: 'browser',
      target: 'es2022',
    }),
  lexicons(),
]);
removeUnused(
  path.join(dist, 'chunks'),
  new Set(Object.keys(node.metafile.outputs).map((file) => path.join(root, file))),
);
fs.chmodSync(path.join(dist, 'cli.js'), 0o755);
copySchemas();

async function lexicons() {
  const script = path.join(root, 'scripts/lexicon/build.mjs');
  const {buildLexicons} = await import(pathToFileURL(script).href);
  await buildLexicons(path.join(dist, 'resources'));
}

/** Chunks are named by their contents: those of earlier builds stay behind unless taken away. */
function removeOld(dir) {
  fs.mkdirSync(dir, {recursive: true});
}

function removeUnused(dir, used) {
  for (const name of fs.readdirSync(dir))
    if (!used.has(path.join(dir, name))) fs.rmSync(path.join(dir, name), {force: true});
}

function copySchemas() {
  const from = path.join(root, 'docs/schema');
  if (!fs.existsSync(from)) return;
  fs.mkdirSync(path.join(dist, 'schema'), {recursive: true});
  for (const name of fs.readdirSync(from))
    fs.copyFileSync(path.join(from, name), path.join(dist, 'schema', name));
}
