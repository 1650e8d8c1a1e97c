import {afterFrontMatter} from './markdown-front-matter.js';
import {isHeavy} from './markdown-guard.js';
import {
  afterLineEnd,
  isBlank,
  isDigit,
  isLetter,
  isLineEnd,
  isRow,
  isSpace,
  isWhite,
  lineEnd,
} from './markdown-lines.js';
import {plainParagraph} from './plain-paragraph.js';
import type {Range} from './source-map.js';

/** A stretch of a Markdown text that can be read by itself. UTF-16 offsets into the source. */
export interface Region {
  readonly start: number;
  readonly end: number;
  /** A paragraph without a sign that Markdown could read as markup: nothing but its lines need be read. */
  readonly isPlain: boolean;
  /** The parser would take too long: it is not read at all. */
  readonly isUnread?: boolean;
}

/**
 * Shorter regions with markup are not worth a parser of their own. In longer ones, what the parser makes of each line lives
 * until the last is read: 4,096 take twice the time of 256 where each line is an item.
 */
const longRegion = 256;
/** The parser takes 150 bytes of memory a character; no person writes so long a block with markup in it. */
const longestRegion = 2_000_000;

const greater = 62;
const dash = 45;
const equals = 61;
const space = 32;
const tab = 9;
const byteOrderMark = 0xfeff;

/** How an HTML block ends that may hold blank lines, by how it begins (CommonMark 0.31, 4.6, kinds 1 to 5). */
const htmlKinds: readonly (readonly [begin: RegExp, end: RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![A-Za-z]/, />/],
];

/**
 * Cuts a Markdown text into the regions that hold its text, where no construct can reach over: before a line that begins at the margin, after a blank one,
 * outside of fenced code and of HTML that holds blank lines. Quotes end at a blank line, lists, notes and indented code
 * at the margin, so each region can be parsed without the others; only the targets of references are shared.
 *
 * Front matter is in none of them. Where lines leave open what they belong to (a fence indented below a list item may be in it or not), the text is not
 * cut any more.
 *
 * The parser works for each character and each block anew, and most paragraphs of an article have no markup at all.
 *
 * @param start where the text begins in `source`: after a byte order mark
 * @param longest from this length on, regions with markup are cut where they can be
 */
export function cutMarkdown(source: string, start: number, longest = longRegion): Region[] {
  return new Cutter(source, start, longest).run();
}

class Cutter {
  readonly #regions: Region[] = [];
  /** Where the region with markup began that is being read. */
  #open: number;
  #fence: {readonly code: number; readonly length: number; readonly start: number} | undefined;
  /** Fenced code at the margin, in order. */
  #fences: Range[] = [];
  #htmlEnd: RegExp | undefined;
  /** Lines since the last blank one may be HTML, in which fences are text. */
  #maybeHtml = false;
  #inList = false;
  /** The last line that is not blank was indented so far that it may be code. */
  #afterIndented = false;
  /** A quote holds text that the next line may go on with. */
  #inQuote = false;
  /** The last line was a rule, or underlined the one before it. */
  #afterRule = false;
  /** Since the last blank line there is nothing but lines that begin with a letter, and lines under them. */
  #isSimple = true;
  /** The last line was text that another may underline. */
  #isBehindText = false;

  constructor(
    readonly source: string,
    start: number,
    readonly longest: number,
  ) {
    this.#open = afterFrontMatter(source, start);
  }

  run(): Region[] {
    const {source} = this;
    let isAfterBlank = true;
    for (let at = this.#open; at < source.length; ) {
      if (isAfterBlank && !this.#fence && !this.#htmlEnd && this.#isMargin(at)) {
        const end = plainParagraph(source, at);
        this.#inList = false;
        if (end > 0) {
          this.#close(at);
          this.#regions.push({start: at, end, isPlain: true});
          this.#open = end;
          at = afterLineEnd(source, end);
          isAfterBlank = false;
          continue;
        }
        // Not behind indented code: in one piece with it, the parser takes some list markers for text.
        if (at - this.#open >= this.longest && !this.#afterIndented) this.#close(at);
      } else if (at - this.#open >= this.longest && !isAfterBlank && this.#endsBlock(at)) {
        this.#close(at);
        this.#inList = false;
      }
      const end = lineEnd(source, at);
      isAfterBlank = isBlank(source, at, end);
      if (isAfterBlank) {
        this.#maybeHtml = false;
        this.#isBehindText = false;
        this.#inQuote = false;
        this.#afterRule = false;
        this.#isSimple = true;
      } else if (!this.#line(at, end)) break;
      at = afterLineEnd(source, end);
    }
    this.#close(source.length);
    return this.#regions;
  }

  /** Ends the region with markup; the blank lines between paragraphs are none. */
  #close(end: number): void {
    let at = this.#open;
    while (at < end && isWhite(this.source.charCodeAt(at))) at++;
    if (at < end) {
      const start = this.#open;
      if (this.#fence) this.#fences.push({start: this.#fence.start, end});
      const isUnread = end - start > longestRegion || isHeavy(this.source, start, end, this.#fences);
      this.#regions.push(isUnread ? {start, end, isPlain: false, isUnread} : {start, end, isPlain: false});
      this.#fences = [];
    }
    this.#open = end;
  }

  /**
   * Whether no block goes on with a line though no blank one stands before it: a quote, where none is open or the one
   * before has ended with a line without text; an item of a list; what follows a rule.
   */
  #endsBlock(at: number): boolean {
    if (this.#fence || this.#htmlEnd || this.#maybeHtml || this.#afterIndented || !this.#isMargin(at))
      return false;
    if (this.#inQuote) return false;
    const code = this.source.charCodeAt(at);
    // The parser takes a list marker that begins a quote behind text for text.
    const opensQuote = code === greater && !/^[> ]{1,9}[\d*+-]/.test(this.source.slice(at, at + 10));
    return this.#afterRule || opensQuote || (this.#inList && this.#isItem(at));
  }

  /**
   * A bullet with text behind it. A number may be text of a paragraph: only a one interrupts it, and the parser takes a
   * marker behind the bullet for text where a paragraph stands before.
   */
  #isItem(at: number): boolean {
    const end = lineEnd(this.source, at);
    const isMarker = this.#isListMarker(at, end);
    return (
      isMarker && /^[*+-] {1,4}(?!\d{1,9}[.)])[^\s*_+-]/.test(this.source.slice(at, Math.min(end, at + 20)))
    );
  }

  /** Follows a line that is not blank. False where what it belongs to is not certain. */
  #line(start: number, end: number): boolean {
    const {source} = this;
    let at = start;
    while (at < end && source.charCodeAt(at) === space) at++;
    const indent = at - start;
    const code = source.charCodeAt(at);
    this.#afterIndented = indent > 3 || code === tab;
    if (code === greater && indent < 4) this.#inQuote = !isBlank(source, at + 1, end);
    const isUnderline = indent === 0 && isRow(source, at, end, equals, 1);
    this.#afterRule =
      indent === 0 &&
      (isRow(source, at, end, dash, 3) || (isUnderline && this.#isSimple && this.#isBehindText));
    this.#isBehindText = !isUnderline;
    if (!isUnderline && !(indent === 0 && isLetter(code) && !source.slice(at, end).includes('|')))
      this.#isSimple = false;
    if (this.#htmlEnd) {
      if (this.#htmlEnd.test(source.slice(start, end))) this.#htmlEnd = undefined;
      return true;
    }
    // Deeper lines are code, or in a list that ends with the next line at the margin.
    if (indent > 3) return true;
    if (this.#fence) {
      if (this.#closesFence(at, end)) {
        this.#fences.push({start: this.#fence.start, end});
        this.#fence = undefined;
      }
      return true;
    }
    const isUncertain = this.#maybeHtml || (this.#inList && indent > 1);
    if (code === 96 || code === 126) {
      const fence = this.#fenceAt(at, end);
      if (fence && isUncertain) return false;
      this.#fence = fence;
    } else if (code === 60) {
      const line = source.slice(at, end);
      const kind = htmlKinds.find(([begin]) => begin.test(line));
      if (kind && isUncertain) return false;
      if (kind && !kind[1].test(line)) this.#htmlEnd = kind[1];
      this.#maybeHtml = true;
    } else if (this.#isListMarker(at, end)) this.#inList = true;
    return true;
  }

  /** A run of three backticks or tildes or more; behind backticks there is no other. */
  #fenceAt(at: number, end: number): {code: number; length: number; start: number} | undefined {
    const {source} = this;
    const code = source.charCodeAt(at);
    let to = at;
    while (to < end && source.charCodeAt(to) === code) to++;
    if (to - at < 3) return undefined;
    if (code === 96 && source.slice(to, end).includes('`')) return undefined;
    return {code, length: to - at, start: at};
  }

  #closesFence(at: number, end: number): boolean {
    const {source} = this;
    const {code, length} = this.#fence as {code: number; length: number};
    let to = at;
    while (to < end && source.charCodeAt(to) === code) to++;
    return to - at >= length && isBlank(source, to, end);
  }

  #isListMarker(at: number, end: number): boolean {
    const {source} = this;
    const code = source.charCodeAt(at);
    let to = at;
    if (code === 42 || code === 43 || code === 45) to++;
    else {
      while (isDigit(source.charCodeAt(to))) to++;
      const mark = source.charCodeAt(to);
      if (to === at || (mark !== 41 && mark !== 46)) return false;
      to++;
    }
    return to >= end || isSpace(source.charCodeAt(to));
  }

  /** Whether a line begins at the margin. */
  #isMargin(at: number): boolean {
    const code = this.source.charCodeAt(at);
    return !isSpace(code) && !isLineEnd(code) && code !== byteOrderMark;
  }
}
