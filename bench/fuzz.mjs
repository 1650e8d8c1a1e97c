// Throws hostile texts at the readers and all rules, and at the fixer: nothing may crash, no finding or edit may lie
// outside the text, no text may take longer than a bound that is linear in its length, and the work must be repeatable.
//
//   npm run build && node bench/fuzz.mjs [--count 2000] [--seed 1] [--from 0] [--longest UNITS]
//   node bench/fuzz.mjs --files|--bytes|--races [--count] [--seed] [--from]   folders with links; formats and records; races
//   node bench/fuzz.mjs --scale [--only ‹part of a unit›]   each unit of `hostile.mjs` repeated to 10 KB, 100 KB, 1 MB
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {importTs} from '../scripts/shared/import-ts.mjs';
import {fuzzBytes, fuzzRaces, fuzzTrees} from './fuzz-files.mjs';
import {hostile, units} from './hostile.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const argument = (name, otherwise) => {
  const i = process.argv.indexOf(name);
  return i < 0 ? otherwise : process.argv[i + 1];
};
const count = Number(argument('--count', 2000));
const seed = Number(argument('--seed', 1));
const from = Number(argument('--from', 0));
/** Longer texts are cut, so that more of them can be thrown in the same time. */
const longest = Number(argument('--longest', Number.POSITIVE_INFINITY));
const inputOf = (seed, index, samples) => {
  const input = hostile(seed, index, samples);
  return input.text.length > longest ? {...input, text: input.text.slice(0, longest)} : input;
};
/** Milliseconds of the processor's time that a text may take: a second for 60 KB, and what a compiler still warming up costs. */
const bound = (length) => 50 + length / 60;

const parts = await importTs(root, 'bench/parts.ts');
const {allRules, applyEdits, loadReader, makeLinter, presetRules} = parts;
const formats = ['text', 'markdown', 'html'];
const readers = Object.fromEntries(await Promise.all(formats.map(async (f) => [f, await loadReader(f)])));
const resources = (name) => {
  const file = path.join(root, 'dist/resources', name);
  return fs.existsSync(file) ? fs.readFileSync(file) : undefined;
};
const linterFor = (sourceLanguage, host = {}) =>
  makeLinter(
    {rules: presetRules('strict', allRules), language: 'en', ...(sourceLanguage ? {sourceLanguage} : {})},
    {resources, ...host},
  ).linter;

if (process.argv.includes('--scale')) scale();
else if (['--files', '--bytes', '--races'].some((family) => process.argv.includes(family))) await fuzzFiles();
else fuzz();

/** The families that are not texts. */
async function fuzzFiles() {
  let faults = 0;
  const fault = (what, index) => {
    faults++;
    console.log(`#${index}: ${what}`);
  };
  const options = {count, seed, from, samples: readSamples()};
  if (process.argv.includes('--files')) await fuzzTrees(parts, options, fault);
  if (process.argv.includes('--bytes')) await fuzzBytes(parts, linterFor('ru'), options, fault);
  if (process.argv.includes('--races')) fuzzRaces(path.join(root, 'bench'), options, fault);
  console.log(`${faults} faults`);
  process.exitCode = faults > 0 ? 1 : 0;
}

function fuzz() {
  const samples = readSamples();
  const linters = [undefined, 'ru', 'lt', 'zh', 'tr', 'uk'].map((source) => linterFor(source));
  for (let i = 0; i < 200; i++) lint(linters[i % linters.length], hostile(seed + 1, i, samples));
  const faults = new Map();
  const kinds = {};
  const times = [];
  const began = performance.now();
  let [characters, findings, slow, fixed, mostPasses] = [0, 0, 0, 0, 0];
  const fault = (what, index, input) => {
    const shape = what.replace(/\d+/g, 'N');
    const known = faults.get(shape);
    if (known) known.times++;
    else {
      faults.set(shape, {times: 1, index});
      console.log(
        `#${index} ${input.kind} as ${input.format}: ${what}\n  ${JSON.stringify(input.text.slice(0, 160))}`,
      );
    }
  };
  for (let index = from; index < from + count; index++) {
    const input = inputOf(seed, index, samples);
    const linter = linters[index % linters.length];
    kinds[input.kind] = (kinds[input.kind] ?? 0) + 1;
    characters += input.text.length;
    let result;
    let took;
    try {
      [result, took] = lint(linter, input);
    } catch (error) {
      fault(`threw ${error?.stack?.split('\n').slice(0, 3).join(' ') ?? error}`, index, input);
      continue;
    }
    times.push(took);
    findings += result.findings.length;
    if (took > bound(input.text.length)) {
      // Again by the processor's time: on a busy machine the clock counts what others do.
      const again = Math.min(...[1, 2, 3, 4].map(() => cpuTime(() => lint(linter, input))));
      if (again > bound(input.text.length)) {
        slow++;
        fault(
          `slow: ${again.toFixed(1)} ms for ${input.text.length} characters (kind ${input.kind})`,
          index,
          input,
        );
      }
    }
    for (const problem of problemsOf(input.text, result.findings)) fault(problem, index, input);
    // Every tenth: the same again after other texts, and one round of fixes.
    if (index % 10 === 0 && input.text.length < 5000) {
      const [other] = lint(linters[index % linters.length], input);
      if (JSON.stringify(other.findings) !== JSON.stringify(result.findings))
        fault('other findings in a second run', index, input);
      const groups = result.findings.flatMap((f) => (f.fix ? [f.fix.edits] : []));
      if (groups.length > 0) {
        let text = input.text;
        let passes = 0;
        const seen = new Set([text]);
        for (let open = groups; open.length > 0 && passes < 50; passes++) {
          text = applyEdits(text, open).text;
          if (seen.has(text)) {
            fault('fixes undo each other', index, input);
            break;
          }
          seen.add(text);
          const [after] = lint(linter, {...input, text});
          for (const problem of problemsOf(text, after.findings))
            fault(`after a fix: ${problem}`, index, input);
          open = after.findings.flatMap((f) => (f.fix ? [f.fix.edits] : []));
        }
        fixed++;
        // The fixer makes ten passes at most; marks in heaps may need more, and must end all the same.
        mostPasses = Math.max(mostPasses, passes);
        if (passes === 50) fault('fixes do not end', index, input);
      }
    }
    if ((index + 1) % 10_000 === 0)
      console.log(`… ${index + 1}: ${[...faults.values()].reduce((n, f) => n + f.times, 0)} faults`);
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor((times.length - 1) * share)]?.toFixed(2);
  console.log(
    `${count} inputs (seed ${seed}), ${characters} characters, ${findings} findings, ${fixed} fixed to the end in at most ${mostPasses} passes, ` +
      `${((performance.now() - began) / 1000).toFixed(0)} s; ms per input: median ${at(0.5)}, 99 % ${at(0.99)}, most ${at(1)}`,
  );
  console.log(
    Object.entries(kinds)
      .map(([kind, n]) => `${kind} ${n}`)
      .join(', '),
  );
  const total = [...faults.values()].reduce((n, f) => n + f.times, 0);
  console.log(`${total} faults of ${faults.size} kinds, ${slow} slow`);
  for (const [shape, {times: n, index}] of faults) console.log(`  ${n} × ${shape} (first #${index})`);
  process.exitCode = total > 0 ? 1 : 0;
}

function lint(linter, {format, text}) {
  const began = performance.now();
  const result = linter.lint(readers[format](text));
  return [result, performance.now() - began];
}

/** Milliseconds of processor time. */
function cpuTime(run) {
  const began = process.cpuUsage();
  run();
  const {user, system} = process.cpuUsage(began);
  return (user + system) / 1000;
}

/** What is wrong with findings, whatever they say. */
function problemsOf(text, findings) {
  const problems = [];
  const inside = ({start, end}) =>
    Number.isInteger(start) && start >= 0 && end >= start && end <= text.length;
  let last = -1;
  for (const f of findings) {
    if (f.messageId === 'rule-failed') {
      problems.push(f.message);
      continue;
    }
    const where = `${f.rule} (${f.messageId})`;
    if (!inside(f) || f.text !== text.slice(f.start, f.end)) problems.push(`${where}: outside the text`);
    if (f.end === f.start) problems.push(`${where}: empty`);
    if (f.start < last) problems.push(`${where}: out of order`);
    last = f.start;
    if (/\{\{\s*\w+\s*\}\}/.test(f.message) && !/\{\{/.test(f.text))
      problems.push(`${where}: placeholder left in ${f.message}`);
    if (!f.related.every(inside)) problems.push(`${where}: related place outside the text`);
    for (const group of [...(f.fix ? [f.fix.edits] : []), ...f.suggestions.map((s) => s.edits)]) {
      if (!group.every(inside)) problems.push(`${where}: edit outside the text`);
      else if (applyEdits(text, [group]).applied !== 1)
        problems.push(`${where}: edits that overlap or are none`);
      else if (applyEdits(text, [group]).text === text) problems.push(`${where}: edits that change nothing`);
    }
  }
  return problems;
}

/** The project's samples, the examples of its rules' pages, and the pages themselves. */
function readSamples() {
  const format = (file) => (/\.md$/.test(file) ? 'markdown' : /\.html$/.test(file) ? 'html' : 'text');
  const samples = fs
    .readdirSync(path.join(root, 'samples'))
    .filter((name) => /\.(?:txt|md|html)$/.test(name))
    .map((name) => ({format: format(name), text: fs.readFileSync(path.join(root, 'samples', name), 'utf8')}));
  for (const file of fs.readdirSync(path.join(root, 'rules'), {recursive: true}).sort()) {
    if (!file.endsWith('.md')) continue;
    const page = fs.readFileSync(path.join(root, 'rules', file), 'utf8');
    for (const [, kind, body] of page.matchAll(/^```(text|markdown|html) (?:bad|good)[^\n]*\n(.*?)^```$/gms))
      samples.push({format: kind, text: body.replace(/[▸◂]/g, '')});
  }
  return samples;
}

/** Time against size, for each unit repeated: what grows faster than the text is told, with its rules. */
function scale() {
  const clock = () => performance.now();
  const linter = linterFor('ru');
  const timed = linterFor('ru', {clock});
  const only = argument('--only');
  const list = only === undefined ? units : units.filter((unit) => only.split('|').includes(unit));
  const sizes = [10_000, 100_000, 1_000_000];
  const time = (format, text, tries) => {
    let best = Number.POSITIVE_INFINITY;
    for (let i = 0; i < tries; i++) {
      best = Math.min(
        best,
        cpuTime(() => linter.lint(readers[format](text))),
      );
    }
    return best;
  };
  for (let i = 0; i < 300; i++)
    linter.lint(readers.text(`${units[i % units.length].repeat(50)} Some words here.`));
  let worst = 0;
  let steep = 0;
  for (const format of formats) {
    for (const unit of list) {
      const times = [];
      for (const size of sizes) {
        times.push(time(format, unit.repeat(Math.ceil(size / unit.length)), size > 100_000 ? 1 : 3));
        // Far beyond the bound: a larger text would take minutes.
        if (times.at(-1) > 200 + size * 0.02) break;
      }
      const last = times.at(-1);
      const size = sizes[times.length - 1];
      const before = times.at(-2) ?? 0;
      worst = Math.max(worst, (last / size) * 10_000);
      // Ten times the text may cost ten times the time, and something for memory.
      if (last < size * 0.005 + 20 && (last < 50 || last < before * 25)) continue;
      steep++;
      const tenth = unit.repeat(Math.ceil(size / 10 / unit.length));
      const {timings} = timed.lint(
        readers[format](times.length > 1 ? tenth : unit.repeat(size / unit.length)),
      );
      const parts = Object.entries(timings)
        .sort((a, b) => b[1] - a[1])
        .slice(0, 3)
        .map(([name, ms]) => `${name} ${ms.toFixed(0)}`);
      console.log(
        `${format} ${JSON.stringify(unit)}: ${times.map((t) => t.toFixed(1)).join(' → ')} ms (${parts.join(', ')})`,
      );
    }
  }
  console.log(
    `${list.length} units × ${formats.length} formats: ${steep} steep; the slowest took ${worst.toFixed(1)} ms per 10 KB`,
  );
}
