import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import {describe, expect, test} from 'vitest';
import {openSlices} from '../../src/files/slices.js';
import {guessFormat, readerOf} from '../../src/names/authority/sources.js';
import {AuthorityTable} from '../../src/names/authority/table.js';
import {calque, folder} from '../support/cli.js';

const people = [
  'Leonid Messar\tperson\tfootballer\tLeo Messar',
  'Élisabeth Bornier\tperson\tprime minister\tElisabeth Bornier',
  'Kovács Pálma\tperson\tpainter',
  'Sadyr Kaparov\tperson\tpresident\tSadyr Zhaparow',
  'Temur Aripov\tperson\tboxer',
  'Temir Aripov\tperson\tsinger',
  'Northern Grain Union\torganisation\ttrade union',
];

async function built(files: Readonly<Record<string, string>>, ...more: string[]): Promise<string> {
  const cwd = folder(files);
  const {code, stderr} = await calque(
    ['authority', 'build', ...Object.keys(files), '--to', 'names.calque', ...more],
    {cwd},
  );
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return cwd;
}

const tableIn = (cwd: string): AuthorityTable =>
  new AuthorityTable(openSlices(path.join(cwd, 'names.calque')));
const near = (table: AuthorityTable, name: string): string[] =>
  table.lookup(name).map(({canonical, distance}) => `${canonical} ${distance}`);

describe('a table of known names', () => {
  test('finds a name as it is, misspelt, and with its words turned', async () => {
    const table = tableIn(await built({'people.tsv': `${people.join('\n')}\n`}));
    expect(near(table, 'Leonid Messar')).toEqual(['Leonid Messar 0']);
    expect(near(table, 'Leonid Messarah')).toEqual(['Leonid Messar 2']);
    expect(near(table, 'Elizabeth Bornier')).toEqual(['Élisabeth Bornier 1']);
    expect(near(table, 'Palma Kovacs')).toEqual(['Kovács Pálma 0']);
    expect(near(table, 'Tamur Aripov')).toEqual(['Temur Aripov 1', 'Temir Aripov 2']);
    expect(near(table, 'Nobody Elsewhere')).toEqual([]);
    expect(near(table, '')).toEqual([]);
  });

  test('is the same bytes whatever the order of the lines', async () => {
    const one = await built({'people.tsv': people.join('\n')});
    const two = await built({'people.tsv': [...people].reverse().join('\n')});
    const bytes = (cwd: string) => fs.readFileSync(path.join(cwd, 'names.calque'));
    expect(bytes(one).equals(bytes(two))).toBe(true);
  });

  test('reads what Wikidata, JRC-Names, OpenSanctions and lists write', () => {
    const wikidata = readerOf('wikidata');
    const entity = {
      type: 'item',
      id: 'Q1',
      labels: {en: {value: 'Ana Torvik'}, lt: {value: 'Ana Torvika'}, ru: {value: 'Ана Торвик'}},
      aliases: {en: [{value: 'A. Torvik'}]},
      descriptions: {en: {value: 'writer'}},
      claims: {P31: [{mainsnak: {datavalue: {value: {id: 'Q5'}}}}]},
      sitelinks: {enwiki: {}, ltwiki: {}},
    };
    expect(wikidata('[')).toEqual([]);
    expect(wikidata(`${JSON.stringify(entity)},`)).toEqual(
      ['Ana Torvik', 'A. Torvik', 'Ana Torvika'].map((name) => ({
        name,
        canonical: 'Ana Torvik',
        id: 'Q1',
        kind: 'person',
        rank: 2,
        description: 'writer',
      })),
    );
    expect(wikidata('{"type":')).toEqual({problem: 'no JSON object'});
    const jrc = readerOf('jrc');
    expect(jrc('7\tP\tu\tAna+Torvik')).toMatchObject([{name: 'Ana Torvik', id: 'jrc:7', kind: 'person'}]);
    expect(jrc('7\tP\tlt\tAna+Torvika')).toMatchObject([{name: 'Ana Torvika', canonical: 'Ana Torvik'}]);
    const sanctions = readerOf('opensanctions');
    expect(
      sanctions(
        '{"id":"x-1","schema":"Person","caption":"Ana Torvik","properties":{"alias":["Anna Torvik"],"position":["MP"]}}',
      ),
    ).toMatchObject([{name: 'Ana Torvik'}, {name: 'Anna Torvik', description: 'MP'}]);
    expect(sanctions('{"id":"x-2","schema":"Vessel","caption":"Boat","properties":{}}')).toEqual([]);
    expect(readerOf('jsonl')('{"name":"Ana Torvik","aliases":["Anna Torvik"]}')).toHaveLength(2);
    expect(readerOf('jsonl')('{"aliases":[]}')).toEqual({problem: 'no object with a “name”'});
    expect(readerOf('tsv')('Ana Torvik\tqueen')).toMatchObject({problem: expect.stringContaining('“queen”')});
  });

  test('tells the formats apart', () => {
    expect(guessFormat('[')).toBe('wikidata');
    expect(guessFormat('7\tP\tu\tAna+Torvik')).toBe('jrc');
    expect(guessFormat('{"id":"x","schema":"Person","properties":{}}')).toBe('opensanctions');
    expect(guessFormat('{"name":"Ana Torvik"}')).toBe('jsonl');
    expect(guessFormat('Ana Torvik\tperson')).toBe('tsv');
  });

  test('says what is wrong, with its line, and builds from the rest', async () => {
    const cwd = folder({'people.tsv': 'Ana Torvik\tperson\nBo Berg\tking\n'});
    const {code, stderr, stdout} = await calque(['authority', 'build', 'people.tsv', '--to', 't'], {cwd});
    expect(code).toBe(1);
    expect(stderr).toContain('people.tsv:2: “king” is no kind');
    expect(stdout).toContain('1 names');
    const wrong = await calque(['authority', 'lookup', 'people.tsv', 'Ana Torvik'], {cwd});
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('not a table that `calque authority build` wrote');
  });

  test('reads what is packed', async () => {
    const cwd = folder({});
    fs.writeFileSync(path.join(cwd, 'people.tsv.gz'), zlib.gzipSync(people.join('\n')));
    const {code} = await calque(['authority', 'build', 'people.tsv.gz', '--to', 'names.calque'], {cwd});
    expect(code).toBe(0);
    expect(near(tableIn(cwd), 'Leonid Messar')).toEqual(['Leonid Messar 0']);
  });
});

describe('names/known-name', () => {
  test('tells a full name that is near just one known name', async () => {
    const cwd = await built({'people.tsv': people.join('\n')});
    fs.writeFileSync(
      path.join(cwd, 'a.txt'),
      'On Monday Leonid Messarah scored. French Prime Minister Elizabeth Bornier spoke. Sadyr Kaparov came.\n\nThe boxer Temor Aripov lost. Lena Mesar smiled. The city of Kovac Palma waited.\n',
    );
    fs.writeFileSync(
      path.join(cwd, '.calquerc.yaml'),
      'rules:\n  names/known-name: [info, {table: names.calque}]\n',
    );
    const {stdout} = await calque(['--exit-zero', '--format', 'json', 'a.txt'], {cwd});
    const told = [
      ...stdout.matchAll(/“([^”]+)” is not in the table of names, and near just one that is: “([^”]+)”/g),
    ];
    expect(told.map(([, text, known]) => `${text}: ${known}`)).toEqual([
      'Leonid Messarah: Leonid Messar',
      'Elizabeth Bornier: Élisabeth Bornier',
    ]);
  });

  test('says nothing without a table, and what is wrong with one', async () => {
    const cwd = folder({
      'a.txt': 'Leonid Messarah scored.\n',
      '.calquerc.yaml': 'rules:\n  names/known-name: info\n',
    });
    expect((await calque(['a.txt'], {cwd})).stdout).not.toContain('known-name');
  });
});
