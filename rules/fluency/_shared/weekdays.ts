import {hashOf} from '../../../src/text/hash.js';

/** Hashes of the names of the days of the week. */
export const weekdays: ReadonlySet<number> = new Set(
  'monday tuesday wednesday thursday friday saturday sunday'.split(' ').map(hashOf),
);
