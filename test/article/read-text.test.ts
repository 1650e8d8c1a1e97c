import {describe, expect, it} from 'vitest';
import {readText} from '../../src/article/read-text.js';
import {blocksOf, sourceOf} from './blocks.js';

describe('readText', () => {
  it('makes a block of each paragraph, the first line a title, short lines headings', () => {
    const source =
      'Two bridges close\n\nThe council said so on Monday.\n\nWhat comes next\n\nWork begins in May.\n';
    expect(blocksOf(readText(source))).toEqual([
      ['title', 'Two bridges close'],
      ['paragraph', 'The council said so on Monday.'],
      ['heading', 'What comes next'],
      ['paragraph', 'Work begins in May.'],
    ]);
  });

  it('keeps prose and source one', () => {
    const source = '\uFEFFTitle\r\n\r\nText.\r\n';
    const article = readText(source);
    expect(article.prose).toBe(source);
    expect(article.map.toSource(3, 5)).toEqual({start: 3, end: 5});
    expect(blocksOf(article)).toEqual([
      ['title', 'Title'],
      ['paragraph', 'Text.'],
    ]);
  });

  it.each([
    ['LF', '\n'],
    ['CR', '\r'],
    ['CRLF', '\r\n'],
    ['U+2028', '\u2028'],
    ['U+2029', '\u2029'],
  ])('ends lines at %s', (_, lineBreak) => {
    const source = ['One came.', '', 'Two went.', 'Three stayed.'].join(lineBreak);
    expect(blocksOf(readText(source)).map(([, text]) => text)).toEqual([
      'One came.',
      'Two went.',
      'Three stayed.',
    ]);
  });

  it('joins lines that are filled to a margin', () => {
    const wrapped =
      'The harbour authority said on Friday that the old lighthouse would be\n' +
      'moved eleven metres inland before the winter storms, and that visitors\n' +
      'could watch the work from the northern pier until the end of October.';
    expect(blocksOf(readText(`A lighthouse moves\n\n${wrapped}\n`))).toEqual([
      ['title', 'A lighthouse moves'],
      ['paragraph', wrapped],
    ]);
  });

  it('takes lines that end as they please for a paragraph each', () => {
    const lines = [
      'The ferry was late.',
      'Nobody on the island seemed to mind it very much that evening.',
      'It came at nine.',
    ];
    expect(blocksOf(readText(lines.join('\n'))).map(([, text]) => text)).toEqual(lines);
  });

  it('does not take lines of one length that each end a sentence for one paragraph', () => {
    const lines = [
      'The first of the ferries left the harbour at eight.',
      'The second of the ferries left harbour before nine.',
      'The third and last of the ferries never left at all.',
    ];
    expect(blocksOf(readText(lines.join('\n'))).map(([, text]) => text)).toEqual(lines);
  });

  it('leaves white space of every kind out of the bounds of a block', () => {
    expect(blocksOf(readText('\u3000 \t\u00A0Only this.\u2003\u00A0 \n'))).toEqual([
      ['paragraph', 'Only this.'],
    ]);
  });

  it('leaves out front matter but no rule above a headline', () => {
    expect(blocksOf(readText('---\ntitle: X\ndate: 1\n---\nOne came.\n'))).toEqual([
      ['paragraph', 'One came.'],
    ]);
    expect(blocksOf(readText('---\nA headline\n---\nOne came.\n')).map(([, text]) => text)).toContain(
      'A headline',
    );
  });

  it.each([
    ['calque-disable', 'calque-disable'],
    ['calque-enable names/inconsistent-spelling', 'calque-enable names/inconsistent-spelling'],
    ['# calque-disable-file', 'calque-disable-file'],
    [
      '// calque-disable-next-line a/b, c/d -- they asked for it',
      'calque-disable-next-line a/b, c/d -- they asked for it',
    ],
    ['<!-- calque-disable-line -->', 'calque-disable-line'],
  ])('takes the line %j for a comment', (line, text) => {
    const source = `One came.\n\n  ${line}\nTwo went.`;
    const article = readText(source);
    expect(blocksOf(article).map(([, block]) => block)).toEqual(['One came.', 'Two went.']);
    const start = source.indexOf(line);
    expect(article.comments).toEqual([{text, start, end: start + line.length}]);
  });

  it('keeps prose that speaks of directives', () => {
    const article = readText('Write calque-disable on a line.\n\nThe calque-enabled word.\n');
    expect(article.comments).toEqual([]);
    expect(article.blocks).toHaveLength(2);
  });

  it('names no title where nothing follows or a full stop ends it', () => {
    expect(readText('Two bridges close').blocks[0]?.kind).toBe('heading');
    expect(readText('It rained.\n\nIt stopped.').blocks[0]?.kind).toBe('paragraph');
    expect(readText('Will it rain?\n\nIt stopped.').blocks[0]?.kind).toBe('title');
  });

  it('counts in UTF-16 units', () => {
    const source = '𝒜 title\n\nCafe\u0301 𠮷野 opened.\n';
    expect(blocksOf(readText(source))).toEqual([
      ['title', '𝒜 title'],
      ['paragraph', 'Café 𠮷野 opened.'],
    ]);
    expect(sourceOf(readText(source), 'Café 𠮷野')).toBe('Cafe\u0301 𠮷野');
  });

  it.each(['', '\uFEFF', '\n \r\n\t', '\u2028'])('finds no block in %j', (source) => {
    expect(readText(source).blocks).toEqual([]);
  });
});
