import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Article} from '../../src/article/article.js';
import {afterFrontMatter} from '../../src/article/markdown-front-matter.js';
import {cutMarkdown} from '../../src/article/markdown-regions.js';
import {readRegions} from '../../src/article/read-markdown.js';

const startOf = (source: string): number => (source.charCodeAt(0) === 0xfeff ? 1 : 0);

/** All that rules and fixes ask of an article. */
function facts({prose, blocks, spans, comments, map}: Article): object {
  const places: string[] = [];
  for (let at = 0; at <= prose.length; at++) {
    const next = Math.min(prose.length, at + 1);
    const {start, end} = map.toSource(at, next);
    const empty = map.toSource(at, at);
    places.push(`${start}-${end} ${empty.start}-${empty.end} ${map.isContiguous(at, next)}`);
  }
  return {prose, blocks, spans, comments, places};
}

/** Pieces of lines that open, close and continue every kind of block, and text that looks like them. */
const pieces = [
  'The mayor spoke.',
  '12 boats came',
  '1. one',
  '2) two',
  '- item',
  '* item',
  '+',
  '-',
  '> quoted',
  '>',
  '# Title',
  'Under',
  '===',
  '---',
  '***',
  '```',
  '````',
  '```js',
  '``` a ` b',
  '~~~',
  '~~~ ~',
  '<!-- note',
  '-->',
  '<!-->',
  '<!-- one line -->',
  '<?php',
  '?>',
  '<![CDATA[',
  ']]>',
  '<!X',
  '<pre>',
  '</pre>',
  '<script',
  '</STYLE>',
  '<div>',
  '</div>',
  '<b>',
  '<https://a.example>',
  'a <!-- b',
  'text --> text',
  '[ref]: /target "title',
  '[ref]: /target',
  '[^1]: A note',
  'see [ref] and [^1] and [text][ref]',
  '![image][ref]',
  'a *b',
  'c* `d',
  'e`',
  '| a | b |',
  '|---|---|',
  'a | b',
  ':-',
  '+++',
  'key: value',
  '&amp; \\* end\\',
  'two  ',
  '“Quoted” text',
  '\uFEFFmark',
  '(c) text',
  '"text"',
  'a\tb',
  '[x] done',
];
const line = fc
  .tuple(
    fc.constantFrom('', '', '', '', '', ' ', '  ', '   ', '    ', '\t', '> ', '- ', '  - ', '1. '),
    fc.constantFrom(...pieces),
    fc.constantFrom('', '', '', ' ', '\t'),
  )
  .map((parts) => parts.join(''));
const markdown = fc
  .tuple(
    fc.constantFrom('', '', '', '\uFEFF', '---\ntitle: x\n\n```\n---\n', '+++\n'),
    fc.array(
      fc.tuple(
        fc.oneof({weight: 3, arbitrary: line}, {weight: 2, arbitrary: fc.constantFrom('', '', ' ', '\t')}),
        fc.constantFrom('\n', '\n', '\n', '\r\n', '\r'),
      ),
      {maxLength: 24},
    ),
  )
  .map(([head, lines]) => head + lines.flat().join(''));

describe('Markdown in regions', () => {
  test('is read as it is in one piece', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const start = startOf(source);
        const whole = {start: afterFrontMatter(source, start), end: source.length, isPlain: false};
        const expected = facts(readRegions(source, [whole]));
        for (const longest of [1, 40, undefined])
          expect(facts(readRegions(source, cutMarkdown(source, start, longest)))).toEqual(expected);
      }),
      {
        numRuns: 2000,
        seed: Number(process.env.CALQUE_SEED ?? 20261201),
        examples: [['  - </STYLE>\nThe mayor spoke.\n- 2) two\n'], ['- a\nb\n- + c\n']],
      },
    );
  });

  test('regions come in order with nothing but white space between them, and plain ones hold no markup', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const start = startOf(source);
        let at = afterFrontMatter(source, start);
        for (const region of cutMarkdown(source, start, 1)) {
          expect(region.start).toBeGreaterThanOrEqual(at);
          expect(source.slice(at, region.start)).toMatch(/^\s*$/);
          expect(region.end).toBeGreaterThan(at);
          at = region.end;
          if (region.isPlain)
            expect(source.slice(region.start, region.end)).not.toMatch(/[*_`[\]<&|~\\\t]|\n\s*\n/);
        }
        expect(source.slice(at)).toMatch(/^\s*$/);
      }),
    );
  });
});
