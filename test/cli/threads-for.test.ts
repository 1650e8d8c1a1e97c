import {expect, test} from 'vitest';
import {threadsFor} from '../../src/cli/lint-parallel.js';

test.each([
  ['auto', 2999, 8, 1],
  ['auto', 3000, 8, 4],
  ['auto', 3000, 3, 3],
  ['auto', 100_000, 2, 1],
  [2, 100_000, 2, 2],
  [8, 100, 2, 2],
] as const)('--jobs %s on %i files and %i processors: %i', (jobs, files, processors, threads) => {
  expect(threadsFor(jobs, files, processors)).toBe(threads);
});
