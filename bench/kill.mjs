// Kills runs that write (kill -9) at many moments: every article must be as it was or fixed whole; cache, baseline and
// report must be old, new or absent; a dictionary as it was or with the new name; and the next run must leave nothing
// lying about.
//
//   npm run build && node bench/kill.mjs [--moments 200] [--files 150]
import {spawn, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const argument = (name, otherwise) => {
  const i = process.argv.indexOf(name);
  return i < 0 ? otherwise : process.argv[i + 1];
};
const moments = Number(argument('--moments', 200));
const count = Number(argument('--files', 150));

const before = `The council met on Monday.\n\n[ad_1]\n\n${'It will meet again on Friday. '.repeat(400)}\n`;
const kinds = {
  fix: ['--fix'],
  cache: ['--cache'],
  baseline: ['--update-baseline', '--baseline', 'known.json'],
  report: ['-f', 'json:report.json'],
  dictionary: ['dictionary', 'add', 'Olena Hrytsak', 'Olena Gritsak', '--to', 'names.yml'],
};
/** A dictionary of a house, large enough that writing it takes a moment. */
const dictionary = `kind: name\nentries:\n${Array.from({length: 3000}, (_, i) => `  - phrase: Olena Hrytsak${i}\n`).join('')}`;
/** Files that runs write beside the articles, and how one sees that they are whole. */
const isJson = (text) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};
const written = {
  '.calquecache': (text) => text.startsWith('calque cache ') && text.endsWith('\n'),
  'known.json': isJson,
  'report.json': isJson,
  'names.yml': (text) => text === dictionary || text === added,
};

function makeFolder() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'calque-kill-'));
  for (let i = 0; i < count; i++) fs.writeFileSync(path.join(folder, `${i}.txt`), before);
  fs.writeFileSync(path.join(folder, 'names.yml'), dictionary);
  return folder;
}
const argsOf = (kind) =>
  kind === 'dictionary'
    ? [cli, ...kinds[kind]]
    : [cli, '.', '--no-config', '--exit-zero', '-q', ...kinds[kind]];
const whole = (folder, kind) => spawnSync(process.execPath, argsOf(kind), {cwd: folder, stdio: 'ignore'});

// When each kind of run begins to write, and when it ends, if nobody kills it.
const spans = {};
let after;
let added;
for (const kind of Object.keys(kinds)) {
  const folder = makeFolder();
  const began = performance.now();
  whole(folder, kind);
  spans[kind] = performance.now() - began;
  if (kind === 'fix') after = fs.readFileSync(path.join(folder, '0.txt'), 'utf8');
  if (kind === 'dictionary') added = fs.readFileSync(path.join(folder, 'names.yml'), 'utf8');
  fs.rmSync(folder, {recursive: true});
}

const faults = [];
let killed = 0;
let tries = 0;
let amid = 0;
let littered = 0;
// A run that ended before it was to be killed does not count, and the next of its kind is killed sooner.
for (let m = 0; killed < moments && tries < 4 * moments; m++, tries++) {
  const names = Object.keys(kinds);
  // Most of the writing is done by --fix.
  const kind = m % 2 === 0 ? 'fix' : names[1 + (Math.floor(m / 2) % (names.length - 1))];
  const folder = makeFolder();
  const child = spawn(process.execPath, argsOf(kind), {cwd: folder, stdio: 'ignore'});
  const ended = new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)));
  const share = 0.25 + 0.75 * ((m * 0.6180339887) % 1);
  await new Promise((resolve) => setTimeout(resolve, spans[kind] * share));
  child.kill('SIGKILL');
  if ((await ended) === 'SIGKILL') {
    killed++;
    spans[kind] *= 1.01;
  } else spans[kind] *= 0.93;
  let fixed = 0;
  for (let i = 0; i < count; i++) {
    const text = fs.readFileSync(path.join(folder, `${i}.txt`), 'utf8');
    if (text === after) fixed++;
    else if (text !== before) faults.push(`${kind}: ${i}.txt is torn`);
  }
  if (fixed > 0 && fixed < count) amid++;
  const others = () => fs.readdirSync(folder).filter((name) => !/^\d+\.txt$/.test(name));
  for (const name of others()) {
    const isWhole = written[name];
    if (!isWhole) littered++;
    else if (!isWhole(fs.readFileSync(path.join(folder, name), 'utf8')))
      faults.push(`${kind}: ${name} is torn`);
  }
  whole(folder, kind);
  if (kind === 'dictionary' && fs.readFileSync(path.join(folder, 'names.yml'), 'utf8') !== added)
    faults.push('dictionary: the next run does not add the name');
  for (const name of others()) if (!written[name]) faults.push(`${kind}: ${name} is left over`);
  fs.rmSync(folder, {recursive: true});
}
console.log(
  `${tries} moments, ${killed} runs killed, ${amid} of them amid the articles, ${littered} temporary files left: ` +
    `${faults.length} faults`,
);
for (const fault of new Set(faults)) console.log(`  ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
