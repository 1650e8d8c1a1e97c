import {expect, test} from 'vitest';
import joined from '../../rules/punctuation/joined-words.js';
import {lint} from '../support/lint.js';

const found = async (text: string): Promise<string[]> =>
  (await lint(text, {rules: [joined]})).map((f) => text.slice(f.start, f.end));

test.each(['theParis', 'officialsSaid', 'votesThey', 'BerlinThe', 'fromBerlin’s', 'withI'])(
  '%s',
  async (word) => {
    expect(await found(`Rain came, and ${word} stood there.`)).toEqual([word]);
  },
);

test.each([
  'iPhone',
  'easyJet',
  'airBaltic',
  'LinkedIn',
  'PlayStation',
  'DiCaprio',
  'MacDonald',
  'eReader',
  'hasNext',
  'getElementById',
  'inDrive',
  'tvOS',
  'WeWork',
  '#saveOurSeas',
  'saidThe()',
  'x.saidThe',
])('left alone: %s', async (word) => {
  expect(await found(`Rain came, and ${word} stood there.`)).toEqual([]);
});

test('a brand stands there more than once', async () => {
  expect(await found('The shopTheory is new. Nobody knows shopTheory yet.')).toEqual([]);
});

test('a name that is not in the lexicon is known from elsewhere in the article', async () => {
  expect(await found('The visit of presidentZorbakul began.')).toEqual([]);
  expect(await found('Zorbakul came. The visit of presidentZorbakul began.')).toEqual(['presidentZorbakul']);
});
