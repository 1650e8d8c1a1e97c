import {type Token, type TokenHandler, Tokenizer} from 'parse5';
import {contentModes} from './html-elements.js';

/** The tree of markup of an HTML text, flat: see {@link Article.markup}. */
export function markupOfHtml(source: string): string[] {
  const collector = new Collector();
  const tokenizer = new Tokenizer({sourceCodeLocationInfo: false}, collector);
  collector.tokenizer = tokenizer;
  tokenizer.write(source, true);
  return collector.markup;
}

class Collector implements TokenHandler {
  readonly markup: string[] = [];
  tokenizer: Tokenizer | undefined;

  onStartTag({tagName, attrs, selfClosing}: Token.TagToken): void {
    const mode = contentModes.get(tagName);
    if (mode !== undefined && this.tokenizer) this.tokenizer.state = mode;
    const attributes = attrs.map(({name, value}) => ` ${name}=${JSON.stringify(value)}`).join('');
    this.markup.push(`<${tagName}${attributes}${selfClosing ? '/' : ''}>`);
  }

  onEndTag({tagName}: Token.TagToken): void {
    this.markup.push(`</${tagName}>`);
  }

  onComment({data}: Token.CommentToken): void {
    this.markup.push(`<!--${data}-->`);
  }

  onDoctype({name}: Token.DoctypeToken): void {
    this.markup.push(`<!${name ?? ''}>`);
  }

  onCharacter(): void {}
  onWhitespaceCharacter(): void {}
  onNullCharacter(): void {}
  onEof(): void {}
}
