import {decodeHTMLStrict} from 'entities/decode';
import {decodeNumericCharacterReference} from 'micromark-util-decode-numeric-character-reference';
import type {Article, BlockKind, OpaqueKind, ReadArticle} from './article.js';
import {escapeMarkdown} from './escape-markdown.js';
import {isParsable} from './markdown-guard.js';
import {markupOfMarkdown} from './markdown-markup.js';
import {type Event, MarkdownParser, type Token} from './markdown-parser.js';
import {cutMarkdown, type Region} from './markdown-regions.js';
import {ProseBuilder} from './prose-builder.js';
import {readText} from './read-text.js';

/** The parser takes 150 bytes of memory a character; no person writes so long a block with markup in it. */
const longestRegion = 2_000_000;

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
 * together. A text that no parser could read in linear time (see {@link isParsable}) is read as plain text.
 */
export const readMarkdown: ReadArticle = (source) => {
  const regions = isParsable(source) ? cutMarkdown(source, startOf(source)) : undefined;
  if (!regions || regions.some(({start, end, isPlain}) => !isPlain && end - start > longestRegion))
    return {...readText(source), format: 'markdown'};
  return readRegions(source, regions);
};

/** Reads a Markdown text by regions that {@link cutMarkdown} made. Any way of cutting gives the same article. */
export function readRegions(source: string, regions: readonly Region[]): Article {
  return new MarkdownReader(source).read(regions);
}

/** The parser drops a byte order mark without counting it. */
const startOf = (source: string): number => (source.charCodeAt(0) === 0xfeff ? 1 : 0);

class MarkdownReader {
  readonly #source: string;
  readonly #builder: ProseBuilder;
  #events: readonly Event[] = [];
  readonly #containers: BlockKind[] = [];
  /** Links that are open: their first segment, and whether their target is written apart from their text. */
  readonly #links: {segment: number; hasTarget: boolean}[] = [];

  constructor(source: string) {
    this.#source = source;
    this.#builder = new ProseBuilder(source);
  }

  read(regions: readonly Region[]): Article {
    const source = this.#source;
    const parser = new MarkdownParser(source, regions);
    for (const region of regions) {
      if (region.isPlain) this.#plain(region.start, region.end);
      else {
        this.#events = parser.events(region);
        this.#walk(0, this.#events.length);
      }
    }
    return this.#builder.finish('markdown', escapeMarkdown, () => markupOfMarkdown(source, regions));
  }

  /** A paragraph of lines that are text and nothing else. */
  #plain(start: number, end: number): void {
    const builder = this.#builder;
    builder.open('paragraph');
    for (let at = start; at < end; ) {
      let to = at;
      while (to < end && !isLineEnd(this.#source.charCodeAt(to))) to++;
      let last = to;
      while (last > at && this.#source.charCodeAt(last - 1) === 32) last--;
      builder.exact(at, last);
      at = to;
      while (at < end && isLineEnd(this.#source.charCodeAt(at))) at++;
      if (at < end) builder.space(last, at);
    }
    builder.close();
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
    const opaque = opaqueTokens[type];
    if (opaque !== undefined) builder.opaque(opaque, start, end);
    if (noProse.has(type)) {
      const link = this.#links[this.#links.length - 1];
      if (link && (type === 'resource' || (type === 'reference' && end - start > 2))) link.hasTarget = true;
      return this.#exitOf(index);
    }
    if (whiteSpace.has(type)) {
      builder.space(start, end);
      return this.#exitOf(index);
    }
    switch (type) {
      case 'data':
      case 'codeTextData':
        builder.exact(start, end);
        break;
      case 'characterEscape':
        builder.decoded(this.#source[start + 1]!, start, end);
        break;
      case 'characterReference':
        builder.decoded(decodeReference(this.#source.slice(start, end)), start, end);
        break;
      case 'paragraph':
        builder.open(this.#containers[this.#containers.length - 1] ?? 'paragraph');
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
        this.#links.push({segment: builder.segmentCount, hasTarget: false});
        break;
      case 'image': {
        const last = this.#exitOf(index);
        builder.aside(() => this.#alternative(index + 1, last));
        return last;
      }
      case 'autolink':
        builder.enter('code');
        builder.exact(start + 1, end - 1);
        builder.leave('code');
        return this.#exitOf(index);
      case 'htmlFlow':
      case 'htmlText':
        this.#html(start, end);
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
        builder.close();
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
        builder.leave('link');
        const link = this.#links.pop();
        // In `[text]` alone the text is the name of the target too: rewriting it would break the link.
        if (link && !link.hasTarget) builder.fixFrom(link.segment);
        break;
      }
    }
  }

  /** An image's text: its label, without what names the target. */
  #alternative(from: number, to: number): void {
    const write = () => this.#walk(from, to);
    if (this.#hasTarget(from, to)) write();
    else this.#builder.fixed(write);
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

  #html(start: number, end: number): void {
    const html = this.#source.slice(start, end);
    for (let open = html.indexOf('<!--'); open >= 0; ) {
      const found = html.indexOf('-->', open + 2);
      // One that does not end goes to where its block ends, without the blank lines there.
      const close = found < 0 ? Math.max(open + 4, html.trimEnd().length) : found + 3;
      const text = html.slice(open + 4, Math.max(open + 4, found < 0 ? html.length : found));
      this.#builder.comment(text, start + open, start + close);
      open = html.indexOf('<!--', close);
    }
    if (/^<br\b/i.test(html)) this.#builder.space(start, end);
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
