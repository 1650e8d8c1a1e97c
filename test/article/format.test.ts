import {expect, it} from 'vitest';
import {formatOf} from '../../src/article/format.js';

it.each([
  ['a.txt', 'text'],
  ['a.text', 'text'],
  ['a', 'text'],
  ['.hidden', 'text'],
  ['b.c/a', 'text'],
  ['a.b.MD', 'markdown'],
  ['a.markdown', 'markdown'],
  ['a.mdown', 'markdown'],
  ['a.mdx', 'markdown'],
  ['C:\\b\\a.htm', 'html'],
  ['/b/a.html', 'html'],
  ['a.xhtml', 'html'],
  ['a.adoc', 'asciidoc'],
  ['a.rst', 'rst'],
  ['a.srt', 'subtitles'],
  ['a.vtt', 'subtitles'],
  ['a.atom', 'feed'],
  ['a.ndjson', 'json'],
  ['a.csv', 'csv'],
  ['a.docx', 'document'],
  ['a.pdf', undefined],
  ['a.constructor', undefined],
])('takes %j for %s', (name, format) => {
  expect(formatOf(name)).toBe(format);
});
