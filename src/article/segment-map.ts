import type {Range, SourceMap} from './source-map.js';

/** What a segment is, as bits. A segment without a bit is copied from the source offset for offset. */
export const SegmentFlag = {
  /** Decoded from its source range (an entity, a soft line break): only the whole answers to the whole. */
  Decoded: 1,
  /** Must not be rewritten: the break between blocks, an attribute's value, a label that names its link's target. */
  Fixed: 2,
  /** Stands in HTML amid a text of another format, and is escaped as HTML is. */
  Html: 4,
} as const;

/** The segments of a prose, in its order and without gaps: segment `i` is `proseStarts[i]` up to `proseStarts[i + 1]`. */
export interface Segments {
  readonly count: number;
  /** One more than there are segments: the last is the length of the prose. */
  readonly proseStarts: Uint32Array;
  readonly sourceStarts: Uint32Array;
  readonly sourceEnds: Uint32Array;
  /** Bits of {@link SegmentFlag}. */
  readonly flags: Uint8Array;
}

/** Writes prose as a format has it. */
export type Escape = (prose: string) => string;

/** A {@link SourceMap} over segments. Each question costs a binary search. */
export class SegmentMap implements SourceMap {
  readonly segments: Segments;
  readonly #escapeProse: Escape;
  readonly #escapeHtml: Escape;

  constructor(segments: Segments, escapeProse: Escape, escapeHtml: Escape = escapeProse) {
    this.segments = segments;
    this.#escapeProse = escapeProse;
    this.#escapeHtml = escapeHtml;
  }

  escape(prose: string, at = 0): string {
    const {count, flags} = this.segments;
    const isHtml = count > 0 && (flags[this.#find(at)]! & SegmentFlag.Html) !== 0;
    return isHtml ? this.#escapeHtml(prose) : this.#escapeProse(prose);
  }

  toSource(start: number, end: number): Range {
    if (this.segments.count === 0) return {start: 0, end: 0};
    if (start >= end) {
      const at = this.#position(start);
      return {start: at, end: at};
    }
    return {start: this.#startOf(start), end: this.#endOf(end)};
  }

  isContiguous(start: number, end: number): boolean {
    const {count, proseStarts, sourceStarts, sourceEnds, flags} = this.segments;
    if (count === 0) return false;
    if (start >= end) {
      const i = this.#host(start);
      if (flags[i]! & SegmentFlag.Fixed) return false;
      return !(flags[i]! & SegmentFlag.Decoded) || start === proseStarts[i] || start === proseStarts[i + 1];
    }
    const first = this.#find(start);
    const last = this.#find(end - 1);
    if (flags[first]! & SegmentFlag.Decoded && start > proseStarts[first]!) return false;
    if (flags[last]! & SegmentFlag.Decoded && end < proseStarts[last + 1]!) return false;
    for (let i = first; i <= last; i++) {
      if (flags[i]! & SegmentFlag.Fixed) return false;
      if (i < last && sourceEnds[i] !== sourceStarts[i + 1]) return false;
    }
    return true;
  }

  /** The segment that holds a prose offset; the last one for the end of the prose. */
  #find(offset: number): number {
    const {count, proseStarts} = this.segments;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (proseStarts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #startOf(offset: number): number {
    const {proseStarts, sourceStarts, sourceEnds, flags} = this.segments;
    const i = this.#find(offset);
    if (offset >= proseStarts[i + 1]!) return sourceEnds[i]!;
    return flags[i]! & SegmentFlag.Decoded ? sourceStarts[i]! : sourceStarts[i]! + offset - proseStarts[i]!;
  }

  #endOf(offset: number): number {
    const {proseStarts, sourceStarts, sourceEnds, flags} = this.segments;
    const i = this.#find(offset - 1);
    return flags[i]! & SegmentFlag.Decoded ? sourceEnds[i]! : sourceStarts[i]! + offset - proseStarts[i]!;
  }

  /** The segment that an insertion joins: the one before the offset, but at a block's start the one after it. */
  #host(offset: number): number {
    const before = offset === 0 ? 0 : this.#find(offset - 1);
    return this.segments.flags[before]! & SegmentFlag.Fixed ? this.#find(offset) : before;
  }

  #position(offset: number): number {
    const host = this.#host(offset);
    return this.segments.proseStarts[host] === offset ? this.#startOf(offset) : this.#endOf(offset);
  }
}
