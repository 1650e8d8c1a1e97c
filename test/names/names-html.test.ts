import {parse} from 'parse5';
import {expect, test} from 'vitest';
import {readText} from '../../src/article/read-text.js';
import type {NameTable} from '../../src/names/name-table.js';
import {renderNamesHtml} from '../../src/report/names-html.js';

const source = 'Temir Zhumabekov won.\n\nTemir <b>Zumabekov</b> danced.';
const at = (word: string, token: number) => {
  const start = source.indexOf(word);
  return {start, end: start + word.length, firstToken: token, lastToken: token};
};
const table: NameTable = {
  clusters: [
    {
      forms: [
        {text: 'Zhumabekov', count: 1, mentions: [at('Zhumabekov', 1)]},
        {text: 'Zumabekov', count: 1, mentions: [at('Zumabekov', 7)]},
      ],
      kind: 'person',
      confidence: 0.93,
      evidence: ['“Temir” stands before both'],
    },
  ],
  entries: [],
};

test('one tick for each mention, with its line, in a row for each spelling', () => {
  const html = renderNamesHtml('a.txt', table, readText(source));
  expect(html.match(/<rect /g)).toHaveLength(2);
  expect(html).toContain('<title>Zhumabekov, line 1:');
  expect(html).toContain('<title>Zumabekov, line 3:');
  expect(html).toContain('93 % sure');
  const places = [...html.matchAll(/<rect class="s(\d)" x="([\d.]+)"/g)].map((m) => [
    Number(m[1]),
    Number(m[2]),
  ]);
  expect(places[0]![0]).toBe(0);
  expect(places[1]![0]).toBe(1);
  expect(places[1]![1]!).toBeGreaterThan(places[0]![1]!);
});

test('nothing of the file becomes markup, and the page loads nothing', () => {
  const html = renderNamesHtml('<script>"&\u202e.txt', table, readText(source));
  expect(html).not.toContain('<script');
  expect(html).not.toContain('<b>');
  expect(html).not.toContain('\u202e');
  expect(html).not.toMatch(/https?:/);
  const errors: string[] = [];
  parse(html, {onParseError: (error) => errors.push(error.code)});
  expect(errors).toEqual([]);
});

test('an article without names says so', () => {
  const html = renderNamesHtml('a.txt', {clusters: [], entries: []}, readText('nothing here'));
  expect(html).toContain('No name of this article is spelt in several ways.');
});
