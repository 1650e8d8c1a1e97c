import type {FormPairs} from './candidate-pairs.js';
import type {FormList} from './form-list.js';
import {type Groups, grouped} from './number-arrays.js';
import type {ArticleForms} from './postings.js';
import {StoryContexts} from './story-contexts.js';

/** What the articles say of a pair. */
export interface PairCounts {
  /** Articles that have both forms. */
  readonly together: Uint32Array;
  /** How much the other names of an article of one and of one of the other have in common: sums of bits of information. */
  readonly shared: Float64Array;
  /** How many names that are, and the two rarest, by number. */
  readonly names: Int32Array;
}

/** Three numbers a pair in {@link PairCounts.names}. */
export const namesWidth = 3;

/** Goes through all articles twice: once for what stands together, and once for stories that both forms stand in. */
export function countPairs(pairs: FormPairs, forms: FormList, articles: ArticleForms): PairCounts {
  const together = new Uint32Array(pairs.count);
  const shared = new Float64Array(pairs.count);
  const names = new Int32Array(namesWidth * pairs.count).fill(-1);
  const {starts, items: ofPair} = pairsOfRarer(pairs, forms);
  const contexts = new StoryContexts(forms);
  const stamps = new Uint32Array(forms.count);
  const otherOf = (pair: number, form: number): number =>
    (pairs.first[pair] as number) === form ? (pairs.second[pair] as number) : (pairs.first[pair] as number);
  let total = 0;
  articles.each((own, count) => {
    total++;
    for (let i = 0; i < count; i++) stamps[own[i] as number] = total;
    for (let i = 0; i < count; i++) {
      const form = own[i] as number;
      const end = starts[form + 1] as number;
      if (starts[form] === end) continue;
      contexts.add(form, own, count);
      for (let k = starts[form] as number; k < end; k++) {
        const pair = ofPair[k] as number;
        if (stamps[otherOf(pair, form)] === total) (together[pair] as number)++;
      }
    }
  });
  contexts.close(total);
  const information = (form: number): number => Math.log2(total / (forms.articles[form] as number));
  stamps.fill(0);
  let article = 0;
  articles.each((own, count) => {
    article++;
    for (let i = 0; i < count; i++) stamps[own[i] as number] = article;
    contexts.touchedBy(own, count, (form, start, end) => {
      if (stamps[form] === article) return;
      for (let k = starts[form] as number; k < (starts[form + 1] as number); k++) {
        const pair = ofPair[k] as number;
        const partner = otherOf(pair, form);
        if (stamps[partner] !== article) continue;
        let sum = 0;
        let n = 0;
        let first = -1;
        let second = -1;
        for (let j = start; j < end; j++) {
          const other = contexts.names[j] as number;
          if (stamps[other] !== article || isNearName(forms, other, form, partner)) continue;
          if (first >= 0 && isPartOf(forms, other, first)) continue;
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
    });
  });
  return {together, shared, names};
}

/** Letters in which a name that stands beside two others may begin like one of them: `Iceland` tells nothing of `Icelandair`. */
const ownLetters = 4;

/** Whether a name is one of two, or made of a word of theirs. */
function isNearName({texts}: FormList, other: number, a: number, b: number): boolean {
  if (other === a || other === b) return true;
  const beginning = (texts[other] as string).slice(0, ownLetters);
  return (texts[a] as string).includes(beginning) || (texts[b] as string).includes(beginning);
}

/** Whether a name is a part of another that is already counted: the surname of a full name tells nothing more. */
const isPartOf = ({texts}: FormList, part: number, whole: number): boolean =>
  (texts[whole] as string).includes(texts[part] as string);

/** For each form, the pairs whose other form is in more articles; of two in as many, the first has the pair. */
const pairsOfRarer = ({count, first, second}: FormPairs, {articles, count: formCount}: FormList): Groups =>
  grouped(count, formCount, (pair) => {
    const [a, b] = [first[pair] as number, second[pair] as number];
    return (articles[b] as number) < (articles[a] as number) ? b : a;
  });
