import type {Article, Block, BlockKind, Comment, Format, Opaque, OpaqueKind, Span} from './article.js';
import {SegmentFlag, SegmentMap} from './segment-map.js';
import {isBlank, isWhiteSpace} from './white-space.js';

const breakBetweenBlocks = '\n\n';

type SpanKind = Span['kind'];

/**
 * Builds the prose of a marked-up article from left to right, with its blocks, spans and segments.
 *
 * White space that a reader hands to {@link space} becomes one space, and none at the bounds of a block. A block
 * without a character of text leaves no trace. All offsets taken are UTF-16 offsets into the source, and must not
 * go back.
 */
export class ProseBuilder {
  readonly #source: string;
  readonly #blocks: Block[] = [];
  readonly #spans: Span[] = [];
  readonly #comments: Comment[] = [];
  readonly #opaque: Opaque[] = [];
  readonly #texts: string[] = [];

  readonly #proseStarts: number[] = [];
  readonly #sourceStarts: number[] = [];
  readonly #sourceEnds: number[] = [];
  readonly #flags: number[] = [];

  /** Length of the prose so far, with the open block. */
  #length = 0;
  #kind: BlockKind | undefined;
  /** Pieces of the open block, and where it begins in prose, segments and spans. */
  #pieces: string[] = [];
  #blockStart = 0;
  #blockSegment = 0;
  #blockSpan = 0;
  /** White space read but not yet written. */
  #space: {start: number; end: number} | undefined;
  #endsWithSpace = false;
  #hasTitle = false;
  #fixed = 0;
  #asides: (() => void)[] = [];
  readonly #depth: Record<SpanKind, number> = {emphasis: 0, link: 0, code: 0, quotation: 0};
  /** Prose offset of the open span of each kind, -1 where none has text yet. */
  readonly #spanStart: Record<SpanKind, number> = {emphasis: -1, link: -1, code: -1, quotation: -1};

  constructor(source: string) {
    this.#source = source;
  }

  get isOpen(): boolean {
    return this.#kind !== undefined;
  }

  get hasTitle(): boolean {
    return this.#hasTitle;
  }

  /** How many segments there are: a mark for {@link fixFrom}. */
  get segmentCount(): number {
    return this.#flags.length;
  }

  /** Begins a block, after closing the one before it. An article has one title; a second becomes a heading. */
  open(kind: BlockKind): void {
    this.close();
    this.#kind = kind;
    this.#blockStart = this.#length;
    this.#blockSegment = this.#flags.length;
    this.#blockSpan = this.#spans.length;
  }

  /** Changes the kind of the open block. */
  become(kind: BlockKind): void {
    if (this.#kind !== undefined) this.#kind = kind;
  }

  close(): void {
    const kind = this.#kind;
    if (kind === undefined) return;
    this.#space = undefined;
    for (const span of Object.keys(this.#depth) as SpanKind[]) this.#endSpan(span);
    const text = this.#pieces.join('');
    if (isBlank(text)) this.#forgetBlock();
    else this.#keepBlock(kind, text);
    this.#pieces = [];
    this.#endsWithSpace = false;
    this.#kind = undefined;
    const asides = this.#asides;
    this.#asides = [];
    for (const aside of asides) this.#alt(aside);
  }

  /** Text that stands in the source as it is. */
  exact(start: number, end: number): void {
    let from = start;
    if (this.#isEmpty) {
      while (from < end && isWhiteSpace(this.#source.charCodeAt(from))) from++;
    } else if ((this.#endsWithSpace || this.#space) && this.#readEnd !== start) {
      // Markup parts the two pieces of text; the white space on both of its sides is read as one.
      while (from < end && isCollapsible(this.#source.charCodeAt(from))) from++;
    }
    if (from < end) this.#write(this.#source.slice(from, end), from, end, 0);
  }

  /** Text that was decoded from a stretch of the source. */
  decoded(text: string, start: number, end: number): void {
    if (text !== '') this.#write(text, start, end, SegmentFlag.Decoded);
  }

  /** White space, or what is read as white space: becomes one space before the text that follows, if any. */
  space(start: number, end: number): void {
    if (this.#isEmpty) return;
    if (!this.#space) {
      if (!this.#endsWithSpace) this.#space = {start, end};
    } else if (this.#space.end === start) this.#space.end = end;
  }

  /**
   * Text of its own inside a block, as an image's: a caption before the block or after it. Amid the text of a block
   * it is a sign or an icon, and left out. `write` writes the caption's text.
   */
  aside(write: () => void): void {
    const kind = this.#kind;
    if (kind !== undefined && !this.#isEmpty) {
      this.#asides.push(write);
      return;
    }
    this.#alt(write);
    if (kind !== undefined) this.open(kind);
  }

  enter(kind: SpanKind): void {
    this.#depth[kind]++;
  }

  leave(kind: SpanKind): void {
    if (this.#depth[kind] === 0) return;
    if (--this.#depth[kind] === 0) this.#endSpan(kind);
  }

  /** What `write` writes is never offered for rewriting. */
  fixed(write: () => void): void {
    this.#fixed++;
    write();
    this.#fixed--;
  }

  /** As {@link fixed}, for all segments since the mark. */
  fixFrom(segment: number): void {
    for (let i = segment; i < this.#flags.length; i++) this.#flags[i]! |= SegmentFlag.Fixed;
  }

  comment(text: string, start: number, end: number): void {
    this.#comments.push({text: text.trim(), start, end});
  }

  /** A stretch of the source that is no prose. One inside another goes without saying. */
  opaque(kind: OpaqueKind, start: number, end: number): void {
    const last = this.#opaque[this.#opaque.length - 1];
    if (start < end && (!last || start >= last.end)) this.#opaque.push({kind, start, end});
  }

  finish(format: Format, escapeProse: (prose: string) => string, markup: () => readonly string[]): Article {
    this.close();
    return {
      source: this.#source,
      format,
      prose: this.#texts.join(''),
      blocks: this.#blocks,
      spans: this.#spans.sort((a, b) => a.start - b.start),
      comments: this.#comments,
      opaque: this.#opaque,
      markup,
      map: new SegmentMap(
        {
          count: this.#flags.length,
          proseStarts: this.#closedProseStarts(),
          sourceStarts: Uint32Array.from(this.#sourceStarts),
          sourceEnds: Uint32Array.from(this.#sourceEnds),
          flags: Uint8Array.from(this.#flags),
        },
        escapeProse,
      ),
    };
  }

  get #isEmpty(): boolean {
    return this.#pieces.length === 0;
  }

  get #lastEnd(): number {
    return this.#sourceEnds[this.#sourceEnds.length - 1] ?? 0;
  }

  /** Where the text and white space read last ends in the source. */
  get #readEnd(): number {
    return this.#space?.end ?? this.#lastEnd;
  }

  #closedProseStarts(): Uint32Array {
    const starts = new Uint32Array(this.#proseStarts.length + 1);
    starts.set(this.#proseStarts);
    starts[this.#proseStarts.length] = this.#length;
    return starts;
  }

  #write(text: string, start: number, end: number, flags: number): void {
    if (this.#kind === undefined) return;
    if (this.#isEmpty) this.#breakBlocks(start);
    else this.#writeSpace();
    this.#asides = [];
    for (const kind in this.#depth) {
      const span = kind as SpanKind;
      if (this.#depth[span] > 0 && this.#spanStart[span] < 0) this.#spanStart[span] = this.#length;
    }
    this.#push(text, start, end, this.#fixed > 0 ? flags | SegmentFlag.Fixed : flags);
    this.#endsWithSpace = isCollapsible(text.charCodeAt(text.length - 1));
  }

  #writeSpace(): void {
    const space = this.#space;
    if (!space) return;
    this.#space = undefined;
    const isOne = space.end === space.start + 1 && this.#source[space.start] === ' ';
    const flags = (isOne ? 0 : SegmentFlag.Decoded) | (this.#fixed > 0 ? SegmentFlag.Fixed : 0);
    this.#push(' ', space.start, space.end, flags);
  }

  /** The blank line between the blocks answers to everything that stands between them. */
  #breakBlocks(start: number): void {
    if (this.#length === 0) return;
    this.#pushSegment(this.#lastEnd, start, SegmentFlag.Decoded | SegmentFlag.Fixed);
    this.#texts.push(breakBetweenBlocks);
    this.#length += breakBetweenBlocks.length;
    this.#blockStart = this.#length;
  }

  #push(text: string, start: number, end: number, flags: number): void {
    this.#pieces.push(text);
    const last = this.#flags.length - 1;
    if (
      last >= this.#blockSegment &&
      flags === this.#flags[last] &&
      !(flags & SegmentFlag.Decoded) &&
      this.#lastEnd === start
    ) {
      this.#sourceEnds[last] = end;
    } else this.#pushSegment(start, end, flags);
    this.#length += text.length;
  }

  #pushSegment(start: number, end: number, flags: number): void {
    this.#proseStarts.push(this.#length);
    this.#sourceStarts.push(start);
    this.#sourceEnds.push(end);
    this.#flags.push(flags);
  }

  #endSpan(kind: SpanKind): void {
    const start = this.#spanStart[kind];
    if (start < 0) return;
    this.#spanStart[kind] = -1;
    this.#spans.push({kind, start, end: this.#length});
  }

  #keepBlock(kind: BlockKind, text: string): void {
    let start = this.#blockStart;
    let end = this.#length;
    while (isWhiteSpace(text.charCodeAt(start - this.#blockStart))) start++;
    while (isWhiteSpace(text.charCodeAt(end - 1 - this.#blockStart))) end--;
    this.#texts.push(text);
    this.#blocks.push({kind: kind === 'title' && this.#hasTitle ? 'heading' : kind, start, end});
    if (kind === 'title') this.#hasTitle = true;
  }

  #forgetBlock(): void {
    if (this.#isEmpty) return;
    const segments = this.#blockSegment;
    // The blank line before it goes too.
    if (this.#blocks.length > 0) this.#texts.pop();
    this.#length = this.#proseStarts[segments] ?? this.#length;
    this.#spans.length = this.#blockSpan;
    for (const list of [this.#proseStarts, this.#sourceStarts, this.#sourceEnds, this.#flags])
      list.length = segments;
  }

  #alt(write: () => void): void {
    this.open('alt');
    write();
    this.close();
  }
}

/** The white space of which HTML and Markdown show one space for many: not the no-break space. */
const isCollapsible = (code: number): boolean =>
  code === 32 || code === 9 || code === 10 || code === 12 || code === 13;
