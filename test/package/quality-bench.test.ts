import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {judge} from '../../bench/quality/judge.mjs';
import {readArticles} from '../../bench/quality/marks.mjs';
import {allArticles, linesOf} from '../../bench/quality/records.mjs';
import {root} from '../support/resources.js';

const articles = allArticles();

test('200 articles and more, from 12 languages, of 80 to 200 words', () => {
  expect(articles.length).toBeGreaterThanOrEqual(200);
  expect(new Set(articles.map(({id}) => id)).size).toBe(articles.length);
  expect(new Set(articles.map(({origin}) => origin)).size).toBe(12);
  const lengths = articles.map(({clean}) => clean.split(/\s+/).length);
  expect(Math.min(...lengths)).toBeGreaterThanOrEqual(80);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(200);
});

test('labels stand in order, and the twins hold no marks', () => {
  for (const {id, text, clean, labels} of articles) {
    expect(labels.length, id).toBeGreaterThan(0);
    for (const [i, {start, end}] of labels.entries()) {
      expect(start, id).toBeLessThanOrEqual(end);
      expect(start, id).toBeGreaterThanOrEqual(labels[i - 1]?.end ?? 0);
    }
    expect(text, id).not.toBe(clean);
    expect(`${text}${clean}`, id).not.toMatch(/\{\{|\}\}/);
  }
});

test('articles.jsonl is what the articles say', () => {
  const file = path.join(root, 'bench/quality/articles.jsonl');
  expect(fs.readFileSync(file, 'utf8') === linesOf(articles), 'run node bench/quality/records.mjs').toBe(
    true,
  );
});

test('a mark becomes twins and a label without what both texts share', () => {
  const [article] = readArticles(
    '=== ru-01 sport\nHe {{fluency:verb|has win|has won}} a cup{{residue:ad| [ad]|}}.\n',
    'ru.txt',
  );
  expect(article?.text).toBe('He has win a cup [ad].');
  expect(article?.clean).toBe('He has won a cup.');
  expect(article?.labels.map(({start, end}) => article.text.slice(start, end))).toEqual(['win', '[ad]']);
});

test.each([
  ['a {{fluency:verb|b|c', 'ru.txt:2: the mark is not closed'],
  ['a\nb}} c', 'ru.txt:3: closes a mark that is not open'],
  ['a {{fluency:verb|b}}', 'ru.txt:2: a mark has three parts'],
  ['a {{fluency:verb|b|b}}', 'ru.txt:2: both texts are the same'],
  ['a {{grammar:verb|b|c}}', 'ru.txt:2: no family grammar'],
  ['a {{residue:ad|b|}} c', 'move the space into the mark'],
])('%s is refused with its line', (body, message) => {
  expect(() => readArticles(`=== ru-01 sport\n${body}\n`, 'ru.txt')).toThrow(message);
});

test('a finding is right where it, or a place that it points to, lies on a label', () => {
  const {rows} = judge([
    {
      labels: [
        {start: 0, end: 5, kind: 'names:spelling'},
        {start: 20, end: 25, kind: 'fluency:verb'},
      ],
      damaged: [
        {rule: 'names/inconsistent-spelling', start: 40, end: 45, related: [{start: 0, end: 5}]},
        {rule: 'locale/percent', start: 5, end: 8},
      ],
      clean: [{rule: 'locale/percent', start: 5, end: 8}],
      words: 100,
    },
  ]);
  expect(rows.get('names')).toMatchObject({planted: 1, told: 1, asSuch: 1, findings: 1, right: 1});
  expect(rows.get('fluency')).toMatchObject({planted: 1, told: 0});
  expect(rows.get('locale')).toMatchObject({findings: 1, right: 0, noise: 1});
  expect(rows.get('all')).toMatchObject({planted: 2, told: 1, findings: 2, right: 1, noise: 1});
});
