import type {ReadArticle} from './article.js';
import {composing} from './composed.js';
import {escapeMarkup} from './escape-markup.js';
import {markupOfHtml} from './html-markup.js';
import {HtmlWriter} from './html-writer.js';
import {ProseBuilder} from './prose-builder.js';

/**
 * Reads HTML.
 *
 * It works on parse5's tokens and not on its tree. They come in the order of the source, which the tree of a
 * malformed page does not keep (text in a table is moved before it), and depth costs neither stack nor time.
 * The `title` of the page's head is only read where no `h1` makes a title.
 */
export const readHtml: ReadArticle = composing((source) => {
  const mayHaveHeading = /<h1[\s/>]/i.test(source);
  const first = read(source, !mayHaveHeading);
  return first.missesTitle ? read(source, true).article() : first.article();
});

function read(source: string, readsTitle: boolean) {
  const builder = new ProseBuilder(source);
  const writer = new HtmlWriter(builder, {readsTitle});
  writer.write(source, 0);
  writer.end(source.length);
  return {
    /** A title in the head was passed over, and no heading took its place. */
    missesTitle: writer.skippedTitle && !builder.hasTitle,
    article: () => builder.finish('html', escapeMarkup, () => markupOfHtml(source)),
  };
}
