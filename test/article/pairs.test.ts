import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Article, ReadArticle} from '../../src/article/article.js';
import {readJsonl} from '../../src/article/pairs/read-jsonl.js';
import {readPo} from '../../src/article/pairs/read-po.js';
import {readTmx} from '../../src/article/pairs/read-tmx.js';
import {readTsv} from '../../src/article/pairs/read-tsv.js';
import {readXliff} from '../../src/article/pairs/read-xliff.js';

const readers = {xliff: readXliff, tmx: readTmx, po: readPo, tsv: readTsv, jsonl: readJsonl};

/** Both sides of an article, block by block. */
const sides = (article: Article): string[][] => {
  const blocks = ({prose, blocks: all}: Article): string[] =>
    all.map(({start, end}) => prose.slice(start, end));
  return [blocks(article.original?.article ?? article), blocks(article)];
};
const xliff = (units: string): string =>
  `<?xml version="1.0"?>\n<xliff version="1.2"><file source-language="de" target-language="en">\n<body>${units}</body></file></xliff>`;
const unit = (source: string, target: string, attributes = '', state = ''): string =>
  `<trans-unit id="1"${attributes}><source>${source}</source><target${state}>${target}</target></trans-unit>`;

describe('XLIFF', () => {
  test('1.2: both sides, their languages and links', () => {
    const article = readXliff(xliff(unit('Der Hund &amp; die Katze', 'The dog &amp; the cat')));
    expect(sides(article)).toEqual([['Der Hund & die Katze'], ['The dog & the cat']]);
    expect(article.language).toBe('en');
    expect(article.original?.language).toBe('de');
    const [s0, s1, t0, t1] = article.original?.segments?.[0] ?? [0, 0, 0, 0];
    expect(article.source.slice(s0, s1)).toBe('Der Hund &amp; die Katze');
    expect(article.source.slice(t0, t1)).toBe('The dog &amp; the cat');
  });

  test('2.1: segments of a unit are one paragraph, those not yet translated left out', () => {
    const article = readXliff(`<xliff version="2.1" srcLang="ru" trgLang="en"><file id="f"><unit id="u">
      <notes><note>Nothing</note></notes>
      <segment><source>Раз.</source><target>One.</target></segment>
      <ignorable><source> </source></ignorable>
      <segment><source>Два.</source><target>Two.</target></segment>
      <segment state="initial"><source>Три.</source><target>Drei.</target></segment>
    </unit></file></xliff>`);
    expect(sides(article)).toEqual([['Раз. Два.'], ['One. Two.']]);
    expect(article.original?.segments).toHaveLength(2);
  });

  test.each([
    ['a unit that is not to be translated', unit('Ja', 'Yes', ' translate="no"')],
    ['a target that needs translation', unit('Ja', 'Yes', '', ' state="needs-translation"')],
    ['a target that is new', unit('Ja', 'Yes', '', ' state="new"')],
    ['an empty target', unit('Ja', '')],
    ['a note', `<trans-unit id="1"><source>Ja</source><note>Yes</note></trans-unit>`],
    [
      'a proposal',
      `<trans-unit id="1"><source>Ja</source><alt-trans><source>Ja</source><target>Yes</target></alt-trans></trans-unit>`,
    ],
  ])('leaves out %s', (_, body) => {
    expect(sides(readXliff(xliff(body)))).toEqual([[], []]);
  });

  test('codes are placeholders, and paired codes markup', () => {
    const article = readXliff(
      xliff(
        unit(
          'A <x id="1"/> b',
          'One <x id="1"/> and <g id="2">two</g> <bpt id="3">&lt;i></bpt>three<ept id="3">&lt;/i></ept>',
        ),
      ),
    );
    expect(sides(article)[1]).toEqual(['One \uFFFC and two three']);
    expect(article.map.isContiguous(0, article.prose.length)).toBe(false);
  });

  test.each([
    ['a tag that is not closed', '<xliff version="1.2">\n<file>\n<body></file></xliff>', 2],
    ['another kind of XML', '<rss>\n</rss>', 0],
    ['entities', '<!DOCTYPE a [\n<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>\n<xliff>&b;</xliff>', 1],
    [
      'entities of other files',
      '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff>&a;</xliff>',
      0,
    ],
    ['an entity that there is not', '<xliff>\n&nothing;</xliff>', 1],
  ])('tells of %s, with its line', (_, text, line) => {
    const article = readXliff(text);
    expect(article.blocks).toEqual([]);
    const at = article.faults?.[0]?.start ?? -1;
    expect(text.slice(0, at).split('\n').length - 1).toBe(line);
  });
});

test('TMX: the source language of the header, and English among others', () => {
  const article = readTmx(
    `<tmx version="1.4"><header srclang="fr"/><body><tu><tuv xml:lang="de"><seg>Hund</seg></tuv><tuv xml:lang="fr-FR"><seg>Le <ph>{1}</ph> chien</seg></tuv><tuv xml:lang="en-GB"><seg>The <ph>{1}</ph> dog</seg></tuv></tu></body></tmx>`,
  );
  expect(sides(article)).toEqual([['Le \uFFFC chien'], ['The \uFFFC dog']]);
  expect(article.language).toBe('en-gb');
  expect(readTmx('<tmx>').faults).toHaveLength(1);
});

test('PO: strings of several lines; neither fuzzy nor obsolete messages', () => {
  const article = readPo(
    'msgid ""\nmsgstr "Language: en_GB\\n"\n\nmsgid "Ein "\n"\\"Hund\\""\nmsgstr "A "\n"\\"dog\\""\n\n#, fuzzy\nmsgid "Zwei"\nmsgstr "Three"\n\n#~ msgid "alt"\n#~ msgstr "old"\n\nmsgid "n"\nmsgid_plural "m"\nmsgstr[0] "one"\nmsgstr[1] "many"\n',
  );
  expect(sides(article)).toEqual([
    ['Ein "Hund"', 'n'],
    ['A "dog"', 'one'],
  ]);
  expect(article.language).toBe('en-GB');
  expect(readPo('msgid "a"\nmsgstr "b\n').faults?.[0]?.start).toBeGreaterThan(9);
  expect(readPo('msgid "a"\nwhat\n').faults).toHaveLength(1);
});

test('TSV: the first two columns, or those that the first line names', () => {
  expect(sides(readTsv('Hund\tdog\nKatze\tcat\n'))).toEqual([
    ['Hund', 'Katze'],
    ['dog', 'cat'],
  ]);
  expect(sides(readTsv('id\ttarget\tsource\n1\tdog\tHund\n'))).toEqual([['Hund'], ['dog']]);
  expect(readTsv('Hund\tdog\nKatze\n').faults?.[0]?.start).toBe(9);
});

test('JSONL: the strings of a record wherever they stand, escapes read', () => {
  const article = readJsonl(
    '{"a":{"text":"x"},"text":"a \\"dog\\" \\u00e9","source":"ein Hund","language":"en"}\n',
  );
  expect(sides(article)).toEqual([['ein Hund'], ['a "dog" é']]);
  expect(readJsonl('{"text":"a","source":"b"}\n{"text":1}\n').faults?.[0]?.start).toBe(26);
  expect(readJsonl('{').faults).toHaveLength(1);
});

const pieces: Record<keyof typeof readers, readonly string[]> = {
  xliff: [
    '<xliff>',
    '<trans-unit>',
    '<source>',
    '</source>',
    '<target>',
    '</target>',
    '</trans-unit>',
    '</xliff>',
    '<g>',
    '</g>',
    '<x/>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '&lt;',
    '&#65;',
    '&#xD800;',
    '<note>',
  ],
  tmx: [
    '<tmx>',
    '<tu>',
    '</tu>',
    '<tuv xml:lang="en">',
    '<tuv xml:lang="de">',
    '</tuv>',
    '<seg>',
    '</seg>',
    '<ph>',
    '</ph>',
    '</tmx>',
    '&amp;',
  ],
  po: [
    'msgid "',
    'msgstr "',
    'msgstr[0] "',
    'msgctxt "',
    '"',
    '"\n',
    '\\n',
    '\\"',
    '\\',
    '#, fuzzy\n',
    '#~ ',
    '\n\n',
  ],
  tsv: ['\t', '\n', '\r\n', 'source\ttarget\n'],
  jsonl: ['{"source":"', '","text":"', '"}\n', '\\u00e9', '\\ud800', '\\n', '{', '"', '\n'],
};

describe.each(Object.entries(readers) as [keyof typeof readers, ReadArticle][])(
  'any file as %s',
  (format, read) => {
    test('is read without an exception, and its prose leads back into the file', () => {
      const piece = fc.constantFrom(...pieces[format], 'word', ' ', '\n', 'é', '\uFEFF', '\0');
      fc.assert(
        fc.property(fc.array(piece, {maxLength: 30}), (all) => {
          const text = all.join('');
          const {prose, map, blocks, original} = read(text);
          for (const {start, end} of blocks) {
            const place = map.toSource(start, end);
            expect(place.start).toBeGreaterThanOrEqual(0);
            expect(place.end).toBeLessThanOrEqual(text.length);
            if (map.isContiguous(start, end))
              expect(map.escape(prose.slice(start, end)).length).toBeGreaterThan(0);
          }
          for (const [s0, s1, t0, t1] of original?.segments ?? []) expect(s0 <= s1 && t0 <= t1).toBe(true);
        }),
        {numRuns: 1000},
      );
    });
  },
);
