import {SegmentFlag, type Segments} from './segment-map.js';

/** Notes the segments of a prose from left to right. Offsets are UTF-16 offsets. */
export class SegmentRecorder {
  readonly #proseStarts: number[] = [];
  readonly #sourceStarts: number[] = [];
  readonly #sourceEnds: number[] = [];
  readonly #flags: number[] = [];

  get count(): number {
    return this.#flags.length;
  }

  /** Where the last one ends in the source. */
  get lastEnd(): number {
    return this.#sourceEnds[this.#sourceEnds.length - 1] ?? 0;
  }

  /** Where a segment begins in the prose. */
  proseStart(segment: number): number | undefined {
    return this.#proseStarts[segment];
  }

  /** A segment of its own that begins at `at` in the prose. */
  add(at: number, start: number, end: number, flags: number): void {
    this.#proseStarts.push(at);
    this.#sourceStarts.push(start);
    this.#sourceEnds.push(end);
    this.#flags.push(flags);
  }

  /** As {@link add}, but text that goes on where the last segment ends is part of it; `from` is the first that may grow. */
  addOrGrow(at: number, start: number, end: number, flags: number, from = 0): void {
    const last = this.#flags.length - 1;
    if (
      last >= from &&
      flags === this.#flags[last] &&
      !(flags & SegmentFlag.Decoded) &&
      this.#sourceEnds[last] === start
    )
      this.#sourceEnds[last] = end;
    else this.add(at, start, end, flags);
  }

  /** No segment from this one on is rewritten. */
  fixFrom(segment: number): void {
    for (let i = segment; i < this.#flags.length; i++) this.#flags[i]! |= SegmentFlag.Fixed;
  }

  /** Forgets all but the first `count`. */
  keep(count: number): void {
    for (const list of [this.#proseStarts, this.#sourceStarts, this.#sourceEnds, this.#flags])
      list.length = count;
  }

  /** The segments of a prose of this length. */
  finish(length: number): Segments {
    const count = this.#flags.length;
    const proseStarts = new Uint32Array(count + 1);
    proseStarts.set(this.#proseStarts);
    proseStarts[count] = length;
    return {
      count,
      proseStarts,
      sourceStarts: Uint32Array.from(this.#sourceStarts),
      sourceEnds: Uint32Array.from(this.#sourceEnds),
      flags: Uint8Array.from(this.#flags),
    };
  }
}
