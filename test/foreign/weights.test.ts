import {describe, expect, test} from 'vitest';
import {models} from '../../src/generated/foreign-fragments.js';
import {wordFeatureCount} from '../../src/lexicon/fragments/evidence.js';
import {runFeatureCount} from '../../src/lexicon/fragments/judge.js';

describe.each(Object.entries(models))('the weights for a source language that is %s', (_, model) => {
  test('are one a feature; if not, `npm run train:foreign`', () => {
    expect(model.word).toHaveLength(wordFeatureCount);
    expect(model.run).toHaveLength(runFeatureCount);
    expect([...model.word, ...model.run, ...Object.values(model.costs)].every(Number.isFinite)).toBe(true);
  });

  test('have thresholds that a certainty can reach and miss', () => {
    for (const threshold of model.thresholds) {
      expect(threshold).toBeGreaterThanOrEqual(0.5);
      expect(threshold).toBeLessThan(1);
    }
  });
});
