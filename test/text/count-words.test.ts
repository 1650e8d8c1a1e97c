import {expect, test} from 'vitest';
import {readText} from '../../src/article/read-text.js';
import {estimateWords} from '../../src/text/count-words.js';
import {indexText} from '../../src/text/index-text.js';

const words = (text: string): number => indexText(readText(text)).words;

test('words of scripts without spaces are cut', () => {
  expect(words('市长表示，大桥将于五月开放。')).toBeGreaterThan(6);
  expect(words('市長は橋が五月に開くと述べた。')).toBeGreaterThan(6);
  expect(words('นายกเทศมนตรีกล่าวว่าสะพานจะเปิดในเดือนพฤษภาคม')).toBeGreaterThan(5);
});

test('words between spaces are counted as they stand', () => {
  expect(words('The bridge opens in May.')).toBe(5);
  expect(words('시장은 다리가 오월에 열린다고 말했다.')).toBe(5);
  expect(words('The sign at the river read 大橋開通 in red letters.')).toBe(10);
  expect(words('Мост откроют в мае.')).toBe(4);
});

test('without a segmenter, a mean length stands for it', () => {
  const run = '市长表示大桥将于五月开放';
  const cut = [...new Intl.Segmenter('zh', {granularity: 'word'}).segment(run)].length;
  expect(Math.abs(estimateWords(run) - cut)).toBeLessThan(2);
  expect(estimateWords('橋は五月に開くと述べた')).toBeGreaterThan(4);
});
