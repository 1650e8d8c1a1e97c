/** A paragraph or sentence as the aligner sees it. */
export interface Unit {
  /** Its length in characters that count: letters and digits. */
  readonly length: number;
  /** Hashes of what is likely the same on both sides: numbers, names, addresses. */
  readonly anchors: readonly number[];
  /** Those of them that are numbers and dates: what a translation can hardly do without. */
  readonly facts?: readonly number[];
}

/** So many units of one side answer so many of the other. `from` are indices of the first. */
export interface Bead {
  readonly sourceFrom: number;
  readonly sourceCount: number;
  readonly targetFrom: number;
  readonly targetCount: number;
  /** What it costs; the lower, the likelier. */
  readonly cost: number;
  /** How many anchors are shared. */
  readonly shared: number;
}

/** How likely shapes are beside 1:1, as costs. */
export type Shapes = readonly (readonly [source: number, target: number, cost: number])[];

/** Costs of the shapes of beads: minus the logarithm of how likely they are beside 1:1 (Gale and Church 1993, table 5). */
export const ofSentences: Shapes = [
  [1, 1, 0],
  [1, 0, 4.6],
  [0, 1, 4.6],
  [2, 1, 2.4],
  [1, 2, 2.4],
  [2, 2, 4.6],
  [3, 1, 4.2],
  [1, 3, 4.2],
];

/** In a passage where one may be left out: what stands alone is weighed by itself afterwards. */
export const ofSuspects: Shapes = ofSentences.map(
  ([a, b, cost]) => [a, b, a * b === 0 ? 2.2 : cost] as const,
);

/** Engines keep paragraphs: one is left out rather than joined to another. */
export const ofParagraphs: Shapes = [
  [1, 1, 0],
  [1, 0, 4],
  [0, 1, 4],
  [2, 1, 5.5],
  [1, 2, 5.5],
  [2, 2, 9],
  [3, 1, 8],
  [1, 3, 8],
];

const variance = 6.8;
const anchorGain = 1.6;
const mostGain = 6;
const strayCost = 0.7;
const worstLength = 14;
/** Cells beside the diagonal that are tried, at least. */
const narrowest = 60;
/** Rows of very different lengths want a band as wide as they differ; no wider than makes so many cells in all. */
const mostCells = 400_000;

/**
 * Aligns two rows of units that follow the same order: the programme of Gale and Church ("A Program for Aligning
 * Sentences in Bilingual Corpora", 1993) with anchors. Time and space are linear in the length of the rows, since only
 * a band beside the diagonal is tried.
 *
 * @param ratio how many characters of the target one of the source makes
 */
export function align(
  source: readonly Unit[],
  target: readonly Unit[],
  ratio: number,
  shapes: Shapes = ofSentences,
): Bead[] {
  const n = source.length;
  const m = target.length;
  const slope = n === 0 ? 0 : m / n;
  const half = Math.max(narrowest, Math.min(Math.abs(n - m) + 8, Math.floor(mostCells / (2 * (n + 1)))));
  const width = 2 * half + 1;
  const full = width > m + 1;
  const columns = full ? m + 1 : width;
  const first = (i: number): number =>
    full ? 0 : Math.max(0, Math.min(m + 1 - columns, Math.round(i * slope) - half));
  const costs = new Float64Array((n + 1) * columns).fill(Number.POSITIVE_INFINITY);
  const from = new Int8Array((n + 1) * columns).fill(-1);
  const lengths = [
    prefixSums(source, ({length}) => length),
    prefixSums(target, ({length}) => length),
  ] as const;
  const anchors = prefixSums(source, (unit) => unit.anchors.length);
  // Read for each cell: plain rows of numbers, and the bounds of a row's band once a row.
  const ofSource = shapes.map(([a]) => a);
  const ofTarget = shapes.map(([, b]) => b);
  const priors = shapes.map(([, , cost]) => cost);
  const lows = shapes.map(() => 0);
  for (let i = 0; i <= n; i++) {
    const low = first(i);
    for (let s = 0; s < shapes.length; s++) lows[s] = first(Math.max(0, i - (ofSource[s] as number)));
    for (let j = low; j < low + columns; j++) {
      const at = i * columns + j - low;
      if (i === 0 && j === 0) {
        costs[at] = 0;
        continue;
      }
      let best = Number.POSITIVE_INFINITY;
      let chosen = -1;
      for (let s = 0; s < shapes.length; s++) {
        const a = ofSource[s] as number;
        const b = ofTarget[s] as number;
        if (a > i || b > j) continue;
        const prior = priors[s] as number;
        const back = j - b - (lows[s] as number);
        if (back < 0 || back >= columns) continue;
        const before = costs[(i - a) * columns + back] as number;
        if (before + prior >= best + mostGain) continue;
        // What it can gain at most, then what its lengths cost: anchors are compared last.
        const gain = Math.min(mostGain, anchorGain * ((anchors[i] as number) - (anchors[i - a] as number)));
        if (before + prior >= best + gain) continue;
        const ofLengths = lengthsCost(lengths, i - a, a, j - b, b, ratio);
        if (before + prior + ofLengths >= best + gain) continue;
        const cost = before + prior + anchorsCost(source, target, i - a, a, j - b, b, ofLengths).cost;
        if (cost < best) {
          best = cost;
          chosen = s;
        }
      }
      costs[at] = best;
      from[at] = chosen;
    }
  }
  const beads: Bead[] = [];
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const shape = shapes[from[i * columns + j - first(i)] as number];
    if (!shape) return [];
    const [a, b, prior] = shape;
    const ofLengths = lengthsCost(lengths, i - a, a, j - b, b, ratio);
    const {cost, shared} = anchorsCost(source, target, i - a, a, j - b, b, ofLengths);
    beads.push({
      sourceFrom: i - a,
      sourceCount: a,
      targetFrom: j - b,
      targetCount: b,
      cost: cost + prior,
      shared,
    });
    i -= a;
    j -= b;
  }
  return beads.reverse();
}

function prefixSums(units: readonly Unit[], of: (unit: Unit) => number): Float64Array {
  const sums = new Float64Array(units.length + 1);
  for (let i = 0; i < units.length; i++) sums[i + 1] = (sums[i] as number) + of(units[i] as Unit);
  return sums;
}

/** What it costs that `a` units of the source from `i` on answer `b` of the target from `j` on, by their lengths alone. */
function lengthsCost(
  [sums, targetSums]: readonly [Float64Array, Float64Array],
  i: number,
  a: number,
  j: number,
  b: number,
  ratio: number,
): number {
  if (a === 0 || b === 0) return 0;
  const length = (sums[i + a] as number) - (sums[i] as number);
  const other = (targetSums[j + b] as number) - (targetSums[j] as number);
  return Math.min(worstLength, lengthCost(length, other, ratio));
}

/** The same with what their anchors gain or cost. */
function anchorsCost(
  source: readonly Unit[],
  target: readonly Unit[],
  i: number,
  a: number,
  j: number,
  b: number,
  ofLengths: number,
): {cost: number; shared: number} {
  if (a === 0 || b === 0) return {cost: 0, shared: 0};
  let cost = ofLengths;
  let shared = 0;
  let strays = 0;
  let lost = 0;
  for (let k = i; k < i + a; k++)
    for (const anchor of (source[k] as Unit).anchors) {
      let found = false;
      for (let t = j; t < j + b && !found; t++) found = (target[t] as Unit).anchors.includes(anchor);
      if (found) shared++;
      else {
        strays++;
        if ((source[k] as Unit).facts?.includes(anchor)) lost++;
      }
    }
  if (shared > 0) cost -= Math.min(mostGain, anchorGain * shared);
  else if (strays > 0) {
    let others = 0;
    for (let t = j; t < j + b; t++) others += (target[t] as Unit).anchors.length;
    cost += strayCost * Math.min(2, Math.max(lost, Math.min(strays, others)));
  }
  return {cost, shared};
}

/** Minus the logarithm of how likely lengths are so far apart. */
export function lengthCost(length: number, other: number, ratio: number): number {
  const expected = length * ratio;
  const mean = (expected + other) / 2;
  if (mean === 0) return 0;
  const z = Math.abs(other - expected) / Math.sqrt(variance * mean);
  return z > 8 ? 32 : -Math.log(Math.max(1e-14, 2 * (1 - phi(z))));
}

/** The normal distribution (Abramowitz and Stegun 1964, 26.2.17). */
function phi(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const d = 0.3989423 * Math.exp((-z * z) / 2);
  return 1 - d * t * (0.3193815 + t * (-0.3565638 + t * (1.781478 + t * (-1.821256 + t * 1.330274))));
}
