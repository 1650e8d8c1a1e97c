import {expect, test} from 'vitest';
import {align, type Unit} from '../../src/bitext/align.js';
import {sentencesOf} from '../../src/bitext/split.js';

const unit = (length: number, ...anchors: number[]): Unit => ({length, anchors});
const shape = (source: Unit[], target: Unit[]): string =>
  align(source, target, 1)
    .map(({sourceCount, targetCount}) => `${sourceCount}:${targetCount}`)
    .join(' ');

test('equal rows are 1:1', () => {
  const row = [unit(40), unit(200), unit(90)];
  expect(shape(row, row)).toBe('1:1 1:1 1:1');
});

test('what is left out, added, joined or cut', () => {
  const row = [unit(40), unit(200), unit(90), unit(150)];
  expect(shape(row, [unit(40), unit(90), unit(150)])).toBe('1:1 1:0 1:1 1:1');
  expect(shape([unit(40), unit(90), unit(150)], row)).toBe('1:1 0:1 1:1 1:1');
  expect(shape(row, [unit(40), unit(290), unit(150)])).toBe('1:1 2:1 1:1');
  expect(shape([unit(40), unit(290), unit(150)], row)).toBe('1:1 1:2 1:1');
});

test('anchors decide where lengths do not', () => {
  const source = [unit(100, 1), unit(100, 2), unit(100, 3)];
  expect(
    align(source, [unit(100, 1), unit(100, 3)], 1).find(({targetCount}) => targetCount === 0)?.sourceFrom,
  ).toBe(1);
  expect(
    align(source, [unit(100, 2), unit(100, 3)], 1).find(({targetCount}) => targetCount === 0)?.sourceFrom,
  ).toBe(0);
});

test('an empty side answers nothing', () => {
  expect(shape([], [])).toBe('');
  expect(shape([unit(10), unit(10)], [])).toBe('1:0 1:0');
  expect(shape([], [unit(10)])).toBe('0:1');
});

test('rows of very different lengths take no more than a band', () => {
  const source = Array.from({length: 20_000}, () => unit(2));
  const target = Array.from({length: 45_000}, () => unit(1));
  const beads = align(source, target, 1);
  expect(beads.reduce((sum, {sourceCount}) => sum + sourceCount, 0)).toBe(source.length);
  expect(beads.reduce((sum, {targetCount}) => sum + targetCount, 0)).toBe(target.length);
});

test('sentences of several scripts', () => {
  const cut = (text: string): string[] =>
    sentencesOf(text, 0, text.length).map(({start, end}) => text.slice(start, end));
  expect(cut('Mr. Smith left. “Why?” he asked. It is 3. October.')).toEqual([
    'Mr. Smith left.',
    '“Why?” he asked.',
    'It is 3. October.',
  ]);
  expect(cut('他走了。“为什么？”她问。')).toEqual(['他走了。', '“为什么？”', '她问。']);
  expect(cut('वह गया। वह आया।')).toEqual(['वह गया।', 'वह आया।']);
});
