import type {Edit} from './finding.js';

/** Leads offsets of a text to those of the text after edits, and back. All offsets are UTF-16. */
export class EditMap {
  /** For each edit, where the text that it wrote begins in the new text. */
  private readonly newStarts: readonly number[];

  /** @param edits in the order of the text, not overlapping */
  constructor(readonly edits: readonly Edit[]) {
    let shift = 0;
    this.newStarts = edits.map(({start, end, text}) => {
      const at = start + shift;
      shift += text.length - (end - start);
      return at;
    });
  }

  /** Where the text that an edit wrote stands in the new text. */
  written(index: number): {start: number; end: number} {
    const start = this.newStarts[index] as number;
    return {start, end: start + (this.edits[index] as Edit).text.length};
  }

  /** An offset in the new text. What lay in a stretch that was replaced is at its begin or, with `toEnd`, at its end. */
  toNew(offset: number, toEnd = false): number {
    const i = this.lastBefore((k) => (this.edits[k] as Edit).start, offset, toEnd);
    if (i < 0) return offset;
    const {end} = this.edits[i] as Edit;
    const written = this.written(i);
    if (offset < end) return toEnd ? written.end : written.start;
    return written.end + offset - end;
  }

  /** An offset in the old text. What lies in text that was written is at the begin or, with `toEnd`, at the end of what it replaced. */
  toOld(offset: number, toEnd = false): number {
    const i = this.lastBefore((k) => this.newStarts[k] as number, offset, toEnd);
    if (i < 0) return offset;
    const {start, end} = this.edits[i] as Edit;
    const written = this.written(i);
    if (offset < written.end) return toEnd ? end : start;
    return end + offset - written.end;
  }

  /** The edit nearest to a place of the new text; undefined without edits. */
  nearest(start: number, end: number): Edit | undefined {
    const before = this.lastBefore((k) => this.newStarts[k] as number, end, true);
    const after = before + 1;
    if (before < 0 || after >= this.edits.length) return this.edits[Math.max(0, before)];
    const apartBefore = start - this.written(before).end;
    const apartAfter = this.written(after).start - end;
    return this.edits[apartAfter < apartBefore ? after : before];
  }

  /** Whether a stretch of the old text touches one that was replaced. */
  touchesOld(start: number, end: number): boolean {
    // The last edit that begins at or before the end; those before it end before it begins.
    const i = this.lastBefore((k) => (this.edits[k] as Edit).start, end, true);
    return i >= 0 && (this.edits[i] as Edit).end >= start;
  }

  /** Whether a stretch of the new text touches one that was written. */
  touchesNew(start: number, end: number): boolean {
    const i = this.lastBefore((k) => this.newStarts[k] as number, end, true);
    return i >= 0 && this.written(i).end >= start;
  }

  /** The last edit whose `place` is before an offset or, with `orAt`, at it; -1 for none. */
  private lastBefore(place: (index: number) => number, offset: number, orAt: boolean): number {
    let low = 0;
    let high = this.edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = place(middle);
      if (at < offset || (orAt && at === offset)) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
