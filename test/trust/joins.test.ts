import fc from 'fast-check';
import {beforeAll, describe, expect, test} from 'vitest';
import type {Format, ReadArticle} from '../../src/article/article.js';
import {loadReader} from '../../src/article/read.js';
import {type Fixing, fixToConvergence, type Linted} from '../../src/engine/fixer.js';
import {linterFor} from '../support/lint.js';
import {bareMarkup, isTypography, liveSigns, proseLetters} from '../support/proof.js';

const linter = linterFor({preset: 'strict'});

/** What a fix takes out. */
const taken = [
  '\u200b',
  '\u200b',
  '\u00ad',
  '\u2060',
  '\ufeff',
  '\u0000',
  '\u202e',
  '[ad_1]',
  '[/caption]',
  '  ',
  ' ,',
  '&#8203;',
];
/** What it may join. */
const parts = [
  '<',
  '</',
  '<!',
  '>',
  '/>',
  '--',
  '-->',
  '!--',
  'b',
  'script',
  'img src=x onerror=y',
  'a href="x"',
  '?php',
  '[',
  ']',
  '(',
  ')',
  '](',
  'javascript:x',
  '!',
  '&',
  'copy',
  'lt',
  '#60',
  ';',
  '{',
  '{{',
  '}}',
  '%',
  '$',
  '`',
  '``',
  '```',
  '~~~',
  '*',
  '**',
  '_',
  '~~',
  '# ',
  '#',
  '- ',
  '1. ',
  '> ',
  '|',
  '===',
  '---',
  '-',
  '=',
  '    ',
  '\n',
  '\n\n',
  '\n',
  ' ',
  ' ',
  'the the ',
  'calque-disable-file',
  'word ',
  'A ship. ',
];
const hostile = fc
  .array(
    fc.oneof(
      {weight: 2, arbitrary: fc.constantFrom(...taken)},
      {weight: 5, arbitrary: fc.constantFrom(...parts)},
    ),
    {
      minLength: 2,
      maxLength: 24,
    },
  )
  .map((pieces) => pieces.join(''));

describe.each<Format>(['text', 'markdown', 'html'])('what fixes join in %s', (format) => {
  let read: ReadArticle;
  const fixing = (wants: (rule: string) => boolean): Fixing<Linted> => ({
    read,
    lint: (article) => linter.lint(article),
    wants: ({rule}) => wants(rule),
  });
  beforeAll(async () => {
    read = await loadReader(format);
  });

  test('never comes alive, and a second run changes nothing', () => {
    let fixed = 0;
    let withheld = 0;
    fc.assert(
      fc.property(hostile, (source) => {
        const once = fixToConvergence(
          source,
          fixing(() => true),
        );
        fixed += once.fixed;
        withheld += once.withheld;
        const shown = JSON.stringify([source, once.text]);
        expect(once.converged, shown).toBe(true);
        expect(bareMarkup(read(once.text)), shown).toBe(bareMarkup(read(source)));
        if (format === 'text') expect(liveSigns(once.text), shown).toBeLessThanOrEqual(liveSigns(source));
        expect(
          fixToConvergence(
            once.text,
            fixing(() => true),
          ).text,
          shown,
        ).toBe(once.text);
      }),
      {numRuns: 600, seed: 7},
    );
    expect(fixed).toBeGreaterThan(100);
    expect(withheld).toBeGreaterThan(5);
  });

  test('keeps its letters where marks and spaces alone are mended', () => {
    fc.assert(
      fc.property(hostile, (source) => {
        const {text} = fixToConvergence(source, fixing(isTypography));
        expect(proseLetters(read(text)), JSON.stringify([source, text])).toBe(proseLetters(read(source)));
      }),
      {numRuns: 600, seed: 8},
    );
  });
});
