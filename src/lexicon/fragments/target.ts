import {hashStep, hashWord} from '../../text/hash.js';
import type {LanguageEvidence} from '../languages.js';
import {Entry, type Lexicon, lookUp, stemEnd} from '../lexicon.js';

/** What the language that the article is written in says of a word. */
export interface Target {
  readonly code: string;
  /** Bits of `Entry`, 0 for a word it does not know. `hash` is `hashWord` of the word at `start`..`end`. */
  get(text: string, start: number, end: number, hash: number): number;
  /** Whether a word in small letters with this hash may be passed over without another thought. */
  isKnown(hash: number): boolean;
  /** The same for the `phraseHash` of several words. */
  isKnownPhrase(hash: number): boolean;
  /** Log-odds, from its letters, that a word is of this language and not English; 0 for English. */
  letterScore(text: string, start: number, end: number): number;
  writes(code: number): boolean;
}

/** Looks a word up in a spelling dictionary that the user has installed. */
export type Speller = (word: string) => boolean;

export function englishTarget(lexicon: Lexicon): Target {
  return {
    code: 'en',
    get: (text, start, end, hash) => lookUp(lexicon, text, start, end, hash),
    isKnown: (hash) => lexicon.isOrdinaryWord(hash),
    isKnownPhrase: (hash) => isPhrase(lexicon, hash),
    letterScore: () => 0,
    writes: () => false,
  };
}

/**
 * Any other language, from its ranked words, and from its dictionary where there is one. English words pass as known:
 * they are everywhere, and not what a translation left over.
 */
export function otherTarget(language: LanguageEvidence, english: Lexicon, speller?: Speller): Target {
  const seen = new Map<number, number>();
  const known = (text: string, start: number, end: number, hash: number): number => {
    const rank = language.rank(hash);
    if (rank > 0) return rank >= 3 ? 3 : 2;
    if (speller?.(text.slice(start, end))) return 2;
    return english.isOrdinaryWord(hash) ? 1 : english.get(hash) & Entry.Name;
  };
  return {
    code: language.code,
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
    isKnown: (hash) => language.rank(hash) > 0 || english.isOrdinaryWord(hash),
    letterScore: (text, start, end) => language.letterScore(text, start, end),
    writes: (code) => language.writes(code),
  };
}

/** Phrases are filed twice, with and without a blank at the end: many places are tried, and one could agree by chance. */
function isPhrase(lexicon: Lexicon, hash: number): boolean {
  return lexicon.has(hash) && lexicon.has(hashStep(hash, 0x20) >>> 0);
}
