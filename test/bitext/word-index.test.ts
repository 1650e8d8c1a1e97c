import {expect, test} from 'vitest';
import {isSameBones, type SourceWord} from '../../rules/bilingual/_shared/name-words.js';
import {NameIndex, WordIndex} from '../../rules/bilingual/_shared/word-index.js';

/** All strings of these letters from one to so many long. */
function strings(letters: string, longest: number): string[] {
  let last = [''];
  const out: string[] = [];
  for (let n = 0; n < longest; n++) {
    last = last.flatMap((head) => [...letters].map((letter) => head + letter));
    out.push(...last);
  }
  return out;
}

const word = (latin: string, bones: string, isCapital = true): SourceWord => ({
  start: 0,
  end: latin.length,
  word: latin,
  latin,
  bones,
  isName: isCapital,
  isCapital,
});

const all = strings('KLR', 5);

test('a name is looked up among the words of the source as each would be compared with it', () => {
  for (const bones of ['KLR', 'KLRK', 'KLRKL', 'LK', 'R']) {
    const index = new WordIndex([word('kalera', bones)]);
    for (const other of all)
      expect([bones, other, index.supports('other', other)]).toEqual([
        bones,
        other,
        other.length >= 3 && isSameBones(bones, other),
      ]);
  }
});

test('a word without a capital supports what is spelt as it is, alone', () => {
  const index = new WordIndex([word('kalera', 'KLR', false)]);
  expect(index.has('kalera')).toBe(true);
  expect(index.supports('kalera', 'XYZ')).toBe(true);
  expect(index.supports('kolero', 'KLR')).toBe(false);
});

test('a word of the source is looked up among the names of the translation as it would be compared with each', () => {
  for (const bones of ['KLR', 'KLRK', 'LK', 'R']) {
    const index = new NameIndex([{name: 'kalera', bones, isName: true}]);
    for (const other of all.filter(({length}) => length >= 3))
      expect([bones, other, index.hasNameOf(word('other', other))]).toEqual([
        bones,
        other,
        bones.length >= 2 && isSameBones(other, bones),
      ]);
  }
});

test('one spelling with another first sound is no name of the translation', () => {
  const index = new NameIndex([{name: 'jana', bones: 'SN', isName: true}]);
  expect(index.hasNameOf(word('jana', 'SNK'))).toBe(true);
  expect(index.hasNameOf(word('jana', 'NKK'))).toBe(false);
  expect(new NameIndex([{name: 'jana', bones: 'SN', isName: false}]).hasNameOf(word('jana', 'SNK'))).toBe(
    false,
  );
});
