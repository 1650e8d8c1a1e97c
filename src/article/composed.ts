import type {Article, ReadArticle} from './article.js';
import type {Range, SourceMap} from './source-map.js';

/**
 * Lets a reader read letters that are written in pieces (`e` and U+0301) as they are written in one (`é`), which is the
 * same text: then its rules find the same, at the places of the text as it is. Most texts are composed and cost one look.
 */
export function composing(read: ReadArticle): ReadArticle {
  return (source) => {
    const composition = compose(source);
    if (!composition) return read(source);
    const article = read(composition.text);
    return {
      ...article,
      source,
      comments: article.comments.map((comment) => ({...comment, ...composition.toOriginal(comment)})),
      opaque: article.opaque.map((opaque) => ({...opaque, ...composition.toOriginal(opaque)})),
      map: new ComposedMap(article.map, composition),
    } satisfies Article;
  };
}

/** A letter and the marks or vowels that join it, or one that may have another form by itself. */
const pieces = /[^\p{M}\u1160-\u11ff\ud7b0-\ud7ff][\p{M}\u1160-\u11ff\ud7b0-\ud7ff]+|[^\0-\u02ff]/gu;

/**
 * Unicode normalization form C (UAX #15), stretch by stretch; undefined where the text is composed. A mark does not join a
 * sign of ASCII: that may be markup, and a mark behind it does not change that.
 */
function compose(source: string): Composition | undefined {
  if (source.normalize() === source) return undefined;
  const composition = new Composition(source);
  for (const {0: piece, index} of source.matchAll(pieces)) {
    const code = piece.charCodeAt(0);
    if (code < 0x80 && !isLetter(code)) continue;
    const one = piece.normalize();
    if (one !== piece && one.charCodeAt(0) >= 0x80) composition.add(index, piece, one);
  }
  return composition.count > 0 ? composition.end() : undefined;
}

const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

/** A text in which stretches were composed, and the way back. */
class Composition {
  #parts: string[] = [];
  #text = '';
  #length = 0;
  /** Where each stretch that differs begins and ends, in the text and in the source. */
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #sourceStarts: number[] = [];
  readonly #sourceEnds: number[] = [];

  constructor(readonly source: string) {}

  get text(): string {
    return this.#text;
  }

  get count(): number {
    return this.#starts.length;
  }

  add(at: number, old: string, composed: string): void {
    this.#copyTo(at);
    this.#starts.push(this.#length);
    this.#parts.push(composed);
    this.#length += composed.length;
    this.#ends.push(this.#length);
    this.#sourceStarts.push(at);
    this.#sourceEnds.push(at + old.length);
  }

  end(): this {
    this.#copyTo(this.source.length);
    this.#text = this.#parts.join('');
    this.#parts = [];
    return this;
  }

  #copyTo(at: number): void {
    const from = this.#sourceEnds[this.count - 1] ?? 0;
    this.#parts.push(this.source.slice(from, at));
    this.#length += at - from;
  }

  /** The range of the source; a bound inside a stretch that differs widens to that of the stretch. */
  toOriginal({start, end}: Range): Range {
    const from = this.#before(start);
    const inside = from >= 0 && start < this.#ends[from]!;
    const first = inside ? this.#sourceStarts[from]! : this.#behind(from, start);
    if (start >= end) return {start: first, end: first};
    const to = this.#before(end - 1);
    const cut = to >= 0 && end < this.#ends[to]!;
    return {start: first, end: cut ? this.#sourceEnds[to]! : this.#behind(to, end)};
  }

  /** Whether the range cuts no stretch that differs. */
  isWhole({start, end}: Range): boolean {
    return [start, end].every((at) => {
      const i = this.#before(at);
      return i < 0 || at === this.#starts[i] || at >= this.#ends[i]!;
    });
  }

  /** The same text with the letters that the range holds in pieces in the same pieces. */
  restore(text: string, {start, end}: Range): string {
    let out = text;
    const seen = new Set<string>();
    for (let i = Math.max(0, this.#before(start)); i < this.count && this.#starts[i]! < end; i++) {
      if (this.#starts[i]! < start) continue;
      const one = this.#text.slice(this.#starts[i], this.#ends[i]);
      if (seen.has(one)) continue;
      seen.add(one);
      out = out.replaceAll(one, this.source.slice(this.#sourceStarts[i], this.#sourceEnds[i]));
    }
    return out;
  }

  /** The last stretch that begins at an offset or before it; -1 for none. */
  #before(offset: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** The source offset of one that lies behind stretch `i` and before the next. */
  #behind(i: number, offset: number): number {
    return i < 0 ? offset : this.#sourceEnds[i]! + offset - this.#ends[i]!;
  }
}

class ComposedMap implements SourceMap {
  constructor(
    private readonly inner: SourceMap,
    private readonly composition: Composition,
  ) {}

  toSource(start: number, end: number): Range {
    return this.composition.toOriginal(this.inner.toSource(start, end));
  }

  isContiguous(start: number, end: number): boolean {
    return this.inner.isContiguous(start, end) && this.composition.isWhole(this.inner.toSource(start, end));
  }

  escape(prose: string, at?: number): string {
    return this.inner.escape(prose, at);
  }

  restore(text: string, start: number, end: number): string {
    return this.composition.restore(text, this.inner.toSource(start, end));
  }
}
