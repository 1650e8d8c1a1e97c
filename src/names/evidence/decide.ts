import {model} from '../../generated/name-evidence.js';
import type {TextIndex} from '../../text/tokens.js';
import type {NameWord, NameWords} from '../mentions/name-words.js';
import type {PairFacts} from './pair-facts.js';
import {PairModel} from './pair-model.js';
import {vetoOf} from './vetoes.js';

/** From here up two words are told to be one name; see models/name-evidence.md for how often that is right. */
export const threshold = model.threshold;

/** The sum of weights at the threshold, less a little for rounding. */
const least = Math.log(threshold / (1 - threshold)) - 1e-6;
const pairModel = new PairModel(model.weights);

/** How sure it is, 0..1, that two words of an article are spellings of one name; 0 where surely below the threshold. */
export function decide(
  a: NameWord,
  b: NameWord,
  facts: PairFacts,
  text: TextIndex,
  names: NameWords,
): number {
  const isRepeat = isGarble(a, b, facts);
  const sum = pairModel.sum(a, b, facts, least);
  if (sum < least && !isRepeat) return 0;
  if (vetoOf(a, b, facts, text, names) !== undefined) return 0;
  const sure = 1 / (1 + Math.exp(-sum));
  // No language repeats the end of a name: `Vuhledarar`.
  return isRepeat ? Math.max(sure, 0.9) : sure;
}

function isGarble(a: NameWord, b: NameWord, {relation}: PairFacts): boolean {
  if (relation.endingKind !== 'repeat') return false;
  const [short, long] = a.folded.length < b.folded.length ? [a, b] : [b, a];
  return short.folded.length > 4 && !long.known && long.tier === 0;
}
