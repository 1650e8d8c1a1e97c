import fc from 'fast-check';
import {beforeAll, describe, expect, test} from 'vitest';
import type {ReadArticle, TextFormat} from '../../src/article/article.js';
import {loadReader} from '../../src/article/read.js';
import type {Edit, Finding} from '../../src/engine/finding.js';
import {fingerprintsOf} from '../../src/engine/fingerprint.js';
import {applyEdits, fixToConvergence} from '../../src/engine/fixer.js';
import {linterFor} from '../support/lint.js';
import {articles, passages} from './articles.js';

const sources = ['ru', 'lt', 'cs', 'tr', undefined];
const linters = sources.map((sourceLanguage) =>
  linterFor({preset: 'strict', ...(sourceLanguage ? {sourceLanguage} : {})}),
);

/** A finding with all its places in the composed text. */
function composed(text: string, finding: Finding): unknown {
  const at = (offset: number): number => text.slice(0, offset).normalize('NFC').length;
  const edits = (list: readonly Edit[]) =>
    list.map((edit) => ({start: at(edit.start), end: at(edit.end), text: edit.text.normalize('NFC')}));
  const {column, endColumn, ...rest} = finding;
  return {
    ...rest,
    start: at(finding.start),
    end: at(finding.end),
    text: finding.text.normalize('NFC'),
    fix: finding.fix && edits(finding.fix.edits),
    suggestions: finding.suggestions.map((one) => ({...one, edits: edits(one.edits)})),
    related: finding.related.map(({column: _, ...one}) => ({...one, start: at(one.start), end: at(one.end)})),
  };
}

/** A mark behind a sign of markup is left there: the two make another sign only where they are one. */
const isApart = (text: string): boolean => /[<>]\u0338/.test(text.normalize('NFD'));

describe.each<TextFormat>(['text', 'markdown', 'html'])('letters in pieces, in %s', (format) => {
  let read: ReadArticle;
  const fixed = (text: string, linter = linters[0]!): string =>
    fixToConvergence(text, {read, lint: (article) => linter.lint(article)}).text;
  const isSame = (text: string, linter = linters[0]!): number => {
    if (isApart(text)) return 0;
    const whole = text.normalize('NFC');
    const pieces = text.normalize('NFD');
    const found = linter.lint(read(whole)).findings;
    const inPieces = linter.lint(read(pieces)).findings;
    expect(inPieces.map((f) => composed(pieces, f))).toEqual(found.map((f) => composed(whole, f)));
    for (const f of inPieces) expect(f.text).toBe(pieces.slice(f.start, f.end));
    expect(fingerprintsOf(pieces, inPieces)).toEqual(fingerprintsOf(whole, found));
    return whole === pieces ? 0 : found.length;
  };

  beforeAll(async () => {
    read = await loadReader(format);
  });

  test('are found as letters in one', () => {
    let count = 0;
    for (const [i, passage] of passages[format].entries())
      count += isSame(passage, linters[i % linters.length]);
    expect(count).toBeGreaterThan(3);
  });

  test('are found as letters in one, in any article', () => {
    fc.assert(
      fc.property(articles(format), (source) => void isSame(source)),
      {numRuns: 150, seed: 12},
    );
  });

  test('stay as they are beside fixes and in them', () => {
    for (const passage of passages[format]) {
      if (isApart(passage)) continue;
      const pieces = passage.normalize('NFD');
      expect(fixed(pieces).normalize('NFC')).toBe(fixed(passage.normalize('NFC')).normalize('NFC'));
    }
  });
});

test('a fix writes the letters that it keeps as the text has them', async () => {
  const read = await loadReader('text');
  const source = 'Mr Kovařík said: »Čapek left«, and Kovařík went.'.normalize('NFD');
  const {findings} = linterFor({preset: 'strict'}).lint(read(source));
  const groups = findings.flatMap(({fix}) => (fix ? [fix.edits] : []));
  expect(groups.length).toBeGreaterThan(0);
  const {text} = applyEdits(source, groups);
  expect(text).toBe(text.normalize('NFD'));
});

test('a mark behind a sign of markup makes no other sign of it', async () => {
  const read = await loadReader('html');
  const {prose} = read('<p>a <code>\u0338 b , c</code> e\u0301</p>');
  expect(prose).toBe('a \u0338 b , c \u00e9');
});
