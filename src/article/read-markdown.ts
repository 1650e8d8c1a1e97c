import {decodeHTMLStrict} from 'entities/decode';
import {decodeNumericCharacterReference} from 'micromark-util-decode-numeric-character-reference';
import type {Article, BlockKind, OpaqueKind, ReadArticle} from './article.js';
import {composing} from './composed.js';
import {escapeMarkdown} from './escape-markdown.js';
import {escapeMarkup} from './escape-markup.js';
import {languageInFrontMatter} from './front-matter.js';
import {HtmlWriter} from './html-writer.js';
import {type Cut, findInline, maybeInline} from './markdown-inline.js';
import {markupOfMarkdown} from './markdown-markup.js';
import {type Event, MarkdownParser, type Token} from './markdown-parser.js';
import {afterFrontMatter, cutMarkdown, type Region} from './markdown-regions.js';
import {ProseBuilder} from './prose-builder.js';
import type {Range} from './source-map.js';
import {type Masked, maskTemplates} from './templates.js';

/** Tokens that hold no prose at all. */
const noProse: ReadonlySet<string> = new Set([
  'codeFenced',
  'codeIndented',
  'definition',
  'gfmFootnoteCall',
  'gfmFootnoteDefinitionLabel',
  'reference',
  'resource',
  'tableDelimiterRow',
  'taskListCheck',
]);

/** Tokens that are no prose, and why. */
const opaqueTokens: Readonly<Record<string, OpaqueKind>> = {
  autolink: 'link',
  codeFenced: 'code',
  codeIndented: 'code',
  codeText: 'code',
  gfmFootnoteCall: 'note',
  image: 'image',
};

/** Tokens whose text is looked through for what the parser does not know. */
const inlineTokens: ReadonlySet<string> = new Set([
  'atxHeading',
  'paragraph',
  'setextHeading',
  'tableData',
  'tableHeader',
]);

/** Where nothing of it may begin. */
const closedTokens: ReadonlySet<string> = new Set([
  'autolink',
  'codeText',
  'htmlText',
  'reference',
  'resource',
  'setextHeadingLine',
]);

/** Tokens of containers in the lines of an HTML block. */
const prefixTokens: ReadonlySet<string> = new Set(['blockQuotePrefix', 'listItemIndent']);

/** Tokens around a line break inside a paragraph. */
const whiteSpace: ReadonlySet<string> = new Set([
  'blockQuotePrefix',
  'hardBreakEscape',
  'hardBreakTrailing',
  'lineEnding',
  'linePrefix',
  'lineSuffix',
  'listItemIndent',
]);

/**
 * Reads Markdown (CommonMark with GFM and front matter).
 *
 * It works on the parser's events and not on a tree: they name every escape, reference and line prefix with its
 * place, so that the segments of the prose are exact by construction, and depth costs no stack. Code spans and the
 * addresses in angle brackets stay in the prose, under a span of kind `code`, so that their neighbours do not grow
 * together. HTML in it is read as HTML. What other software takes out before it is not read: see
 * {@link maskTemplates} and {@link findInline}. A region that the parser could not read in linear time is left unread.
 */
export const readMarkdown: ReadArticle = composing((source) => {
  const masked = maskTemplates(source, startOf(source));
  return readRegions(source, cutMarkdown(masked.text, startOf(source)), masked);
});

/** Reads a Markdown text by regions that {@link cutMarkdown} made. Any way of cutting gives the same article. */
export function readRegions(
  source: string,
  regions: readonly Region[],
  masked: Masked = maskTemplates(source, startOf(source)),
): Article {
  return new MarkdownReader(source, masked).read(regions);
}

/** The parser drops a byte order mark without counting it. */
const startOf = (source: string): number => (source.charCodeAt(0) === 0xfeff ? 1 : 0);

class MarkdownReader {
  readonly #source: string;
  /** The source with templates put out of sight; all offsets are the same. */
  readonly #text: string;
  readonly #masked: Masked;
  readonly #builder: ProseBuilder;
  readonly #html: HtmlWriter;
  #events: readonly Event[] = [];
  readonly #containers: BlockKind[] = [];
  /** Links that are open: their first segment, the prose before them, and whether their target is apart from their text. */
  readonly #links: {segment: number; position: number; start: number; hasTarget: boolean}[] = [];
  /** What stands in the open paragraph and is none of it, and the first that is not passed. */
  #cuts: readonly Cut[] = [];
  #cut = 0;
  /** The first template that no paragraph before has passed. */
  #template = 0;
  /** How many elements of HTML were open before the paragraph. */
  #htmlDepth = 0;

  constructor(source: string, masked: Masked) {
    this.#source = source;
    this.#text = masked.text;
    this.#masked = masked;
    this.#builder = new ProseBuilder(source);
    this.#html = new HtmlWriter(this.#builder, {isFragment: true});
  }

  read(regions: readonly Region[]): Article {
    const source = this.#source;
    const masked = this.#masked;
    const parser = new MarkdownParser(masked.text, regions);
    const start = startOf(source);
    const front = afterFrontMatter(masked.text, start);
    const language = front === start ? undefined : languageInFrontMatter(source.slice(start, front));
    if (language !== undefined) this.#builder.declareLanguage(language);
    for (const {kind, start, end} of masked.stretches) this.#builder.opaque(kind, start, end);
    for (const region of regions) {
      if (region.isUnread) this.#unread(region);
      else if (region.isPlain) this.#plain(region.start, region.end);
      else {
        this.#events = parser.events(region);
        this.#walk(0, this.#events.length);
      }
    }
    this.#html.end(source.length);
    return this.#builder.finish(
      'markdown',
      escapeMarkdown,
      () => markupOfMarkdown(source, masked, regions),
      escapeMarkup,
    );
  }

  /** A paragraph of lines that are text and nothing else. */
  #plain(start: number, end: number): void {
    const builder = this.#builder;
    builder.open(this.#kind);
    this.#findCuts(start, end, () => []);
    for (let at = start; at < end; ) {
      let to = at;
      while (to < end && !isLineEnd(this.#source.charCodeAt(to))) to++;
      let last = to;
      while (last > at && this.#source.charCodeAt(last - 1) === 32) last--;
      this.#emit(at, last);
      at = to;
      while (at < end && isLineEnd(this.#source.charCodeAt(at))) at++;
      if (at < end) builder.lineBreak(last, at);
    }
    this.#passCuts(end);
    // HTML that a block before left open among its words ends with this paragraph, as it does with a parsed one.
    this.#html.endInline(this.#html.depth, end);
    builder.close();
  }

  /** Leaves a region out, without the blank lines around it. */
  #unread({start, end}: Region): void {
    const text = this.#source.slice(start, end);
    this.#builder.opaque('unread', end - text.trimStart().length, start + text.trimEnd().length);
  }

  /** The kind of a paragraph that is in the containers that are open. */
  get #kind(): BlockKind {
    return this.#containers[this.#containers.length - 1] ?? 'paragraph';
  }

  /** Looks through the text of a block that is being opened. */
  #findCuts(start: number, end: number, skip: () => readonly Range[]): void {
    const {stretches, isMdx} = this.#masked;
    this.#cuts = [];
    this.#cut = 0;
    while (this.#template < stretches.length && stretches[this.#template]!.end <= start) this.#template++;
    const hasTemplate = this.#template < stretches.length && stretches[this.#template]!.start < end;
    const hasMore = maybeInline.test(this.#text.slice(start, end));
    if (!hasTemplate && !hasMore) return;
    const skipped = skip();
    const cuts: Cut[] = hasMore ? findInline(this.#text, start, end, skipped, isMdx) : [];
    for (let i = this.#template, k = 0; i < stretches.length && stretches[i]!.start < end; i++) {
      const stretch = stretches[i]!;
      // One in a target or a tag stands for nothing in the text.
      while (k < skipped.length && skipped[k]!.end <= stretch.start) k++;
      if (!(k < skipped.length && skipped[k]!.start <= stretch.start))
        cuts.push({...stretch, isSilent: false});
    }
    if (cuts.length > 0) this.#cuts = cuts.sort((a, b) => a.start - b.start);
  }

  /** Writes text of a paragraph, without what is none of it. */
  #emit(start: number, end: number): void {
    if (this.#html.isSkipping) return;
    const builder = this.#builder;
    if (!builder.isOpen) builder.open(this.#kind);
    let at = Math.max(start, this.#cuts[this.#cut - 1]?.end ?? 0);
    for (let cut = this.#cuts[this.#cut]; cut && cut.start < end; cut = this.#cuts[this.#cut]) {
      if (cut.start > at) builder.exact(at, cut.start);
      this.#passCuts(cut.start + 1);
      at = Math.max(at, cut.end);
    }
    if (at < end) builder.exact(at, end);
  }

  /** Writes what begins before a place. */
  #passCuts(before: number): void {
    for (; this.#cut < this.#cuts.length && this.#cuts[this.#cut]!.start < before; this.#cut++) {
      const {kind, start, end, isSilent} = this.#cuts[this.#cut]!;
      if (this.#source.startsWith('{/*', start)) {
        this.#builder.comment(this.#source.slice(start + 3, end - 3), start, end);
        this.#builder.opaque(kind, start, end);
      } else if (isSilent) this.#builder.opaque(kind, start, end);
      else this.#builder.object(kind, start, end);
    }
  }

  /** Whether the cut that was passed last holds a place. */
  #inCut(at: number): boolean {
    const last = this.#cuts[this.#cut - 1];
    return last !== undefined && last.start <= at && at < last.end;
  }

  /** Where a link or an image begins: what references make one may begin with what is cut out. */
  #afterCut(start: number): number {
    return this.#inCut(start) ? this.#cuts[this.#cut - 1]!.end : start;
  }

  #walk(from: number, to: number): void {
    for (let i = from; i < to; i++) {
      const [action, token] = this.#events[i]!;
      if (action === 'exit') this.#exit(token);
      else i = this.#enter(token, i);
    }
  }

  /** Returns the index of the last event that it dealt with. */
  #enter(token: Token, index: number): number {
    const builder = this.#builder;
    const type: string = token.type;
    const start = token.start.offset;
    const end = token.end.offset;
    if (this.#cuts.length > 0) {
      this.#passCuts(start + 1);
      if (this.#inCut(start) && this.#inCut(end - 1)) return this.#exitOf(index);
    }
    const opaque = opaqueTokens[type];
    if (opaque !== undefined) builder.opaque(opaque, start, end);
    if (noProse.has(type)) {
      const link = this.#links[this.#links.length - 1];
      if (link && (type === 'resource' || (type === 'reference' && end - start > 2))) link.hasTarget = true;
      return this.#exitOf(index);
    }
    if (whiteSpace.has(type)) {
      if (type === 'lineEnding') builder.lineBreak(start, end);
      else builder.space(start, end);
      return this.#exitOf(index);
    }
    if (inlineTokens.has(type)) {
      this.#htmlDepth = this.#html.depth;
      this.#findCuts(start, end, () => this.#closed(index));
    }
    switch (type) {
      case 'data':
      case 'codeTextData':
        this.#emit(start, end);
        break;
      case 'characterEscape':
        if (!this.#html.isSkipping) builder.decoded(this.#source[start + 1]!, start, end);
        break;
      case 'characterReference':
        if (!this.#html.isSkipping)
          builder.decoded(decodeReference(this.#source.slice(start, end)), start, end);
        break;
      case 'paragraph':
        builder.open(this.#kind);
        break;
      case 'setextHeading':
        builder.open('heading');
        break;
      case 'setextHeadingLine':
        if (this.#source[start] === '=') builder.become('title');
        return this.#exitOf(index);
      case 'atxHeadingSequence':
        // The closing sequence has the same name, but then the heading is open.
        if (!builder.isOpen) builder.open(end - start === 1 ? 'title' : 'heading');
        break;
      case 'tableHeader':
      case 'tableData':
        builder.open('cell');
        break;
      case 'blockQuote':
        this.#containers.push('quote');
        builder.enter('quotation');
        break;
      case 'listOrdered':
      case 'listUnordered':
        this.#containers.push('list-item');
        break;
      case 'emphasis':
      case 'strong':
        builder.enter('emphasis');
        break;
      case 'codeText':
        builder.enter('code');
        break;
      case 'link':
        builder.enter('link');
        this.#links.push({
          segment: builder.segmentCount,
          position: builder.position,
          start: this.#afterCut(start),
          hasTarget: false,
        });
        break;
      case 'image': {
        const last = this.#exitOf(index);
        const events = this.#events;
        builder.aside(() => this.#alternative(events, index + 1, last));
        builder.object('image', this.#afterCut(start), end);
        return last;
      }
      case 'strikethrough':
        builder.enter('opaque');
        builder.opaque('struck', start, end);
        break;
      case 'autolink':
        builder.enter('code');
        builder.exact(start + 1, end - 1);
        builder.leave('code');
        return this.#exitOf(index);
      case 'htmlFlow':
        return this.#htmlBlock(start, end, index);
      case 'htmlText':
        this.#html.kind = this.#kind;
        this.#html.write(this.#text.slice(start, end), start);
        return this.#exitOf(index);
    }
    return index;
  }

  #exit(token: Token): void {
    const builder = this.#builder;
    const type: string = token.type;
    switch (type) {
      case 'paragraph':
      case 'atxHeading':
      case 'setextHeading':
      case 'tableHeader':
      case 'tableData':
        this.#passCuts(token.end.offset);
        this.#cuts = [];
        this.#html.endInline(this.#htmlDepth, token.end.offset);
        builder.close();
        break;
      case 'strikethrough':
        builder.leave('opaque');
        break;
      case 'blockQuote':
        this.#containers.pop();
        builder.leave('quotation');
        break;
      case 'listOrdered':
      case 'listUnordered':
        this.#containers.pop();
        break;
      case 'emphasis':
      case 'strong':
        builder.leave('emphasis');
        break;
      case 'codeText':
        builder.leave('code');
        break;
      case 'link': {
        const link = this.#links.pop();
        if (link && link.position === builder.position && !this.#html.isSkipping)
          builder.object('link', link.start, token.end.offset);
        builder.leave('link');
        // In `[text]` alone the text is the name of the target too: rewriting it would break the link.
        if (link && !link.hasTarget) builder.fixFrom(link.segment);
        break;
      }
    }
  }

  /** An image's text: its label, without what names the target. */
  #alternative(events: readonly Event[], from: number, to: number): void {
    const here = {events: this.#events, cuts: this.#cuts};
    this.#events = events;
    this.#cuts = [];
    const write = () => this.#walk(from, to);
    if (this.#hasTarget(from, to)) write();
    else this.#builder.fixed(write);
    this.#events = here.events;
    this.#cuts = here.cuts;
  }

  #hasTarget(from: number, to: number): boolean {
    for (let i = to - 1; i >= from; i--) {
      const token = this.#events[i]![1];
      const type: string = token.type;
      if (type === 'label') return false;
      if (type === 'resource') return true;
      if (type === 'reference') return token.end.offset - token.start.offset > 2;
    }
    return false;
  }

  /** Reads a block of HTML as HTML, without the marks of quotes and lists before its lines. */
  #htmlBlock(start: number, end: number, index: number): number {
    const last = this.#exitOf(index);
    const pieces: string[] = [];
    let at = start;
    for (let i = index + 1; i < last; i++) {
      const [action, {type, start: from, end: to}] = this.#events[i]!;
      if (action === 'exit' || !prefixTokens.has(type as string)) continue;
      pieces.push(this.#text.slice(at, from.offset), ' '.repeat(to.offset - from.offset));
      at = to.offset;
    }
    pieces.push(this.#text.slice(at, end));
    this.#html.kind = this.#kind;
    this.#builder.close();
    this.#builder.inHtml(() => {
      this.#html.write(pieces.join(''), start);
      this.#builder.close();
    });
    this.#html.endUnclosed(end, (name) => this.#isClosedAfter(name, end));
    return last;
  }

  /** Where the last end tag of each name stands that was asked for. */
  readonly #lastEndTags = new Map<string, number>();

  #isClosedAfter(name: string, at: number): boolean {
    let last = this.#lastEndTags.get(name);
    if (last === undefined) {
      last = this.#text.lastIndexOf(`</${name}`);
      this.#lastEndTags.set(name, last);
    }
    return last >= at;
  }

  /** Code, tags and targets in a block. */
  #closed(index: number): Range[] {
    const {end} = this.#events[index]![1];
    const closed: Range[] = [];
    for (let i = index + 1; i < this.#events.length; i++) {
      const [action, token] = this.#events[i]!;
      if (token.start.offset >= end.offset) break;
      if (action === 'enter' && closedTokens.has(token.type as string))
        closed.push({start: token.start.offset, end: token.end.offset});
    }
    return closed;
  }

  /** Index of the event that leaves the token entered at `index`. */
  #exitOf(index: number): number {
    const token = this.#events[index]![1];
    let i = index + 1;
    while (this.#events[i]![1] !== token || this.#events[i]![0] !== 'exit') i++;
    return i;
  }
}

const isLineEnd = (code: number): boolean => code === 10 || code === 13;

/** `reference` is one that the parser has recognized: `&…;`, named, decimal or hexadecimal. */
function decodeReference(reference: string): string {
  if (reference[1] !== '#') return decodeHTMLStrict(reference);
  const isHexadecimal = reference[2] === 'x' || reference[2] === 'X';
  return decodeNumericCharacterReference(reference.slice(isHexadecimal ? 3 : 2, -1), isHexadecimal ? 16 : 10);
}
