import {type Cut, findInline, maybeInline} from './markdown-inline.js';
import type {ProseBuilder} from './prose-builder.js';
import type {Range} from './source-map.js';
import type {Masked} from './templates.js';

/**
 * What stands in the text of an open paragraph of Markdown and is none of it: templates and what other software takes
 * out. Paragraphs come in the order of the text.
 */
export class MarkdownCuts {
  readonly #source: string;
  readonly #masked: Masked;
  readonly #builder: ProseBuilder;
  /** Those of the open paragraph, and the first that is not passed. */
  #cuts: readonly Cut[] = [];
  #cut = 0;
  /** The first template that no paragraph before has passed. */
  #template = 0;

  constructor(source: string, masked: Masked, builder: ProseBuilder) {
    this.#source = source;
    this.#masked = masked;
    this.#builder = builder;
  }

  get isEmpty(): boolean {
    return this.#cuts.length === 0;
  }

  /** Looks through the text of a block that is being opened. */
  find(start: number, end: number, skip: () => readonly Range[]): void {
    const {text, stretches, isMdx} = this.#masked;
    this.#cuts = [];
    this.#cut = 0;
    while (this.#template < stretches.length && stretches[this.#template]!.end <= start) this.#template++;
    const hasTemplate = this.#template < stretches.length && stretches[this.#template]!.start < end;
    const hasMore = maybeInline.test(text.slice(start, end));
    if (!hasTemplate && !hasMore) return;
    const skipped = skip();
    const cuts: Cut[] = hasMore ? findInline(text, start, end, skipped, isMdx) : [];
    for (let i = this.#template, k = 0; i < stretches.length && stretches[i]!.start < end; i++) {
      const stretch = stretches[i]!;
      // One in a target or a tag stands for nothing in the text.
      while (k < skipped.length && skipped[k]!.end <= stretch.start) k++;
      if (!(k < skipped.length && skipped[k]!.start <= stretch.start))
        cuts.push({...stretch, isSilent: false});
    }
    if (cuts.length > 0) this.#cuts = cuts.sort((a, b) => a.start - b.start);
  }

  /** Forgets those of a paragraph that ends. */
  clear(): void {
    this.#cuts = [];
  }

  /** What `write` writes is looked through by nobody. */
  outside(write: () => void): void {
    const cuts = this.#cuts;
    this.#cuts = [];
    write();
    this.#cuts = cuts;
  }

  /** Writes the text of a stretch without them. */
  writeAround(start: number, end: number): void {
    const builder = this.#builder;
    let at = Math.max(start, this.#cuts[this.#cut - 1]?.end ?? 0);
    for (let cut = this.#cuts[this.#cut]; cut && cut.start < end; cut = this.#cuts[this.#cut]) {
      if (cut.start > at) builder.exact(at, cut.start);
      this.pass(cut.start + 1);
      at = Math.max(at, cut.end);
    }
    if (at < end) builder.exact(at, end);
  }

  /** Writes what stands for those that begin before a place. */
  pass(before: number): void {
    for (; this.#cut < this.#cuts.length && this.#cuts[this.#cut]!.start < before; this.#cut++) {
      const {kind, start, end, isSilent} = this.#cuts[this.#cut]!;
      if (this.#source.startsWith('{/*', start)) {
        this.#builder.comment(this.#source.slice(start + 3, end - 3), start, end);
        this.#builder.opaque(kind, start, end);
      } else if (isSilent) this.#builder.opaque(kind, start, end);
      else this.#builder.object(kind, start, end);
    }
  }

  /** Where what begins at a place goes on, if the one that was passed last begins there: such as `[[a]]` of `[[a]][b]`. */
  after(at: number): number {
    return this.holds(at) ? this.#cuts[this.#cut - 1]!.end : at;
  }

  /** Whether the one that was passed last holds a place. */
  holds(at: number): boolean {
    const last = this.#cuts[this.#cut - 1];
    return last !== undefined && last.start <= at && at < last.end;
  }
}
