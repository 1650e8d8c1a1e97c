import type {Edit} from '../../engine/finding.js';

/** Edits of one text that go together: none overlaps another. Offsets are UTF-16 offsets into the text before all edits. */
export class EditSet {
  private readonly sorted: Edit[] = [];

  /** Whether all of these can be made beside those that are here. Equal edits are one. */
  fits(edits: readonly Edit[]): boolean {
    return edits.every((edit) => {
      const at = this.placeOf(edit.start);
      // Neighbours are enough, as those that are here do not overlap; insertions may share a place with one of them.
      return this.sorted
        .slice(Math.max(0, at - 1), at + 2)
        .every((other) => isSame(other, edit) || !clash(other, edit));
    });
  }

  /** Whether one of the edits changes text between `start` and `end`. */
  touches(start: number, end: number): boolean {
    const at = this.placeOf(start);
    return this.sorted
      .slice(Math.max(0, at - 1), at + 2)
      .some((edit) => edit.start < end && edit.end > start);
  }

  /** Where a place of the text before all edits stands after them; it lies in none of them. */
  moved(offset: number): number {
    let by = 0;
    for (const {start, end, text} of this.sorted) {
      if (end > offset || (start === offset && end === offset)) break;
      by += text.length - (end - start);
    }
    return offset + by;
  }

  /** The text after all edits. */
  applied(source: string): string {
    let out = '';
    let at = 0;
    for (const {start, end, text} of this.sorted) {
      out += source.slice(at, start) + text;
      at = end;
    }
    return out + source.slice(at);
  }

  add(edits: readonly Edit[]): void {
    for (const edit of edits) {
      const at = this.placeOf(edit.start);
      if (!this.sorted.slice(at, at + 2).some((other) => isSame(other, edit)))
        this.sorted.splice(at, 0, edit);
    }
  }

  /** Index of the first edit that begins at `start` or after it. */
  private placeOf(start: number): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sorted[middle] as Edit).start < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function isSame(a: Edit, b: Edit): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text;
}

function clash(a: Edit, b: Edit): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}
