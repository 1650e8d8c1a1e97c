import {fnvOffset, foldCode, hashStep} from '../text/hash.js';

/** Longest run of letters that counts as evidence. */
const longest = 5;
/** Log2 of how many weights a language has; runs of letters share them by their hash. */
export const gramBits = 15;
const mask = (1 << gramBits) - 1;
const beforeWord = 0x5e;
const afterWord = 0x24;
/** Letters of a word that are looked at; longer words end here. */
const maxLetters = 40;

/**
 * Writes into `out` the places of a word's runs of letters in a table of `2 ** gramBits` weights, and returns their
 * number. Runs are 2 to 5 letters long, the word's edges counting as letters, and single letters outside ASCII.
 * `text` from `start` to `end` (UTF-16 offsets) is the word; its case does not matter.
 */
export function gramsOf(text: string, start: number, end: number, out: Int32Array): number {
  const stop = Math.min(end, start + maxLetters);
  let count = 0;
  for (let i = start - 1; i < stop; i++) {
    let code = i < start ? beforeWord : foldCode(text.charCodeAt(i));
    let hash = hashStep(fnvOffset, code);
    if (code > 0x7f) out[count++] = spread(hash);
    for (let n = 1; n < longest && i + n <= stop; n++) {
      code = i + n === stop ? afterWord : foldCode(text.charCodeAt(i + n));
      hash = hashStep(hash, code);
      out[count++] = spread(hash);
    }
  }
  return count;
}

/** Enough room for {@link gramsOf} of any word. */
export const gramRoom = (maxLetters + 2) * longest;

function spread(hash: number): number {
  return ((hash >>> 16) ^ hash) & mask;
}
