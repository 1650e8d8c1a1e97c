import {expect, test} from 'vitest';
import {parseDictionary} from '../../src/config/dictionary/parse.js';

const entries = (count: number, make: (i: number) => string): string =>
  Array.from({length: count}, (_, i) => make(i)).join('');

test.each([
  ['YAML', `kind: name\nentries:\n${entries(100_001, (i) => `  - phrase: N${i}\n`)}`],
  ['YAML in one line', `{kind: name, entries: [${entries(100_001, (i) => `{phrase: N${i}},`)}]}`],
  ['JSON', `{"kind":"name","entries":[${entries(100_001, (i) => `{"phrase":"N${i}"},`)}{}]}`],
])('more entries than can be read in time are refused before they are parsed: %s', (_, text) => {
  expect(parseDictionary(text, 'names.yml')).toEqual({
    entries: [],
    problems: [
      {message: 'the dictionary has 100001 entries, more than the 100000 that are read', line: 1, column: 1},
    ],
  });
});

test('the word in the texts of entries counts for nothing', () => {
  const text = `kind: name\nentries:\n  - phrase: Kyiv\n    note: "${'a phrase of it, paraphrase: no; '.repeat(110_000)}"\n`;
  expect(parseDictionary(text, 'names.yml').entries).toHaveLength(1);
});
