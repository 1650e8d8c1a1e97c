import {expect, test} from 'vitest';
import {readHtml} from '../../src/article/read-html.js';
import {readMarkdown} from '../../src/article/read-markdown.js';

const blocks = (read: typeof readMarkdown, source: string): string[] => {
  const article = read(source);
  return article.blocks.map(({start, end}) => article.prose.slice(start, end));
};

test('labels under each other are a block each', () => {
  const lines = ['Related articles', 'Fair opens in May', 'Leave a comment', 'Home page'];
  expect(blocks(readMarkdown, lines.join('\n'))).toEqual(lines);
  expect(blocks(readHtml, `<p>${lines.join('<br>\n')}</p>`)).toEqual(lines);
});

test('a paragraph that was broken to a margin, or a sentence a line, stays one', () => {
  for (const text of [
    'The council of Aluste voted on Monday to close the old bridge for\nrepairs, and the mayor of\nNorrik agreed to lead the traffic round the harbour until autumn.',
    'The bridge is closed.\nTraffic goes round the harbour.\nThe work ends in May.',
    'The mayor of the town of\nAluste said so',
    'She met the head of\nNorrik Bank on Monday\nand spoke of the loan.',
  ]) {
    expect(blocks(readMarkdown, text)).toHaveLength(1);
  }
});
