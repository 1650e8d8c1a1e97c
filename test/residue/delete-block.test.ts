import {describe, expect, test} from 'vitest';
import {deleteBlock, deleteSpan} from '../../rules/residue/_shared/delete-block.js';
import {readMarkdown} from '../../src/article/read-markdown.js';
import {readText} from '../../src/article/read-text.js';
import {applyEdits} from '../../src/engine/fixer.js';

function without(source: string, word: string): string {
  const article = readText(source);
  const block = article.blocks.find((b) => source.slice(b.start, b.end) === word)!;
  return applyEdits(source, [deleteBlock(article, block.start, block.end)]).text;
}

describe('a block is deleted with its line and one blank line', () => {
  test.each([
    ['in the middle', 'One.\n\nX\n\nTwo.\n', 'One.\n\nTwo.\n'],
    ['at the start', 'X\n\nOne.\n', 'One.\n'],
    ['at the end', 'One.\n\nX\n', 'One.\n'],
    ['at the end, without a last line break', 'One.\n\nX', 'One.\n'],
    ['with blank lines after it', 'One.\n\nX\n\n\n', 'One.\n'],
    ['between lines without blank ones', 'One.\nX\nTwo.', 'One.\nTwo.'],
    ['with CR LF', 'One.\r\n\r\nX\r\n\r\nTwo.\r\n', 'One.\r\n\r\nTwo.\r\n'],
    ['last, with CR LF', 'One.\r\n\r\nX\r\n', 'One.\r\n'],
    ['indented', 'One.\n\n  X \n\nTwo.\n', 'One.\n\nTwo.\n'],
    ['alone', 'X\n', ''],
    ['between blank lines that hold spaces', 'One.\n  \nX\n \t\nTwo.\n', 'One.\n  \nTwo.\n'],
  ])('%s', (_, source, expected) => {
    expect(without(source, 'X')).toBe(expected);
  });

  test('two neighbours at once', () => {
    const source = 'One.\n\nX\n\nY\n\nTwo.\n';
    const article = readText(source);
    const groups = [article.blocks[1]!, article.blocks[2]!].map((b) => deleteBlock(article, b.start, b.end));
    expect(applyEdits(source, groups).text).toBe('One.\n\nTwo.\n');
  });

  test('in Markdown only the text goes', () => {
    const article = readMarkdown('One.\n\nX\n\nTwo.\n');
    const {start, end} = article.blocks[1]!;
    expect(deleteBlock(article, start, end)).toEqual([{start, end, text: ''}]);
  });
});

test.each([
  ['a X b', 'a b'],
  ['a X.', 'a.'],
  ['X b', 'b'],
  ['a X', 'a'],
  ['aX b', 'a b'],
  ['a Xb', 'a b'],
])('a span of %j is deleted with one space', (source, expected) => {
  const at = source.indexOf('X');
  expect(applyEdits(source, [deleteSpan(source, at, at + 1)]).text).toBe(expected);
});
