import {describe, expect, test} from 'vitest';
import {expandPhrase, Wild} from '../../src/lexicon/phrases/syntax.js';

const texts = (phrase: string): string[] => expandPhrase(phrase).map((s) => s.text);

describe('a phrase stands for', () => {
  test('itself', () => {
    expect(texts('force structures')).toEqual(['force structures']);
  });

  test('each way through its choices, nested and empty ones too', () => {
    expect(texts('(a|the) coup')).toEqual(['a coup', 'the coup']);
    expect(texts('(first |)deputy')).toEqual(['first deputy', 'deputy']);
    expect(texts('x (a (b|c)|d) y').sort()).toEqual(['x a b y', 'x a c y', 'x d y']);
  });

  test('the forms of a word marked ~', () => {
    expect(texts('~forge it')).toEqual(['forge it', 'forges it', 'forged it', 'forging it']);
    expect(texts('~take').sort()).toEqual(['take', 'taken', 'takes', 'taking', 'took']);
    expect(texts('law ~body')).toContain('law bodies');
  });

  test('wildcards and gaps by elements above every hash', () => {
    const [sequence] = expandPhrase('in <number> <name> <word> <0-4> x');
    expect(sequence?.elements.slice(1, 5)).toEqual([Wild.Number, Wild.Name, Wild.Word, Wild.Gap + 4]);
  });

  test('operators as letters, after a backslash', () => {
    expect(texts('\\(sic\\)')).toEqual(['(sic)']);
    expect(texts('a \\| b')).toEqual(['a | b']);
    expect(texts('\\~ \\<')).toEqual(['~ <']);
  });
});

test.each([
  ['(a|b', 'not closed'],
  ['a) b', 'closes nothing'],
  ['(|)', 'empty'],
  ['<foo> x', 'unknown'],
  ['<0-99> x', 'unknown'],
  ['x <number', 'not closed'],
  ['~ x', 'before a word'],
  ['(a|b|c|d|e|f|g|h) '.repeat(5), 'more than'],
])('%s is told to be wrong', (phrase, reason) => {
  expect(() => expandPhrase(phrase)).toThrow(reason);
});
