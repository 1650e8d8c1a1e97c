import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {addToDictionary} from '../../src/config/dictionary/add-names.js';
import {checkDictionaries} from '../../src/config/dictionary/check.js';
import {type NewName, namesApart} from '../../src/config/dictionary/new-name.js';
import {folder} from '../support/cli.js';

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
