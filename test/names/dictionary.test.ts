import {describe, expect, test} from 'vitest';
import {parseDictionary} from '../../src/config/dictionary/parse.js';
import {exportDictionary, importDictionary} from '../../src/names/dictionary/index.js';
import {proposeDictionary} from '../../src/names/dictionary/propose.js';
import type {ListedName} from '../../src/names/listing.js';

const csv = `canonical,variants,type,note
Kryvyi Rih,Krivoy Rog|Krivoi Rog,place,"town, south of Dnipro"
Temir Zhumabekov,Temir Zumabekov,person,
,Nobody,person,
Lutsk,Luck,planet,
`;

const tbx = `<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX" xml:lang="en"><text><body>
  <termEntry id="1">
    <langSet xml:lang="uk"><tig><term>Рівне</term></tig></langSet>
    <langSet xml:lang="en">
      <tig><term>Rovno</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
      <tig><term>Rivne</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
      <tig><term>Rivne &amp; region</term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></tig>
    </langSet>
  </termEntry>
  <termEntry id="2"><langSet xml:lang="lt"><tig><term>Gardinas</term></tig></langSet></termEntry>
</body></text></martif>`;

const jrc = `# JRC-Names
21\tP\ten\tTemir+Zhumabekov
21\tP\tde\tTemir+Schumabekow
21\tP\tru\tТемир+Жумабеков
22\tO\tu\tGuild+of+Bakers
broken line
`;

const wikidata = JSON.stringify({
  entities: {
    Q901: {
      id: 'Q901',
      labels: {
        en: {language: 'en', value: 'Temir Zhumabekov'},
        lt: {language: 'lt', value: 'Temiras Žumabekovas'},
        ru: {value: 'Темир Жумабеков'},
      },
      aliases: {en: [{language: 'en', value: 'Temir Jumabekov'}]},
      claims: {P31: [{mainsnak: {datavalue: {value: {id: 'Q5'}}}}]},
    },
    Q902: {id: 'Q902', labels: {lt: {language: 'lt', value: 'Kažkas'}}},
  },
});

const short = (format: Parameters<typeof importDictionary>[0], text: string) =>
  importDictionary(format, text).entries.map(({phrase, variants, type}) => [
    phrase,
    (variants ?? []).join('|'),
    type,
  ]);

describe('import', () => {
  test('a table: quoted cells, several variants, problems with their lines', () => {
    expect(short('csv', csv)).toEqual([
      ['Kryvyi Rih', 'Krivoy Rog|Krivoi Rog', 'place'],
      ['Temir Zhumabekov', 'Temir Zumabekov', 'person'],
      ['Lutsk', 'Luck', undefined],
    ]);
    expect(importDictionary('csv', csv).problems).toEqual([
      {message: 'no value in the column “canonical”', line: 4},
      {message: 'unknown type “planet”', line: 5},
    ]);
    expect(short('tsv', 'canonical\tvariants\nLviv\tLvov|"Lwow\n')).toEqual([
      ['Lviv', 'Lvov|"Lwow', undefined],
    ]);
  });

  test('TBX: the preferred term replaces the deprecated; an admitted one is left alone', () => {
    expect(short('tbx', tbx)).toEqual([['Rivne', 'Rovno', undefined]]);
    expect(importDictionary('tbx', tbx).problems).toEqual([{message: 'no term in “en”', line: 11}]);
    expect(importDictionary('tbx', '<a><b></a>').problems.length).toBeGreaterThan(0);
  });

  test('TBX of 2019 as it is written', () => {
    const {entries} = importDictionary('tbx', tbx);
    expect(short('tbx', exportDictionary('tbx', entries))).toEqual(short('tbx', tbx));
  });

  test('JRC-Names: spellings of one number; other scripts left out', () => {
    expect(short('jrc', jrc)).toEqual([
      ['Temir Zhumabekov', 'Temir Schumabekow', 'person'],
      ['Guild of Bakers', '', 'organisation'],
    ]);
    expect(importDictionary('jrc', jrc).problems).toEqual([
      {message: 'not “number, type, language, spelling” parted by tabs', line: 6},
    ]);
  });

  test('Wikidata: label, aliases, labels of other languages', () => {
    expect(short('wikidata', wikidata)).toEqual([
      ['Temir Zhumabekov', 'Temir Jumabekov|Temiras Žumabekovas', 'person'],
    ]);
    expect(importDictionary('wikidata', wikidata).problems).toEqual([
      {message: 'Q902 has no label in “en”', line: 0},
    ]);
    expect(importDictionary('wikidata', '{').problems).toHaveLength(1);
  });
});

describe('export', () => {
  const {entries} = importDictionary('csv', csv);
  test.each(['csv', 'tsv', 'tbx', 'jrc', 'wikidata'] as const)('%s is read back as it was', (format) => {
    const back = importDictionary(format, exportDictionary(format, entries));
    expect(back.problems).toEqual([]);
    expect(back.entries.map(({phrase, variants}) => ({phrase, variants}))).toEqual(
      entries.map(({phrase, variants}) => ({phrase, variants})),
    );
  });

  test('YAML is a dictionary that calque reads', () => {
    const back = parseDictionary(exportDictionary('yaml', entries), 'names.yml');
    expect(back.problems).toEqual([]);
    expect(back.entries.map(({phrase, variants}) => [phrase, variants])).toEqual(
      entries.map(({phrase, variants}) => [phrase, variants]),
    );
  });
});

const variant = (...forms: [text: string, ...lines: number[]][]): ListedName => ({
  name: 'Temir Zhumabekov',
  kind: 'person',
  spellings: [],
  variants: [
    {
      forms: forms.map(([text, ...lines]) => ({text, lines})),
      confidence: 0.9,
      evidence: ['“Temir” stands before both'],
    },
  ],
});
const proposed = (...args: Parameters<typeof proposeDictionary>) => {
  const yaml = proposeDictionary(...args);
  const {entries, problems} = parseDictionary(yaml, 'names.yml');
  expect(problems).toEqual([]);
  return {yaml, entries};
};

describe('a dictionary is proposed', () => {
  const one = variant(['Zumabekov', 1, 1], ['Zhumabekov', 3]);

  test('of what a text shows, with places and reasons', () => {
    // A name and its short form share the word that varies: it is counted once.
    const {yaml, entries} = proposed([{names: [one, one]}]);
    expect(yaml).toContain(
      '  # Zumabekov ×2 (1), Zhumabekov ×1 (3)\n  # “Temir” stands before both\n  - phrase: Zumabekov\n',
    );
    expect(entries).toEqual([
      expect.objectContaining({
        kind: 'name',
        phrase: 'Zumabekov',
        variants: ['Zhumabekov'],
        type: 'person',
        case: 'exact',
      }),
    ]);
    expect(entries[0]?.apply).not.toBe('fix');
  });

  test('of several texts, as one entry a name', () => {
    const {yaml, entries} = proposed([
      {path: 'a.txt', names: [one]},
      {path: 'b.txt', names: [variant(['Zhumabekov', 2], ['Jumabekov', 5])]},
      {
        path: 'c.txt',
        names: [variant(['Zhumabekov', 7], ['Jumabekov', 8]), variant(['Ohshiro', 1], ['Oshiro', 2])],
      },
    ]);
    expect(entries.map(({phrase, variants}) => [phrase, variants])).toEqual([
      ['Zhumabekov', ['Zumabekov', 'Jumabekov']],
      ['Ohshiro', ['Oshiro']],
    ]);
    expect(yaml).toContain('# Zhumabekov ×3 (a.txt:3, b.txt:2, c.txt:7), Zumabekov ×2 (a.txt:1), Jumabekov');
  });

  test('of what no dictionary has yet', () => {
    const known = {kind: 'name', origin: 'house', phrase: 'Temir Zhumabekov', variants: ['Temir Zumabekov']};
    const names = [variant(['Zhumabekov', 1], ['Zumabekov', 2])];
    expect(proposed([{names}], [known]).entries).toEqual([]);
    expect(proposed([{names}], [{...known, kind: 'term'}]).entries).toHaveLength(1);
    const more = [variant(['Zhumabekov', 1], ['Zumabekov', 2], ['Jumabekov', 3])];
    expect(proposed([{names: more}], [known]).entries).toMatchObject([
      {phrase: 'Zhumabekov', variants: ['Jumabekov']},
    ]);
  });
});
