import type {Article} from '../../../src/article/article.js';
import type {Edit} from '../../../src/engine/finding.js';
import {type TextIndex, TokenFlag} from '../../../src/text/tokens.js';
import {deleteBlock, deleteSpan} from './delete-block.js';

/** The block that holds a token: an index into `Article.blocks`. */
export const blockOf = ({tokens}: TextIndex, token: number): number => tokens.blocks[token] as number;

/** The token behind the last one of a block. */
export const endOfBlock = (text: TextIndex, block: number): number => text.blockFirst[block + 1] as number;

/** Whether a range of the prose is all of its block. Offsets are UTF-16 offsets. */
export function fillsBlock({blocks}: Article, block: number, start: number, end: number): boolean {
  const whole = blocks[block];
  return whole !== undefined && whole.start === start && whole.end === end;
}

/** Whether nothing but marks stands before a token in its block. */
export function opensBlock(text: TextIndex, token: number): boolean {
  for (let i = text.blockFirst[blockOf(text, token)] as number; i < token; i++)
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
  let token = text.blockFirst[block] as number;
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
