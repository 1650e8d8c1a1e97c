import type {OpaqueKind} from './article.js';
import type {ProseBuilder} from './prose-builder.js';

/** A mark that a light markup has amid its text. */
export interface InlineMark {
  /** Sticky, of bounded length. */
  readonly open: RegExp;
  /**
   * What it is: an escape before a character, a text that it stands for, a reference to be decoded, a word that code is, a
   * link whose text ends with `close`, words by which a target is found, emphasis that ends with the same mark, or what is no prose.
   */
  readonly kind:
    | 'escape'
    | 'decoded'
    | 'entity'
    | 'code'
    | 'link'
    | 'reference'
    | 'named'
    | 'emphasis'
    | OpaqueKind;
  readonly text?: string;
  readonly close?: string;
  /** How a link's text gives way to its target, before `close`. */
  readonly target?: RegExp;
  /** Of a named reference: how many units stand before its words, and what behind them. */
  readonly head?: number;
  readonly tail?: RegExp;
  /** Emphasis inside a word, too. */
  readonly isFree?: boolean;
}

const isWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}_]/u.test(character);
const isGap = (character: string | undefined): boolean => character === undefined || /\s/.test(character);

/**
 * Writes the text of blocks whose markup is marks between words, as those of AsciiDoc and reStructuredText are. A mark
 * that nothing closes is text. Each kind of mark is searched for ahead once a block, so that a block costs linear time.
 */
export class InlineText {
  /** The marks that were read. */
  readonly markup: string[] = [];

  constructor(
    private readonly source: string,
    private readonly builder: ProseBuilder,
    private readonly marks: readonly InlineMark[],
    private readonly decode: (reference: string) => string,
  ) {}

  /** Writes lines, given as starts and ends by turns; what stands between them is a break. */
  write(lines: readonly number[]): void {
    const {source, builder} = this;
    const stop = lines.at(-1) ?? 0;
    const none = new Set<string>();
    /** Marks that are open, with where they close. */
    const closers: {readonly at: number; readonly length: number; readonly kind: 'emphasis' | 'link'}[] = [];
    for (let i = 0; i < lines.length; i += 2) {
      const end = lines[i + 1] as number;
      if (i > 0) builder.space(lines[i - 1] as number, lines[i] as number);
      let from = lines[i] as number;
      let at = from;
      const flush = (to: number): void => {
        if (to > from) builder.exact(from, to);
      };
      while (at < end) {
        const closer = closers.at(-1);
        if (closer && at >= closer.at) {
          flush(closer.at);
          closers.pop();
          builder.leave(closer.kind);
          at = closer.at + closer.length;
          this.markup.push(source.slice(closer.at, at));
          from = at;
          continue;
        }
        const code = source.charCodeAt(at);
        // Letters, digits and spaces open nothing; `l`, `h` and their like are names of macros after a gap.
        if (code === 32 || (code > 127 && code < 0x2000)) {
          at++;
          continue;
        }
        const isLetter =
          (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
        if (isLetter && at > 0 && isWord(source[at - 1])) {
          at++;
          continue;
        }
        const found = this.markAt(at, end, isLetter);
        if (!found) {
          at++;
          continue;
        }
        const {mark, length} = found;
        const to = at + length;
        const taken = source.slice(at, to);
        if (mark.kind === 'emphasis') {
          const close = closers.length > 8 ? -1 : this.closerOf(mark, taken, at, stop, none);
          if (close < 0 || (closer && close > closer.at)) {
            at = to;
            continue;
          }
          flush(at);
          builder.enter('emphasis');
          closers.push({at: close, length, kind: 'emphasis'});
        } else if (mark.kind === 'link') {
          const close = source.indexOf(mark.close as string, to);
          if (close < 0 || close > Math.min(stop, to + 2000) || (closer && close > closer.at)) {
            at++;
            continue;
          }
          flush(at);
          const inside = source.slice(to, close);
          const target = mark.target?.exec(inside);
          const cut = target ? to + target.index : close;
          builder.enter('link');
          closers.push({at: cut, length: close + (mark.close as string).length - cut, kind: 'link'});
        } else {
          flush(at);
          if (mark.kind === 'escape') builder.opaque('attributes', at, to);
          else if (mark.kind === 'decoded') builder.decoded(mark.text as string, at, to);
          else if (mark.kind === 'entity') builder.decoded(this.decode(taken), at, to);
          else if (mark.kind === 'named') {
            const last = to - (mark.tail?.exec(taken)?.[0].length ?? 0);
            builder.fixed(() => builder.exact(at + (mark.head ?? 0), last));
          } else if (mark.kind === 'code') {
            builder.opaque('code', at, to);
            builder.enter('code');
            builder.exact(at, to);
            builder.leave('code');
          } else if (mark.kind === 'note' || mark.kind === 'attributes') builder.opaque(mark.kind, at, to);
          else builder.object(mark.kind === 'reference' ? 'link' : mark.kind, at, to);
        }
        this.markup.push(taken);
        at = to;
        from = to;
        if (mark.kind === 'escape' && at < end) at++;
      }
      flush(end);
    }
    for (const {kind} of closers) builder.leave(kind);
  }

  private markAt(at: number, end: number, isLetter: boolean): {mark: InlineMark; length: number} | undefined {
    for (const mark of this.marks) {
      if (isLetter && (mark.kind === 'emphasis' || mark.kind === 'decoded')) continue;
      mark.open.lastIndex = at;
      const found = mark.open.exec(this.source);
      if (!found || found[0].length === 0 || at + found[0].length > end) continue;
      if (mark.kind === 'emphasis' && !this.opens(mark, at, found[0].length)) continue;
      return {mark, length: found[0].length};
    }
    return undefined;
  }

  private opens({isFree}: InlineMark, at: number, length: number): boolean {
    const {source} = this;
    return !isGap(source[at + length]) && (isFree === true || !isWord(source[at - 1]));
  }

  private closerOf(mark: InlineMark, taken: string, at: number, stop: number, none: Set<string>): number {
    if (none.has(taken)) return -1;
    const {source} = this;
    for (
      let to = source.indexOf(taken, at + taken.length + 1);
      to >= 0 && to < stop;
      to = source.indexOf(taken, to + 1)
    ) {
      if (isGap(source[to - 1])) continue;
      if (mark.isFree || (!isWord(source[to + taken.length]) && source[to + taken.length] !== taken[0]))
        return to;
    }
    none.add(taken);
    return -1;
  }
}
