import {closest, distance} from 'fastest-levenshtein';

/** ` (did you mean “x”?)` when a known name is near the one given, else nothing. */
export function didYouMean(given: string, known: readonly string[]): string {
  if (known.length === 0 || given.length > 100) return '';
  const near = closest(given.toLowerCase(), known);
  return distance(given.toLowerCase(), near.toLowerCase()) <= Math.max(2, Math.floor(given.length / 3))
    ? ` (did you mean “${near}”?)`
    : '';
}
