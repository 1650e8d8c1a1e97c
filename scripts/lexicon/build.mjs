// Builds the lexicons that calque loads at run time. Deterministic; a result is kept in node_modules/.cache/calque
// under a name made from the contents of its inputs, so an unchanged lexicon costs a file copy.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {importTs} from '../shared/import-ts.mjs';
import {buildEnglish, englishInputs} from './english.mjs';
import {buildLanguages, languageInputs} from './languages.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
/** The build must hash words exactly as the program does, so it runs the program's own functions. */
const programFiles = [
  'src/text/hash.ts',
  'src/lexicon/grams.ts',
  'src/lexicon/languages.ts',
  'src/lexicon/lexicon.ts',
];

/** In order: the second asks the first which words are English. */
const lexicons = [
  {file: 'lexicon-en.bin', inputs: englishInputs, build: (program) => buildEnglish(root, program.hashOf)},
  {
    file: 'languages.bin',
    inputs: (folder) => [...englishInputs(folder), ...languageInputs(folder)],
    build: (program, [english]) => {
      const lexicon = program.parseLexicon(fs.readFileSync(english));
      return buildLanguages(root, program, (hash) => lexicon.has(hash));
    },
  },
];

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
  const common = [
    ...programFiles.map((file) => path.join(root, file)),
    ...scripts.map((file) => path.join(here, file)),
  ];
  const out = [];
  let program;
  for (const {file, inputs, build} of lexicons) {
    const key = digest([...common, ...inputs(root)]);
    const cached = path.join(root, 'node_modules/.cache/calque', `${path.parse(file).name}-${key}.bin`);
    if (!fs.existsSync(cached)) {
      program ??= await importTs(root, ...programFiles);
      writeWhole(cached, build(program, out));
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const file of await buildLexicons(path.join(root, 'dist/resources'))) {
    console.log(`${path.relative(root, file)} ${fs.statSync(file).size} bytes`);
  }
}
