import type {BlockKind} from './article.js';

/** Names under which content systems and feeds keep what people read, in lower case and without signs. */
const readByDefault: ReadonlySet<string> = new Set(
  'title headline heading subtitle subhead subheading kicker lead lede standfirst summary abstract excerpt teaser description dek intro body bodytext bodyhtml articlebody content contenthtml contenttext text fulltext html article caption'.split(
    ' ',
  ),
);

const titles: ReadonlySet<string> = new Set(['title', 'headline']);
const kinds: ReadonlyMap<string, BlockKind> = new Map([
  ['heading', 'heading'],
  ['subtitle', 'heading'],
  ['subhead', 'heading'],
  ['subheading', 'heading'],
  ['caption', 'caption'],
]);

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Which fields of a record hold the article: those that are named, as `body` or `item.body`, else by common names. */
export class FieldNames {
  private readonly wanted: readonly (readonly string[])[];

  constructor(names: readonly string[] = []) {
    this.wanted = names.map((name) => name.split('.').map((part) => part.trim()));
  }

  /** @param path the names of a value and of those it stands in, outermost first, without the numbers of a list */
  takes(path: readonly string[]): boolean {
    if (this.wanted.length === 0) {
      const last = path.at(-1);
      return last !== undefined && readByDefault.has(plain(last));
    }
    return this.wanted.some(
      (parts) =>
        parts.length <= path.length &&
        parts.every((part, i) => part === '*' || part === path[path.length - parts.length + i]),
    );
  }
}

/** What the text of a field is by its name, where that is not a paragraph. */
export function kindOfField(name: string): BlockKind | undefined {
  const bare = plain(name);
  return titles.has(bare) ? 'title' : kinds.get(bare);
}

/** Whether a text is HTML: it has a tag that articles have. */
export const looksLikeHtml = (text: string): boolean => tag.test(text);

const tag =
  /<\/?(?:p|br|div|a|b|i|em|strong|h[1-6]|ul|ol|li|span|img|figure|blockquote|section|article)(?=[\s/>])/i;
