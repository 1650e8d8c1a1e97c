// How fast calque is, on text of its own making: start-up against an empty Node process (measured alternately),
// words per second in one process with each preset, cost at 1, 10 and 100 times the text, and time by rule.
//
//   npm run build && node bench/speed.mjs [--runs 15] [--rules]
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {createLinter} from '../dist/index.js';
import {article} from './article.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const runs = Number(process.argv[process.argv.indexOf('--runs') + 1]) || 15;
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const took = (args) => {
  const began = process.hrtime.bigint();
  spawnSync(process.execPath, args, {stdio: 'ignore'});
  return Number(process.hrtime.bigint() - began) / 1e6;
};

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'calque-bench-'));
const empty = path.join(dir, 'empty.txt');
fs.writeFileSync(empty, '');
const cli = path.join(root, 'dist/cli.js');
const cases = {
  'node -e ""': ['-e', ''],
  'calque --version': [cli, '--version'],
  'calque empty.txt': [cli, empty],
};
const times = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
for (let i = 0; i < runs; i++) for (const [name, args] of Object.entries(cases)) times[name].push(took(args));
console.log(`start-up, median of ${runs}, ms`);
for (const [name, list] of Object.entries(times))
  console.log(`  ${name.padEnd(20)} ${median(list).toFixed(0)}`);

for (const preset of ['recommended', 'strict']) {
  const linter = await createLinter({preset, config: false});
  const texts = Array.from({length: 1000}, (_, i) => article(i, 350));
  const words = texts.reduce((n, t) => n + t.split(/\s+/).length, 0);
  for (const text of texts.slice(0, 200)) linter.lint(text);
  const rates = [];
  for (let r = 0; r < 5; r++) {
    const began = performance.now();
    for (const text of texts) linter.lint(text);
    rates.push(words / (performance.now() - began));
  }
  console.log(
    `${preset}: ${Math.round(median(rates) * 1000)} words/s, warm, one core, 1000 articles of 350 words`,
  );
  for (const factor of [1, 10, 100]) {
    const text = Array.from({length: factor}, (_, i) => article(i, 1000)).join('\n\n');
    const began = performance.now();
    linter.lint(text);
    console.log(
      `  ${String(factor).padStart(3)} × 1000 words in one article: ${(performance.now() - began).toFixed(1)} ms`,
    );
  }
  if (process.argv.includes('--rules')) {
    const timed = await createLinter({preset, config: false, timings: true});
    const sum = {};
    for (const text of texts)
      for (const [rule, ms] of Object.entries(timed.lint(text).timings ?? {}))
        sum[rule] = (sum[rule] ?? 0) + ms;
    for (const [rule, ms] of Object.entries(sum)
      .sort((a, b) => b[1] - a[1])
      .slice(0, 15))
      console.log(`    ${rule.padEnd(36)} ${ms.toFixed(1)} ms`);
  }
}
fs.rmSync(dir, {recursive: true});
