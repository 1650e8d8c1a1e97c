import type {Article, Block, BlockKind, Comment, Format, Opaque, OpaqueKind, Span} from './article.js';
import {findDebris, inOrder, ofStretches} from './debris.js';
import {holdsNothing, linesAsBlocks} from './line-blocks.js';
import {type MarkupSpan, OpenSpans} from './open-spans.js';
import {outermost} from './outermost.js';
import {type Escape, SegmentFlag, SegmentMap} from './segment-map.js';
import {SegmentRecorder} from './segment-recorder.js';
import {isWhiteSpace} from './white-space.js';

const breakBetweenBlocks = '\n\n';

/** Stands for what the reader sees amid a text and what is no text: OBJECT REPLACEMENT CHARACTER. */
export const objectCharacter = '\uFFFC';

/** An image that is not written yet: whether it is depends on what follows. White space may stand before it. */
interface Picture {
  readonly start: number;
  readonly end: number;
  readonly space: {start: number; end: number} | undefined;
}

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
  readonly #open = new OpenSpans(this.#spans);
  readonly #comments: Comment[] = [];
  readonly #opaque: Opaque[] = [];
  readonly #texts: string[] = [];
  readonly #segments = new SegmentRecorder();

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
  /** A line ends in {@link #space}; prose offsets of the spaces at which lines of the open block end. */
  #endsLine = false;
  readonly #lineEnds: number[] = [];
  #hasTitle = false;
  #fixed = 0;
  #isHtml = false;
  #asides: (() => void)[] = [];
  /** What the whole text says it is in. */
  #declared: string | undefined;
  #pictures: Picture[] = [];

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
    return this.#segments.count;
  }

  /** Grows with each piece of prose that is written, objects included. */
  get position(): number {
    return this.#length + this.#pictures.length;
  }

  /** Begins a block, after closing the one before it. An article has one title; a second becomes a heading. */
  open(kind: BlockKind): void {
    this.close();
    this.#kind = kind;
    this.#blockStart = this.#length;
    this.#blockSegment = this.#segments.count;
    this.#blockSpan = this.#spans.length;
    this.#endsLine = false;
    this.#lineEnds.length = 0;
  }

  /** Changes the kind of the open block. */
  become(kind: BlockKind): void {
    if (this.#kind !== undefined) this.#kind = kind;
  }

  close(): void {
    const kind = this.#kind;
    if (kind === undefined) return;
    this.#pictures = [];
    this.#space = undefined;
    this.#open.endBlock(this.#length);
    const text = this.#pieces.join('');
    if (holdsNothing(text)) this.#forgetBlock();
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
    if (from >= end) return;
    if (this.#pictures.length > 0) this.#showPictures();
    this.#write(this.#source.slice(from, end), from, end, 0);
  }

  /** Text that was decoded from a stretch of the source. */
  decoded(text: string, start: number, end: number): void {
    if (text === '') return;
    if (this.#pictures.length > 0) this.#showPictures();
    this.#write(text, start, end, SegmentFlag.Decoded);
  }

  /**
   * What the reader sees in the place of a stretch that is no text, as an image or a formula, amid the text of a block.
   * An image at the start or the end of a block leaves no trace.
   */
  object(kind: OpaqueKind, start: number, end: number): void {
    this.opaque(kind, start, end);
    if (this.#kind === undefined) return;
    if (kind === 'image') {
      this.#pictures.push({start, end, space: this.#space});
      this.#space = undefined;
      this.#endsWithSpace = false;
      return;
    }
    if (this.#pictures.length > 0) this.#showPictures();
    // White space in a link is all that it may hold, and goes with it.
    if (this.#space && this.#space.start >= start) this.#space = undefined;
    this.#object(start, end);
  }

  /** White space, or what is read as white space: becomes one space before the text that follows, if any. */
  space(start: number, end: number): void {
    if (this.#isEmpty) return;
    if (!this.#space) {
      if (!this.#endsWithSpace) this.#space = {start, end};
    } else if (this.#space.end === start) this.#space.end = end;
  }

  /** As {@link space}, and a line ends here, as its writer set it. */
  lineBreak(start: number, end: number): void {
    this.space(start, end);
    this.#endsLine = this.#space !== undefined;
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

  enter(kind: MarkupSpan): void {
    this.#open.enter(kind);
  }

  /** A passage in a language begins; it may hold others. */
  enterLanguage(tag: string): void {
    this.#open.enterLanguage(tag, this.#length);
  }

  /** The text says which language all of it is in; the last word counts. */
  declareLanguage(tag: string): void {
    this.#declared = tag;
  }

  leaveLanguage(): void {
    this.#open.leaveLanguage(this.#length);
  }

  leave(kind: MarkupSpan): void {
    this.#open.leave(kind, this.#length);
  }

  /** What `write` writes is never offered for rewriting. */
  fixed(write: () => void): void {
    this.#fixed++;
    write();
    this.#fixed--;
  }

  /** As {@link fixed}, for all segments since the mark. */
  fixFrom(segment: number): void {
    this.#segments.fixFrom(segment);
  }

  comment(text: string, start: number, end: number): void {
    this.#comments.push({text: text.trim(), start, end});
  }

  /** A stretch of the source that is no prose, in any order; one inside another goes without saying. */
  opaque(kind: OpaqueKind, start: number, end: number): void {
    if (start < end) this.#opaque.push({kind, start, end});
  }

  /** What `write` writes stands in HTML amid a text of another format. */
  inHtml(write: () => void): void {
    this.#isHtml = true;
    write();
    this.#isHtml = false;
  }

  finish(format: Format, escapeProse: Escape, markup: () => readonly string[], escapeHtml?: Escape): Article {
    this.close();
    const prose = this.#texts.join('');
    const map = new SegmentMap(this.#segments.finish(this.#length), escapeProse, escapeHtml);
    const debris = findDebris(prose, format === 'markdown');
    if (debris.length > 0) {
      const {spans, opaque} = ofStretches(inOrder(debris), (start, end) => map.toSource(start, end));
      this.#spans.push(...spans);
      this.#opaque.push(...opaque);
    }
    return {
      source: this.#source,
      format,
      prose,
      blocks: this.#blocks,
      spans: this.#spans.sort((a, b) => a.start - b.start),
      comments: this.#comments,
      opaque: outermost(this.#opaque),
      markup,
      map,
      ...(this.#declared === undefined ? {} : {language: this.#declared}),
    };
  }

  get #isEmpty(): boolean {
    return this.#pieces.length === 0;
  }

  /** Where the text and white space read last ends in the source. */
  get #readEnd(): number {
    return this.#space?.end ?? this.#segments.lastEnd;
  }

  #write(text: string, start: number, end: number, flags: number): void {
    if (this.#kind === undefined) return;
    if (this.#isEmpty) this.#breakBlocks(start);
    else this.#writeSpace();
    this.#asides = [];
    this.#open.write(this.#length);
    this.#push(text, start, end, this.#fixed > 0 ? flags | SegmentFlag.Fixed : flags);
    this.#endsWithSpace = isCollapsible(text.charCodeAt(text.length - 1));
  }

  #object(start: number, end: number): void {
    this.#write(objectCharacter, start, end, SegmentFlag.Decoded | SegmentFlag.Fixed);
    if (!this.#open.isIn('opaque'))
      this.#spans.push({kind: 'opaque', start: this.#length - 1, end: this.#length});
  }

  /** Writes the pictures that stand amid the text of a block. */
  #showPictures(): void {
    const pictures = this.#pictures;
    const space = this.#space;
    this.#pictures = [];
    if (this.#isEmpty) return;
    for (const picture of pictures) {
      this.#space = picture.space;
      this.#object(picture.start, picture.end);
    }
    this.#space = space;
  }

  #writeSpace(): void {
    const space = this.#space;
    if (!space) return;
    this.#space = undefined;
    if (this.#endsLine) this.#lineEnds.push(this.#length);
    this.#endsLine = false;
    const isOne = space.end === space.start + 1 && this.#source[space.start] === ' ';
    const flags = (isOne ? 0 : SegmentFlag.Decoded) | (this.#fixed > 0 ? SegmentFlag.Fixed : 0);
    this.#push(' ', space.start, space.end, flags);
  }

  /** The blank line between the blocks answers to everything that stands between them. */
  #breakBlocks(start: number): void {
    if (this.#length === 0) return;
    this.#segments.add(this.#length, this.#segments.lastEnd, start, SegmentFlag.Decoded | SegmentFlag.Fixed);
    this.#texts.push(breakBetweenBlocks);
    this.#length += breakBetweenBlocks.length;
    this.#blockStart = this.#length;
  }

  #push(text: string, start: number, end: number, plainFlags: number): void {
    const flags = this.#isHtml ? plainFlags | SegmentFlag.Html : plainFlags;
    this.#pieces.push(text);
    this.#segments.addOrGrow(this.#length, start, end, flags, this.#blockSegment);
    this.#length += text.length;
  }

  #keepBlock(kind: BlockKind, text: string): void {
    let start = this.#blockStart;
    let end = this.#length;
    while (isWhiteSpace(text.charCodeAt(start - this.#blockStart))) start++;
    while (isWhiteSpace(text.charCodeAt(end - 1 - this.#blockStart))) end--;
    this.#texts.push(text);
    const lines =
      kind === 'paragraph' && this.#lineEnds.length > 0
        ? linesAsBlocks(text, this.#blockStart, start, end, this.#lineEnds)
        : [];
    if (lines.length > 0) this.#blocks.push(...lines);
    else this.#blocks.push({kind: kind === 'title' && this.#hasTitle ? 'heading' : kind, start, end});
    if (kind === 'title') this.#hasTitle = true;
  }

  #forgetBlock(): void {
    if (this.#isEmpty) return;
    const segments = this.#blockSegment;
    // The blank line before it goes too.
    if (this.#blocks.length > 0) this.#texts.pop();
    this.#length = this.#segments.proseStart(segments) ?? this.#length;
    this.#spans.length = this.#blockSpan;
    this.#segments.keep(segments);
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
