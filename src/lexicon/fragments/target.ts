import {hashStep, hashWord} from '../../text/hash.js';
import type {LanguageEvidence} from '../languages.js';
import {Entry, type Lexicon, lookUp, stemEnd} from '../lexicon.js';

/** What the language that the article is written in says of a word. */
export interface Target {
  readonly code: string;
  /** About how many words are known; 0 for a language that calque has no list of. */
  readonly size: number;
  /** Bits of `Entry`, 0 for a word it does not know. `hash` is `hashWord` of the word at `start`..`end`. */
  get(text: string, start: number, end: number, hash: number): number;
  /** Whether a word in small letters with this hash may be passed over without another thought. */
  isKnown(hash: number): boolean;
  /** The same for the `phraseHash` of several words. */
  isKnownPhrase(hash: number): boolean;
  /** Log-odds, from its letters, that a word is of this language and not English; 0 for English. */
  letterScore(text: string, start: number, end: number): number;
  writes(code: number): boolean;
  /** `Rank` of a word in this language and those near to it, 1 where only a dictionary knows it; 0 for English. */
  rankOf(text: string, start: number, end: number, hash: number): number;
}

/** Looks a word up in a spelling dictionary that the user has installed. */
export type Speller = (word: string) => boolean;

export function englishTarget(lexicon: Lexicon): Target {
  return {
    code: 'en',
    size: lexicon.size,
    get: (text, start, end, hash) => lookUp(lexicon, text, start, end, hash),
    isKnown: (hash) => lexicon.isOrdinaryWord(hash),
    isKnownPhrase: (hash) => isPhrase(lexicon, hash),
    letterScore: () => 0,
    writes: () => false,
    rankOf: () => 0,
  };
}

/**
 * Any other language, from its ranked words, and from its dictionary where there is one. English words pass as known:
 * they are everywhere, and not what a translation left over.
 */
export function otherTarget(
  language: LanguageEvidence,
  english: Lexicon,
  speller?: Speller,
  near: readonly LanguageEvidence[] = [],
): Target {
  const seen = new Map<number, number>();
  const isNear = (hash: number): boolean => near.some((one) => one.rank(hash) > 0);
  const known = (text: string, start: number, end: number, hash: number): number => {
    const rank = language.rank(hash);
    if (rank > 0) return rank >= 3 ? 3 : 2;
    if (isNear(hash) || speller?.(text.slice(start, end))) return 2;
    return english.isOrdinaryWord(hash) ? 1 : english.get(hash) & Entry.Name;
  };
  return {
    code: language.code,
    size: language.size,
    get: (text, start, end, hash) => {
      let entry = seen.get(hash);
      if (entry === undefined) {
        entry = known(text, start, end, hash);
        const stem = stemEnd(text, start, end);
        if (entry === 0 && stem < end) entry = known(text, start, stem, hashWord(text, start, stem));
        seen.set(hash, entry);
      }
      return entry;
    },
    isKnownPhrase: (hash) => isPhrase(english, hash),
    rankOf: (text, start, end, hash) => {
      const rank = language.rank(hash);
      if (rank > 0) return rank;
      return isNear(hash) || speller?.(text.slice(start, end)) === true ? 1 : 0;
    },
    isKnown: (hash) => language.rank(hash) > 0 || isNear(hash) || english.isOrdinaryWord(hash),
    letterScore: (text, start, end) => language.letterScore(text, start, end),
    writes: (code) => language.writes(code),
  };
}

/** A language without a list: its letters alone tell what is another. */
export function unknownWords(code: string): LanguageEvidence {
  return {
    code,
    hasLetters: false,
    size: 0,
    rank: () => 0,
    letterScore: () => 0,
    scoreGrams: () => 0,
    writes: () => false,
    namesCountry: () => false,
  };
}

/** Phrases are filed twice, with and without a blank at the end: many places are tried, and one could agree by chance. */
function isPhrase(lexicon: Lexicon, hash: number): boolean {
  return lexicon.has(hash) && lexicon.has(hashStep(hash, 0x20) >>> 0);
}
