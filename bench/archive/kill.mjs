// Kills each step of `calque archive` (kill -9) at random moments, as often as said, starts it again each time, and lets it
// end: the output must be, byte for byte, that of a run that nobody killed, no finished part done twice, and nothing left.
//
//   npm run build && node bench/archive/kill.mjs ARTICLES.jsonl [--moments 20] [--seed 1]
import {spawn, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const argument = (name, otherwise) => {
  const i = process.argv.indexOf(name);
  return i < 0 ? otherwise : Number(process.argv[i + 1]);
};
const articles = process.argv[2];
if (articles === undefined)
  throw new Error('usage: node bench/archive/kill.mjs ARTICLES.jsonl [--moments 20]');
const moments = argument('--moments', 20);
let state = argument('--seed', 1) >>> 0;
const random = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'calque-archive-kill-'));
const at = (name) => path.join(folder, name);
const steps = [
  {step: 'mentions', inputs: [path.resolve(articles)], more: []},
  {step: 'names', inputs: [at('mentions')], more: []},
  {step: 'propose', inputs: [at('names')], more: []},
  {step: 'check', inputs: [path.resolve(articles)], more: ['--names', at('names')]},
  {step: 'stories', inputs: [at('mentions')], more: []},
];

let faults = 0;
for (const {step, inputs, more} of steps) {
  const args = (target) => [cli, 'archive', step, ...inputs, ...more, '--to', target];
  const began = performance.now();
  const first = spawnSync(process.execPath, args(at(step)), {cwd: folder, encoding: 'utf8'});
  if (first.status !== 0) throw new Error(`${step}: ${first.stderr}`);
  const span = performance.now() - began;
  const expected = fs.readFileSync(at(step));
  let killed = 0;
  let resumed = 0;
  const target = at(`${step}.again`);
  // A run that ends before its moment begins a new one.
  for (let tries = 0; killed < moments && tries < 20 * moments; tries++) {
    const child = spawn(process.execPath, args(target), {cwd: folder, stdio: 'ignore'});
    const ended = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
    const timer = setTimeout(() => child.kill('SIGKILL'), random() * span);
    const signal = await ended;
    clearTimeout(timer);
    const isWhole = fs.existsSync(target);
    if (isWhole && !fs.readFileSync(target).equals(expected)) {
      faults++;
      console.log(`${step}: the output differs after ${killed} kills`);
    }
    if (signal === 'SIGKILL') {
      killed++;
      if (fs.existsSync(`${target}.work`)) resumed++;
    }
    // Some runs go on where the one before was killed, some output is made anew.
    if (isWhole) fs.rmSync(target);
  }
  const last = spawnSync(process.execPath, args(target), {cwd: folder, encoding: 'utf8'});
  const isSame = last.status === 0 && fs.readFileSync(target).equals(expected);
  const left = fs
    .readdirSync(folder)
    .filter((name) => name.startsWith(`${step}.again.`) || name.includes('.tmp'));
  if (!isSame || left.length > 0) faults++;
  console.log(
    `${step}: ${killed} kills in runs of ${Math.round(span)} ms, ${resumed} with work that went on; ${isSame ? 'the same' : 'OTHER'} ${expected.length} bytes${left.length > 0 ? `, LEFT: ${left.join(', ')}` : ''}`,
  );
  fs.rmSync(target, {force: true});
}
fs.rmSync(folder, {recursive: true});
console.log(faults === 0 ? 'no fault' : `${faults} FAULTS`);
process.exitCode = faults === 0 ? 0 : 1;
