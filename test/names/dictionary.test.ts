import {describe, expect, test} from 'vitest';
import {parseDictionary} from '../../src/config/dictionary/parse.js';
import {exportDictionary, importDictionary, proposeDictionary} from '../../src/names/dictionary/index.js';
import type {NameTable} from '../../src/names/name-table.js';

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

test('what an article shows is proposed as a dictionary', () => {
  const mention = (start: number) => ({start, end: start + 4, firstToken: start, lastToken: start});
  const table: NameTable = {
    clusters: [
      {
        forms: [
          {text: 'Zumabekov', count: 2, mentions: [mention(1), mention(9)]},
          {text: 'Zhumabekov', count: 1, mentions: [mention(5)]},
        ],
        kind: 'person',
        confidence: 0.9,
        evidence: ['“Temir” stands before both'],
      },
    ],
    entries: [],
  };
  const yaml = proposeDictionary(table);
  expect(yaml).toContain('# Zumabekov ×2, Zhumabekov ×1');
  const {entries, problems} = parseDictionary(yaml, 'names.yml');
  expect(problems).toEqual([]);
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
