import type {NameWord} from '../mentions/name-words.js';
import {type PairFacts, PairModel} from './pair-features.js';
import {weights} from './weights.js';

/** From here up two words are told to be one name: at it, cross-validated, 94 of 100 told pairs are. */
export const threshold = 0.7;

/** The sum of weights at the threshold, less a little for rounding. */
const least = Math.log(threshold / (1 - threshold)) - 1e-6;
const model = new PairModel(weights);

/** How sure it is, 0..1, that two words of an article are spellings of one name; 0 where surely below the threshold. */
export function decide(a: NameWord, b: NameWord, facts: PairFacts): number {
  if (isExcluded(a, b, facts)) return 0;
  const sure = 1 / (1 + Math.exp(-model.sum(a, b, facts, least)));
  // No language repeats the end of a name: `Vuhledarar`.
  return isGarble(a, b, facts) ? Math.max(sure, 0.9) : sure;
}

function isGarble(a: NameWord, b: NameWord, {relation}: PairFacts): boolean {
  if (relation.endingKind !== 'repeat') return false;
  const [short, long] = a.folded.length < b.folded.length ? [a, b] : [b, a];
  return short.folded.length > 4 && !long.known && long.tier === 0;
}

/** Surnames of a man and of a woman are of one person only where the given name is the same. */
export const isExcluded = (a: NameWord, b: NameWord, facts: PairFacts): boolean =>
  isCouple(a.folded, b.folded) && !facts.sameBefore && !facts.sameAfter;

function isCouple(a: string, b: string): boolean {
  const [his, hers] = a.length < b.length ? [a, b] : [b, a];
  if (/(?:ov|ev|in|yn)$/.test(his) && hers === `${his}a`) return true;
  return (
    /sk(?:i|y|iy|ij|yi)$/.test(his) &&
    /sk(?:a|aya|aia|aja)$/.test(hers) &&
    his.replace(/sk[iyj]+$/, '') === hers.replace(/sk(?:a|aya|aia|aja)$/, '')
  );
}
