// The families of bench/fuzz.mjs that are not texts: folders, bytes, records, messages of an editor.
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {generator, hostile} from './hostile.mjs';
import {hostileTree, secret} from './hostile-tree.mjs';

/**
 * Lints and fixes hostile folders: nothing outside may be read, told or changed, no file be linted twice, no code run
 * that lies among articles.
 *
 * @param parts what bench/parts.ts exports
 * @param fault is told of what is wrong, with the number of the tree
 */
export async function fuzzTrees(parts, {count, seed, from}, fault) {
  const {ConfigError, findFiles, FixedFiles, lintFiles, Project} = parts;
  const totals = {trees: 0, files: 0, fixed: 0, refused: 0};
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'calque-fuzz-'));
  for (let index = from; index < from + count; index++) {
    const place = path.join(home, String(index));
    fs.mkdirSync(place);
    const {roots} = hostileTree(place, seed, index);
    const cwd = path.join(place, 'in');
    const guarded = ['out/secret.txt', 'out/secret', 'in/.git/config'].map((name) => path.join(place, name));
    const before = guarded.map((file) => fs.readFileSync(file, 'utf8'));
    const named = roots.filter((name) => {
      const stat = fs.lstatSync(path.join(cwd, name), {throwIfNoEntry: false});
      // A person may name a link; that is then read.
      return !stat?.isSymbolicLink();
    });
    totals.trees++;
    try {
      const project = new Project({cwd});
      const found = await findFiles(named, {cwd, readsIn: (folder) => project.readsIn(folder)});
      const told = JSON.stringify([found.missing, found.notes]);
      if (told.includes(secret)) fault(`told of what lies outside: ${told}`, index);
      const reals = found.files.map((file) => file.real);
      if (new Set(reals).size !== reals.length) fault('a file is found twice', index);
      for (const real of reals)
        if (!real.startsWith(cwd) || real.includes('/.git/')) fault(`found outside: ${real}`, index);
      const writer = new FixedFiles(found.files, cwd);
      const paths = found.files.map((file) => file.path);
      for await (const result of lintFiles(paths, project, {cwd, fix: 'all'})) {
        totals.files++;
        if (JSON.stringify(result).includes(secret)) fault(`read outside: ${result.path}`, index);
        if (result.fixed > 0 && writer.write(result).error === undefined) totals.fixed++;
      }
    } catch (error) {
      if (!(error instanceof ConfigError)) fault(`threw ${error?.stack ?? error}`, index);
      else {
        totals.refused++;
        if (error.message.includes(secret))
          fault(`a mistake quotes what lies outside: ${error.message}`, index);
      }
    }
    for (const [i, file] of guarded.entries())
      if (fs.readFileSync(file, 'utf8') !== before[i]) fault(`changed outside: ${file}`, index);
    if (fs.existsSync(path.join(place, 'ran')) && !fs.existsSync(path.join(cwd, 'calque.config.mjs')))
      fault('code was run', index);
    fs.rmSync(place, {recursive: true, force: true});
  }
  fs.rmSync(home, {recursive: true, force: true});
  console.log(
    `${totals.trees} folders: ${totals.files} files linted, ${totals.fixed} fixed, ${totals.refused} configurations refused`,
  );
}

const heads = [
  'PK\x03\x04',
  '%PDF-1.7\n',
  '{\\rtf1',
  '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
  '\xff\xfe',
  '\xfe\xff',
  '\xef\xbb\xbf',
  '\0\0',
];
const entries = [
  'word/document.xml',
  'mimetypeapplication/epub+zip',
  'Index/Document.iwa',
  '[Content_Types].xml',
  '',
];
const values = [
  'null',
  '7',
  '"x"',
  '""',
  '[]',
  '{}',
  '"\\ud800"',
  '1e999',
  'true',
  '"lt"',
  '"text"',
  '"markdown"',
  '"html"',
];

/** Reads bytes of all formats, right and broken, and answers records: an answer each time, and never an exception. */
export async function fuzzBytes(
  {answerOf, decodeFile, encode, FramedInput},
  linter,
  {samples, count, seed, from},
  fault,
) {
  const totals = {read: 0, refused: 0, answered: 0, mistaken: 0};
  for (let index = from; index < from + count; index++) {
    const next = generator(seed * 7_368_787 + index);
    const pick = (list) => list[next(list.length)];
    const {text} = hostile(seed, index, samples);
    const short = text.slice(0, 2000);
    let bytes = Buffer.concat([
      Buffer.from(next(3) === 0 ? pick(heads) + pick(entries) : '', 'latin1'),
      encode(short, pick(['utf-8', 'utf-16le', 'utf-16be'])),
    ]);
    for (let n = next(2) * next(4); n > 0 && bytes.length > 0; n--) bytes[next(bytes.length)] = next(256);
    if (next(4) === 0) bytes = bytes.subarray(0, next(bytes.length + 1));
    try {
      const name = `a.${pick(['txt', 'docx', 'doc', 'odt', 'html', ''])}`;
      const read = await decodeFile(bytes, 1 << 20, name);
      if ('error' in read) totals.refused++;
      else {
        totals.read++;
        if (!read.document && !encode(read.text, read.encoding).equals(bytes))
          fault('bytes do not come back', index);
      }
      new FramedInput(() => {}).write(bytes);
    } catch (error) {
      fault(`bytes: threw ${error?.stack ?? error}`, index);
    }
    const value = () => (next(6) === 0 ? '['.repeat(next(9000)) + ']'.repeat(next(9000)) : pick(values));
    const keys = ['id', 'text', 'format', 'language', 'source_language', '__proto__', 'toJSON'];
    let line = `{${keys
      .filter((key) => (key === 'text' || key === 'id' ? next(8) > 0 : next(4) === 0))
      .map(
        (key) => `"${key}":${key === 'text' && next(3) > 0 ? JSON.stringify(short.slice(0, 300)) : value()}`,
      )
      .join()}}`;
    if (next(8) === 0) line = line.slice(0, next(line.length));
    try {
      const {line: answer} = await answerOf(
        Buffer.from(line),
        {linterFor: async () => linter, maxLength: 1e9},
        index,
      );
      const {error} = JSON.parse(answer);
      if (error === undefined) totals.answered++;
      else totals.mistaken++;
      if (answer.indexOf('\n') !== answer.length - 1) fault('an answer is not one line', index);
    } catch (error) {
      fault(`a record: threw ${error?.stack ?? error}`, index);
    }
  }
  console.log(
    `${count} files of bytes: ${totals.read} read, ${totals.refused} refused; as many records: ${totals.answered} linted, ${totals.mistaken} answered with their mistake`,
  );
}

/** Lets `--fix` race with another program, and kills runs: bench/race.mjs and bench/kill.mjs, smaller. */
export function fuzzRaces(folder, {count}, fault) {
  for (const [name, args] of [
    ['race.mjs', ['--files', String(count)]],
    ['race.mjs', ['--files', String(count), '--jobs', '2']],
    ['kill.mjs', ['--moments', '20']],
  ]) {
    try {
      console.log(
        execFileSync(process.execPath, [path.join(folder, name), ...args], {encoding: 'utf8'}).trim(),
      );
    } catch (error) {
      fault(`${name}: ${error.stdout || error.message}`, 0);
    }
  }
}
