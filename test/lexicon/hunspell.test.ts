import {describe, expect, it} from 'vitest';
import {Hunspell} from '../../src/lexicon/hunspell.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const parse = (aff: string, dic: string) => Hunspell.parse(bytes(aff), bytes(dic));

describe('hunspell', () => {
  const simple = parse(
    `SET UTF-8
SFX S Y 2
SFX S y ies [^aeiou]y
SFX S 0 s [^y]
SFX D N 1
SFX D 0 ed .
PFX U Y 1
PFX U 0 un .
FORBIDDENWORD !
`,
    '5\nlock/SDU\npony/S\nParis\nfoo/!\nbar\tpo:noun\n',
  );

  it.each([
    'lock',
    'locks',
    'unlock',
    'unlocks',
    'locked',
    'ponies',
    'Ponies',
    'PONIES',
    'Paris',
    'PARIS',
    'bar',
  ])('knows %s', (word) => expect(simple.has(word)).toBe(true));

  it.each(['ponys', 'unlocked', 'unpony', 'foo', 'lockss', 'paris', 'xyz', ''])('does not know %s', (word) =>
    expect(simple.has(word)).toBe(false),
  );

  it('puts a suffix on a suffix', () => {
    const two = parse('SFX A Y 1\nSFX A 0 able/B .\nSFX B Y 1\nSFX B le ility able\n', '1\nread/A\n');
    expect(['read', 'readable', 'readability'].map((word) => two.has(word))).toEqual([true, true, true]);
    expect(two.has('readility')).toBe(false);
  });

  it('reads long and numeric flags and aliases', () => {
    const long = parse('FLAG long\nSFX Aa Y 1\nSFX Aa 0 s .\n', '1\ncat/AaBb\n');
    const numeric = parse('FLAG num\nSFX 101 Y 1\nSFX 101 0 s .\n', '1\ncat/7,101\n');
    const alias = parse('AF 2\nAF A\nAF AB\nSFX B Y 1\nSFX B 0 s .\n', '1\ncat/2\n');
    expect([long, numeric, alias].map((dictionary) => dictionary.has('cats'))).toEqual([true, true, true]);
  });

  it('keeps homonyms apart', () => {
    const both = parse('ONLYINCOMPOUND o\nSFX A Y 1\nSFX A 0 s .\n', '2\nmean/A\nmean/o\n');
    expect(both.has('means')).toBe(true);
  });

  it('knows stems that need an affix only with one', () => {
    const stem = parse(
      'NEEDAFFIX h\nFULLSTRIP\nSFX A Y 2\nSFX A 0 ing .\nSFX A be was be\n',
      '2\nswimm/hA\nbe/A\n',
    );
    expect(stem.has('swimm')).toBe(false);
    expect(stem.has('swimming')).toBe(true);
    expect(stem.has('was')).toBe(true);
  });

  it('puts words together where their flags allow it', () => {
    const compound = parse('COMPOUNDMIN 3\nCOMPOUNDBEGIN x\nCOMPOUNDEND z\n', '3\nHafen/xz\nmauer/z\nund\n');
    expect(compound.has('Hafenmauer')).toBe(true);
    expect(compound.has('Mauerhafen')).toBe(false);
    expect(compound.has('hafenund')).toBe(false);
  });

  it('does not take a pattern for a regular expression', () => {
    const strange = parse('SFX A Y 1\nSFX A 0 s [a-]\nSFX B Y 1\nSFX B 0 (x)* (\n', '2\nfoo-/A\nbar/A\n');
    expect(strange.has('foo-s')).toBe(true);
    expect(strange.has('bars')).toBe(false);
  });
});
