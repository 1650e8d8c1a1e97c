import {hashOf} from '../../../src/text/hash.js';

export const weekdayNames = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');

/** Hashes of the names of the days of the week. */
export const weekdays: ReadonlySet<number> = new Set(weekdayNames.map(hashOf));
