import {type Escape, SegmentFlag, SegmentMap} from './segment-map.js';

/** A text that is decoded from stretches of a source, in the order of the source, with the way back. */
export class DecodedText {
  #text = '';
  readonly #parts: string[] = [];
  readonly #textStarts: number[] = [];
  readonly #sourceStarts: number[] = [];
  readonly #sourceEnds: number[] = [];
  readonly #flags: number[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** A stretch as it stands in the source. */
  exact(text: string, start: number, end: number): void {
    const last = this.#flags.length - 1;
    if (last >= 0 && this.#flags[last] === 0 && this.#sourceEnds[last] === start) {
      this.#sourceEnds[last] = end;
      this.#append(text);
    } else this.#add(text, start, end, 0);
  }

  /** A stretch that is written otherwise in the source: only the whole answers to the whole. */
  decoded(text: string, start: number, end: number): void {
    this.#add(text, start, end, SegmentFlag.Decoded);
  }

  /** Text that stands for what is no text in the source, and is never rewritten. */
  fixed(text: string, start: number, end: number): void {
    this.#add(text, start, end, SegmentFlag.Decoded | SegmentFlag.Fixed);
  }

  /** The text, and its map; `written` writes such a text as the source has it. */
  finish(written: Escape): {readonly text: string; readonly map: SegmentMap} {
    this.#text = this.#parts.join('');
    const textStarts = new Uint32Array(this.#textStarts.length + 1);
    textStarts.set(this.#textStarts);
    textStarts[this.#textStarts.length] = this.#length;
    const map = new SegmentMap(
      {
        count: this.#flags.length,
        proseStarts: textStarts,
        sourceStarts: Uint32Array.from(this.#sourceStarts),
        sourceEnds: Uint32Array.from(this.#sourceEnds),
        flags: Uint8Array.from(this.#flags),
      },
      written,
    );
    return {text: this.#text, map};
  }

  #add(text: string, start: number, end: number, flags: number): void {
    if (text === '') return;
    this.#textStarts.push(this.#length);
    this.#sourceStarts.push(start);
    this.#sourceEnds.push(end);
    this.#flags.push(flags);
    this.#append(text);
  }

  #append(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}
