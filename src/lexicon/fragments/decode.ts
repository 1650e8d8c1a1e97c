/** What a gap between two words does to a run of foreign words that would go on over it. */
export const Gap = {
  /** White space, a hyphen, an apostrophe. */
  None: 0,
  /** A comma, a dash, a full stop. */
  Weak: 1,
  /** A bracket or a quotation mark: no run goes on over it. */
  Wall: 2,
} as const;

export interface Costs {
  /** For beginning a run, and for beginning one right after a wall. */
  readonly start: number;
  readonly startAtWall: number;
  /** For ending a run before another word, not at a wall. */
  readonly end: number;
  readonly weakGap: number;
}

/** A run of words, both ends included: indexes into the scores. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/**
 * The most likely runs of foreign words: Viterbi decoding with two states. `scores[i]` are the log-odds that word `i`
 * is foreign; `gaps[i]` is a {@link Gap}, what stands before it (a wall before the first word of a stretch).
 */
export function decodeRuns(scores: ArrayLike<number>, gaps: ArrayLike<number>, costs: Costs): Run[] {
  const n = scores.length;
  // For each word: did the best path that has it native (foreign) come from a foreign word?
  const nativeFromForeign = new Uint8Array(n);
  const foreignFromForeign = new Uint8Array(n);
  let native = 0;
  let foreign = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < n; i++) {
    const gap = gaps[i];
    const leave = foreign - (gap === Gap.Wall ? 0 : costs.end);
    const stay =
      gap === Gap.Wall ? Number.NEGATIVE_INFINITY : foreign - (gap === Gap.Weak ? costs.weakGap : 0);
    const begin =
      (gap === Gap.Wall ? Math.max(native, leave) : native) -
      (gap === Gap.Wall ? costs.startAtWall : costs.start);
    nativeFromForeign[i] = leave > native ? 1 : 0;
    foreignFromForeign[i] = stay >= begin ? 1 : gap === Gap.Wall && leave > native ? 2 : 0;
    native = Math.max(native, leave);
    foreign = Math.max(stay, begin) + scores[i]!;
  }
  const runs: Run[] = [];
  let isForeign = foreign > native;
  let last = n - 1;
  for (let i = n - 1; i >= 0; i--) {
    if (isForeign) {
      const from = foreignFromForeign[i]!;
      if (from === 1) continue;
      runs.push({first: i, last});
      last = i - 1;
      isForeign = from === 2;
    } else {
      isForeign = nativeFromForeign[i] === 1;
      last = i - 1;
    }
  }
  return runs.reverse();
}
