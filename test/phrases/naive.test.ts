import fc from 'fast-check';
import {expect, test} from 'vitest';
import {compilePhrases, PhraseMatcher} from '../../src/lexicon/phrases/automaton.js';
import {expandPhrase, Wild} from '../../src/lexicon/phrases/syntax.js';
import {hashOf} from '../../src/text/hash.js';
import {entry, findIn, found} from './support.js';

/** Matches a sequence at a word by trying everything; ends (exclusive) of all ways. */
function ends(words: readonly string[], at: number, elements: readonly number[]): number[] {
  const [head, ...rest] = elements;
  if (head === undefined) return [at];
  if (head > Wild.Gap) {
    const out: number[] = [];
    for (let skip = 0; skip <= head - Wild.Gap && at + skip <= words.length; skip++)
      out.push(...ends(words, at + skip, rest));
    return out;
  }
  const word = words[at];
  if (word === undefined) return [];
  const fits =
    head === Wild.Number
      ? /^\d/.test(word)
      : head === Wild.Name
        ? /^[A-Z]/.test(word)
        : head === Wild.Word
          ? /^[a-z]/i.test(word)
          : hashOf(word) === head;
  return fits ? ends(words, at + 1, rest) : [];
}

const piece = fc.oneof(
  {weight: 6, arbitrary: fc.constantFrom('a', 'b', 'c', 'd')},
  {weight: 1, arbitrary: fc.constantFrom('(a|b)', '(c |)d', '<word>', '<name>', '<number>')},
);
const phrase = fc
  .tuple(
    piece,
    fc.array(
      fc.oneof({weight: 5, arbitrary: piece}, {weight: 1, arbitrary: fc.constantFrom('<0-1> a', '<0-3> b')}),
      {maxLength: 3},
    ),
  )
  .map(([head, tail]) => [head, ...tail].join(' '));
const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'A', 'B', '1', '22'), {
  minLength: 1,
  maxLength: 14,
});

test('finds what a naive matcher finds', () => {
  fc.assert(
    fc.property(fc.array(phrase, {minLength: 1, maxLength: 6}), words, (phrases, text) => {
      // Each phrase is of a kind of its own, so that none hides another.
      const entries = phrases.map((p, i) => entry(p, {kind: `kind${i}`}));
      const wanted = new Set<string>();
      for (const p of phrases) {
        const spans: [number, number][] = [];
        for (let at = 0; at < text.length; at++) {
          for (const {elements} of expandPhrase(p))
            for (const end of ends(text, at, elements)) spans.push([at, end]);
        }
        for (const [from, to] of spans) {
          const covered = spans.some(([f, t]) => (f < from || t > to) && f <= from && t >= to);
          if (!covered) wanted.add(`${p}: ${text.slice(from, to).join(' ')}@${from}`);
        }
      }
      const source = text.join(' ');
      const {tables, problems} = compilePhrases(entries);
      expect(problems).toEqual([]);
      expect(new PhraseMatcher(entries, tables, () => true).isActive).toBe(true);
      const got = new Set<string>();
      for (const e of entries) {
        for (const m of findIn(source, [e]).matches) {
          got.add(
            `${e.phrase}: ${source.slice(m.start, m.end)}@${source.slice(0, m.start).split(' ').length - 1}`,
          );
        }
      }
      expect([...got].sort()).toEqual([...wanted].sort());
      // All together find as much as one by one.
      expect(found(source, entries).sort()).toEqual(entries.flatMap((e) => found(source, [e])).sort());
    }),
    {numRuns: 300},
  );
});
