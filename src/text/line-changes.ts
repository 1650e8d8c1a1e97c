/** Lines `fromA` to `toA` of the old text became lines `fromB` to `toB` of the new one; ends not included. */
export interface LineChange {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/** How many lines ahead the next equal ones are looked for. */
const lookAhead = 24;

/**
 * What changed between two lists of lines, in order: a valid description, and the shortest one where changes are small
 * and the lines between them kept. In n log n: lines that stand once in each text anchor the comparison (Bram Cohen's
 * patience diff); between them the next equal pair is looked for a little way ahead.
 */
export function lineChanges(a: readonly string[], b: readonly string[]): LineChange[] {
  const out: LineChange[] = [];
  let fromA = 0;
  let fromB = 0;
  for (const [toA, toB] of [...anchors(a, b), [a.length, b.length] as const]) {
    between(a, b, {fromA, toA, fromB, toB}, out);
    fromA = toA;
    fromB = toB;
  }
  return out;
}

/** Pairs of lines that stand once in each text, as many as keep one order in both: the longest rising sequence. */
function anchors(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const once = (lines: readonly string[]): Map<string, number> => {
    const at = new Map<string, number>();
    for (const [i, line] of lines.entries()) at.set(line, at.has(line) ? -1 : i);
    return at;
  };
  const inB = once(b);
  const pairs: (readonly [number, number])[] = [];
  for (const [line, i] of once(a)) {
    const k = inB.get(line) ?? -1;
    if (i >= 0 && k >= 0) pairs.push([i, k]);
  }
  // `ends[n]` is the pair that ends the best sequence of n + 1 pairs, `before` the one before it there.
  const ends: number[] = [];
  const before: number[] = [];
  for (const [p, [, k]] of pairs.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[ends[middle]!]![1] < k) low = middle + 1;
      else high = middle;
    }
    before.push(low > 0 ? ends[low - 1]! : -1);
    ends[low] = p;
  }
  const out: (readonly [number, number])[] = [];
  for (let p = ends.at(-1) ?? -1; p >= 0; p = before[p]!) out.push(pairs[p]!);
  return out.reverse();
}

function between(
  a: readonly string[],
  b: readonly string[],
  {fromA, toA, fromB, toB}: LineChange,
  out: LineChange[],
): void {
  let i = fromA;
  let k = fromB;
  while (i < toA || k < toB) {
    if (i < toA && k < toB && a[i] === b[k]) {
      i++;
      k++;
      continue;
    }
    const [skipA, skipB] = nextEqual(a, b, i, toA, k, toB);
    add(out, {fromA: i, toA: i + skipA, fromB: k, toB: k + skipB});
    i += skipA;
    k += skipB;
  }
}

/** How many lines to pass over in each text until two are equal; one in each where none are near. */
function nextEqual(
  a: readonly string[],
  b: readonly string[],
  i: number,
  toA: number,
  k: number,
  toB: number,
): [number, number] {
  const leftA = toA - i;
  const leftB = toB - k;
  if (leftA === 0 || leftB === 0) return [leftA, leftB];
  for (let sum = 1; sum <= lookAhead; sum++) {
    for (let skipA = Math.max(0, sum - leftB); skipA <= Math.min(sum, leftA); skipA++) {
      const skipB = sum - skipA;
      if (skipA < leftA && skipB < leftB && a[i + skipA] === b[k + skipB]) return [skipA, skipB];
    }
  }
  return [1, 1];
}

/** Changes that touch are one. */
function add(out: LineChange[], change: LineChange): void {
  const last = out.at(-1);
  if (last && last.toA === change.fromA && last.toB === change.fromB) {
    out[out.length - 1] = {...last, toA: change.toA, toB: change.toB};
  } else {
    out.push(change);
  }
}
