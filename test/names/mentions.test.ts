import {describe, expect, test} from 'vitest';
import {readText} from '../../src/article/read-text.js';
import {findNames} from '../../src/names/find-names.js';
import {indexText} from '../../src/text/index-text.js';
import {resources} from '../support/resources.js';

function namesOf(source: string): string[] {
  const article = readText(source);
  const table = findNames(article, indexText(article), {
    settings: {language: 'en'},
    entries: () => [],
    resource: (name, parse) => {
      const bytes = resources(name);
      return bytes && parse(bytes);
    },
    shared: (_, make) => make(),
  });
  return table.entries.map(({text, kind}) => `${text}: ${kind}`);
}

describe('names of an article with their kinds', () => {
  test.each([
    ['The talks were led by President of Ukraine Oksana Zhilinska on Monday.', 'Oksana Zhilinska: person'],
    ['The talks were led by President of Ukraine Oksana Zhilinska on Monday.', 'Ukraine: place'],
    ['It was said by Kremlin Press Secretary Anton Vorgin.', 'Anton Vorgin: person'],
    ['He met the American Ruben Zaldano in the hall.', 'Ruben Zaldano: person'],
    ['He met the American Ruben Zaldano in the hall.', 'American: demonym'],
    [
      'He works at the Ministry of Education and Science in town.',
      'Ministry of Education and Science: organisation',
    ],
    ['He studied at the University of Latvia for years.', 'University of Latvia: organisation'],
    ['The ship sank in the Sea of Azov at night.', 'Sea of Azov: place'],
    ['They came from Turkey by bus.', 'Turkey: place'],
    ['We saw Mr Brown in the garden.', 'Brown: person'],
    ['It was the worst day of the Second Karvanian War so far.', 'Second Karvanian War: event'],
    ['Near St. Petersburg the road ends.', 'St. Petersburg: place'],
    ['It is what French New Caledonia wants.', 'New Caledonia: place'],
  ])('%s has %s', (text, name) => {
    expect(namesOf(text)).toContain(name);
  });

  test.each([
    ['The German Chancellor spoke first, and then the crowd left.'],
    ['In June the price rose, and on Monday it fell.'],
    ['He bought a TV and a PC for the house.'],
  ])('%s has none', (text) => {
    expect(namesOf(text).filter((name) => !name.endsWith('demonym'))).toEqual([]);
  });
});
