import type {Article} from '../../../src/article/article.js';
import type {Edit} from '../../../src/engine/finding.js';
import {blockOf, endOfBlock, firstOfBlock} from '../../../src/text/blocks.js';
import {type TextIndex, TokenFlag} from '../../../src/text/tokens.js';
import {deleteBlock, deleteSpan} from './delete-block.js';

/** Whether a range of the prose is all of its block. Offsets are UTF-16 offsets. */
export function fillsBlock({blocks}: Article, block: number, start: number, end: number): boolean {
  const whole = blocks[block];
  return whole !== undefined && whole.start === start && whole.end === end;
}

/** Whether nothing but marks stands before a token in its block. */
export function opensBlock(text: TextIndex, token: number): boolean {
  for (let i = firstOfBlock(text, blockOf(text, token)); i < token; i++)
    if (!((text.tokens.flags[i] as number) & TokenFlag.Mark)) return false;
  return true;
}

/** Whether nothing but marks stands behind a token in its block. */
export function closesBlock(text: TextIndex, token: number): boolean {
  const end = endOfBlock(text, blockOf(text, token));
  for (let i = token + 1; i < end; i++)
    if (!((text.tokens.flags[i] as number) & TokenFlag.Mark)) return false;
  return true;
}

/** The first token of a block that ends behind an offset, or its last one. */
export function tokenFrom(text: TextIndex, block: number, offset: number): number {
  let token = firstOfBlock(text, block);
  const last = endOfBlock(text, block) - 1;
  while (token < last && (text.tokens.ends[token] as number) <= offset) token++;
  return token;
}

/** Edits that delete a place: with its line where it is all of its block, else with one of the spaces round it. */
export function deletePlace(article: Article, block: number, start: number, end: number): Edit[] {
  return fillsBlock(article, block, start, end)
    ? deleteBlock(article, start, end)
    : deleteSpan(article.prose, start, end);
}
