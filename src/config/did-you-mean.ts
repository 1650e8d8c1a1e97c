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

/**
 * {@link didYouMean} for ids of rules, and patterns of a family: the name without its family (`unpaired`), in another
 * family (`names/unpaired`), and the family alone (`punctation/*`) lead to what is meant too.
 */
export function ruleMeant(given: string, ids: readonly string[]): string {
  const slash = given.indexOf('/');
  const name = given.slice(slash + 1);
  const families = [...new Set(ids.map((id) => id.slice(0, id.indexOf('/'))))];
  if (name === '*' || families.includes(given)) {
    const meant = didYouMean(slash < 0 ? given : given.slice(0, slash), families);
    return meant.replace(/”\?\)$/, '/*”?)');
  }
  const same = ids.find((id) => id.slice(id.indexOf('/') + 1) === name);
  if (same !== undefined) return ` (did you mean “${same}”?)`;
  if (slash >= 0) return didYouMean(given, ids);
  const names = new Map(ids.map((id) => [id.slice(id.indexOf('/') + 1), id]));
  const near = /“([^“”]+)”/.exec(didYouMean(given, [...names.keys()]))?.[1];
  return near === undefined ? didYouMean(given, ids) : ` (did you mean “${names.get(near)}”?)`;
}
