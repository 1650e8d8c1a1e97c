import type {NameWord} from '../mentions/name-words.js';
import type {Feature} from './feature-signs.js';
import type {PairFacts} from './pair-facts.js';
import {type Add, fixedFeatures, likenessFeatures, placeFeatures} from './pair-features.js';

/** A sum of weights over the features of pairs. */
export class PairModel {
  /** What likeness can add at most, by the shape as bits. */
  private readonly best: readonly number[];

  constructor(private readonly weights: Readonly<Partial<Record<Feature, number>>>) {
    const place = Math.max(
      (weights.samePlace ?? 0) + (weights['samePlace:large'] ?? 0),
      weights.nearPlace ?? 0,
    );
    this.best = [0, 1, 2, 3].map((bits) => {
      let sum = 0;
      const shape = {long: (bits & 1) !== 0, support: (bits & 2) !== 0};
      likenessFeatures(1, shape, (name) => {
        sum += weights[name] ?? 0;
      });
      return sum + place;
    });
  }

  /** The sum for a pair; where it is sure to be below `least`, -Infinity, and the spellings are not even compared. */
  sum(a: NameWord, b: NameWord, facts: PairFacts, least: number): number {
    const {weights} = this;
    let sum = 0;
    const add: Add = (name, value) => {
      sum += (weights[name] ?? 0) * value;
    };
    const shape = fixedFeatures(a, b, facts, add);
    if (sum + this.best[Number(shape.long) + 2 * Number(shape.support)]! < least)
      return Number.NEGATIVE_INFINITY;
    likenessFeatures(facts.likeness, shape, add);
    placeFeatures(facts, add);
    return sum;
  }
}
