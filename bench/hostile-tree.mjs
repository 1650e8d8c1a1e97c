// Hostile folders, made from a seed: links of all kinds, pipes, odd names, ignore files and configurations, as a
// repository or a feed might carry them.
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {generator} from './hostile.mjs';

/** What lies outside of the folder, and must be neither told nor changed. */
export const secret = 'TOKEN-of-somebody-else';
export const article = 'The council met on Monday.\n\n[ad_1]\n\nIt will meet again.\n';

const names = ['a', 'b', 'deep', 'x y', '[z]', 'ž', '-o', '!n', '{q}', 'l\nn', '..a'];
const extensions = ['.txt', '.md', '.html', '.dat', '', '.TXT', '.docx'];
const patterns = [
  '*',
  '*.txt',
  'deep/',
  '!a.txt',
  '/a*',
  '**/b.*',
  '[',
  '\\',
  '**/a/**/b/**/c/**',
  '#x',
  ' ',
  '!',
  '../x',
];

/**
 * Fills `place/in` with a tree, beside `place/out`, which it leads to.
 *
 * @returns {{roots: string[]}} what to lint, relative to `place/in`
 */
export function hostileTree(place, seed, index) {
  const next = generator(seed * 1_000_003 + index);
  const pick = (list) => list[next(list.length)];
  const root = path.join(place, 'in');
  fs.mkdirSync(path.join(place, 'out'), {recursive: true});
  fs.mkdirSync(path.join(root, '.git'), {recursive: true});
  fs.writeFileSync(path.join(place, 'out', 'secret.txt'), `${article}\n${secret}\n`);
  fs.writeFileSync(path.join(place, 'out', 'secret'), `${secret}: 1\n`);
  fs.writeFileSync(path.join(root, '.git', 'config'), `${article}\n${secret}\n`);
  const folders = [root];
  const files = [];
  const free = (folder, name) => {
    const full = path.join(folder, name);
    return fs.lstatSync(full, {throwIfNoEntry: false}) === undefined ? full : undefined;
  };
  const leads = () =>
    pick([
      '../out/secret.txt',
      '../../out/secret.txt',
      path.join(place, 'out'),
      path.join(place, 'out', 'secret.txt'),
      path.join(place, 'out', 'secret'),
      '.git/config',
      '../.git/config',
      '/proc/self/environ',
      '/dev/zero',
      '/dev/stdin',
      '.',
      '..',
      'nowhere',
      ...files.map((file) => path.relative(root, file)),
      ...files,
    ]);
  for (let n = 4 + next(12); n > 0; n--) {
    const folder = pick(folders);
    const full = free(folder, pick(names) + pick(extensions));
    if (full === undefined) continue;
    switch (next(8)) {
      case 0:
        fs.mkdirSync(full);
        folders.push(full);
        break;
      case 1:
      case 2:
        fs.symlinkSync(leads(), full);
        break;
      case 3:
        if (files.length > 0) fs.linkSync(pick(files), full);
        break;
      case 4:
        if (next(4) === 0) spawnSync('mkfifo', [full]);
        break;
      default:
        fs.writeFileSync(full, next(5) === 0 ? 'PK\x03\x04 word/' : article);
        files.push(full);
    }
  }
  for (const name of ['.calqueignore', '.gitignore', '.calquerc.yaml', 'package.json', 'calque.config.mjs']) {
    if (next(4) > 0) continue;
    const full = free(pick(folders), name);
    if (full === undefined) continue;
    if (next(3) === 0) fs.symlinkSync(leads(), full);
    else fs.writeFileSync(full, contentOf(name, pick, next, place));
  }
  return {
    roots: next(2) === 0 ? ['.'] : [...fs.readdirSync(root).filter((name) => name !== '.git'), '**/*.txt'],
  };
}

function contentOf(name, pick, next, place) {
  if (name.endsWith('ignore')) return Array.from({length: 1 + next(3)}, () => pick(patterns)).join('\n');
  if (name === 'calque.config.mjs')
    return `import fs from 'node:fs'; fs.writeFileSync(${JSON.stringify(path.join(place, 'ran'))}, ''); export default {};`;
  const config = pick([
    {extends: path.join(place, 'out', 'secret')},
    {dictionaries: [path.join(place, 'out', 'secret')]},
    {dictionaries: ['/dev/zero']},
    {baseline: path.join(place, 'out', 'secret')},
    {extends: './.calquerc.yaml'},
    {ignore: [pick(patterns)]},
    {overrides: [{files: pick(patterns), format: 'markdown'}]},
    {overrides: [{files: '*.dat', format: 'text'}]},
    {extends: 'off'},
  ]);
  return JSON.stringify(name === 'package.json' ? {calque: config} : config);
}
