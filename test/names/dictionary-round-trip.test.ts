import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {lossesOf} from '../../src/config/dictionary/check-export.js';
import {parseDictionary} from '../../src/config/dictionary/parse.js';
import {compilePhrases} from '../../src/lexicon/phrases/automaton.js';
import type {DictionaryEntry} from '../../src/lexicon/phrases/entry.js';
import {literalPhrase} from '../../src/lexicon/phrases/syntax.js';
import {exportDictionary, importDictionary, type NameFormat} from '../../src/names/dictionary/index.js';

const word = fc.constantFrom(
  'Kiev',
  'a(b',
  '<y>',
  'foo|bar',
  '~tilde',
  'x\\y',
  '=SUM(1)',
  '-a',
  '+b',
  '@c',
  "'quoted",
  '"',
  ',',
  'Žo',
  '&amp;',
  'C++',
  "'=x",
  '\\t',
  '\\|',
  ';',
  '#',
);
const text = fc.array(word, {minLength: 1, maxLength: 3}).map((words) => words.join(' '));
const phrase = fc.oneof(
  text.map(literalPhrase),
  fc.constantFrom(
    'attorney general of (Ukraine|Georgia)',
    '~force a <word>',
    'x (a\\|b|c) <0-2> y',
    '(first |)deputy',
  ),
);
const option = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, {nil: undefined});
const entry = fc
  .record({
    kind: fc.constantFrom('name', 'term', 'calque'),
    phrase,
    variants: option(fc.uniqueArray(phrase, {minLength: 1, maxLength: 3})),
    type: option(fc.constantFrom('person', 'place', 'organisation', 'work', 'other')),
    source: option(fc.uniqueArray(fc.constantFrom('ru', 'lt', 'uk-Latn'), {minLength: 1})),
    except: option(fc.uniqueArray(phrase, {minLength: 1, maxLength: 2})),
    note: option(text),
    case: option(fc.constant('exact')),
    severity: option(fc.constantFrom('info', 'warning', 'error')),
    apply: option(fc.constantFrom('fix', 'suggest')),
    replace: option(fc.uniqueArray(text, {minLength: 1, maxLength: 2})),
    near: option(fc.uniqueArray(text, {minLength: 1, maxLength: 2})),
    language: option(fc.constantFrom('en', 'en-GB')),
    see: option(fc.constant('https://example.org/?a=b&c=d')),
  })
  .map((all) => {
    const variants = all.variants?.filter((variant) => variant !== all.phrase);
    const kept = Object.entries({...all, variants: variants?.length ? variants : undefined});
    return {
      origin: 'd.yml:1',
      ...Object.fromEntries(kept.filter(([, v]) => v !== undefined)),
    } as unknown as DictionaryEntry;
  });

const bare = ({origin: _, house: __, ...rest}: DictionaryEntry): object => rest;

describe('what is exported is read again as it was', () => {
  test.each(['csv', 'tsv', 'tbx', 'yaml'] as NameFormat[])('property: %s', (format) => {
    fc.assert(
      fc.property(fc.array(entry, {minLength: 1, maxLength: 4}), (entries) => {
        const written = exportDictionary(format, entries);
        const {entries: back, problems} =
          format === 'yaml' ? parseDictionary(written, 'd.yml') : importDictionary(format as 'csv', written);
        expect(problems).toEqual([]);
        expect(back.map(bare)).toEqual(entries.map(bare));
        expect(lossesOf(format, entries, written)).toEqual({broken: [], fields: new Map()});
      }),
    );
  });

  test.each(['jrc', 'wikidata'] as NameFormat[])('property: %s, or its loss is told', (format) => {
    fc.assert(
      fc.property(fc.array(entry, {minLength: 1, maxLength: 4}), (entries) => {
        const written = exportDictionary(format, entries);
        const {broken, fields} = lossesOf(format, entries, written);
        const {entries: back} = importDictionary(format as 'jrc', written);
        if (broken.length > 0 || fields.size > 0) return;
        expect(back.map(({phrase: p, variants = []}) => [p, ...variants].sort())).toEqual(
          entries.map(({phrase: p, variants = []}) => [p, ...variants].sort()),
        );
      }),
    );
  });

  test('a cell that a spreadsheet would take for a formula is a text', () => {
    const entries = importDictionary('csv', 'canonical\n"=HYPERLINK(""x"")"\n-1\n').entries;
    const csv = exportDictionary('csv', entries);
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    expect(
      csv
        .split('\n')
        .slice(1)
        .every((row) => !/^"?[=+\-@]/.test(row)),
    ).toBe(true);
  });
});

test('property: a text is its own phrase, whatever its signs', () => {
  fc.assert(
    fc.property(text, (name) => {
      const {problems} = compilePhrases([{kind: 'name', origin: 'd.yml:1', phrase: literalPhrase(name)}]);
      expect(problems).toEqual([]);
    }),
  );
});

describe('a table', () => {
  test('without a header is told once', () => {
    const {entries, problems} = importDictionary('csv', 'Kyiv,Kiev\nOsh,Osch\n');
    expect(entries).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({line: 1, message: expect.stringContaining('“canonical”') as string});
  });

  test('tells a column that it does not know, and a value that cannot be', () => {
    const {entries, problems} = importDictionary('csv', 'phrase,replce,severity\nOsh,x,grave\n');
    expect(entries).toHaveLength(1);
    expect(problems.map(({message}) => message)).toEqual([
      'nothing is known of the column “replce”, so it is left out',
      'unknown severity “grave”',
    ]);
  });
});

test('TBX without a part of speech holds terms', () => {
  const tbx =
    '<tbx><text><body><conceptEntry id="1"><langSec xml:lang="en"><termSec><term>prosecutor general</term></termSec></langSec></conceptEntry></body></text></tbx>';
  expect(importDictionary('tbx', tbx).entries).toMatchObject([{kind: 'term', phrase: 'prosecutor general'}]);
});
