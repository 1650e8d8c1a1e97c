import {foldedWords, spellingKeys} from '../names/between-articles.js';
import {mixedHash} from '../text/mixed-hash.js';
import {kept, readTail, scanMentions} from './scan-mentions.js';

/** What articles are compared by: hashes of their names and numbers. */
export interface ArticleFeatures {
  readonly id: string;
  /** Ascending, each once. */
  readonly features: Uint32Array;
}

/** What the features of a part are called, by hash: of two texts with one hash the first in the order of code units. */
export type FeatureNames = Map<number, string>;

/**
 * The articles of mention records by what they name. A name counts by the consonants of its words, which other spellings
 * share, and by its words; a number by its digits.
 */
export function featuresOfPart(bytes: Uint8Array): {articles: ArticleFeatures[]; names: FeatureNames} {
  const byArticle = new Map<string, Set<number>>();
  const names: FeatureNames = new Map();
  const ofTail = new Map<string, readonly number[]>();
  const ofForm = new Map<string, readonly number[]>();
  let own = new Set<number>();
  const call = (hash: number, text: string): void => {
    const other = names.get(hash);
    if (other === undefined || text < other) names.set(hash, text);
  };
  const nothing = (): void => {};
  scanMentions(bytes, {
    article(id) {
      const known = byArticle.get(id);
      own = known ?? new Set();
      if (known === undefined) byArticle.set(id, own);
    },
    mention(tail) {
      const end = tail.indexOf('","', 8);
      const key = end < 0 ? tail : tail.slice(0, end);
      let features = ofTail.get(key);
      if (features === undefined) {
        const form = readTail(tail)?.form.normalize('NFC') ?? '';
        features = ofForm.get(form) ?? featuresOfName(form, call);
        ofForm.set(form, features);
        ofTail.set(kept(key), features);
      }
      for (const feature of features) own.add(feature);
    },
    numbers(numbers) {
      for (const number of numbers) {
        const hash = mixedHash(`#${number}`);
        call(hash, number);
        own.add(hash);
      }
    },
    broken: nothing,
    failure: nothing,
  });
  const articles = [...byArticle].map(([id, set]) => ({id, features: Uint32Array.from(set).sort()}));
  return {articles: articles.sort((a, b) => (a.id < b.id ? -1 : 1)), names};
}

function featuresOfName(form: string, call: (hash: number, text: string) => void): number[] {
  const words = foldedWords(form);
  const texts = words.filter((word) => word.length > 2).map((word) => `w${word}`);
  if (words.length > 1) for (const key of spellingKeys(form).slice(0, 1)) texts.push(`k${key}`);
  return texts.map((text) => {
    const hash = mixedHash(text);
    call(hash, form);
    return hash;
  });
}
