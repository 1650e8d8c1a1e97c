import type {Span, SpanKind} from './article.js';

/** Spans that open and close with their markup. */
export type MarkupSpan = Exclude<SpanKind, 'language' | 'debris'>;

/**
 * The markup and the passages in a language that are open while a prose is written. A span begins with the first text in
 * it, ends with its markup or its block, and goes on in the next. `at` is where the prose ends so far.
 */
export class OpenSpans {
  readonly #spans: Span[];
  readonly #depth: Record<MarkupSpan, number> = {emphasis: 0, link: 0, code: 0, quotation: 0, opaque: 0};
  /** Prose offset of the open span of each kind, -1 where none has text yet. */
  readonly #start: Record<MarkupSpan, number> = {
    emphasis: -1,
    link: -1,
    code: -1,
    quotation: -1,
    opaque: -1,
  };
  /** The languages of the passages that are open, and where the text of the innermost begins. */
  readonly #languages: string[] = [];
  #languageStart = -1;

  /** @param spans where spans go that have ended */
  constructor(spans: Span[]) {
    this.#spans = spans;
  }

  isIn(kind: MarkupSpan): boolean {
    return this.#depth[kind] > 0;
  }

  enter(kind: MarkupSpan): void {
    this.#depth[kind]++;
  }

  leave(kind: MarkupSpan, at: number): void {
    if (this.#depth[kind] === 0) return;
    if (--this.#depth[kind] === 0) this.#end(kind, at);
  }

  /** A passage in a language begins; it may hold others. */
  enterLanguage(tag: string, at: number): void {
    this.#endLanguage(at);
    this.#languages.push(tag);
  }

  leaveLanguage(at: number): void {
    this.#endLanguage(at);
    this.#languages.pop();
  }

  /** Text begins. */
  write(at: number): void {
    for (const kind in this.#depth) {
      const span = kind as MarkupSpan;
      if (this.#depth[span] > 0 && this.#start[span] < 0) this.#start[span] = at;
    }
    if (this.#languages.length > 0 && this.#languageStart < 0) this.#languageStart = at;
  }

  /** A block ends. */
  endBlock(at: number): void {
    for (const kind in this.#depth) this.#end(kind as MarkupSpan, at);
    this.#endLanguage(at);
  }

  #endLanguage(at: number): void {
    const start = this.#languageStart;
    const language = this.#languages[this.#languages.length - 1];
    if (start < 0 || language === undefined) return;
    this.#languageStart = -1;
    this.#spans.push({kind: 'language', language, start, end: at});
  }

  #end(kind: MarkupSpan, at: number): void {
    const start = this.#start[kind];
    if (start < 0) return;
    this.#start[kind] = -1;
    this.#spans.push({kind, start, end: at});
  }
}
