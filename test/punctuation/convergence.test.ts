import fc from 'fast-check';
import {expect, test} from 'vitest';
import {readText} from '../../src/article/read-text.js';
import type {Finding} from '../../src/engine/finding.js';
import {type Fixing, fixToConvergence, type Linted} from '../../src/engine/fixer.js';
import {allRules} from '../../src/generated/rules.js';
import {linterFor} from '../support/lint.js';

const rules = allRules.filter((rule) => /^(?:punctuation|locale)\//.test(rule.meta.id));
const linter = linterFor({rules, sourceLanguage: 'zh'});
const lint = (text: string): readonly Finding[] => linter.lint(readText(text)).findings;
const fixing: Fixing<Linted> = {read: readText, lint: (article) => linter.lint(article)};

const pieces = [
  'the',
  'mayor',
  'said',
  'Ann',
  'Company',
  'it’s',
  "don't",
  'us',
  '12',
  '3,5',
  '1 000',
  '1.000.000',
  '21th',
  '14h30',
  'May',
  'Monday',
  '2020',
  '28',
  'percent',
  '%',
  '€',
  '$',
  'million',
  'US',
  'U.S.',
  '“',
  '”',
  '"',
  '""',
  "'",
  '’',
  '‘',
  '„',
  '«',
  '»',
  '(',
  ')',
  '[',
  ']',
  ',',
  '.',
  ';',
  ':',
  '!',
  '?',
  '...',
  '…',
  '-',
  '–',
  '—',
  '--',
  ' ',
  '  ',
  '\n\n',
  '\u00a0',
  '【',
  '】',
  '‚',
  'th',
  's',
  'h',
  '30',
  '/',
  '@',
  '😀',
];

/** A small generator of pseudo-random numbers (mulberry32), so that a failure can be repeated. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

test('whatever the marks, no rule fails, fixes come to an end, and a second run changes nothing', () => {
  const next = random(20201007);
  for (let round = 0; round < 600; round++) {
    let text = '';
    const length = 3 + Math.floor(next() * 40);
    for (let i = 0; i < length; i++) {
      text += pieces[Math.floor(next() * pieces.length)];
      if (next() < 0.6) text += ' ';
    }
    const failures = lint(text).filter((f) => f.messageId === 'rule-failed');
    expect(failures, JSON.stringify(text)).toEqual([]);
    const fixed = fixToConvergence(text, fixing);
    expect(fixed.converged, JSON.stringify(text)).toBe(true);
    // What was withheld beside one edit may be harmless without it, in a later run.
    if (fixed.findings.some((f) => f.data.withheld)) continue;
    expect(fixToConvergence(fixed.text, fixing).text, JSON.stringify(text)).toBe(fixed.text);
  }
});

/** A quotation in foreign marks, with others in it, and how English writes it. */
interface Nested {
  readonly foreign: string;
  readonly english: (single: boolean) => string;
}

const words = fc.constantFrom('the bridge', 'Mayor Ann', 'a long winter', '12 boats', 'it opened');
const quoted: fc.Arbitrary<Nested> = fc.letrec<{quoted: Nested}>((tie) => ({
  quoted: fc
    .record({
      marks: fc.constantFrom('„“', '„”', '«»'),
      before: words,
      inner: fc.option(tie('quoted'), {nil: undefined, depthSize: 'large'}),
      after: words,
    })
    .map(({marks, before, inner, after}) => ({
      foreign: `${marks[0]}${before}${inner ? ` ${inner.foreign} ` : ' '}${after}${marks[1]}`,
      english: (single) => {
        const middle = inner ? ` ${inner.english(!single)} ` : ' ';
        return `${single ? '‘' : '“'}${before}${middle}${after}${single ? '’' : '”'}`;
      },
    })),
})).quoted;

test('quotations within quotations are repaired at once, double and single by turns', () => {
  const foreign = linterFor({
    rules: allRules.filter((rule) => rule.meta.id === 'punctuation/foreign-quotes'),
  });
  const fixingForeign: Fixing<Linted> = {read: readText, lint: (article) => foreign.lint(article)};
  fc.assert(
    fc.property(fc.array(quoted, {minLength: 1, maxLength: 3}), (all) => {
      const write = (parts: readonly string[]): string => `He read “Home” and ${parts.join(' and ')} aloud.`;
      const {text, passes, converged} = fixToConvergence(write(all.map((one) => one.foreign)), fixingForeign);
      expect(text).toBe(write(all.map((one) => one.english(false))));
      expect({passes, converged}).toEqual({passes: 1, converged: true});
    }),
  );
});

test('one that closes is found among any number that do not, and the others wait for a person', () => {
  for (const marks of ['„“', '„”', '«»', '‚’']) {
    const open = marks[0] as string;
    for (const count of [2, 9, 40]) {
      const text = `${`${open}the boat `.repeat(count)}left${marks[1]} today. “Yes,” she said.`;
      const {passes, converged} = fixToConvergence(text, fixing);
      expect(converged).toBe(true);
      expect(passes, text).toBeLessThanOrEqual(2);
    }
  }
});

test('heaps of quotation marks come to an end long before the limit, and stay as they are then', () => {
  const heap = fc
    .array(fc.constantFrom(...'„“”»«‚‘’\'"', ',', '.', ' ', 'a', 'the boat', '„„', ' „', '“ '), {
      maxLength: 60,
    })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(heap, (text) => {
      const fixed = fixToConvergence(text, fixing);
      expect(fixed.converged).toBe(true);
      expect(fixed.passes).toBeLessThanOrEqual(16);
      expect(fixToConvergence(fixed.text, fixing).passes).toBe(0);
    }),
    // The examples: an edit that is withheld beside another one, and harmless behind it.
    {numRuns: 300, examples: [['”„ ”'], ['”„ “']]},
  );
});
