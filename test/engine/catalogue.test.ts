import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {faultsOf} from '../../scripts/catalogues/check.mjs';
import {createLinter} from '../../src/core.js';
import {type Catalogue, catalogueFor, catalogueLocales, Translator} from '../../src/engine/catalogue.js';
import {fillTemplate} from '../../src/engine/fill.js';
import {resources, root} from '../support/resources.js';

const catalogueOf = (locale: string): Catalogue =>
  JSON.parse(fs.readFileSync(path.join(root, 'catalogues', `${locale}.json`), 'utf8')) as Catalogue;

const article =
  'The party named Temir Zhumabekov as its candidate. “We want Temir Zumabekov to lead,” a member said. Zumabekov’s friends cheered, and Zumabekov thanked them. The the road costs 5 mlrd. euros.\n\nMiestas prie ežero labai gražus ir ramus rudenį.\n';

describe('findings are told in the language that is asked for', () => {
  test.each([
    ['de', 'eine Person in 2 Schreibweisen', 'Hier „Zumabekov“ schreiben (steht 3-mal)', 'Litauisch'],
    ['es', 'una persona con 2 grafías', 'Escribir aquí «Zumabekov» (aparece 3 veces)', 'lituano'],
    ['lt', 'vienas asmuo, 2 rašybos', 'Čia rašyti „Zumabekov“ (parašyta 3 kartus)', 'lietuvių'],
    ['ru', 'один человек, 2 написания', 'Написать здесь «Zumabekov» (стоит 3 раза)', 'литовский'],
    ['uk', 'одна людина, 2 написання', 'Написати тут «Zumabekov» (стоїть 3 рази)', 'литовська'],
  ])('%s', async (locale, message, suggestion, language) => {
    const english = (await createLinter({resources})).lint(article).findings;
    const told = (await createLinter({resources, locale})).lint(article).findings;
    expect(told.map(({rule, start, end, data}) => ({rule, start, end, data}))).toEqual(
      english.map(({rule, start, end, data}) => ({rule, start, end, data})),
    );
    const name = told.find(({rule}) => rule === 'names/inconsistent-spelling')!;
    expect(name.message).toContain(message);
    expect(name.suggestions.map((one) => one.message)).toContain(suggestion);
    expect(told.find(({rule}) => rule.startsWith('foreign/'))!.message).toContain(language);
    for (const [i, {message, suggestions, related}] of told.entries()) {
      expect(message).not.toMatch(/\{\{|undefined/);
      expect(message).not.toBe(english[i]!.message);
      for (const [k, one] of suggestions.entries())
        expect(one.message).not.toBe(english[i]!.suggestions[k]!.message);
      for (const [k, one] of related.entries()) expect(one.message).not.toBe(english[i]!.related[k]!.message);
    }
  });

  test('of a region by its language, and in English where there is no catalogue', async () => {
    expect(catalogueFor('de-AT')).toBe('de');
    expect(catalogueFor('es_MX')).toBe('es');
    expect(catalogueFor('en-GB')).toBeUndefined();
    expect(catalogueFor('ja')).toBeUndefined();
  });
});

describe('a phrase', () => {
  const say = new Translator(catalogueOf('de'));

  test.each([
    [
      'Write “Kowal” here (stands 3 times, the first full name has it)',
      'Hier „Kowal“ schreiben (steht 3-mal, so steht es im ersten vollen Namen)',
    ],
    ['“person” here', 'hier „person“'],
    ['Croatian, Bosnian or Serbian', 'Kroatisch, Bosnisch oder Serbisch'],
    ['text in Cyrillic letters', 'Kyrillisch'],
    ['“Temir” stands before both; one letter differs', '„Temir“ steht vor beiden; ein Buchstabe ist anders'],
    ['3 soft hyphens (U+00AD), here and further on', '3 weiche Trennzeichen (U+00AD), hier und weiter unten'],
    ['What a plugin says', 'What a plugin says'],
  ])('%s', (english, german) => {
    expect(say.phrase(english)).toBe(german);
  });
});

describe('forms', () => {
  const plural = (n: number): string => new Intl.PluralRules('ru').select(n);

  test.each([
    ['1', '1 слово'],
    ['3', '3 слова'],
    ['11', '11 слов'],
    ['two', '2 слова'],
  ])('%s', (n, words) => {
    const template = '{{n: one=# слово|few=# слова|many=# слов|other=# слова}}';
    expect(fillTemplate(template, () => n, plural)).toBe(words);
  });

  test('a name without a value stays', () => {
    expect(fillTemplate('{{a}} {{b}}', (name) => (name === 'a' ? 'x' : undefined))).toBe('x {{b}}');
  });
});

describe('drift is found', () => {
  const said = {messages: {'a/b one': 'Has {{text}}'}, frame: {fix: 'fix: {{change}}'}};
  const good = {
    locale: 'de',
    languages: {or: ' oder ', name: '{}'},
    messages: {'a/b': {one: 'Hat {{text}}'}},
    phrases: {'Write “{}”': '„{{1}}“ schreiben'},
    frame: {fix: 'Korrektur: {{change}}'},
  };
  const phrases = new Set(['Write “{}”']);

  test.each([
    ['nothing', {}, []],
    ['a message that is missing', {messages: {}}, ['lacks the message “a/b one”']],
    [
      'a message too many',
      {messages: {'a/b': {one: 'Hat {{text}}', two: 'x'}}},
      ['has a message that there is not: “a/b two”'],
    ],
    [
      'another placeholder',
      {messages: {'a/b': {one: 'Hat {{word}}'}}},
      ['has other placeholders in “a/b one”: “word” for “text”'],
    ],
    ['a phrase that is missing', {phrases: {}}, ['lacks the phrase “Write “{}””']],
    [
      'a slot that is missing',
      {phrases: {'Write “{}”': 'schreiben'}},
      ['has other placeholders in “schreiben” than “Write “{}””'],
    ],
    [
      'a form that the language lacks',
      {frame: {fix: '{{change: few=x|other=y}}'}},
      ['has a form “few” that the language lacks in “{{change: few=x|other=y}}”'],
    ],
  ])('%s', (_what, change, faults) => {
    expect(faultsOf({...good, ...change}, said, phrases)).toEqual(faults);
  });

  test('there is a catalogue of each locale, and no other', () => {
    const files = fs.readdirSync(path.join(root, 'catalogues')).sort();
    expect(files).toEqual(catalogueLocales.map((locale) => `${locale}.json`));
  });
});
