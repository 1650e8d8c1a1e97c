import {firstSentenceOf} from '../../../src/text/blocks.js';
import type {TextIndex} from '../../../src/text/tokens.js';
import type {Page} from './page/page.js';

/**
 * The first sentence that belongs to the tail: that of the last five blocks of prose, and of at most twelve sentences.
 * Known lines of the page between and behind them do not count.
 */
export function firstTailSentence(text: TextIndex, page: Page, blocks = 5, sentences = 12): number {
  let first = text.sentences.count;
  let prose = 0;
  let left = sentences;
  for (let b = text.blockFirstSentence.length - 2; b >= 0; b--) {
    const from = firstSentenceOf(text, b);
    if (page.isProse(b)) {
      if (++prose > blocks) break;
      const count = first - from;
      if (count >= left) return first - left;
      left -= count;
    }
    first = from;
  }
  return first;
}

/** Whether a block is among the last ones, when there are enough blocks to speak of a tail. */
export function isTailBlock(text: TextIndex, block: number, blocks = 6): boolean {
  const count = text.blockFirst.length - 1;
  return block > 0 && block >= count - blocks;
}

/** UTF-16 offsets into the prose of sentence `s`. */
export function sentenceRange(text: TextIndex, s: number): {start: number; end: number} {
  return {
    start: text.tokens.starts[text.sentences.first[s]!]!,
    end: text.tokens.ends[text.sentences.last[s]!]!,
  };
}
