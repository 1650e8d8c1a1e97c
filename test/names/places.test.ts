import {describe, expect, test} from 'vitest';
import {oneLetterAway, PlaceTable} from '../../src/names/places/place-table.js';
import {lint} from '../support/lint.js';
import {resources} from '../support/resources.js';

const table = new PlaceTable(resources('places.bin')!);
const namesOf = (spelling: string): string[] => table.of(spelling).map((place) => table.nameOf(place));

describe('the table of places', () => {
  test('knows a place by its spellings, marks and apostrophes aside', () => {
    expect(namesOf('Ugledar')).toEqual(['Vuhledar']);
    expect(namesOf('Wilno')).toContain('Vilnius');
    expect(namesOf("Vil'nyus")).toContain('Vilnius');
    expect(namesOf('Łódź')).toContain('Łódź');
  });

  test('has nothing for words that are no place', () => {
    for (const word of ['', 'Xqzzvk', 'Wednesdayish', 'a'.repeat(100)]) expect(table.of(word)).toEqual([]);
  });

  test('finds what is one letter away', () => {
    const near = (word: string) => table.near(word).map((place) => table.nameOf(place));
    for (const word of ['Vuhladar', 'Vuhlear', 'Vuhledarr', 'Vuhlearr', 'Vuhelar'])
      expect(near(word).includes('Vuhledar')).toBe(word !== 'Vuhlearr' && word !== 'Vuhelar');
    expect([...oneLetterAway('ab')]).toContain('ba');
  });

  test('knows how large a place is', () => {
    expect(Math.max(...table.of('Vilnius').map(({size}) => size))).toBe(5);
  });

  test('refuses what is no table', () => {
    expect(() => new PlaceTable(new Uint8Array(10))).toThrow(RangeError);
    expect(() => new PlaceTable(new Uint8Array(400_000))).toThrow('Not a table of places');
  });
});

describe('a place that is spelt in several ways', () => {
  test('is told with the name that GeoNames gives it, first', async () => {
    const findings = await lint(
      'The convoy left Ugledar on Monday. Shells fell near Vugledar. Guns were heard in Vugledar.',
    );
    const told = findings.filter(({rule}) => rule === 'names/inconsistent-spelling');
    expect(told.map(({text}) => text)).toEqual(['Ugledar']);
    expect(told[0]!.message).toContain('one place');
    expect(told[0]!.message).toContain('both are spellings of “Vuhledar”');
    expect(told[0]!.suggestions[0]!.message).toBe('Write “Vuhledar” here (GeoNames writes the place so)');
  });

  test('is not told of two places', async () => {
    const findings = await lint(
      'The train stops in Austin and goes on to Austria. Rain fell in Kazan. Snow fell in Kasane.',
    );
    expect(findings.filter(({rule}) => rule.startsWith('names/'))).toEqual([]);
  });
});
