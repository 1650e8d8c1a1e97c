import {describe, expect, it} from 'vitest';
import type {Article} from '../../src/article/article.js';
import {readHtml} from '../../src/article/read-html.js';
import {readMarkdown} from '../../src/article/read-markdown.js';
import {readText} from '../../src/article/read-text.js';

const differ = (read: (source: string) => Article, one: string, other: string): boolean =>
  read(one).markup().join('\n') !== read(other).markup().join('\n');

describe('the tree of markup of Markdown', () => {
  it.each([
    ['words', 'The *port* is open.\n\nIt `is`.', 'A *ship* has come in.\n\nThat `is`.'],
    ['white space', 'The  port\nis open.', 'The port is open.'],
    ['escapes and references', '# A &amp; \\* B', '# A &#38; \\_ C'],
    ['words in a list', '- One\n- Two', '- Three\n- Four'],
  ])('is the same whatever the %s', (_, one, other) => {
    expect(differ(readMarkdown, one, other)).toBe(false);
  });

  it.each([
    ['a tag', '<\u200Bb>a', '<b>a'],
    ['a link', '[a]\u200B(javascript:x)', '[a](javascript:x)'],
    ['a link’s target', '[a](b)', '[a](c)'],
    ['an image', 'A ! [b](c).', 'A ![b](c).'],
    ['a heading', '\u200B# A', '# A'],
    ['a heading’s depth', '# A', '## A'],
    ['emphasis', 'A * b*', 'A *b*'],
    ['code', 'A `b` c', 'A `d` c'],
    ['a paragraph', 'A\n\nB', 'A B'],
    ['a list', '\\- A', '- A'],
    ['a comment', '<!-- a -->', '<!-- b -->'],
    ['a definition', '[a]: b', '[a] : b'],
    ['a cell', '| a | b |\n|---|---|\n| c | d |', '| a | b |\n|---|---|\n| c \\| d |'],
  ])('tells %s', (_, one, other) => {
    expect(differ(readMarkdown, one, other)).toBe(true);
  });
});

describe('the tree of markup of HTML', () => {
  it('is the same whatever the words', () => {
    expect(differ(readHtml, '<p class=a>One &amp; <b>two</b>', '<p class="a">Three <b>four</b>')).toBe(false);
  });

  it.each([
    ['a tag', '<\u200Bscript>a', '<script>a'],
    ['an attribute', '<a href=b>c</a>', '<a href=d>c</a>'],
    ['a comment', '<\u200B!-- a -->', '<!-- a -->'],
    ['an end tag', '<b>a<\u200B/b>', '<b>a</b>'],
  ])('tells %s', (_, one, other) => {
    expect(differ(readHtml, one, other)).toBe(true);
  });
});

describe('the markup of plain text', () => {
  it('is its directives', () => {
    expect(differ(readText, 'One.\n# calque-enable', 'Two.\n# calque-enable')).toBe(false);
    expect(differ(readText, 'One.\n# calque-enable', 'One.')).toBe(true);
  });
});
