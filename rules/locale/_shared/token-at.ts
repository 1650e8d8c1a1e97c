import type {Tokens} from '../../../src/text/tokens.js';

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
