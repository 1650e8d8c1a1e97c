import type {Costs} from './decode.js';
import {wordFeatureCount} from './evidence.js';
import {runFeatureCount} from './judge.js';

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

/** @throws {Error} when weights and features do not go together: the model must be trained anew. */
export function checkModel(model: Model): void {
  if (model.word.length !== wordFeatureCount || model.run.length !== runFeatureCount) {
    throw new Error('the model does not fit the features; run `npm run train:foreign`');
  }
}
