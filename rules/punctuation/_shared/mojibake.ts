/**
 * Whether the character before a place is what is left of the first byte of a letter that was decoded wrongly (`Ñ‚` for
 * т, `Ð“` for Г, `Ã ` for à). Then the mark or the space at the place is the other byte: without it, the letter can
 * never be decoded again.
 */
export function isHalfLetter(prose: string, at: number): boolean {
  const before = prose[at - 1];
  if (before === undefined) return false;
  if ('ÂÃÐÑ'.includes(before)) {
    // MAÑANA and SÃO are words; the byte behind is no letter there.
    return !/\p{Lu}/u.test(prose[at - 2] ?? '') || 'ÂÃÐÑ'.includes(prose[at - 2] as string);
  }
  return 'ÄÅâ'.includes(before) && /\p{Ll}/u.test(prose[at - 2] ?? '');
}
