import type {Article, BlockKind, ReadArticle} from './article.js';
import {composing} from './composed.js';
import {escapeMarkdown} from './escape-markdown.js';
import {escapeMarkup} from './escape-markup.js';
import {languageInFrontMatter} from './front-matter.js';
import {HtmlWriter} from './html-writer.js';
import {MarkdownCuts} from './markdown-cuts.js';
import {afterFrontMatter} from './markdown-front-matter.js';
import {EndTags, htmlOfBlock} from './markdown-html.js';
import {markupOfMarkdown} from './markdown-markup.js';
import {type Event, MarkdownParser, type Token} from './markdown-parser.js';
import {cutMarkdown, type Region} from './markdown-regions.js';
import {
  closedIn,
  decodeReference,
  exitOf,
  hasTarget,
  inlineTokens,
  noProse,
  opaqueTokens,
  whiteSpace,
} from './markdown-tokens.js';
import {ProseBuilder} from './prose-builder.js';
import {type Masked, maskTemplates} from './templates.js';

/**
 * Reads Markdown (CommonMark with GFM and front matter).
 *
 * It works on the parser's events and not on a tree: they name every escape, reference and line prefix with its
 * place, so that the segments of the prose are exact by construction, and depth costs no stack. Code spans and the
 * addresses in angle brackets stay in the prose, under a span of kind `code`, so that their neighbours do not grow
 * together. HTML in it is read as HTML. What other software takes out before it is not read: see
 * {@link maskTemplates} and {@link MarkdownCuts}. A region that the parser could not read in linear time is left unread.
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
  readonly #cuts: MarkdownCuts;
  readonly #endTags: EndTags;
  /** How many elements of HTML were open before the paragraph. */
  #htmlDepth = 0;

  constructor(source: string, masked: Masked) {
    this.#source = source;
    this.#text = masked.text;
    this.#masked = masked;
    this.#builder = new ProseBuilder(source);
    this.#html = new HtmlWriter(this.#builder, {isFragment: true});
    this.#cuts = new MarkdownCuts(source, masked, this.#builder);
    this.#endTags = new EndTags(masked.text);
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
    this.#cuts.find(start, end, () => []);
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
    this.#cuts.pass(end);
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

  /** Writes text of a paragraph, without what is none of it. */
  #emit(start: number, end: number): void {
    if (this.#html.isSkipping) return;
    const builder = this.#builder;
    if (!builder.isOpen) builder.open(this.#kind);
    this.#cuts.writeAround(start, end);
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
    if (!this.#cuts.isEmpty) {
      this.#cuts.pass(start + 1);
      if (this.#cuts.holds(start) && this.#cuts.holds(end - 1)) return exitOf(this.#events, index);
    }
    const opaque = opaqueTokens[type];
    if (opaque !== undefined) builder.opaque(opaque, start, end);
    if (noProse.has(type)) {
      const link = this.#links[this.#links.length - 1];
      if (link && (type === 'resource' || (type === 'reference' && end - start > 2))) link.hasTarget = true;
      return exitOf(this.#events, index);
    }
    if (whiteSpace.has(type)) {
      if (type === 'lineEnding') builder.lineBreak(start, end);
      else builder.space(start, end);
      return exitOf(this.#events, index);
    }
    if (inlineTokens.has(type)) {
      this.#htmlDepth = this.#html.depth;
      this.#cuts.find(start, end, () => closedIn(this.#events, index));
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
        return exitOf(this.#events, index);
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
          start: this.#cuts.after(start),
          hasTarget: false,
        });
        break;
      case 'image': {
        const last = exitOf(this.#events, index);
        const events = this.#events;
        builder.aside(() => this.#alternative(events, index + 1, last));
        builder.object('image', this.#cuts.after(start), end);
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
        return exitOf(this.#events, index);
      case 'htmlFlow':
        return this.#htmlBlock(start, end, index);
      case 'htmlText':
        this.#html.kind = this.#kind;
        this.#html.write(this.#text.slice(start, end), start);
        return exitOf(this.#events, index);
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
        this.#cuts.pass(token.end.offset);
        this.#cuts.clear();
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
    const here = this.#events;
    this.#events = events;
    const write = () => this.#walk(from, to);
    this.#cuts.outside(() => {
      if (hasTarget(events, from, to)) write();
      else this.#builder.fixed(write);
    });
    this.#events = here;
  }

  /** Reads a block of HTML as HTML, without the marks of quotes and lists before its lines. */
  #htmlBlock(start: number, end: number, index: number): number {
    const last = exitOf(this.#events, index);
    this.#html.kind = this.#kind;
    this.#builder.close();
    this.#builder.inHtml(() => {
      this.#html.write(htmlOfBlock(this.#text, this.#events, index, last), start);
      this.#builder.close();
    });
    this.#html.endUnclosed(end, (name) => this.#endTags.isAfter(name, end));
    return last;
  }
}

const isLineEnd = (code: number): boolean => code === 10 || code === 13;
