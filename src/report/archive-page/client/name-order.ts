import type {PageName} from '../data.js';

/** In which orders the list can stand. */
export const orders = {
  spellings: 'Most spellings',
  articles: 'In most articles',
  doubtful: 'Least sure',
  latest: 'Latest',
  letters: 'By letters',
} as const;
export type Order = keyof typeof orders;

/** A name with what the list searches and sorts by. */
export interface ListedName {
  readonly name: PageName;
  /** The spelling that is proposed. */
  readonly title: string;
  /** All spellings, folded. */
  readonly text: string;
  readonly articles: number;
  readonly latest: string;
}

export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

export function listed(name: PageName): ListedName {
  const latest =
    name.f
      .map((form) => form[3])
      .sort()
      .at(-1) ?? '';
  return {
    name,
    title: name.f[name.p[0]?.[0] ?? 0]?.[0] ?? '',
    text: folded(name.f.map(([text]) => text).join('\n')),
    articles: name.f.reduce((sum, [, articles]) => sum + articles, 0),
    latest,
  };
}

const byLetters = (a: ListedName, b: ListedName): number =>
  a.title < b.title ? -1 : a.title > b.title ? 1 : 0;

const compare: Readonly<Record<Order, (a: ListedName, b: ListedName) => number>> = {
  spellings: (a, b) => b.name.f.length - a.name.f.length || b.articles - a.articles,
  articles: (a, b) => b.articles - a.articles,
  doubtful: (a, b) => a.name.s - b.name.s,
  latest: (a, b) => (a.latest < b.latest ? 1 : a.latest > b.latest ? -1 : 0),
  letters: byLetters,
};

export const sorted = (names: readonly ListedName[], order: Order): ListedName[] =>
  [...names].sort((a, b) => compare[order](a, b) || byLetters(a, b));
