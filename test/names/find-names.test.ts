import {describe, expect, test} from 'vitest';
import {readText} from '../../src/article/read-text.js';
import {findNames} from '../../src/names/find-names.js';
import {indexText} from '../../src/text/index-text.js';
import {resources} from '../support/resources.js';

function tableOf(source: string, sourceLanguage?: string) {
  const article = readText(source);
  return findNames(article, indexText(article), {
    settings: {language: 'en', ...(sourceLanguage === undefined ? {} : {sourceLanguage})},
    entries: () => [],
    resource: (name, parse) => {
      const bytes = resources(name);
      return bytes && parse(bytes);
    },
    shared: (_, make) => make(),
  });
}
const forms = (source: string) =>
  tableOf(source).clusters.map((cluster) => cluster.forms.map((form) => `${form.text} ${form.count}`));
const entries = (source: string) =>
  tableOf(source).entries.map(
    (entry) => `${entry.kind} ${entry.text}: ${entry.mentions.map((m) => m.text).join(', ')}`,
  );

describe('spellings of one name', () => {
  test('possessives, capitals and sentence starts are mentions of the same form', () => {
    expect(
      forms(
        'ZHUMABEKOV WINS\n\nTemir Zhumabekov won. Zhumabekov’s friends danced. The rival of Zhumabekov left, and Temir Zumabekov spoke.',
      ),
    ).toEqual([['Zhumabekov 4', 'Zumabekov 1']]);
  });

  test('offsets are of the word without its possessive', () => {
    const source = 'Temir Zhumabekov won. Temir Zumabekov’s friends danced.';
    const [cluster] = tableOf(source).clusters;
    const at = cluster!.forms
      .flatMap((form) => form.mentions)
      .map(({start, end}) => source.slice(start, end));
    expect(at.sort()).toEqual(['Zhumabekov', 'Zumabekov']);
  });

  test('evidence is told, two pieces at least', () => {
    for (const cluster of tableOf('Temir Zhumabekov won. We saw that Temir Zumabekov danced.').clusters) {
      expect(cluster.evidence).toContain('“Temir” stands before both');
      expect(cluster.evidence).toContainEqual(
        expect.stringMatching(/can write one sound|one letter differs/),
      );
      expect(cluster.confidence).toBeGreaterThan(0.7);
      expect(cluster.kind).toBe('person');
    }
  });

  test.each([
    ['a couple', 'Oleg Karpenkov and Irina Karpenkova married. Later Karpenkov left Karpenkova.'],
    ['a people', 'Germany lost. The Germans wept. A German in Germany told Germans so.'],
    ['days and months', 'On Sunday and Monday, in June and July, Jan and Jun came. Sundays are quiet.'],
    ['a district of a town', 'The Sakuragi-cho office is near Sakuragi, not Sakuragi-dori.'],
    ['words at the start of sentences', 'Marin came. Marine life is rich. Martin left. Marten are small.'],
    ['acronyms', 'The UNHCR and the UNHRC met. Later UNHCR left.'],
    ['addresses', 'Write to Info@Zhumabekov.example or see https://Zumabekov.example/Zhumabekow for more.'],
  ])('%s: nothing is said', (_, source) => {
    expect(forms(source)).toEqual([]);
  });

  test('a case ending is told as such, with the languages that have it', () => {
    const [cluster] = tableOf(
      'Guards left Zaporizhstal. At Zaporizhstalu nobody worked. Zaporizhstal has no power.',
    ).clusters;
    const inflected = cluster!.forms.find((form) => form.text === 'Zaporizhstalu');
    expect(inflected?.derivation).toMatchObject({base: 'Zaporizhstal', ending: 'u', kind: 'case'});
    expect(inflected?.derivation?.languages).toContain('uk');
  });

  test('the end of a name, repeated', () => {
    const [cluster] = tableOf(
      'Shells fell on Bilokamin. Nobody was left in Bilokaminamin that day.',
    ).clusters;
    expect(cluster?.forms.find((form) => form.text === 'Bilokaminamin')?.derivation?.kind).toBe('repeat');
  });

  test('thousands of different names, all of like letters, are still told', () => {
    const syllables = ['ba', 'ko', 'ri', 'shen', 'tu', 'mar', 'zel', 'vor', 'nik', 'ta'];
    let text = '';
    for (let i = 0; i < 5000; i++) {
      const name = [...String(i + 10000)].map((digit) => syllables[Number(digit)]).join('');
      text += `Then ${name.charAt(0).toUpperCase()}${name.slice(1)} spoke to us.\n`;
    }
    const mentions = tableOf(text).entries.flatMap((entry) => entry.mentions);
    expect(mentions.length).toBe(5000);
  });
});

describe('full and short mentions', () => {
  test('a surname, a given name and an initial go to the one full name that has them', () => {
    expect(
      entries(
        'President Almaz Atanbekov spoke. Atanbekov was calm. Later A. Atanbekov left, and so did Bakyt Osmonkul.',
      ),
    ).toEqual([
      'person Almaz Atanbekov: Almaz Atanbekov, Atanbekov, Atanbekov',
      expect.stringContaining('Bakyt Osmonkul: Bakyt Osmonkul'),
    ]);
  });

  test('a surname that two people have goes to neither', () => {
    const table = tableOf('Almaz Atanbekov met Gulnar Atanbekov. Atanbekov was calm.');
    expect(table.entries.map((entry) => entry.mentions.length)).toEqual([1, 1, 1]);
  });

  test('particles are inside a name, titles outside, glosses behind', () => {
    const table = tableOf(
      'The party Atan-Jurt (Fatherland) was founded by Hamid bin Karzuf. Premier Joris van Deelt came.',
    );
    expect(table.entries.map(({text, gloss, roles}) => ({text, gloss, roles}))).toEqual([
      {text: 'Atan-Jurt', gloss: 'Fatherland', roles: []},
      {text: 'Hamid bin Karzuf', gloss: undefined, roles: []},
      {text: 'Joris van Deelt', gloss: undefined, roles: ['Premier']},
    ]);
  });
});
