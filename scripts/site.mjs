// Writes the page as static files into `site/`, or where the first argument says: any web server can serve them.
//
//   npm run build && npm run site [-- FOLDER]
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const to = path.resolve(process.argv[2] ?? path.join(root, 'site'));
const from = path.join(root, 'dist/site');
if (!fs.existsSync(path.join(from, 'main.js'))) {
  console.error('dist/site is missing: run `npm run build` first');
  process.exit(1);
}
fs.cpSync(from, to, {recursive: true});
fs.cpSync(path.join(root, 'dist/resources'), path.join(to, 'resources'), {
  recursive: true,
  // The page has these in its code.
  filter: (file) => !['phrases.bin', 'page-lines.bin'].includes(path.basename(file)),
});
console.log(`wrote ${path.relative(process.cwd(), to) || '.'}`);
