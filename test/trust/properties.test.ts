import fc from 'fast-check';
import {beforeAll, describe, expect, test} from 'vitest';
import type {ReadArticle, TextFormat} from '../../src/article/article.js';
import {loadReader} from '../../src/article/read.js';
import type {Edit, Finding} from '../../src/engine/finding.js';
import {applyEdits, type Fixing, fixToConvergence, type Linted} from '../../src/engine/fixer.js';
import {linterFor} from '../support/lint.js';
import {articles} from './articles.js';

const linter = linterFor({preset: 'strict'});
const numRuns = 300;
/** The same articles in each run; `bench/fuzz.mjs` looks further. */
const seed = 1;

/** Every group of edits that findings offer. */
function groupsOf(findings: readonly Finding[]): (readonly Edit[])[] {
  return findings.flatMap((f) => [...(f.fix ? [f.fix.edits] : []), ...f.suggestions.map((s) => s.edits)]);
}

/** Edits put into a text in the plainest way, the last first. */
function splice(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((out, {start, end, text: by}) => out.slice(0, start) + by + out.slice(end), text);
}

describe.each<TextFormat>(['text', 'markdown', 'html'])('on any article in %s', (format) => {
  let read: ReadArticle;
  const lint = (source: string): readonly Finding[] => linter.lint(read(source)).findings;
  const fixing: Fixing<Linted> = {read: (source) => read(source), lint: (article) => linter.lint(article)};
  const check = (property: (source: string) => void, runs = numRuns): void => {
    fc.assert(fc.property(articles(format), property), {numRuns: runs, seed});
  };

  beforeAll(async () => {
    read = await loadReader(format);
  });

  test('no rule fails, and findings lie inside the text, in order, with their text and lines', () => {
    let count = 0;
    check((source) => {
      const lines = source.split(/\r\n|\r|\n/);
      let last = 0;
      for (const f of lint(source)) {
        count++;
        expect(f.messageId, f.message).not.toBe('rule-failed');
        expect(f.start).toBeGreaterThanOrEqual(last);
        expect(f.end).toBeGreaterThan(f.start);
        expect(f.end).toBeLessThanOrEqual(source.length);
        expect(f.text).toBe(source.slice(f.start, f.end));
        expect(source.slice(0, f.start).split(/\r\n|\r(?!\n)|\n/).length, f.rule).toBe(f.line);
        // At its line and column stands the finding's first character.
        const first = f.text.split(/[\r\n]/)[0] as string;
        expect(lines[f.line - 1]?.startsWith(first, f.column - 1), f.rule).toBe(true);
        for (const {start, end} of f.related) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(source.length);
        }
        last = f.start;
      }
    });
    // Not a test of nothing.
    expect(count).toBeGreaterThan(numRuns / 2);
  });

  test('every fix and suggestion applies by itself, changes something, and leaves the rest alone', () => {
    let count = 0;
    check((source) => {
      for (const edits of groupsOf(lint(source))) {
        count++;
        for (const {start, end} of edits) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(source.length);
        }
        const {text, applied} = applyEdits(source, [edits]);
        expect(applied, JSON.stringify(edits)).toBe(1);
        expect(text).toBe(splice(source, edits));
        expect(text).not.toBe(source);
      }
    });
    // Not a test of nothing.
    expect(count).toBeGreaterThan(numRuns / 2);
  });

  test('all fixes together leave what stands between their edits as it was', () => {
    check((source) => {
      const groups = lint(source).flatMap((f) => (f.fix ? [f.fix.edits] : []));
      const {text} = applyEdits(source, groups);
      const touched = groups.flat().sort((a, b) => a.start - b.start);
      let at = 0;
      let found = 0;
      for (const {start, end} of [...touched, {start: source.length, end: source.length}]) {
        if (start > at) {
          const kept = source.slice(at, start);
          const place = text.indexOf(kept, found);
          expect(place, JSON.stringify(kept)).toBeGreaterThanOrEqual(found);
          found = place + kept.length;
        }
        at = Math.max(at, end);
      }
    });
  });

  test('fixes come to an end, and a second run changes nothing', () => {
    let fixed = 0;
    check((source) => {
      const once = fixToConvergence(source, fixing);
      expect(once.converged, JSON.stringify(source)).toBe(true);
      const twice = fixToConvergence(once.text, fixing);
      expect(twice.text).toBe(once.text);
      expect(twice.fixed).toBe(0);
      fixed += once.fixed;
    });
    expect(fixed).toBeGreaterThan(numRuns / 10);
  });

  test('the findings do not depend on what was linted before', () => {
    fc.assert(
      fc.property(fc.array(articles(format), {minLength: 2, maxLength: 6}), (sources) => {
        const forward = sources.map(lint);
        const other = linterFor({preset: 'strict'});
        const backward = [...sources].reverse().map((source) => other.lint(read(source)).findings);
        expect(backward.reverse()).toEqual(forward);
        expect(sources.map(lint)).toEqual(forward);
      }),
      {numRuns: 60, seed},
    );
  });

  test('what findings point at in the prose is what they point at in the source', () => {
    check((source) => {
      const {prose, map, blocks} = read(source);
      for (const {start, end} of blocks) {
        const range = map.toSource(start, end);
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeLessThanOrEqual(source.length);
        for (let i = start; i < end; i += 7) {
          const place = map.toSource(i, i + 1);
          expect(place.start).toBeGreaterThanOrEqual(range.start);
          expect(place.end).toBeLessThanOrEqual(range.end);
          // Letters that no reference stands for are the same on both sides.
          if (place.end - place.start === 1 && /[a-z]/.test(prose[i] as string))
            expect(source[place.start]).toBe(prose[i]);
        }
      }
    });
  });
});
