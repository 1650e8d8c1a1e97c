// Lets another program save and delete articles while `calque --fix` runs over them: nothing that it saved may be lost,
// and nothing that it deleted may come back.
//
//   npm run build && node bench/race.mjs [--files 2000] [--jobs 1] [--seed 1]
import {spawn} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {generator} from './hostile.mjs';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const argument = (name, otherwise) => {
  const i = process.argv.indexOf(name);
  return i < 0 ? otherwise : process.argv[i + 1];
};
const count = Number(argument('--files', 2000));
const jobs = argument('--jobs', '1');
const next = generator(Number(argument('--seed', 1)));

const article = (i, who) =>
  `Article ${i} of ${who}\n\nThe council met on Monday.\n\n[ad_1]\n\nIt will meet again.\n`;
const nameOf = (i) => `${i}.txt`;

function makeFolder() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'calque-race-'));
  for (let i = 0; i < count; i++) fs.writeFileSync(path.join(folder, nameOf(i)), article(i, 'the feed'));
  return folder;
}

function fix(folder) {
  const began = performance.now();
  return new Promise((resolve) => {
    const args = [cli, folder, '--no-config', '--fix', '--jobs', jobs, '--format', 'json'];
    const child = spawn(process.execPath, args, {stdio: ['ignore', 'pipe', 'pipe']});
    let out = '';
    child.stdout.on('data', (data) => {
      out += data;
    });
    child.stderr.resume();
    child.on('close', () => resolve({took: performance.now() - began, report: JSON.parse(out)}));
  });
}

// How long a run takes when nobody disturbs it.
const quiet = makeFolder();
const {took} = await fix(quiet);
fs.rmSync(quiet, {recursive: true});

const folder = makeFolder();
const order = Array.from({length: count}, (_, i) => i);
for (let i = count - 1; i > 0; i--) {
  const j = next(i + 1);
  [order[i], order[j]] = [order[j], order[i]];
}
const deleted = new Set(order.filter((_, k) => k % 50 === 49));
const running = fix(folder);
// The other half of the time is the start, when nothing is read yet.
const began = performance.now();
for (const [k, i] of order.entries()) {
  const due = took * (0.05 + (0.95 * k) / count);
  while (performance.now() - began < due) await new Promise((resolve) => setTimeout(resolve, 1));
  const file = path.join(folder, nameOf(i));
  if (deleted.has(i)) fs.rmSync(file);
  // Some programs write into the file, others put a new one in its place.
  else if (k % 2 === 0) fs.writeFileSync(file, article(i, 'the editor'));
  else {
    fs.writeFileSync(`${file}.part`, article(i, 'the editor'));
    fs.renameSync(`${file}.part`, file);
  }
}
const {report} = await running;

let lost = 0;
let back = 0;
let fixedAfter = 0;
for (let i = 0; i < count; i++) {
  const file = path.join(folder, nameOf(i));
  if (deleted.has(i)) {
    if (fs.existsSync(file)) back++;
    continue;
  }
  const text = fs.readFileSync(file, 'utf8');
  if (!text.startsWith(`Article ${i} of the editor\n`)) lost++;
  if (!text.includes('[ad_1]')) fixedAfter++;
}
const litter = fs.readdirSync(folder).filter((name) => !/^\d+\.txt$/.test(name));
const told = report.files.filter(({error}) => error !== undefined).length;
fs.rmSync(folder, {recursive: true});
console.log(
  `${count - deleted.size} saves and ${deleted.size} deletions during a run of ${(took / 1000).toFixed(1)} s with ${jobs} jobs: ` +
    `${lost} saves lost, ${back} deleted files back, ${litter.length} files left over; ` +
    `${told} files told as changed or deleted meanwhile, ${fixedAfter} saved texts fixed`,
);
process.exitCode = lost + back + litter.length > 0 ? 1 : 0;
