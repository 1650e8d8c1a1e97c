import {expect, test} from 'vitest';
import {readText} from '../../src/article/read-text.js';
import type {Finding} from '../../src/engine/finding.js';
import {fixToConvergence} from '../../src/engine/fixer.js';
import {allRules} from '../../src/generated/rules.js';
import {linterFor} from '../support/lint.js';

const rules = allRules.filter((rule) => /^(?:punctuation|locale)\//.test(rule.meta.id));
const linter = linterFor({rules, sourceLanguage: 'zh'});
const lint = (text: string): readonly Finding[] => linter.lint(readText(text)).findings;

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
    const fixed = fixToConvergence(text, lint);
    expect(fixed.converged, JSON.stringify(text)).toBe(true);
    expect(fixToConvergence(fixed.text, lint).text, JSON.stringify(text)).toBe(fixed.text);
  }
});
