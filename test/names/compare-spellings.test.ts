import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {endingClasses, sounds, units} from '../../src/generated/romanization.js';
import {compareSpellings} from '../../src/names/spelling/compare.js';
import {foldLatin} from '../../src/names/spelling/fold.js';

/** One name, written by the habits of two languages or systems. */
const same = [
  ['Shevchenko', 'Szewczenko'],
  ['Shevchenko', 'Schewtschenko'],
  ['Dzhugashvili', 'Džugašvili'],
  ['Zhukovsky', 'Žukovskis'],
  ['Kuznetsov', 'Kuznecovas'],
  ['Yeltsin', 'Jelzin'],
  ['Gorbachev', 'Gorbatschow'],
  ['Mohammed', 'Muhammad'],
  ['Tchaikovsky', 'Čajkovskij'],
  ['Sergei', 'Sergey'],
  ['Nazarbayev', 'Nazarbajev'],
  ['Husayn', 'Hussein'],
  ['Ryu', 'Ryū'],
] as const;

/** Two names. */
const different = [
  ['Ivanov', 'Ivanova'],
  ['Petrov', 'Pavlov'],
  ['Paris', 'Boris'],
  ['Nolan', 'Roman'],
  ['Karimov', 'Rahimov'],
  ['Petrenko', 'Petrov'],
  ['Tanaka', 'Nakata'],
] as const;

describe('compareSpellings', () => {
  test.each(same)('%s and %s may well be one name', (a, b) => {
    expect(compareSpellings(a, b)).toBeGreaterThan(0.5);
  });

  test.each(different)('%s and %s are two', (a, b) => {
    expect(compareSpellings(a, b)).toBeLessThan(0.5);
  });

  test('capitals do not matter, and a spelling is surely itself', () => {
    expect(compareSpellings('ZHUKOV', 'Zhukov')).toBe(1);
    expect(compareSpellings('ŽUKOV', 'Zhukov')).toBe(compareSpellings('Žukov', 'zhukov'));
  });

  test('the order of the two does not matter much, and the answer is a probability', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'abcdehijklmnoprstuvwyzščžğʿ\u2019-'),
      maxLength: 14,
    });
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const there = compareSpellings(a, b);
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(1);
        expect(Math.abs(there - compareSpellings(b, a))).toBeLessThan(0.2);
      }),
      {seed: 5, numRuns: 400},
    );
  });

  test('any text is answered', () => {
    fc.assert(
      fc.property(
        fc.string({unit: 'grapheme', maxLength: 80}),
        fc.string({unit: 'binary', maxLength: 80}),
        (a, b) => {
          expect(compareSpellings(a, b)).not.toBeNaN();
        },
      ),
      {seed: 6, numRuns: 300},
    );
  });
});

describe('the tables', () => {
  test('name each sound and each class of endings once', () => {
    expect(new Set(sounds.map((s) => s.id)).size).toBe(sounds.length);
    expect(new Set(endingClasses).size).toBe(endingClasses.length);
    expect(new Set(units).size).toBe(units.length);
  });

  test.each([
    ['Žoldubajeva', 'Zoldubajeva'],
    ['Łódź', 'Lodz'],
    ['Ørsted', 'Orsted'],
    ['Kırgızstan', 'Kirgizstan'],
    ['Þór', 'Thor'],
    ['ÆTNA', 'AeTNA'],
  ])('%s folds to %s', (word, folded) => {
    expect(foldLatin(word)).toBe(folded);
  });
});
