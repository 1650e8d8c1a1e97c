// Word lists under dictionaries/foreign: one entry a line, `#` begins a comment.
import fs from 'node:fs';
import path from 'node:path';

export function readList(file) {
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*$/, '').trim())
    .filter(Boolean);
}

/** The folder of an installed package; `exports` of a package may hide its package.json from `require.resolve`. */
export function packageFolder(root, name) {
  return path.join(root, 'node_modules', name);
}
