/** How often a text uses each of two styles. */
export interface Vote<T> {
  /** The uses of the style that has fewer; of two that have as many, the first. */
  readonly few: readonly T[];
  /** The uses of the other. */
  readonly many: readonly T[];
  /** Whether the first style is the one that has fewer. */
  readonly isFirst: boolean;
}

/** What the minority may be, so that it is a slip and not a habit. */
export interface VoteLimits {
  /** Most that the few may be of all; default 0.5. */
  readonly share?: number;
  /** Least that the many must be; default 1. */
  readonly least?: number;
}

/** Which of two styles a text keeps to, if both occur in it and one of them clearly less often; else undefined. */
export function vote<T>(
  first: readonly T[],
  second: readonly T[],
  {share = 0.5, least = 1}: VoteLimits = {},
): Vote<T> | undefined {
  const isFirst = first.length <= second.length;
  const [few, many] = isFirst ? [first, second] : [second, first];
  if (few.length === 0 || many.length < least) return undefined;
  return few.length <= share * (few.length + many.length) ? {few, many, isFirst} : undefined;
}
