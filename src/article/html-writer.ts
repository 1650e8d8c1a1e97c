import {DecodingMode} from 'entities/decode';
import {Token, type TokenHandler, Tokenizer} from 'parse5';
import type {BlockKind} from './article.js';
import {
  blockElements,
  closedByStart,
  contentModes,
  foreignElements,
  headElements,
  kindWithin,
  seenElements,
  skippedElements,
  voidElements,
} from './html-elements.js';
import {HtmlPassages, type Passage} from './html-passages.js';
import {HtmlText} from './html-text.js';
import type {ProseBuilder} from './prose-builder.js';
import type {Range} from './source-map.js';

interface OpenElement extends Passage {
  readonly name: string;
  readonly kind: BlockKind;
  readonly isSkipped: boolean;
}

/** How HTML is read. */
export interface HtmlOptions {
  /** The `title` of the page’s head is a title. */
  readonly readsTitle?: boolean;
  /** The HTML is pieces of a Markdown text, between which there is other text. */
  readonly isFragment?: boolean;
}

/**
 * Writes the prose of HTML that comes in one piece or, amid Markdown, in several: which elements are open is kept from
 * one to the next.
 */
export class HtmlWriter implements TokenHandler {
  /** The kind of text that is in no element which says another. */
  kind: BlockKind = 'paragraph';
  /** A title in the head was passed over. */
  skippedTitle = false;
  readonly #builder: ProseBuilder;
  readonly #options: HtmlOptions;
  readonly #passages: HtmlPassages;
  #source = '';
  /** Where the piece that is read begins in the file. */
  #base = 0;
  #text: HtmlText | undefined;
  #tokenizer: Tokenizer | undefined;

  /** Open elements that part blocks or hold no prose, outermost first, and how many there are of each name. */
  readonly #open: OpenElement[] = [];
  readonly #openCount = new Map<string, number>();
  /** How many of {@link #open} hold no prose, and how many are a drawing or a formula. */
  #skipped = 0;
  #foreign = 0;
  #inTitle = false;
  /** Text since the last tag or comment, and where it begins. */
  #value = '';
  #textStart = 0;
  /** Nothing but white space since the last line break. */
  #afterBreak = false;

  constructor(builder: ProseBuilder, options: HtmlOptions = {}) {
    this.#builder = builder;
    this.#options = options;
    this.#passages = new HtmlPassages(builder);
  }

  /** Reads a piece of HTML that begins at `base` in the file. */
  write(source: string, base: number): void {
    this.#source = source;
    this.#base = base;
    this.#text = new HtmlText(source, this.#builder, base);
    this.#textStart = 0;
    const tokenizer = new Tokenizer({sourceCodeLocationInfo: true}, this);
    this.#tokenizer = tokenizer;
    tokenizer.write(source, true);
  }

  /** Text between the pieces is none, because it is in a script, a control or a drawing. */
  get isSkipping(): boolean {
    return this.#skipped > 0;
  }

  /** How many elements are open that part blocks or hold no prose: a mark for {@link endInline}. */
  get depth(): number {
    return this.#open.length;
  }

  /** Ends what was opened in a paragraph of Markdown and not closed there. */
  endInline(depth: number, end: number): void {
    while (this.#open.length > depth) this.#pop(end);
    this.#passages.endAll(end);
  }

  /** Ends elements without prose that no tag will close: they would hide all text that follows. */
  endUnclosed(end: number, isClosedLater: (name: string) => boolean): void {
    const depth = this.#open.findIndex(
      ({name, isSkipped, isUntranslated, hasLanguage}) =>
        (isSkipped || isUntranslated || hasLanguage) && !isClosedLater(name),
    );
    if (depth >= 0) while (this.#open.length > depth) this.#pop(end);
    this.#afterBreak = false;
  }

  /** Ends everything. */
  end(end: number): void {
    this.endInline(0, end);
  }

  onStartTag(token: Token.TagToken): void {
    this.#writeText(token.location!);
    const name = token.tagName;
    const {start} = this.#placeOf(token);
    if (this.#isComponent(start + 1)) return;
    if (this.#top?.name === 'head' && !headElements.has(name)) this.#pop(start);
    if (this.#foreign > 0) {
      if (!blockElements.has(name)) {
        if (foreignElements.has(name) && !token.selfClosing) this.#push(token, 'paragraph', true);
        return;
      }
      while (this.#foreign > 0) this.#pop(start);
    }
    const mode = contentModes.get(name);
    if (mode !== undefined && this.#tokenizer) this.#tokenizer.state = mode;
    if (name === 'title' && !this.#options.isFragment) this.#openTitle();
    else if (skippedElements.has(name) || name === 'title') this.#openSkipped(token);
    else if (blockElements.has(name)) this.#openBlock(token, start);
    else if (this.#skipped === 0) this.#openInline(token);
  }

  onEndTag(token: Token.TagToken): void {
    this.#writeText(token.location!);
    const name = token.tagName;
    const {start, end} = this.#placeOf(token);
    if (this.#isComponent(start + 2)) return;
    if (name === 'title' && this.#inTitle) this.#closeTitle();
    else if (this.#openCount.get(name)) {
      let popped: OpenElement | undefined;
      do popped = this.#pop(end);
      while (popped && popped.name !== name);
    } else if (this.#skipped === 0 && name === 'br') this.#lineBreak(start, end);
    else this.#passages.leave(name, end);
  }

  onCharacter(token: Token.CharacterToken): void {
    this.#value += token.chars;
  }

  onWhitespaceCharacter(token: Token.CharacterToken): void {
    this.#value += token.chars;
  }

  onNullCharacter(token: Token.CharacterToken): void {
    this.#value += token.chars;
  }

  onComment(token: Token.CommentToken): void {
    this.#writeText(token.location!);
    const {startOffset, endOffset} = token.location!;
    // Where a comment is not closed, parse5 counts the end of the file as a character.
    let end = Math.min(endOffset, this.#source.length);
    if (this.#options.isFragment) {
      if (!this.#source.startsWith('<!--', startOffset)) return;
      // One that does not end goes to where its block ends, without the blank lines there.
      if (end === this.#source.length) end = Math.max(startOffset + 4, this.#source.trimEnd().length);
    }
    this.#builder.comment(token.data, this.#base + startOffset, this.#base + end);
  }

  onDoctype(token: Token.DoctypeToken): void {
    this.#writeText(token.location!);
  }

  onEof(): void {
    this.#writeText({startOffset: this.#source.length, endOffset: this.#source.length});
  }

  /**
   * Writes the text before a tag or comment. Of parse5's places only those of tags and comments are taken: a run of
   * text that begins with a reference is placed at the reference's end, and may come in several tokens.
   */
  #writeText(next: Pick<Token.Location, 'startOffset' | 'endOffset'>): void {
    // A byte order mark is text to the tokenizer.
    const mark = this.#base + this.#textStart === 0 && this.#value.charCodeAt(0) === 0xfeff ? 1 : 0;
    const value = this.#value.slice(mark);
    const start = this.#textStart + mark;
    const end = next.startOffset;
    this.#value = '';
    this.#textStart = next.endOffset;
    if (value === '') return;
    if (this.#inTitle) {
      if (this.#options.readsTitle) this.#text?.write(value, start, end, DecodingMode.Legacy);
      return;
    }
    if (!/[^ \t\n\f\r]/.test(value)) {
      if (this.#skipped === 0) this.#builder.space(this.#base + start, this.#base + end);
      return;
    }
    if (this.#top?.name === 'head') this.#pop(this.#base + start);
    if (this.#skipped > 0) return;
    if (!this.#builder.isOpen) this.#builder.open(this.#top?.kind ?? this.kind);
    this.#afterBreak = false;
    this.#text?.write(value, start, end, DecodingMode.Legacy);
  }

  get #top(): OpenElement | undefined {
    return this.#open[this.#open.length - 1];
  }

  #placeOf({location}: Token.TagToken): Range {
    return {start: this.#base + location!.startOffset, end: this.#base + location!.endOffset};
  }

  /** A component of MDX, which may be called as an element is: `<Select>`. Not `<DIV>`. */
  #isComponent(name: number): boolean {
    const at = name - this.#base;
    return this.#options.isFragment === true && /^[A-Z][\w.]*[a-z.]/.test(this.#source.slice(at, at + 30));
  }

  #push(token: Token.TagToken, kind: BlockKind, isSkipped: boolean): void {
    const name = token.tagName;
    const {start} = this.#placeOf(token);
    const passage = isSkipped
      ? {start, isUntranslated: false, hasLanguage: false}
      : this.#passages.begin(token, start);
    this.#open.push({name, kind, isSkipped, ...passage});
    this.#openCount.set(name, (this.#openCount.get(name) ?? 0) + 1);
    if (isSkipped) this.#skipped++;
    if (foreignElements.has(name)) this.#foreign++;
  }

  /** @param end where its end tag ends, or what ends it begins */
  #pop(end: number): OpenElement | undefined {
    const element = this.#open.pop();
    if (!element) return undefined;
    const {name, start} = element;
    this.#openCount.set(name, this.#openCount.get(name)! - 1);
    if (foreignElements.has(name)) this.#foreign--;
    if (!element.isSkipped) this.#partBlocks(end);
    else if (--this.#skipped === 0) {
      const seen = seenElements.get(name);
      if (seen !== undefined) this.#builder.object(seen, start, end);
      else if (name !== 'head') this.#builder.opaque('code', start, end);
    }
    if (name === 'blockquote') this.#builder.leave('quotation');
    this.#passages.end(element, end);
    return element;
  }

  #partBlocks(end: number): void {
    this.#builder.close();
    this.#afterBreak = false;
    this.#passages.endBlock(end);
  }

  #openTitle(): void {
    this.#inTitle = true;
    if (this.#options.readsTitle) this.#builder.open('title');
    else this.skippedTitle = true;
  }

  #closeTitle(): void {
    if (this.#inTitle && this.#options.readsTitle) this.#builder.close();
    this.#inTitle = false;
  }

  #openSkipped(token: Token.TagToken): void {
    if (foreignElements.has(token.tagName) && token.selfClosing) return;
    // What is left out may stand amid a sentence (a script, a drawing), but a `pre` does not.
    if (token.tagName === 'pre') this.#partBlocks(this.#placeOf(token).start);
    this.#push(token, 'paragraph', true);
  }

  #openBlock(token: Token.TagToken, start: number): void {
    const name = token.tagName;
    this.#partBlocks(start);
    const closed = closedByStart(name);
    while (this.#top && closed.has(this.#top.name)) this.#pop(start);
    this.#push(token, kindWithin(name, this.#top?.kind ?? this.kind), false);
    if (name === 'blockquote') this.#builder.enter('quotation');
  }

  #openInline(token: Token.TagToken): void {
    const name = token.tagName;
    const {start, end} = this.#placeOf(token);
    if (name === 'br') this.#lineBreak(start, end);
    else if (name === 'hr') this.#partBlocks(end);
    else if (name === 'img') this.#alternative(token);
    else if (name === 'input' || name === 'embed') this.#builder.object('embed', start, end);
    else if (!voidElements.has(name)) {
      // A link cannot be in a link: the one before was left open.
      if (name === 'a') this.#passages.leave(name, start);
      this.#passages.enter(token, start);
    }
  }

  /** One line break is a space; two in a row part paragraphs. */
  #lineBreak(start: number, end: number): void {
    if (this.#afterBreak) {
      this.#partBlocks(end);
      return;
    }
    this.#builder.lineBreak(start, end);
    this.#afterBreak = true;
  }

  #alternative(token: Token.TagToken): void {
    const value = Token.getTokenAttr(token, 'alt');
    const place = token.location!.attrs?.alt;
    const {start, end} = this.#placeOf(token);
    if (value && place) {
      const range = attributeValue(this.#source, place.startOffset, place.endOffset);
      const text = this.#text;
      // The value's quotation marks are markup that `escape` knows nothing of, so it is never rewritten.
      this.#builder.aside(() =>
        this.#builder.fixed(() => text?.write(value, range.start, range.end, DecodingMode.Attribute)),
      );
    }
    this.#builder.object('image', start, end);
  }
}

/** Where the value stands in an attribute that has one, without its quotation marks. */
function attributeValue(source: string, start: number, end: number): {start: number; end: number} {
  let from = source.indexOf('=', start) + 1;
  while (from < end && /\s/.test(source[from]!)) from++;
  const quote = source[from];
  return quote === '"' || quote === "'" ? {start: from + 1, end: end - 1} : {start: from, end};
}
