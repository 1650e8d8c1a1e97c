import type {TextIndex} from '../../text/tokens.js';
import {type NameWord, type NameWords, nameWordsOf} from '../mentions/name-words.js';
import type {NameServices} from '../services.js';
import {candidatePairs} from './candidates.js';
import {Contexts} from './contexts.js';
import {PairFacts, Spellings} from './pair-features.js';

export interface ExaminedPair {
  readonly a: NameWord;
  readonly b: NameWord;
  readonly facts: PairFacts;
}

export interface Examination {
  readonly names: NameWords;
  readonly contexts: Contexts;
  readonly spellings: Spellings;
  readonly pairs: readonly ExaminedPair[];
}

/** All pairs of words of an article that are near enough to be spellings of one name, with what speaks for and against. */
export function examinePairs(text: TextIndex, services: NameServices): Examination {
  const names = nameWordsOf(text, services);
  const contexts = new Contexts(text, names);
  const spellings = new Spellings();
  const pairs = candidatePairs(names.words).map(([a, b]) => ({
    a,
    b,
    facts: new PairFacts(a, b, contexts, spellings),
  }));
  return {names, contexts, spellings, pairs};
}
