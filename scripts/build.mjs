// Builds dist/: generated sources, lexicons, the command line and the library (ESM, cut into chunks so that each
// command loads what it needs), the browser-safe core, and the JSON schemas.
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {build} from 'esbuild';
import {cacheCompiledCode} from './build/code-cache.mjs';
import {contentDigest} from './build/content-digest.mjs';
import {external} from './build/external.mjs';
import {leanEngine} from './build/lean-engine.mjs';
import {writePageLines} from './build/page-lines.mjs';
import {writePhrases} from './build/phrases.mjs';
import {dataFromFiles, lazyModules, oneHotChunk} from './build/plugins.mjs';
import {buildQuantities} from './quantities/build.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const dist = path.join(root, 'dist');
const {version} = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));

if (!process.argv.includes('--no-generate')) await import('./generate.mjs');

const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  target: 'node20.19',
  // A fifth less to parse at every start.
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  define: {CALQUE_VERSION: JSON.stringify(version)},
};

const forNode = {
  ...common,
  outdir: dist,
  splitting: true,
  platform: 'node',
  external,
  metafile: true,
  // CommonJS packages in the bundle call `require`, which ES modules lack.
  banner: {
    js: "import {createRequire as calqueCreateRequire} from 'node:module';const require=calqueCreateRequire(import.meta.url);",
  },
};

/** Pages and workers alike: no package may ask for a document, which a worker has none of. */
const inBrowsers = {platform: 'browser', target: 'es2022', conditions: ['worker', 'browser']};

/** Everything that a run may need, and the modules of each command that are loaded when it is asked for. */
const program = {
  entryPoints: present({
    cli: 'src/cli/main.ts',
    worker: 'src/cli/worker.ts',
    'server-thread': 'src/editor/node/server-thread.ts',
  }),
  plugins: [leanEngine, dataFromFiles],
};
const resources = path.join(dist, 'resources');

fs.mkdirSync(path.join(dist, 'chunks'), {recursive: true});
const [{metafile}] = await Promise.all([
  build({...forNode, ...program, write: false}),
  lexicons(),
  writePhrases(root, resources),
]);
buildQuantities(resources);
writePageLines(root, resources);
// Known before the bundles are written, so that it can stand in them, and no start has to compute it.
const digest = contentDigest(root, [
  ...Object.keys(metafile.inputs).filter((file) => fs.existsSync(path.join(root, file))),
  ...fs.readdirSync(resources).map((name) => path.join('dist/resources', name)),
]);
forNode.define = {...common.define, CALQUE_BUILD: JSON.stringify(digest)};
const builds = await Promise.all([commandLine(), library(), core(), page(), codeMirror()]);
const written = builds.flatMap((result) => Object.keys(result?.metafile?.outputs ?? {}));
removeUnused(path.join(dist, 'chunks'), new Set(written.map((file) => path.join(root, file))));
fs.chmodSync(path.join(dist, 'cli.js'), 0o755);
copySchemas();
copyPages();

/** The command line and its worker: what every run needs in one chunk, all else loaded when it is asked for. */
async function commandLine() {
  const {entryPoints, plugins} = program;
  const lazy = lazyModules(metafile, root);
  if (entryPoints.worker) lazy.add(path.join(root, entryPoints.worker));
  const hot = oneHotChunk(path.join(root, 'src/cli/hot.ts'), lazy);
  const result = await build({
    ...forNode,
    entryPoints,
    chunkNames: 'chunks/[name]-[hash]',
    plugins: [...plugins, hot],
  });
  result.metafile.outputs[await cacheCompiledCode(result.metafile, 'src/cli/run.ts', root)] = {};
  return result;
}

/** What programs import. */
function library() {
  const entryPoints = present({index: 'src/index.ts', unified: 'src/unified/index.ts'});
  return build({
    ...forNode,
    entryPoints,
    chunkNames: 'chunks/lib-[name]-[hash]',
    plugins: [leanEngine, dataFromFiles],
  });
}

function core() {
  return build({
    ...common,
    entryPoints: {core: 'src/core.ts'},
    outdir: dist,
    ...inBrowsers,
  });
}

/** The page to paste a text into, and its worker; `calque serve` serves them. */
async function page() {
  const from = path.join(root, 'editors/web');
  const result = await build({
    ...common,
    entryPoints: {main: path.join(from, 'src/main.ts'), worker: path.join(from, 'src/worker.ts')},
    outdir: path.join(dist, 'site'),
    ...inBrowsers,
  });
  for (const name of ['index.html', 'page.css'])
    fs.copyFileSync(path.join(from, name), path.join(dist, 'site', name));
  return result;
}

/** The extension for CodeMirror, whose packages are those of the program that has the editor. */
function codeMirror() {
  return build({
    ...common,
    entryPoints: {codemirror: 'src/codemirror/index.ts'},
    outdir: dist,
    ...inBrowsers,
    external: ['@codemirror/*'],
  });
}

/** What calque says in other languages than English, without the white space. */
function copyCatalogues() {
  const from = path.join(root, 'catalogues');
  for (const name of fs.readdirSync(from)) {
    const catalogue = JSON.parse(fs.readFileSync(path.join(from, name), 'utf8'));
    fs.writeFileSync(path.join(resources, `catalogue-${name}`), JSON.stringify(catalogue));
  }
}

/** Without the entry points whose source does not exist. */
function present(entryPoints) {
  return Object.fromEntries(
    Object.entries(entryPoints).filter(([, source]) => fs.existsSync(path.join(root, source))),
  );
}

async function lexicons() {
  const script = path.join(root, 'scripts/lexicon/build.mjs');
  const {buildLexicons} = await import(pathToFileURL(script).href);
  await buildLexicons(resources);
  fs.copyFileSync(path.join(root, 'models/places.bin'), path.join(resources, 'places.bin'));
  copyCatalogues();
}

/** Chunks are named by their contents: those of earlier builds stay behind unless taken away. */
function removeUnused(dir, used) {
  for (const name of fs.readdirSync(dir))
    if (!used.has(path.join(dir, name))) fs.rmSync(path.join(dir, name), {force: true});
}

/** The pages of the rules, which editors open. */
function copyPages() {
  const from = path.join(root, 'rules');
  fs.cpSync(from, path.join(dist, 'rules'), {
    recursive: true,
    filter: (file) => !path.basename(file).startsWith('_') && (file.endsWith('.md') || !path.extname(file)),
  });
}

function copySchemas() {
  const from = path.join(root, 'docs/schema');
  if (!fs.existsSync(from)) return;
  fs.mkdirSync(path.join(dist, 'schema'), {recursive: true});
  for (const name of fs.readdirSync(from))
    fs.copyFileSync(path.join(from, name), path.join(dist, 'schema', name));
}
