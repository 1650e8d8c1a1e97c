import type {StoryRecord} from './records.js';
import type {ArticleFeatures, FeatureNames} from './story-features.js';

/** From here up two articles tell one story: the information that they share, as part of all that either has. */
export const alikeEnough = 0.25;
/** They share at least the information of so many names that one article alone has, in full. */
const leastShared = 2.2;
/** A name that one article alone has is a misspelling as often as not: it weighs that part of its information. */
const alone = 0.45;
/** Features of more articles than that tell no story. */
const mostArticles = 48;
/** Features, the rarest of an article, by which others are looked for. */
const mostProbes = 24;
/** Features that a story tells as shared. */
const mostShared = 8;

/**
 * Finds articles that tell one story: they share rare names and numbers. Articles are compared where they share a rare one,
 * by the weighted share of what they have in common (Jaccard, weights of information: log of all articles by those that
 * have it).
 *
 * @param articles sorted by id
 */
export function findStories(articles: readonly ArticleFeatures[], names: FeatureNames): StoryRecord[] {
  const frequency = new Map<number, number>();
  for (const {features} of articles)
    for (const feature of features) frequency.set(feature, (frequency.get(feature) ?? 0) + 1);
  const total = articles.length;
  const full = Math.log2(total);
  const information = (feature: number): number => {
    const n = frequency.get(feature) as number;
    return n < 2 ? alone * full : Math.log2(total / n);
  };
  const weights = Float64Array.from(articles, ({features}) =>
    features.reduce((sum, f) => sum + information(f), 0),
  );
  const lists = new Map<number, number[]>();
  const links: Link[] = [];
  const sums = new Float64Array(total);
  for (const [b, {features}] of articles.entries()) {
    const rare = [...features]
      .filter((f) => {
        const n = frequency.get(f) as number;
        return n > 1 && n <= mostArticles;
      })
      .sort((x, y) => (frequency.get(x) as number) - (frequency.get(y) as number) || x - y)
      .slice(0, mostProbes);
    const touched: number[] = [];
    for (const feature of rare) {
      const list = lists.get(feature);
      if (list === undefined) {
        lists.set(feature, [b]);
        continue;
      }
      const own = information(feature);
      for (const a of list) {
        if (sums[a] === 0) touched.push(a);
        sums[a] = (sums[a] as number) + own;
      }
      list.push(b);
    }
    for (const a of touched) {
      const sum = sums[a] as number;
      sums[a] = 0;
      const least = Math.min(weights[a] as number, weights[b] as number);
      if (sum < 0.05 * least) continue;
      const sure = likeness(
        articles[a] as ArticleFeatures,
        articles[b] as ArticleFeatures,
        information,
        (weights[a] as number) + (weights[b] as number),
        leastShared * full,
      );
      if (sure >= alikeEnough) links.push({a, b, sure});
    }
  }
  return storiesOf(articles, links, names, frequency);
}

interface Link {
  readonly a: number;
  readonly b: number;
  readonly sure: number;
}

function likeness(
  {features: x}: ArticleFeatures,
  {features: y}: ArticleFeatures,
  information: (feature: number) => number,
  both: number,
  least: number,
): number {
  let shared = 0;
  let i = 0;
  let k = 0;
  while (i < x.length && k < y.length) {
    const [p, q] = [x[i] as number, y[k] as number];
    if (p === q) {
      shared += information(p);
      i++;
      k++;
    } else if (p < q) i++;
    else k++;
  }
  return shared < least ? 0 : shared / (both - shared);
}

/** Ties each article to the likeliest centre: a chain of stories that go on is not one. */
function storiesOf(
  articles: readonly ArticleFeatures[],
  links: readonly Link[],
  names: FeatureNames,
  frequency: ReadonlyMap<number, number>,
): StoryRecord[] {
  const byArticle = new Map<number, Link[]>();
  const strength = new Map<number, number>();
  for (const link of links)
    for (const article of [link.a, link.b]) {
      const list = byArticle.get(article);
      if (list === undefined) byArticle.set(article, [link]);
      else list.push(link);
      strength.set(article, (strength.get(article) ?? 0) + link.sure);
    }
  const order = [...byArticle.keys()].sort(
    (a, b) => (strength.get(b) as number) - (strength.get(a) as number) || a - b,
  );
  const groups = new Map<number, {members: number[]; sure: number}>();
  for (const article of order) {
    let best: {other: number; sure: number} | undefined;
    for (const {a, b, sure} of byArticle.get(article) as Link[]) {
      const other = a === article ? b : a;
      if (!groups.has(other)) continue;
      if (best === undefined || sure > best.sure || (sure === best.sure && other < best.other))
        best = {other, sure};
    }
    if (best === undefined) groups.set(article, {members: [article], sure: 1});
    else {
      const group = groups.get(best.other) as {members: number[]; sure: number};
      group.members.push(article);
      group.sure = Math.min(group.sure, best.sure);
    }
  }
  const stories: StoryRecord[] = [];
  for (const {members, sure} of groups.values()) {
    if (members.length < 2) continue;
    const own = members.sort((a, b) => a - b).map((i) => articles[i] as ArticleFeatures);
    stories.push({
      v: 1,
      id: (own[0] as ArticleFeatures).id,
      articles: own.map(({id}) => id),
      sure: Math.round(1000 * sure) / 1000,
      shared: sharedNames(own, names, frequency),
    });
  }
  return stories.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function sharedNames(
  own: readonly ArticleFeatures[],
  names: FeatureNames,
  frequency: ReadonlyMap<number, number>,
): string[] {
  const counts = new Map<number, number>();
  for (const {features} of own)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const shared = [...counts]
    .filter(([, n]) => n > 1)
    .sort(
      ([f, n], [g, m]) =>
        (frequency.get(f) as number) - n - ((frequency.get(g) as number) - m) || m - n || f - g,
    )
    .map(([feature]) => names.get(feature) as string);
  return [...new Set(shared)].slice(0, mostShared);
}
