import type {Piece} from './pieces.js';
import type {Entry, QuantityTable} from './table.js';

/** Goes from piece to piece of a text. */
export class PieceWalk {
  constructor(
    readonly text: string,
    readonly pieces: readonly Piece[],
    readonly table: QuantityTable,
  ) {}

  /** Whether nothing but a space or a hyphen is between two pieces. */
  near(i: number): boolean {
    const a = this.pieces[i];
    const b = this.pieces[i + 1];
    if (!a || !b) return false;
    const gap = b.start - a.end;
    return gap === 0 || (gap === 1 && isGap(this.text.charCodeAt(a.end)));
  }

  /** The next piece of a kind that a hyphen may stand before; its index, or -1. */
  next(i: number): number {
    if (!this.near(i)) return -1;
    const next = this.pieces[i + 1] as Piece;
    if (
      (next.word === '-' || next.word === '‐' || next.word === '-' || next.word === '־') &&
      this.near(i + 1)
    )
      return i + 2;
    return i + 1;
  }

  /** `квадратных километров`, `per cent`: the longest form of several words that begins here. */
  longer(i: number): {entries: readonly Entry[]; end: number; index: number} | undefined {
    const piece = this.pieces[i] as Piece;
    const list = this.table.continuations(piece.word);
    if (!list) return undefined;
    for (const {rest, entries} of list) {
      let k = i;
      let fits = true;
      for (const word of rest) {
        if (!this.near(k) || (this.pieces[k + 1] as Piece).word !== word) {
          fits = false;
          break;
        }
        k++;
      }
      if (fits) return {entries, end: (this.pieces[k] as Piece).end, index: k + 1};
    }
    return undefined;
  }
}

const isGap = (code: number): boolean => code === 0x20 || code === 0xa0 || code === 0x202f || code === 0x2009;
