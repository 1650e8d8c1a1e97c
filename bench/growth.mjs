// How the time of a lint grows with the length of the text, for families of generated input: names, quotation marks,
// brackets, dates, directives, entries, constructs of Markdown and HTML, and examples of the rules' pages at random. Each
// is linted at n, 2n, 4n and 8n; printed are the exponent (1 is linear) and the CPU seconds at the longest.
//
//   npm run build && node bench/growth.mjs [--size 60] [--only PATTERN] [--examples 40] [--seed 1] [--rules] [--limit 1]
//
// Ends with 1 when a family takes more than `--limit` seconds at `--size` KB. `--rules` names the dearest rule.
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {createLinter} from '../dist/index.js';
import {importTs} from '../scripts/shared/import-ts.mjs';
import {families, grow} from './growth-families.mjs';
import {generator} from './hostile.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const option = (name, other) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? other : process.argv[at + 1];
};
const size = Number(option('--size', 60)) * 1000;
const limit = Number(option('--limit', 1));
const only = new RegExp(option('--only', ''));
const steps = [8, 4, 2, 1];

const linters = new Map();
async function linterOf(format, preset, language) {
  const key = `${format} ${preset} ${language}`;
  if (!linters.has(key))
    linters.set(key, await createLinter({preset, format, language, config: false, sourceLanguage: 'ru'}));
  return linters.get(key);
}

function cpu(run) {
  const before = process.cpuUsage();
  run();
  return process.cpuUsage(before).user / 1e6;
}

async function measure({name, format, unit, preset = 'strict', language = 'en'}) {
  const linter = await linterOf(format, preset, language);
  linter.lint(grow(unit, 500));
  const times = [];
  for (const step of steps) {
    const text = grow(unit, size / step);
    const seconds = cpu(() => linter.lint(text));
    times.push(seconds);
    // What takes this long will not be better at twice the length.
    if (seconds > limit * 4) break;
  }
  return told(name, times);
}

function told(name, times) {
  const last = times.at(-1);
  // The shortest times are noise.
  const first = times.findIndex((seconds) => seconds > 0.02);
  const exponent =
    first < 0 || first === times.length - 1 ? 1 : Math.log2(last / times[first]) / (times.length - 1 - first);
  const isWhole = times.length === steps.length;
  const isSlow = !isWhole || last > limit;
  console.log(
    `${isSlow ? 'SLOW' : 'ok  '} ${name.padEnd(44)} n^${exponent.toFixed(2)}  ${last.toFixed(2)} s at ${Math.round(size / steps[times.length - 1] / 1000)} KB`,
  );
  return {name, isSlow, exponent};
}

/** Examples of the rules' pages, alone and two by two, repeated. */
function* examples() {
  const next = generator(Number(option('--seed', 1)));
  const all = [];
  const folder = path.join(root, 'rules');
  for (const file of fs.readdirSync(folder, {recursive: true}).sort()) {
    if (!file.endsWith('.md')) continue;
    const page = fs.readFileSync(path.join(folder, file), 'utf8');
    for (const [, info, text] of page.matchAll(
      /^```(text|markdown|html) (?:good|bad)[^\n]*\n([\s\S]*?)^```/gm,
    ))
      all.push({file, format: info, text: text.replace(/[▸◂]/g, '')});
  }
  for (let i = 0; i < Number(option('--examples', 40)); i++) {
    const a = all[next(all.length)];
    const b = all[next(all.length)];
    const between = ['\n\n', ' ', '\n'][next(3)];
    const format = [a.format, b.format].includes('html') ? 'html' : a.format;
    const unit = next(2)
      ? `${a.text.trim()}${between}`
      : `${a.text.trim()}${between}${b.text.trim()}${between}`;
    yield {name: `example ${a.file} ${i}`, format, unit: unit.replace(/[#%]/g, '')};
  }
}

/** A diff of a text in which each line is changed. */
async function diffs() {
  const {diffOf} = await importTs(root, 'src/cli/diff.ts');
  const times = steps.map((step) => {
    const original = grow('The the # came home .\n', size / step);
    const source = original.replaceAll('The the', 'The').replaceAll(' .', '.');
    return cpu(() => diffOf({path: 'a.txt', original, source}, false, false));
  });
  return told('diff: each line changed', times);
}

const results = [];
for (const family of [...families, ...examples()]) {
  if (only.test(family.name)) results.push(await measure(family));
}
if (only.test('diff: each line changed')) results.push(await diffs());
const slow = results.filter(({isSlow}) => isSlow);
console.log(`${results.length} families, ${slow.length} over ${limit} s at ${size / 1000} KB`);
process.exitCode = slow.length > 0 ? 1 : 0;
