import type {Token} from 'parse5';
import {spanElements, unreopenedElements} from './html-elements.js';
import type {ProseBuilder} from './prose-builder.js';

/** What the attributes of an element say of its content. */
export interface Passage {
  /** UTF-16 offset into the source of its start tag. */
  readonly start: number;
  /** Marked as not to be translated. */
  readonly isUntranslated: boolean;
  /** In a language of its own. */
  readonly hasLanguage: boolean;
}

/** What is open amid the text of HTML: inline elements that say something of it, and what their attributes say. */
export class HtmlPassages {
  readonly #builder: ProseBuilder;
  /** The inline elements that are open, by name. */
  readonly #inline = new Map<string, Passage[]>();

  constructor(builder: ProseBuilder) {
    this.#builder = builder;
  }

  /** Notes what the attributes say of the element’s text. */
  begin(token: Token.TagToken, start: number): Passage {
    let isUntranslated = false;
    let language: string | undefined;
    for (const {name, value} of token.attrs) {
      if (name === 'translate') isUntranslated ||= value.toLowerCase() === 'no';
      else if (name === 'class') isUntranslated ||= /(?:^|\s)notranslate(?:\s|$)/.test(value);
      else if (name === 'lang' || name === 'xml:lang') language ??= value.trim();
    }
    const isPage = token.tagName === 'html' || token.tagName === 'body';
    if (isPage && language) this.#builder.declareLanguage(language);
    const hasLanguage = !!language && !isPage;
    if (isPage) isUntranslated = false;
    if (isUntranslated) this.#builder.enter('opaque');
    if (hasLanguage) this.#builder.enterLanguage(language as string);
    return {start, isUntranslated, hasLanguage};
  }

  end({start, isUntranslated, hasLanguage}: Passage, end: number): void {
    if (isUntranslated) {
      this.#builder.leave('opaque');
      this.#builder.opaque('untranslated', start, end);
    }
    if (hasLanguage) this.#builder.leaveLanguage();
  }

  /** An inline element begins. */
  enter(token: Token.TagToken, start: number): void {
    const name = token.tagName;
    const span = spanElements.get(name);
    const passage = this.begin(token, start);
    if (span === undefined && !passage.isUntranslated && !passage.hasLanguage) return;
    const open = this.#inline.get(name);
    if (open) open.push(passage);
    else this.#inline.set(name, [passage]);
    if (span !== undefined) this.#builder.enter(span);
  }

  /** An inline element ends; false: none of that name is open. */
  leave(name: string, end: number): boolean {
    const passage = this.#inline.get(name)?.pop();
    if (!passage) return false;
    const span = spanElements.get(name);
    if (span !== undefined) this.#builder.leave(span);
    if (span === 'code') this.#builder.opaque('code', passage.start, end);
    else if (span === 'opaque') this.#builder.opaque('struck', passage.start, end);
    this.end(passage, end);
    return true;
  }

  /** A block ends, and with it the elements that no block after it takes up. */
  endBlock(end: number): void {
    for (const name of unreopenedElements) while (this.leave(name, end));
  }

  /** All of them end. */
  endAll(end: number): void {
    for (const name of this.#inline.keys()) while (this.leave(name, end));
  }
}
