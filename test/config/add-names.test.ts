import {execFile} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {promisify} from 'node:util';
import {describe, expect, test} from 'vitest';
import {addEntries, addToDictionary} from '../../src/config/dictionary/add-names.js';
import {checkDictionaries} from '../../src/config/dictionary/check.js';
import {type NewName, namesApart} from '../../src/config/dictionary/new-name.js';
import {parseDictionary} from '../../src/config/dictionary/parse.js';
import {cli, folder} from '../support/cli.js';

/** A dictionary after names were added. */
async function added(before: string | undefined, ...names: NewName[]): Promise<string> {
  const file = path.join(folder(before === undefined ? {} : {'names.yml': before}), 'names.yml');
  await addToDictionary(file, names);
  const text = fs.readFileSync(file, 'utf8');
  expect(checkDictionaries([{file: 'names.yml', text}], new Set(['name', 'term']))).toEqual([]);
  return text;
}

describe('names are added to a dictionary', () => {
  test('that is made where there is none', async () => {
    expect(await added(undefined, {phrase: 'Osh', variants: ['Osch'], type: 'place'})).toBe(
      '# Names of this project: how each is written, and the spellings that stand for it.\nkind: name\nentries:\n  - phrase: Osh\n    type: place\n    variants:\n      - Osch\n',
    );
  });

  test('of terms too, with their kind; a name that is there gets what it lacks', async () => {
    const terms = 'kind: term\nentries:\n  - phrase: Osh # a term\n';
    const one = await added(terms, {phrase: 'Osh', variants: ['Osch']});
    expect(one).toBe(`${terms}  - kind: name\n    phrase: Osh\n    variants:\n      - Osch\n`);
    expect(await added(one, {phrase: 'Osh', variants: ['Osch', 'Oş']})).toBe(`${one}      - Oş\n`);
  });

  test('each apart from those it was thought to stand for', async () => {
    const before =
      'kind: name\nentries:\n  # The governor.\n  - phrase: Zhaparov\n    variants: [Zaparov, Japarov]\n  - phrase: Osh\n    variants: [Zaparov]\n    kind: term\n';
    const names = namesApart(['Zaparov', 'Zhaparov'], 'person');
    const after = await added(before, ...names);
    expect(after).toBe(
      'kind: name\nentries:\n  # The governor.\n  - phrase: Zhaparov\n    variants: [ Japarov ]\n  - phrase: Osh\n    variants: [ Zaparov ]\n    kind: term\n  - phrase: Zaparov\n    type: person\n',
    );
    expect(await added(after, ...names)).toBe(after);
    expect(
      await added('kind: name\nentries:\n  - phrase: A\n    variants: [B]\n', {phrase: 'B', variants: []}),
    ).toBe('kind: name\nentries:\n  - phrase: A\n  - phrase: B\n');
  });

  test('but not to one that is broken', async () => {
    const file = path.join(folder({'names.yml': 'kind: [\n'}), 'names.yml');
    await expect(addToDictionary(file, [{phrase: 'A', variants: []}])).rejects.toThrow('names.yml is broken');
    expect(fs.readFileSync(file, 'utf8')).toBe('kind: [\n');
  });
});

describe('what several write at a time', () => {
  test('is not lost, within a process and between them', async () => {
    const root = folder({});
    const file = path.join(root, 'names.yml');
    const inside = Array.from({length: 8}, (_, i) =>
      addToDictionary(file, [{phrase: `Inner${i}`, variants: []}]),
    );
    const outside = Array.from({length: 4}, (_, i) =>
      promisify(execFile)(process.execPath, [cli, 'dictionary', 'add', `Outer${i}`, '--to', 'names.yml'], {
        cwd: root,
      }),
    );
    await Promise.all([...inside, ...outside]);
    const text = fs.readFileSync(file, 'utf8');
    for (let i = 0; i < 8; i++) expect(text).toContain(`phrase: Inner${i}\n`);
    for (let i = 0; i < 4; i++) expect(text).toContain(`phrase: Outer${i}\n`);
    expect(fs.readdirSync(root)).toEqual(['names.yml']);
  });

  test('is not held up by a lock that was left behind', async () => {
    const file = path.join(folder({'names.yml.lock': '1\n'}), 'names.yml');
    const old = new Date(Date.now() - 60_000);
    fs.utimesSync(`${file}.lock`, old, old);
    await addToDictionary(file, [{phrase: 'Osh', variants: []}]);
    expect(fs.readFileSync(file, 'utf8')).toContain('phrase: Osh');
  });
});

test('signs of the syntax are escaped, and what is there is told', async () => {
  const names = ['a(b', 'x <y>', 'foo|bar', '~tilde', 'back\\slash', ')'].map((phrase) => ({
    phrase,
    variants: [],
  }));
  const text = await added(undefined, ...names);
  expect(await added(text, ...names)).toBe(text);
  const file = path.join(folder({'names.yml': text}), 'names.yml');
  expect(await addToDictionary(file, names.slice(0, 1))).toEqual({added: 0, completed: 0, known: ['a(b']});
  await expect(addToDictionary(file, [{phrase: ' ', variants: []}])).rejects.toThrow(
    'could not be read again',
  );
  expect(fs.readFileSync(file, 'utf8')).toBe(text);
});

test('entries are added with all that they say', async () => {
  const file = path.join(
    folder({'d.yml': 'kind: name\nentries:\n  - phrase: Kyiv\n    note: mine\n'}),
    'd.yml',
  );
  const entry = {
    kind: 'name',
    phrase: 'Kyiv',
    variants: ['Kiev'],
    except: ['chicken Kiev'],
    source: ['ru'],
    note: 'theirs',
    severity: 'info',
  } as const;
  const term = {kind: 'term', phrase: 'head office', case: 'exact', apply: 'fix'} as const;
  expect(await addEntries(file, [entry, term])).toEqual({added: 1, completed: 1, known: []});
  const {entries} = parseDictionary(fs.readFileSync(file, 'utf8'), 'd.yml');
  expect(entries).toMatchObject([{...entry, note: 'mine'}, term]);
});
