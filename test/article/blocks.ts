import type {Article} from '../../src/article/article.js';

/** Each block's kind and text. */
export const blocksOf = (article: Article): [string, string][] =>
  article.blocks.map(({kind, start, end}) => [kind, article.prose.slice(start, end)]);

/** Each span's kind and text. */
export const spansOf = (article: Article): [string, string][] =>
  article.spans.map(({kind, start, end}) => [kind, article.prose.slice(start, end)]);

/** What stands in the source at the place of some prose. */
export function sourceOf(article: Article, prose: string): string {
  const start = article.prose.indexOf(prose);
  if (start < 0) throw new Error(`no ${prose} in the prose`);
  const range = article.map.toSource(start, start + prose.length);
  return article.source.slice(range.start, range.end);
}

/** The source after some prose was replaced, or `undefined` where the map forbids it. */
export function replaced(article: Article, prose: string, by: string): string | undefined {
  const start = article.prose.indexOf(prose);
  if (start < 0) throw new Error(`no ${prose} in the prose`);
  const end = start + prose.length;
  if (!article.map.isContiguous(start, end)) return undefined;
  const range = article.map.toSource(start, end);
  return (
    article.source.slice(0, range.start) + article.map.escape(by, start) + article.source.slice(range.end)
  );
}
