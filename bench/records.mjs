// Sends records of 128 KB of every nasty shape through one `calque stream`, one after another: the families of
// growth-families.mjs, JSON that is deep, wide or broken, and texts beside a source that is as bad. Told is each that takes
// too much time of the processor or too much memory, and each that has no answer of its own.
//
//   npm run build && node bench/records.mjs [--size 128] [--seconds 5] [--memory 300] [--only PATTERN] [--all]
//
// Linux only: time and memory are read from /proc. What needs too much memory among others is tried once more in a process
// of its own. `--all` lists every record. The exit code is 1 when one is over a limit.
import {spawn} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {families, grow} from './growth-families.mjs';

const option = (name, other) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? other : process.argv[at + 1];
};
const size = Number(option('--size', 128)) * 1000;
const mostSeconds = Number(option('--seconds', 5));
const mostMemory = Number(option('--memory', 300));
const only = new RegExp(option('--only', ''));
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const ticks = 100;

const cwd = fs.mkdtempSync(path.join(os.tmpdir(), 'calque-records-'));
fs.writeFileSync(path.join(cwd, '.calquerc.yaml'), 'extends: strict\n');

/** One `calque stream` that is asked record by record. */
class Stream {
  constructor() {
    this.child = spawn(process.execPath, [cli, 'stream', '--max-findings', '0'], {
      cwd,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.answers = [];
    this.waiting = [];
    let rest = '';
    this.child.stdout.on('data', (data) => {
      const lines = (rest + data).split('\n');
      rest = lines.pop();
      for (const line of lines) this.waiting.shift()?.(line);
    });
    this.child.on('exit', () => {
      for (const resolve of this.waiting) resolve(undefined);
    });
  }

  async ask(line) {
    const {pid} = this.child;
    fs.writeFileSync(`/proc/${pid}/clear_refs`, '5');
    const began = cpuOf(pid);
    const answer = await new Promise((resolve) => {
      this.waiting.push(resolve);
      this.child.stdin.write(`${line}\n`);
    });
    if (answer === undefined) return {answer, seconds: 0, memory: 0};
    const [, peak] = /VmHWM:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'));
    return {answer, seconds: cpuOf(pid) - began, memory: Number(peak) / 1024};
  }

  end() {
    this.child.stdin.end();
  }
}

function cpuOf(pid) {
  const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticks;
}

const record = (fields) => JSON.stringify({id: 1, ...fields});
const deep = (open, close) => open.repeat(size / 2) + close.repeat(size / 2);
const clean = 'The council met on Monday.';

function* records() {
  for (const {name, format, unit, language} of families) {
    const text = grow(unit, size);
    yield {name, line: record({format, text, language, source_language: 'ru'})};
  }
  // A translation beside a source that is as bad, and beside one of another shape.
  for (const {name, format, unit} of families.filter(({name}) =>
    /^(?:names|numbers|dates|quotes|brackets|duplicates|sentences|addresses)/.test(name),
  )) {
    const text = grow(unit, size / 2);
    yield {name: `source: ${name}`, line: record({format, text, source: text, source_language: 'en-GB'})};
  }
  const numbers = grow('% % % and %. ', size / 2);
  const one = 'Das ist ein Satz. ';
  yield {name: 'source: one word against many', line: record({text: 'a', source: grow('Wort # ', size)})};
  yield {name: 'source: many words against one', line: record({text: grow('word # ', size), source: 'a'})};
  yield {name: 'source: numbers', line: record({text: numbers, source: numbers, source_language: 'de'})};
  yield {
    name: 'source: the same sentence',
    line: record({
      text: grow('It is a sentence. ', size / 2),
      source: grow(one, size / 2),
      source_language: 'de',
    }),
  };
  yield {
    name: 'source: no stops',
    line: record({text: grow('word # ', size / 2), source: grow('Wort # ', size / 2), source_language: 'de'}),
  };
  yield {
    name: 'source: Chinese',
    line: record({
      text: grow('In % he paid %% of it. ', size / 2),
      source: grow('2019年3月%日，一百万元。', size / 2),
      source_language: 'zh',
    }),
  };
  const segments = Array.from({length: 6000}, (_, i) => [i * 4, i * 4 + 4, i * 4, i * 4 + 4]);
  yield {
    name: 'source: segments',
    line: record({text: grow('a % b ', 24_000), source: grow('c % d ', 24_000), segments}),
  };
  yield {
    name: 'source: the same segment again and again',
    line: record({text: clean, source: clean, segments: Array.from({length: 12_000}, () => [0, 20, 0, 20])}),
  };
  yield {
    name: 'source: empty segments',
    line: record({text: clean, source: clean, segments: Array.from({length: 12_000}, () => [0, 0, 0, 0])}),
  };
  for (const key of ['id', 'text', 'format', 'language', 'source_language', 'source', 'segments', 'other']) {
    const body = key === 'text' ? '' : '"text":"a",';
    const source = key === 'segments' ? '"source":"b",' : '';
    yield {name: `JSON: deep lists as ${key}`, line: `{${body}${source}"${key}":${deep('[', ']')}}`};
  }
  yield {
    name: 'JSON: deep objects',
    line: `{"text":"a","id":${'{"a":'.repeat(size / 6)}1${'}'.repeat(size / 6)}}`,
  };
  yield {name: 'JSON: deep and open', line: '['.repeat(size)};
  yield {name: 'JSON: no quotation mark at the end', line: `{"text":"${'a'.repeat(size)}`};
  yield {name: 'JSON: wide', line: record({text: 'a', other: Array.from({length: size / 2}, () => 1)})};
  yield {
    name: 'JSON: many keys',
    line: `{${Array.from({length: size / 12}, (_, i) => `"k${i}":${i},`).join('')}"text":"a"}`,
  };
  yield {name: 'JSON: one key again', line: `{${'"text":"a",'.repeat(size / 11)}"id":1}`};
  yield {name: 'JSON: a long number', line: `{"id":${'9'.repeat(size)},"text":"a"}`};
  yield {name: 'JSON: a long id', line: record({id: 'a'.repeat(size), text: 'a'})};
  yield {name: 'JSON: a long format', line: record({format: 'a'.repeat(size), text: 'a'})};
  yield {name: 'JSON: a long language', line: record({language: 'a-'.repeat(size / 2), text: 'a'})};
  yield {name: 'JSON: escapes', line: `{"id":1,"text":"${'\\u0041'.repeat(size / 6)}"}`};
  yield {name: 'JSON: null characters', line: `{"id":1,"text":"${'\\u0000'.repeat(size / 6)}"}`};
  yield {name: 'JSON: lone surrogates', line: `{"id":1,"text":"${'\\ud800'.repeat(size / 6)}"}`};
  yield {name: 'JSON: broken pairs', line: `{"id":1,"text":"${'\\udc00\\ud83d'.repeat(size / 12)}"}`};
  yield {name: 'JSON: white space', line: `{"id":1,${' '.repeat(size)}"text":"a"}`};
}

const of = (found, name) => {
  const {seconds, memory, answer} = found;
  const why = [
    ...(seconds > mostSeconds ? [`${seconds.toFixed(1)} s`] : []),
    ...(memory > mostMemory ? [`${memory.toFixed(0)} MB`] : []),
    ...(answer === undefined ? ['no answer, the stream has ended'] : []),
    ...(answer !== undefined && !isAnswer(answer) ? [`not an answer: ${answer.slice(0, 80)}`] : []),
  ];
  return {name, seconds, memory, why};
};

function isAnswer(line) {
  try {
    return Array.isArray(JSON.parse(line).findings);
  } catch {
    return false;
  }
}

let stream = new Stream();
await stream.ask(record({text: clean}));
const results = [];
for (const {name, line} of records()) {
  if (!only.test(name)) continue;
  let result = of(await stream.ask(line), name);
  if (result.why.length > 0) {
    // Alone: what others left in memory is not its own.
    stream.end();
    stream = new Stream();
    await stream.ask(record({text: clean}));
    result = of(await stream.ask(line), name);
    stream.end();
    stream = new Stream();
    await stream.ask(record({text: clean}));
  }
  results.push(result);
  if (result.why.length > 0 || process.argv.includes('--all'))
    console.log(
      `${result.why.length > 0 ? 'OVER' : 'ok  '} ${name.padEnd(44)} ${result.seconds.toFixed(2)} s ${result.memory.toFixed(0)} MB ${result.why.join(', ')}`,
    );
}
stream.end();
fs.rmSync(cwd, {recursive: true});
const most = (key) => results.reduce((a, b) => (b[key] > a[key] ? b : a));
const over = results.filter(({why}) => why.length > 0);
console.log(
  `${results.length} records of ${size / 1000} KB: at most ${most('seconds').seconds.toFixed(2)} s (${most('seconds').name}), ` +
    `${most('memory').memory.toFixed(0)} MB (${most('memory').name}); ${over.length} over ${mostSeconds} s or ${mostMemory} MB`,
);
process.exitCode = over.length > 0 ? 1 : 0;
