import {type DecodingMode, HtmlEntityDecoder} from 'entities/decode';
import type {ProseBuilder} from './prose-builder.js';

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Copied from the source as it stands. */
  readonly isExact: boolean;
}

/** Decodes HTML text with the place of each piece, and writes it with its white space collapsed. */
export class HtmlText {
  readonly #source: string;
  readonly #base: number;
  readonly #builder: ProseBuilder;
  #decoded = '';
  readonly #decoder = new HtmlEntityDecoder((code) => {
    this.#decoded += String.fromCodePoint(code);
  });

  /**
   * @param source the HTML; U+FFFC in it is a template, where `base` is given
   * @param base where it begins in the file
   */
  constructor(source: string, builder: ProseBuilder, base = 0) {
    this.#source = source;
    this.#base = base;
    this.#builder = builder;
  }

  /**
   * Writes the text at `start`..`end` of the HTML, which the parser has read as `value`. Where the two cannot be
   * brought together, all of it becomes one decoded segment, so that no offset is ever wrong.
   */
  write(value: string, start: number, end: number, mode: DecodingMode): void {
    const source = this.#source.slice(start, end);
    if (source === value && !source.includes('&')) {
      this.#collapse(start, end);
      return;
    }
    const pieces = this.#pieces(start, end, mode);
    if (pieces.map((piece) => piece.text).join('') !== value) {
      this.#builder.decoded(value.replace(/[ \t\n\f\r]+/g, ' '), this.#base + start, this.#base + end);
      return;
    }
    for (const {text, start, end, isExact} of pieces) {
      if (isExact) this.#collapse(start, end);
      else if (/^[ \t\n\f\r]*$/.test(text)) this.#builder.space(this.#base + start, this.#base + end);
      else this.#builder.decoded(text, this.#base + start, this.#base + end);
    }
  }

  #pieces(start: number, end: number, mode: DecodingMode): Piece[] {
    const source = this.#source;
    const pieces: Piece[] = [];
    let from = start;
    const copy = (to: number) => {
      if (to > from) pieces.push({text: source.slice(from, to), start: from, end: to, isExact: true});
    };
    for (let at = start; at < end; ) {
      const code = source.charCodeAt(at);
      if (code === 13) {
        copy(at);
        from = source.charCodeAt(at + 1) === 10 && at + 1 < end ? at + 2 : at + 1;
        pieces.push({text: '\n', start: at, end: from, isExact: false});
        at = from;
      } else if (code === 38) {
        const length = this.#reference(at, end, mode);
        if (length > 0) {
          copy(at);
          from = at + length;
          pieces.push({text: this.#decoded, start: at, end: from, isExact: false});
        }
        at += Math.max(1, length);
      } else at++;
    }
    copy(end);
    return pieces;
  }

  /** Decodes the reference at an ampersand and returns its length, 0 where there is none. */
  #reference(at: number, end: number, mode: DecodingMode): number {
    // The longest name has 31 letters; a number may be longer, with zeros in front.
    let stop = at + 1;
    while (stop < end && /[#A-Za-z0-9]/.test(this.#source[stop]!)) stop++;
    const text = this.#source.slice(at + 1, Math.min(stop + 1, end));
    this.#decoded = '';
    this.#decoder.startEntity(mode);
    const written = this.#decoder.write(text, 0);
    const length = written < 0 ? this.#decoder.end() : written;
    return this.#decoded === '' ? 0 : length;
  }

  /** Writes a stretch of the source without references, runs of white space as one space. */
  #collapse(start: number, end: number): void {
    const source = this.#source;
    let at = start;
    while (at < end) {
      let to = at;
      if (isHtmlSpace(source.charCodeAt(at))) {
        while (to < end && isHtmlSpace(source.charCodeAt(to))) to++;
        this.#builder.space(this.#base + at, this.#base + to);
      } else if (this.#base > 0 && source.charCodeAt(at) === 0xfffc) {
        while (to < end && source.charCodeAt(to) === 0xfffc) to++;
        this.#builder.object('template', this.#base + at, this.#base + to);
      } else {
        // A single space between two words stays inside its exact segment.
        while (to < end && !endsRun(source, to, end) && !(this.#base > 0 && source.charCodeAt(to) === 0xfffc))
          to++;
        this.#builder.exact(this.#base + at, this.#base + to);
      }
      at = to;
    }
  }
}

/** White space of HTML; the no-break space is not among it, and is kept. */
const isHtmlSpace = (code: number): boolean =>
  code === 32 || code === 10 || code === 9 || code === 13 || code === 12;

function endsRun(source: string, at: number, end: number): boolean {
  const code = source.charCodeAt(at);
  if (!isHtmlSpace(code)) return false;
  return code !== 32 || at + 1 >= end || isHtmlSpace(source.charCodeAt(at + 1));
}
