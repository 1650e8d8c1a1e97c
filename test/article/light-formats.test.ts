import {describe, expect, test} from 'vitest';
import type {Format} from '../../src/article/article.js';
import {jsonStrings} from '../../src/article/json-strings.js';
import {loadReader, loadReaderOf} from '../../src/article/read.js';

/** The blocks as `kind: text`, after a check that each word that can be rewritten stands in the file as the map says. */
async function blocksOf(format: Format, source: string, fields?: readonly string[]): Promise<string[]> {
  const article = (await loadReaderOf(format, fields))(source);
  for (const {0: word, index} of article.prose.matchAll(/[\p{L}\p{N}]+/gu)) {
    const end = index + word.length;
    if (!article.map.isContiguous(index, end)) continue;
    const place = article.map.toSource(index, end);
    const written = source.slice(place.start, place.end);
    if (!written.includes('\\')) expect(written).toBe(article.map.escape(word, index));
  }
  return article.blocks.map(({kind, start, end}) => `${kind}: ${article.prose.slice(start, end)}`);
}

describe('AsciiDoc', () => {
  test('is read by its blocks, without what is no prose', async () => {
    const source = [
      '= The mill at Orvane',
      'Jane Roe <jane@example.org>',
      ':toc: left',
      '',
      '== A *bold* mill',
      'It stood _by the river_ in https://example.org/a[the valley] and {place}.footnote:[A note.]',
      'It was old.',
      '',
      '[source,ruby]',
      '----',
      'puts "code"',
      '----',
      '.The mill in 1920',
      'image::mill.png[Mill]',
      '',
      '* One stone',
      '** Two stones',
      '',
      'NOTE: Bring a lamp.',
      '',
      '|===',
      '|Wheel |Stone',
      '2+|Both',
      '|===',
      '',
      '____',
      'It turned all night.',
      '____',
      '',
      ' literal line',
    ].join('\n');
    expect(await blocksOf('asciidoc', source)).toEqual([
      'title: The mill at Orvane',
      'heading: A bold mill',
      'paragraph: It stood by the river in the valley and \ufffc. It was old.',
      'caption: The mill in 1920',
      'list-item: One stone',
      'list-item: Two stones',
      'paragraph: Bring a lamp.',
      'cell: Wheel',
      'cell: Stone',
      'cell: Both',
      'quote: It turned all night.',
    ]);
  });

  test('a mark that nothing closes is text', async () => {
    expect(await blocksOf('asciidoc', 'Five * six and a *star and _one.')).toEqual([
      'paragraph: Five * six and a *star and _one.',
    ]);
  });
});

describe('reStructuredText', () => {
  test('is read by its blocks, without what is no prose', async () => {
    const source = [
      '========',
      'The mill',
      '========',
      '',
      ':author: Jane Roe',
      '',
      'At the river',
      '------------',
      '',
      'It *stood* by ``code`` and `the valley <https://example.org>`_ [1]_, as',
      ':ref:`this page <page>` says::',
      '',
      '    literal',
      '',
      '.. a comment',
      '   of two lines',
      '',
      '.. code-block:: python',
      '',
      '   x = 1',
      '',
      '.. note:: Bring a lamp.',
      '',
      '* One stone',
      '  of two',
      '* Two',
      '',
      '.. figure:: mill.png',
      '   :alt: Mill',
      '',
      '   The mill in 1920.',
      '',
      '=====  =====',
      'Wheel  Stone',
      '=====  =====',
      '',
      '.. [1] A footnote.',
    ].join('\n');
    expect(await blocksOf('rst', source)).toEqual([
      'title: The mill',
      'heading: At the river',
      'paragraph: It stood by ``code`` and the valley , as this page says:',
      'paragraph: Bring a lamp.',
      'list-item: One stone of two',
      'list-item: Two',
      'caption: The mill in 1920.',
      'paragraph: A footnote.',
    ]);
  });
});

describe('subtitles', () => {
  test('sentences go on from cue to cue, and a turn is a block', async () => {
    const source =
      '1\r\n00:00:01,000 --> 00:00:02,500\r\nThe <i>mill</i> stood\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nby the river.\r\n\r\n3\r\n00:00:05,000 --> 00:00:06,000\r\n- Where?\r\n- There.\r\n';
    expect(await blocksOf('subtitles', source)).toEqual([
      'paragraph: The mill stood by the river.',
      'paragraph: Where?',
      'paragraph: There.',
    ]);
    const article = (await loadReader('subtitles'))(source);
    const gap = article.prose.indexOf(' by the');
    expect(article.map.isContiguous(gap, gap + 1)).toBe(false);
  });

  test('WebVTT keeps its notes, names of cues and settings to itself', async () => {
    const source =
      'WEBVTT - Talk\n\nNOTE a remark\nof two lines\n\nintro\n00:01.000 --> 00:02.000 align:start\n<v Ana>The mill stood.</v>\n';
    expect(await blocksOf('subtitles', source)).toEqual(['paragraph: The mill stood.']);
  });
});

describe('feeds', () => {
  const feed = (items: string): string =>
    `<?xml version="1.0"?>\n<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Site</title>${items}</channel></rss>`;

  test('each item is an article; HTML in it is read as such, escaped or not', async () => {
    const source = feed(
      '<item><title>A &amp; B</title><description>&lt;p&gt;One &amp;amp; &lt;b&gt;two&lt;/b&gt;.&lt;/p&gt;</description></item>' +
        '<item><title>C</title><description>Teaser.</description><content:encoded><![CDATA[<p>Three &lt; four.</p>]]></content:encoded></item>',
    );
    expect(await blocksOf('feed', source)).toEqual([
      'title: A & B',
      'paragraph: One & two.',
      'heading: C',
      'paragraph: Three < four.',
      'paragraph: Teaser.',
    ]);
    const {parts = [], ...whole} = (await loadReader('feed'))(source);
    expect(parts.map(({blocks}) => blocks.length)).toEqual([2, 2, 1]);
    const at = whole.prose.indexOf('two');
    expect(whole.map.escape('a < b', at)).toBe('a &amp;lt; b');
    expect(whole.map.escape('a < b', whole.prose.indexOf('Three'))).toBe('a &lt; b');
  });

  test('entities that the document declares are not read, and that is told', async () => {
    const bomb =
      '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>';
    const {blocks, opaque} = (await loadReader('feed'))(bomb);
    expect(blocks).toEqual([]);
    expect(opaque.map(({kind}) => kind)).toEqual(['unread']);
  });

  test('depth without end is refused', async () => {
    const {opaque} = (await loadReader('feed'))('<a>'.repeat(100_000));
    expect(opaque.map(({kind}) => kind)).toEqual(['unread']);
  });
});

describe('JSON', () => {
  test('texts of common names are read, each item of the outermost list by itself', async () => {
    const source =
      '{"items":[{"id":"body","title":"One","body":"<p>He said \\"yes\\".</p>"},{"title":"Two","body":"A\\u00e9.\\nB.","tags":["x"]}]}';
    expect(await blocksOf('json', source)).toEqual([
      'title: One',
      'paragraph: He said "yes".',
      'heading: Two',
      'paragraph: Aé.',
      'paragraph: B.',
    ]);
    expect((await loadReader('json'))(source).parts).toHaveLength(2);
  });

  test('fields can be named by a path', async () => {
    const source = '{"a":{"text":"No."},"b":{"text":"Yes."}}\n{"b":{"text":"Also."}}';
    expect(await blocksOf('json', source, ['b.text'])).toEqual(['paragraph: Yes.', 'paragraph: Also.']);
  });

  test('what is broken is read up to there, and that is told', async () => {
    const {prose, opaque} = (await loadReader('json'))('{"body":"Fine.","text":oops}');
    expect(prose).toBe('Fine.');
    expect(opaque).toEqual([{kind: 'unread', start: 23, end: 28}]);
  });

  test('no string is too long', () => {
    const long = 'a\\n b'.repeat(4_000_000);
    const {strings, trouble} = jsonStrings(`{"body":"${long}"}`, () => true);
    expect(trouble).toBeUndefined();
    expect(strings).toEqual([{start: 9, end: 9 + long.length, name: 'body', record: 0}]);
  });

  test('no depth is too much', async () => {
    const {prose} = (await loadReader('json'))(`${'['.repeat(200_000)}{"body":"Deep."}`);
    expect(prose).toBe('Deep.');
    const {blocks} = (await loadReader('json'))(`${'{"text":"A","b":'.repeat(30_000)}1${'}'.repeat(30_000)}`);
    expect(blocks).toHaveLength(30_000);
  });
});

describe('CSV', () => {
  test('rows are articles; quotation marks and line ends in fields are theirs', async () => {
    const source = 'id;title;body\r\n1;"One; two";"He said ""yes"".\r\n\r\nThere."\r\n2;Three;Four\r\n';
    expect(await blocksOf('csv', source)).toEqual([
      'title: One; two',
      'paragraph: He said "yes".',
      'paragraph: There.',
      'heading: Three',
      'paragraph: Four',
    ]);
  });

  test('a change that would add a column is one of markup', async () => {
    const read = await loadReader('csv');
    expect(read('title,body\na,b').markup()).not.toEqual(read('title,body\na,b,c').markup());
  });
});
