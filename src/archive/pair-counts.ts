import type {FormList, FormPair} from './form-list.js';
import type {ArticleForms} from './postings.js';

/** What the articles say of a pair. */
export interface PairCounts {
  /** Articles that have both forms. */
  readonly together: Uint32Array;
  /** How much the other names of an article of one and of one of the other have in common: sums of bits of information. */
  readonly shared: Float64Array;
  /** How many names that are, and the two rarest, by number. */
  readonly names: Int32Array;
  /** Articles in all. */
  readonly articles: number;
}

/** Articles of the rarer form that are compared with all of the other. */
const mostCompared = 4;
/** Names of such an article, the rarest, that count. */
const mostNames = 16;
/** Names in one of so many articles or more say nothing, but for those in few, where an archive is small. */
const common = 50;
const few = 8;

/** Three numbers a pair in {@link PairCounts.names}. */
export const namesWidth = 3;

/** Goes through all articles twice: once for what stands together, and once for stories that both forms stand in. */
export function countPairs(pairs: readonly FormPair[], forms: FormList, articles: ArticleForms): PairCounts {
  const together = new Uint32Array(pairs.length);
  const shared = new Float64Array(pairs.length);
  const names = new Int32Array(namesWidth * pairs.length).fill(-1);
  const byForm = neighbours(pairs, forms.count);
  const {starts, ofPair} = byForm;
  const stamps = new Uint32Array(forms.count);
  let total = 0;
  const contexts = new Map<number, Uint32Array[]>();
  for (const [a, b] of pairs) contexts.set(rarer(a, b, forms), []);
  articles.each((own, count) => {
    total++;
    for (let i = 0; i < count; i++) stamps[own[i] as number] = total;
    for (let i = 0; i < count; i++) {
      const form = own[i] as number;
      const context = contexts.get(form);
      if (context !== undefined && context.length < mostCompared) context.push(own.slice(0, count));
      for (let k = starts[form] as number; k < (starts[form + 1] as number); k++) {
        const pair = ofPair[k] as number;
        const [a, b] = pairs[pair] as FormPair;
        if (a === form && stamps[b] === total) (together[pair] as number)++;
      }
    }
  });
  const information = (form: number): number => Math.log2(total / (forms.articles[form] as number));
  const rarest = new Map<number, Uint32Array[]>();
  for (const [form, context] of contexts)
    rarest.set(
      form,
      context
        .map((own) =>
          [...own]
            .filter((other) => {
              const n = forms.articles[other] as number;
              return other !== form && n > 1 && (n * common < total || (n <= few && n * few <= total));
            })
            .sort((x, y) => (forms.articles[x] as number) - (forms.articles[y] as number) || x - y)
            .slice(0, mostNames),
        )
        .map((list) => Uint32Array.from(list)),
    );
  stamps.fill(0);
  let article = 0;
  articles.each((own, count) => {
    article++;
    for (let i = 0; i < count; i++) stamps[own[i] as number] = article;
    for (let i = 0; i < count; i++) {
      const form = own[i] as number;
      for (let k = starts[form] as number; k < (starts[form + 1] as number); k++) {
        const pair = ofPair[k] as number;
        const [a, b] = pairs[pair] as FormPair;
        const rare = rarer(a, b, forms);
        if (rare === form || stamps[rare] === article) continue;
        for (const context of rarest.get(rare) as Uint32Array[]) {
          let sum = 0;
          let n = 0;
          let first = -1;
          let second = -1;
          for (let j = 0; j < context.length; j++) {
            const other = context[j] as number;
            if (stamps[other] !== article || isNearName(forms, other, a, b)) continue;
            sum += information(other);
            n++;
            if (first < 0) first = other;
            else if (second < 0) second = other;
          }
          const at = namesWidth * pair;
          if (sum < (shared[pair] as number) || n === 0) continue;
          if (
            sum === shared[pair] &&
            (first > (names[at + 1] as number) ||
              (first === names[at + 1] && second >= (names[at + 2] as number)))
          )
            continue;
          shared[pair] = sum;
          names[at] = n;
          names[at + 1] = first;
          names[at + 2] = second;
        }
      }
    }
  });
  return {together, shared, names, articles: total};
}

/** Letters in which a name that stands beside two others may begin like one of them: `Iceland` tells nothing of `Icelandair`. */
const ownLetters = 4;

/** Whether a name is one of two, or made of a word of theirs. */
function isNearName({texts}: FormList, other: number, a: number, b: number): boolean {
  if (other === a || other === b) return true;
  const beginning = (texts[other] as string).slice(0, ownLetters);
  return (texts[a] as string).includes(beginning) || (texts[b] as string).includes(beginning);
}

/** The form in fewer articles; of two in as many, the first. */
const rarer = (a: number, b: number, {articles}: FormList): number =>
  (articles[b] as number) < (articles[a] as number) ? b : a;

/** For each form, the pairs that it is in. */
function neighbours(pairs: readonly FormPair[], count: number): {starts: Uint32Array; ofPair: Uint32Array} {
  const starts = new Uint32Array(count + 1);
  for (const pair of pairs) for (const form of pair) (starts[form + 1] as number)++;
  for (let i = 0; i < count; i++) starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number);
  const next = starts.slice();
  const ofPair = new Uint32Array(2 * pairs.length);
  for (const [i, pair] of pairs.entries())
    for (const form of pair) {
      ofPair[next[form] as number] = i;
      (next[form] as number)++;
    }
  return {starts, ofPair};
}
