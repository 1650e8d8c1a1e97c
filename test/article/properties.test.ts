import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Article, TextFormat} from '../../src/article/article.js';
import {readHtml} from '../../src/article/read-html.js';
import {readMarkdown} from '../../src/article/read-markdown.js';
import {readText} from '../../src/article/read-text.js';
import {SegmentFlag, SegmentMap} from '../../src/article/segment-map.js';

const readers = {text: readText, markdown: readMarkdown, html: readHtml} satisfies Record<
  TextFormat,
  unknown
>;

const word = fc.constantFrom(
  'Aben',
  'Tor',
  'cafe\u0301',
  '𠮷野',
  '𝒜',
  'said',
  '12.5',
  'don’t',
  'ж',
  '�',
  '\0',
  '\uD800',
);
const space = fc.constantFrom(' ', ' ', '  ', '\n', '\r\n', '\t', '\u00A0', '\u2028', '');
const fragments: Record<TextFormat, fc.Arbitrary<string>> = {
  text: fc.constantFrom(
    '\n\n',
    '\r\n\r\n',
    '\r',
    '---\n',
    '# calque-disable',
    '\ncalque-enable a/b\n',
    '.',
    '• ',
  ),
  markdown: fc.constantFrom(
    ...'\n\n|\r\n\r\n|*|**|_|[|](x)|]|[r]|\n\n[r]: y\n\n|![|`|``|\\*|\\|&amp;|&#x1D49C;|&ngE;|&bogus;|\n> |\n- |\n1. |\n# '.split(
      '|',
    ),
    ...'\n\n    |<b>|</b>|<!-- c -->|<!--|<https://a.example>|~~|\\\n|  \n|\n===\n|\n---\n|\n```\n|[^f]|\n\n[^f]: |\n\n- [x] '.split(
      '|',
    ),
    '\n\n| a | b |\n|---|---|\n| c | d |\n',
    '|',
  ),
  html: fc.constantFrom(
    ...'<p>|</p>|<b>|</b>|<i>|</i>|<div>|</div>|<br>|<table>|<tr>|<td>|</table>|<ul><li>|</ul>|<h1>|</h1>|<h2>|</h2>'.split(
      '|',
    ),
    ...'&amp;|&lt;|&eacute;|&notit;|&copy|&nbsp;|&#x1D49C;|&ngE;|&bogus;|&|&#32;|&#0;|&#10;|<|</>|</|<!-- c -->|<!--'.split(
      '|',
    ),
    ...'<a href="x>y">|</a>|<img alt="A &amp; b">|<img alt=x&copy=1>|<script>|</script>|<svg>|</svg>|<title>|</title>'.split(
      '|',
    ),
    ...'<blockquote>|</blockquote>|<q>|</q>|<code>|</code>|<textarea>|</textarea>|<head>|<pre>|</pre>|<!doctype html>|<?x?>'.split(
      '|',
    ),
  ),
};

/** Documents of a format, well-formed only by chance. */
function documents(format: TextFormat): fc.Arbitrary<string> {
  const piece = fc.oneof(
    {weight: 4, arbitrary: word},
    {weight: 4, arbitrary: space},
    {weight: 3, arbitrary: fragments[format]},
  );
  return fc
    .tuple(fc.constantFrom('', '', '\uFEFF'), fc.array(piece, {maxLength: 40}))
    .map(([mark, pieces]) => mark + pieces.join(''));
}

const options = {numRuns: 1500};

describe.each(Object.keys(readers) as TextFormat[])('any document in %s', (format) => {
  const read = readers[format];
  const check = (property: (article: Article) => void) =>
    fc.assert(
      fc.property(documents(format), (source) => {
        property(read(source));
      }),
      options,
    );

  it('has blocks in the order of its prose, without white space at their bounds', () => {
    check(({blocks, prose, spans}) => {
      let last = 0;
      for (const {start, end} of blocks) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(prose.slice(start, end)).toBe(prose.slice(start, end).trim());
        last = end;
      }
      expect(last).toBeLessThanOrEqual(prose.length);
      let from = 0;
      for (const span of spans) {
        expect(span.start).toBeGreaterThanOrEqual(from);
        expect(span.end).toBeGreaterThan(span.start);
        expect(span.end).toBeLessThanOrEqual(prose.length);
        from = span.start;
      }
    });
  });

  it('has one title at most', () => {
    check(({blocks}) => expect(blocks.filter(({kind}) => kind === 'title').length).toBeLessThanOrEqual(1));
  });

  it('has comments in their order, inside the source', () => {
    check(({comments, source}) => {
      let last = 0;
      for (const comment of comments) {
        expect(comment.start).toBeGreaterThanOrEqual(last);
        // The marks of quotes before its lines are none of it.
        const plain = (text: string): string =>
          text
            .replaceAll('\0', '\uFFFD')
            .replace(/[\s>]+/g, '')
            .normalize();
        expect(plain(source.slice(comment.start, comment.end))).toContain(plain(comment.text));
        last = comment.end;
      }
      expect(last).toBeLessThanOrEqual(source.length);
    });
  });

  it('has segments that tile the prose; each exact one equals its source', () => {
    check((article) => {
      // Of letters in pieces, the article is that of the composed text but for its places.
      const {map, prose, source} = read(article.source.normalize());
      expect(prose).toBe(article.prose);
      if (!(map instanceof SegmentMap)) {
        expect(prose).toBe(source);
        return;
      }
      const {count, proseStarts, sourceStarts, sourceEnds, flags} = map.segments;
      expect(proseStarts[count]).toBe(prose.length);
      let last = 0;
      for (let i = 0; i < count; i++) {
        expect(proseStarts[i + 1]!).toBeGreaterThan(proseStarts[i]!);
        expect(sourceStarts[i]!).toBeGreaterThanOrEqual(last);
        last = sourceEnds[i]!;
        if (flags[i]! & SegmentFlag.Decoded) continue;
        expect(source.slice(sourceStarts[i], sourceEnds[i])).toBe(
          prose.slice(proseStarts[i], proseStarts[i + 1]),
        );
      }
      expect(last).toBeLessThanOrEqual(source.length);
    });
  });

  it('maps to the source monotonically and within its bounds', () => {
    check(({map, prose, source}) => {
      let last = {start: 0, end: 0};
      for (let i = 0; i < prose.length; i++) {
        const range = map.toSource(i, i + 1);
        expect(range.start).toBeGreaterThanOrEqual(last.start);
        expect(range.end).toBeGreaterThanOrEqual(last.end);
        expect(range.end).toBeGreaterThan(range.start);
        expect(range.end).toBeLessThanOrEqual(source.length);
        expect(map.toSource(0, i + 1)).toEqual({start: map.toSource(0, 1).start, end: range.end});
        last = range;
      }
    });
  });
});

const replacement = fc
  .array(
    fc.constantFrom(
      'Zed',
      'é',
      '𝒜',
      '&',
      '&amp;',
      '<b>',
      '>',
      '*',
      '_',
      '[x](y)',
      '\\',
      '`',
      '~',
      '"',
      '#',
      '|',
      '1.',
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  // Between words, as rules write them: marks that meet the marks around them are the rule’s care.
  .map((parts) => `Q${parts.join(' ')}Q`);

describe.each(['markdown', 'html'] as const)('an edit in %s', (format) => {
  const read = readers[format];

  it('puts just the new text in the place of the old', () => {
    let edits = 0;
    fc.assert(
      fc.property(
        documents(format),
        replacement,
        fc.nat(),
        fc.nat(),
        (source, text, blockSeed, placeSeed) => {
          const article = read(source);
          const block = article.blocks[blockSeed % Math.max(1, article.blocks.length)];
          if (!block) return;
          const words = [...article.prose.slice(block.start, block.end).matchAll(/[\p{L}\p{M}’]+/gu)];
          const match = words[placeSeed % Math.max(1, words.length)];
          if (!match) return;
          const start = block.start + match.index;
          const end = start + match[0].length;
          if (!article.map.isContiguous(start, end)) return;
          if (article.spans.some((span) => span.kind === 'code' && span.start < end && span.end > start))
            return;
          const range = article.map.toSource(start, end);
          // A bare `<` or `&` just before the place becomes a tag or a reference by what follows it.
          if (/[<&]\/?$/.test(source.slice(0, range.start))) return;
          const edited =
            source.slice(0, range.start) + article.map.escape(text, start) + source.slice(range.end);
          expect(read(edited).prose).toBe(article.prose.slice(0, start) + text + article.prose.slice(end));
          edits++;
        },
      ),
      {numRuns: 3000},
    );
    expect(edits).toBeGreaterThan(1000);
  });
});
