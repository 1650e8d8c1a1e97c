import type {TextIndex} from '../../../src/text/tokens.js';

/** The first sentence that belongs to the tail: the last five blocks, and at most the last twelve sentences. */
export function firstTailSentence(text: TextIndex, blocks = 5, sentences = 12): number {
  const {blockFirstSentence} = text;
  const last = blockFirstSentence.length - 1;
  const byBlock = blockFirstSentence[Math.max(0, last - blocks)]!;
  return Math.max(byBlock, text.sentences.count - sentences);
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

/** The sentence that holds a token. */
export function sentenceOf(text: TextIndex, token: number): number {
  const {first, count} = text.sentences;
  let low = 0;
  let high = count;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (first[middle]! <= token) low = middle;
    else high = middle;
  }
  return low;
}
