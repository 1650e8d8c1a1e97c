// Names who publishes calque, in all recipes and packages at once: `npm run publisher -- NAME`. Until then it is `OWNER`,
// and the field `repository` of package.json is where the name is looked up.
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Files that hold the address of the repository or the name of the action. */
export const files = [
  'package.json',
  'editors/vscode/package.json',
  'docs/pipelines.md',
  'docs/editors.md',
  'docs/install.md',
  'README.md',
];

/** The account in the address of the repository. */
export function publisherOf(folder = root) {
  const {repository} = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return /github\.com\/([^/]+)\//.exec(repository.url)?.[1];
}

/** A text with another publisher in its addresses, its actions and its images. */
export const renamed = (text, from, to) => text.replaceAll(`${from}/calque`, `${to}/calque`);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [name] = process.argv.slice(2);
  if (!/^[a-z\d](?:[a-z\d-]{0,37}[a-z\d])?$/i.test(name ?? '')) {
    console.error('usage: npm run publisher -- NAME, the account at GitHub that the repository is of');
    process.exit(2);
  }
  const from = publisherOf();
  for (const file of files) {
    const full = path.join(root, file);
    if (!fs.existsSync(full)) continue;
    const text = fs.readFileSync(full, 'utf8');
    const made = renamed(text, from, name);
    if (made === text) continue;
    fs.writeFileSync(full, made);
    console.log(`wrote ${file}`);
  }
}
