// Writes every generated file of the repository: the rule index, compiled dictionaries, schemas, and the tables in
// the docs. `--check` writes nothing and fails when a file would change.
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const check = process.argv.includes('--check');
let stale = 0;

/** The steps, in order: each `scripts/generate/<step>.mjs` exports `generate(root)`, which returns one `{path, text}` or a list of them. */
const steps = [
  'romanization',
  'name-evidence',
  'page-lines',
  'spelling-model',
  'foreign-fragments',
  'countries',
  'places',
  'language-names',
  'locales',
  'rules',
  'rule-ids',
  'phrases',
  'schemas',
  'report-page',
  'docs',
  'languages',
  'cli',
  'man',
];

for (const step of steps) {
  const file = path.join(root, 'scripts/generate', `${step}.mjs`);
  if (!fs.existsSync(file)) continue;
  const {generate} = await import(pathToFileURL(file).href);
  for (const {path: target, text} of [await generate(root)].flat()) {
    const full = path.join(root, target);
    if (fs.existsSync(full) && fs.readFileSync(full, 'utf8') === text) continue;
    stale++;
    if (check) console.error(`${target} is stale: run \`npm run generate\``);
    else {
      fs.mkdirSync(path.dirname(full), {recursive: true});
      fs.writeFileSync(full, text);
      console.error(`wrote ${target}`);
    }
  }
}
if (check && stale > 0) process.exit(1);
