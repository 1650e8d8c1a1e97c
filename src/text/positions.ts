import type {TextIndex, Tokens} from './tokens.js';

/** The token that begins at a UTF-16 offset into the prose, or the last one before it; -1 when there is none. */
export function tokenAt({starts, count}: Tokens, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The sentence that holds a token. */
export function sentenceOf({sentences: {first, count}}: TextIndex, token: number): number {
  let low = 0;
  let high = count;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (first[middle]! <= token) low = middle;
    else high = middle;
  }
  return low;
}
