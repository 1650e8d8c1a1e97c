import type {Costs} from './decode.js';

/** Weights made by `npm run train:foreign`. */
export interface Model {
  /** One weight a feature of `describeWord`. */
  readonly word: readonly number[];
  readonly costs: Costs;
  /** One weight a feature of `describeRun`. */
  readonly run: readonly number[];
  /** The certainty from which a run is spoken of, by its number of words (1, 2, 3 and more). */
  readonly thresholds: readonly [number, number, number];
}

/** One model for articles whose source language is told, one for those where it has to be guessed. */
export interface Models {
  readonly known: Model;
  readonly guessed: Model;
}
