import type {PieceWalk} from './piece-walk.js';
import {entryValue, type Piece} from './pieces.js';
import {joiners} from './signs.js';

/** A number in words. */
export interface NumberInWords {
  readonly value: number;
  /** The values of its words but for those of scale. */
  readonly parts: readonly number[];
  /** Its last piece. */
  readonly last: number;
  /** A thousand, a million or more is in it. */
  readonly isScaled: boolean;
}

/** A number in words, as far as it goes; piece `i` is its first word. */
export function readNumberWords(walk: PieceWalk, i: number): NumberInWords {
  const {pieces} = walk;
  const start = entryValue(pieces[i] as Piece, 'n') as number;
  let total = 0;
  let current = start;
  let last = i;
  let lastScale = Number.POSITIVE_INFINITY;
  const parts = [start];
  for (;;) {
    let k = walk.next(last);
    if (k < 0) break;
    let joined = false;
    if (joiners.has((pieces[k] as Piece).word) && entryValue(pieces[k] as Piece, 'n') === undefined) {
      if (!walk.near(k)) break;
      k++;
      joined = true;
    }
    const piece = pieces[k] as Piece | undefined;
    if (!piece) break;
    const n = entryValue(piece, 'n');
    const s = entryValue(piece, 's');
    if (n !== undefined && s === undefined) {
      const fits =
        (current >= 20 && current % 10 === 0 && n < 10 && (current % 100 !== 0 || n < 100)) ||
        (current >= 100 && current % 100 === 0 && n < 100) ||
        (current === 0 && n < lastScale);
      if (!fits) break;
      // `three and four`: two numbers, unless a ten or a hundred goes before.
      if (joined && current === 0 && total < 1000) break;
      current += n;
      parts.push(n);
    } else if (s !== undefined && !joined) {
      if (s >= lastScale) break;
      if (s === 100) {
        if (current >= 100) break;
        current = (current === 0 ? 1 : current) * 100;
      } else {
        total += (current === 0 ? 1 : current) * s;
        current = 0;
        lastScale = s;
      }
    } else break;
    last = k;
  }
  return {value: total + current, parts, last, isScaled: lastScale !== Number.POSITIVE_INFINITY};
}
