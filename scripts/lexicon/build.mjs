// Builds the lexicons that calque loads at run time. Deterministic; a result is kept in node_modules/.cache/calque
// under a name made from the contents of its inputs, so an unchanged lexicon costs a file copy.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {transform} from 'esbuild';
import {buildEnglish, englishInputs} from './english.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const hashSource = path.join(root, 'src/text/hash.ts');

const lexicons = [{file: 'lexicon-en.bin', inputs: englishInputs, build: buildEnglish}];

/**
 * @param {string} outDir where the `.bin` files go, e.g. dist/resources
 * @returns {Promise<string[]>} the files written or found up to date
 */
export async function buildLexicons(outDir) {
  fs.mkdirSync(outDir, {recursive: true});
  const scripts = fs
    .readdirSync(here)
    .filter((file) => file.endsWith('.mjs'))
    .sort();
  const common = [hashSource, ...scripts.map((file) => path.join(here, file))];
  const out = [];
  let hash;
  for (const {file, inputs, build} of lexicons) {
    const key = digest([...common, ...inputs(root)]);
    const cached = path.join(root, 'node_modules/.cache/calque', `${path.parse(file).name}-${key}.bin`);
    if (!fs.existsSync(cached)) {
      hash ??= (await loadTypeScript(hashSource)).hashOf;
      writeWhole(cached, await build(root, hash));
    }
    const target = path.join(outDir, file);
    fs.copyFileSync(cached, target);
    out.push(target);
  }
  return out;
}

function digest(files) {
  const sum = crypto.createHash('sha256');
  for (const file of files) sum.update(fs.readFileSync(file)).update('\0');
  return sum.digest('hex').slice(0, 16);
}

/** Writes beside the target and renames, so that a build cut short leaves no half file in the cache. */
function writeWhole(file, bytes) {
  fs.mkdirSync(path.dirname(file), {recursive: true});
  fs.writeFileSync(`${file}.${process.pid}`, bytes);
  fs.renameSync(`${file}.${process.pid}`, file);
}

/** The build must hash words exactly as the program does, so it runs the program's own function. */
async function loadTypeScript(file) {
  const {code} = await transform(fs.readFileSync(file, 'utf8'), {
    loader: 'ts',
    format: 'esm',
    target: 'node20',
  });
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const file of await buildLexicons(path.join(root, 'dist/resources'))) {
    console.log(`${path.relative(root, file)} ${fs.statSync(file).size} bytes`);
  }
}
