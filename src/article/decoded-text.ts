import {type Escape, SegmentFlag, SegmentMap} from './segment-map.js';
import {SegmentRecorder} from './segment-recorder.js';

/** A text that is decoded from stretches of a source, in the order of the source, with the way back. */
export class DecodedText {
  readonly #parts: string[] = [];
  readonly #segments = new SegmentRecorder();
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** A stretch as it stands in the source. */
  exact(text: string, start: number, end: number): void {
    this.#add(text, start, end, 0);
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
    return {
      text: this.#parts.join(''),
      map: new SegmentMap(this.#segments.finish(this.#length), written),
    };
  }

  #add(text: string, start: number, end: number, flags: number): void {
    if (text === '') return;
    this.#segments.addOrGrow(this.#length, start, end, flags);
    this.#parts.push(text);
    this.#length += text.length;
  }
}
