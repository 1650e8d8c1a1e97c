import {DecodingMode} from 'entities/decode';
import {Token, type TokenHandler, Tokenizer} from 'parse5';
import type {Article, BlockKind, ReadArticle} from './article.js';
import {
  blockElements,
  closedByStart,
  contentModes,
  foreignElements,
  headElements,
  kindWithin,
  skippedElements,
  spanElements,
  unreopenedElements,
} from './html-elements.js';
import {markupOfHtml} from './html-markup.js';
import {HtmlText} from './html-text.js';
import {ProseBuilder} from './prose-builder.js';

/**
 * Reads HTML.
 *
 * It works on parse5's tokens and not on its tree. They come in the order of the source, which the tree of a
 * malformed page does not keep (text in a table is moved before it), and depth costs neither stack nor time.
 * The `title` of the page's head is only read where no `h1` makes a title.
 */
export const readHtml: ReadArticle = (source) => {
  const mayHaveHeading = /<h1[\s/>]/i.test(source);
  const reader = new HtmlReader(source, !mayHaveHeading);
  const article = reader.read();
  return reader.missesTitle ? new HtmlReader(source, true).read() : article;
};

const escapes: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;'};
const escapeHtml = (prose: string): string => prose.replace(/[&<>]/g, (mark) => escapes[mark]!);

interface OpenElement {
  readonly name: string;
  readonly kind: BlockKind;
  readonly isSkipped: boolean;
}

class HtmlReader implements TokenHandler {
  readonly #source: string;
  readonly #builder: ProseBuilder;
  readonly #text: HtmlText;
  readonly #tokenizer: Tokenizer;
  readonly #readsTitle: boolean;
  #skippedTitle = false;

  /** Open elements that part blocks or hold no prose, outermost first, and how many there are of each name. */
  readonly #open: OpenElement[] = [];
  readonly #openCount = new Map<string, number>();
  /** How many of {@link #open} hold no prose, and how many are a drawing or a formula. */
  #skipped = 0;
  #foreign = 0;
  #inTitle = false;
  /** Inline elements that make a span: how many of each name are open. */
  readonly #inline = new Map<string, number>();
  /** Text since the last tag or comment, and where it begins. */
  #value = '';
  #textStart = 0;
  /** Nothing but white space since the last line break. */
  #afterBreak = false;

  constructor(source: string, readsTitle: boolean) {
    this.#source = source;
    this.#readsTitle = readsTitle;
    this.#builder = new ProseBuilder(source);
    this.#text = new HtmlText(source, this.#builder);
    this.#tokenizer = new Tokenizer({sourceCodeLocationInfo: true}, this);
  }

  read(): Article {
    this.#tokenizer.write(this.#source, true);
    return this.#builder.finish('html', escapeHtml, () => markupOfHtml(this.#source));
  }

  /** A title in the head was passed over, and no heading took its place. */
  get missesTitle(): boolean {
    return this.#skippedTitle && !this.#builder.hasTitle;
  }

  onStartTag(token: Token.TagToken): void {
    this.#writeText(token.location!);
    const name = token.tagName;
    if (this.#top?.name === 'head' && !headElements.has(name)) this.#pop();
    if (this.#foreign > 0) {
      if (!blockElements.has(name)) {
        if (foreignElements.has(name) && !token.selfClosing) this.#push(name, 'paragraph', true);
        return;
      }
      while (this.#foreign > 0) this.#pop();
    }
    const mode = contentModes.get(name);
    if (mode !== undefined) this.#tokenizer.state = mode;
    if (name === 'title') this.#openTitle();
    else if (skippedElements.has(name)) this.#openSkipped(token);
    else if (blockElements.has(name)) this.#openBlock(name);
    else if (this.#skipped === 0) this.#openInline(token);
  }

  onEndTag(token: Token.TagToken): void {
    this.#writeText(token.location!);
    const name = token.tagName;
    if (name === 'title') this.#closeTitle();
    else if (this.#openCount.get(name)) {
      let popped: OpenElement | undefined;
      do popped = this.#pop();
      while (popped && popped.name !== name);
    } else if (this.#skipped === 0 && name === 'br') this.#lineBreak(token.location!);
    else if (Object.hasOwn(spanElements, name)) this.#leave(name);
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
    this.#builder.comment(token.data, startOffset, Math.min(endOffset, this.#source.length));
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
    const mark = this.#textStart === 0 && this.#value.charCodeAt(0) === 0xfeff ? 1 : 0;
    const value = this.#value.slice(mark);
    const start = this.#textStart + mark;
    const end = next.startOffset;
    this.#value = '';
    this.#textStart = next.endOffset;
    if (value === '') return;
    if (this.#inTitle) {
      if (this.#readsTitle) this.#text.write(value, start, end, DecodingMode.Legacy);
      return;
    }
    if (!/[^ \t\n\f\r]/.test(value)) {
      if (this.#skipped === 0) this.#builder.space(start, end);
      return;
    }
    if (this.#top?.name === 'head') this.#pop();
    if (this.#skipped > 0) return;
    if (!this.#builder.isOpen) this.#builder.open(this.#top?.kind ?? 'paragraph');
    this.#afterBreak = false;
    this.#text.write(value, start, end, DecodingMode.Legacy);
  }

  get #top(): OpenElement | undefined {
    return this.#open[this.#open.length - 1];
  }

  #push(name: string, kind: BlockKind, isSkipped: boolean): void {
    this.#open.push({name, kind, isSkipped});
    this.#openCount.set(name, (this.#openCount.get(name) ?? 0) + 1);
    if (isSkipped) this.#skipped++;
    if (foreignElements.has(name)) this.#foreign++;
  }

  #pop(): OpenElement | undefined {
    const element = this.#open.pop();
    if (!element) return undefined;
    this.#openCount.set(element.name, this.#openCount.get(element.name)! - 1);
    if (foreignElements.has(element.name)) this.#foreign--;
    if (element.isSkipped) this.#skipped--;
    else this.#partBlocks();
    if (element.name === 'blockquote') this.#builder.leave('quotation');
    return element;
  }

  #partBlocks(): void {
    this.#builder.close();
    this.#afterBreak = false;
    for (const name of unreopenedElements) while (this.#inline.get(name)) this.#leave(name);
  }

  #openTitle(): void {
    this.#inTitle = true;
    if (this.#readsTitle) this.#builder.open('title');
    else this.#skippedTitle = true;
  }

  #closeTitle(): void {
    if (this.#inTitle && this.#readsTitle) this.#builder.close();
    this.#inTitle = false;
  }

  #openSkipped(token: Token.TagToken): void {
    if (foreignElements.has(token.tagName) && token.selfClosing) return;
    // What is left out may stand amid a sentence (a script, a drawing), but a `pre` does not.
    if (token.tagName === 'pre') this.#partBlocks();
    this.#push(token.tagName, 'paragraph', true);
  }

  #openBlock(name: string): void {
    this.#partBlocks();
    const closed = closedByStart(name);
    while (this.#top && closed.has(this.#top.name)) this.#pop();
    this.#push(name, kindWithin(name, this.#top?.kind ?? 'paragraph'), false);
    if (name === 'blockquote') this.#builder.enter('quotation');
  }

  #openInline(token: Token.TagToken): void {
    const name = token.tagName;
    if (name === 'br') this.#lineBreak(token.location!);
    else if (name === 'hr') this.#partBlocks();
    else if (name === 'img') this.#alternative(token);
    else if (Object.hasOwn(spanElements, name)) {
      // A link cannot be in a link: the one before was left open.
      if (name === 'a') this.#leave(name);
      this.#inline.set(name, (this.#inline.get(name) ?? 0) + 1);
      this.#builder.enter(spanElements[name]!);
    }
  }

  #leave(name: string): void {
    const count = this.#inline.get(name) ?? 0;
    if (count === 0) return;
    this.#inline.set(name, count - 1);
    this.#builder.leave(spanElements[name]!);
  }

  /** One line break is a space; two in a row part paragraphs. */
  #lineBreak({startOffset, endOffset}: Token.Location): void {
    if (this.#afterBreak) {
      this.#partBlocks();
      return;
    }
    this.#builder.space(startOffset, endOffset);
    this.#afterBreak = true;
  }

  #alternative(token: Token.TagToken): void {
    const value = Token.getTokenAttr(token, 'alt');
    const place = token.location!.attrs?.alt;
    if (!value || !place) return;
    const range = attributeValue(this.#source, place.startOffset, place.endOffset);
    // The value's quotation marks are markup that `escape` knows nothing of, so it is never rewritten.
    this.#builder.aside(() =>
      this.#builder.fixed(() => this.#text.write(value, range.start, range.end, DecodingMode.Attribute)),
    );
  }
}

/** Where the value stands in an attribute that has one, without its quotation marks. */
function attributeValue(source: string, start: number, end: number): {start: number; end: number} {
  let from = source.indexOf('=', start) + 1;
  while (from < end && /\s/.test(source[from]!)) from++;
  const quote = source[from];
  return quote === '"' || quote === "'" ? {start: from + 1, end: end - 1} : {start: from, end};
}
