import {primaryLanguage} from '../../text/language-tag.js';
import type {TextIndex} from '../../text/tokens.js';
import {Kinds} from '../mentions/kinds.js';
import {type NameWord, type NameWords, nameWordsOf} from '../mentions/name-words.js';
import {Places} from '../places/places.js';
import type {NameServices} from '../services.js';
import {candidatePairs} from './candidates.js';
import {Contexts} from './contexts.js';
import {PairFacts} from './pair-facts.js';
import {Spellings} from './spellings.js';

export interface ExaminedPair {
  readonly a: NameWord;
  readonly b: NameWord;
  readonly facts: PairFacts;
}

export interface Examination {
  readonly names: NameWords;
  readonly contexts: Contexts;
  readonly spellings: Spellings;
  readonly kinds: Kinds;
  readonly places: Places;
  /** Primary language of the source text; '' when not known. */
  readonly source: string;
  readonly pairs: readonly ExaminedPair[];
  /** What is known of any two words, examined as a pair or not. */
  factsOf(a: NameWord, b: NameWord): PairFacts;
}

/** All pairs of words of an article that are near enough to be spellings of one name, with what speaks for and against. */
export function examinePairs(text: TextIndex, services: NameServices): Examination {
  const names = nameWordsOf(text, services);
  const contexts = new Contexts(text, names);
  const spellings = new Spellings();
  const kinds = new Kinds(text, names);
  const places = new Places(services);
  const source = primaryLanguage(services.settings.sourceLanguage);
  const factsOf = (a: NameWord, b: NameWord) =>
    new PairFacts(a, b, contexts, spellings, source, kinds, places);
  const pairs = candidatePairs(names).map(([a, b]) => ({a, b, facts: factsOf(a, b)}));
  return {names, contexts, spellings, kinds, places, source, pairs, factsOf};
}
