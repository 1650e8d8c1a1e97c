import {closest, distance} from 'fastest-levenshtein';

/** ` (did you mean “x”?)` when a known name is near the one given, else nothing. */
export function didYouMean(given: string, known: readonly string[]): string {
  if (known.length === 0 || given.length === 0 || given.length > 100) return '';
  const small = given.toLowerCase();
  const near = known.find((name) => small.length >= 3 && name.startsWith(small)) ?? closest(small, known);
  const allowed =
    near.startsWith(small) && small.length >= 3
      ? Number.POSITIVE_INFINITY
      : Math.max(2, Math.floor(given.length / 3));
  return distance(small, near.toLowerCase()) <= allowed ? ` (did you mean “${near}”?)` : '';
}
