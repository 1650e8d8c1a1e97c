import type {Bitext, Link} from '../../../src/bitext/bitext.js';
import {supports} from '../../../src/quantities/match.js';
import type {Quantity, QuantityWord} from '../../../src/quantities/quantity.js';

/** A quantity of the target that the source does not have, and the one of the source that nothing in the target has. */
export interface Changed {
  readonly target: Quantity;
  readonly source: Quantity;
}

/** What a link says of numbers that differ. */
export interface Comparison {
  readonly changed: readonly Changed[];
  /** Of the target, without support anywhere in the source, and nothing left that it may stand for. */
  readonly added: readonly Quantity[];
  /** Quantities of the target, and those of the source that have the same number. */
  readonly counterparts: ReadonlyMap<Quantity, readonly Quantity[]>;
  readonly sourceItems: readonly Quantity[];
  readonly targetItems: readonly Quantity[];
  readonly sourceWords: readonly QuantityWord[];
  readonly targetWords: readonly QuantityWord[];
}

type Shared = <T>(key: string, make: () => T) => T;

/**
 * Each quantity of a link is compared with each of the other side. A paragraph has some dozens; what has so many pairs is
 * a table without its lines, and not judged.
 */
const mostPairs = 250_000;

/** Below this, a link is not judged. */
export const sureEnough = 0.4;

const nothing: Comparison = {
  changed: [],
  added: [],
  counterparts: new Map(),
  sourceItems: [],
  targetItems: [],
  sourceWords: [],
  targetWords: [],
};

/** Compares the quantities of a link; once for all rules. */
export function comparisonOf(bitext: Bitext, link: Link, shared: Shared): Comparison {
  const known = shared('bilingual:quantities', () => new Map<number, Comparison>());
  let found = known.get(link.index);
  if (!found) {
    found = compare(bitext, link);
    known.set(link.index, found);
  }
  return found;
}

function compare(bitext: Bitext, link: Link): Comparison {
  if (link.alone || link.sure < sureEnough) return nothing;
  const here = bitext.quantities(link);
  if (!here) return nothing;
  const language = bitext.sourceTable?.language ?? '';
  const targets = here.target.items;
  const sources = here.source.items;
  if (sources.length * targets.length > mostPairs) return nothing;
  if (targets.length === 0)
    return {...nothing, sourceItems: sources, sourceWords: here.source.words, targetWords: here.target.words};
  /** Found on the other side; `softly` by words that claim nothing. */
  const used = new Set<Quantity>();
  const softly = new Set<Quantity>();
  const counterparts = new Map<Quantity, readonly Quantity[]>();
  const open: Quantity[] = [];
  for (const target of targets) {
    const exact = sources.filter((source) => isEqual(source, target));
    const found = exact.length > 0 ? exact : sources.filter((source) => supports(source, target, language));
    for (const source of found) (target.soft ? softly : used).add(source);
    const firm = target.soft ? [] : exact.filter((source) => !source.soft);
    if (firm.length > 0) counterparts.set(target, firm);
    if (found.length === 0 && isClaim(target) && !isHalfMore(target, sources)) open.push(target);
  }
  const changed: Changed[] = [];
  const added: Quantity[] = [];
  if (open.length > 0) {
    const left = sources.filter((s) => !used.has(s) && isOpen(s) && !isPartOf(s, used));
    // Where the caller says what belongs together, the neighbours have nothing to say.
    let surplus: readonly Quantity[] | undefined;
    const beside = link.sure < 1 ? neighbours(bitext, link) : [];
    for (const target of open) {
      if (beside.some((s) => supports(s, target, language))) continue;
      // `3,1 млрд.` with a scale that no table knows.
      if (
        target.mantissa !== undefined &&
        sources.some(
          (s) => s.open && s.mantissa === undefined && s.values.includes(target.mantissa as number),
        ) &&
        !left.some((s) => s.mantissa === target.mantissa)
      )
        continue;
      let source = closest(target, left, softly);
      if (!source) {
        surplus ??= surplusOf(sources, targets);
        source = closest(target, surplus, none);
      }
      if (source) {
        changed.push({target, source});
        const at = left.indexOf(source);
        if (at >= 0) left.splice(at, 1);
      } else added.push(target);
    }
  } else {
    const left = sources.filter((s) => !used.has(s) && !softly.has(s) && isOpen(s) && !isPartOf(s, used));
    const twice = left.length === 1 ? saidTwice(left[0] as Quantity, sources, targets) : undefined;
    if (twice) changed.push({target: twice, source: left[0] as Quantity});
  }
  return {
    changed,
    added,
    counterparts,
    sourceItems: sources,
    targetItems: targets,
    sourceWords: here.source.words,
    targetWords: here.target.words,
  };
}

const isEqual = (source: Quantity, target: Quantity): boolean =>
  (source.kind === 'weekday' || source.kind === 'month') ===
    (target.kind === 'weekday' || target.kind === 'month') &&
  (target.kind === 'weekday' || target.kind === 'month' ? source.kind === target.kind : true) &&
  source.values.some((s) => target.values.includes(s));

/** “Two and a half million” where the half is a word of its own. */
function isHalfMore(target: Quantity, sources: readonly Quantity[]): boolean {
  const {mantissa, values} = target;
  const [value = 0] = values;
  const whole = mantissa === undefined ? value - 0.5 : value - (value / mantissa) * 0.5;
  if ((mantissa ?? value) % 1 !== 0.5) return false;
  return sources.some((s) => s.soft && s.values[0] === 0.5) && sources.some((s) => s.values.includes(whole));
}

/** Sentences may be cut otherwise on the two sides: what the links before and behind say counts as said. */
function neighbours(bitext: Bitext, link: Link): readonly Quantity[] {
  const out: Quantity[] = [];
  for (const index of [link.index - 1, link.index + 1]) {
    const other = bitext.links[index];
    const found = other && bitext.quantities(other);
    if (found) out.push(...found.source.items);
  }
  return out;
}

/** Whether the same words were read as another quantity that found its counterpart. */
function isPartOf(item: Quantity, used: ReadonlySet<Quantity>): boolean {
  for (const other of used) if (other.start < item.end && item.start < other.end) return true;
  return false;
}

function isClaim(q: Quantity): boolean {
  if (q.soft || q.attached) return false;
  if (q.kind === 'ordinal') return q.figure;
  return true;
}

function isOpen(q: Quantity): boolean {
  if (q.soft) return false;
  if (q.kind === 'ordinal') return (q.values[0] ?? 0) > 2;
  return true;
}

const none: ReadonlySet<Quantity> = new Set();

/** Numbers that the source says more often than the text: “25 … 25” and “52 … 25”. */
function surplusOf(sources: readonly Quantity[], targets: readonly Quantity[]): readonly Quantity[] {
  return sources.filter((source) => {
    if (!isOpen(source)) return false;
    const times = sources.filter((other) => other.kind === source.kind && isEqual(other, source)).length;
    return times > 1 && times > targets.filter((target) => isEqual(source, target)).length;
  });
}

/**
 * A number that the text says once more than the source, where both have as many and one of the source is missed: “7, 16
 * and 4” as “4, 16 and 4”. Of its places the one that is as far along as the number missed.
 */
function saidTwice(
  missed: Quantity,
  sources: readonly Quantity[],
  targets: readonly Quantity[],
): Quantity | undefined {
  const [ours, theirs] = [sources, targets].map((all) =>
    all.filter((q) => !q.soft && q.kind === missed.kind),
  );
  if (!ours || !theirs || ours.length !== theirs.length || (!missed.figure && (missed.values[0] ?? 0) < 3))
    return undefined;
  const target = theirs[ours.indexOf(missed)];
  if (!target || !isClaim(target) || likeness(target, missed) < 1.5) return undefined;
  const times = theirs.filter((other) => isEqual(other, target)).length;
  return times > 1 && times > ours.filter((other) => isEqual(other, target)).length ? target : undefined;
}

/** The quantity that a wrong one most likely stands for. */
function closest(
  target: Quantity,
  left: readonly Quantity[],
  softly: ReadonlySet<Quantity>,
): Quantity | undefined {
  let best: Quantity | undefined;
  let most = 0;
  for (const source of left) {
    const score = likeness(target, source) - (softly.has(source) ? 2.2 : 0);
    if (score > most) {
      most = score;
      best = source;
    }
  }
  return best;
}

function likeness(target: Quantity, source: Quantity): number {
  if (target.kind === 'month' || target.kind === 'weekday') return source.kind === target.kind ? 1 : 0;
  if (source.kind === 'month' || source.kind === 'weekday') return 0;
  if (target.year && source.year) return 2;
  if (target.kind === 'scale' || source.kind === 'scale') {
    if (target.kind !== source.kind) return 0;
    return 1;
  }
  const [t = 0] = target.values;
  const [s = 0] = source.values;
  if (!target.figure && t <= 12 && s > 20) return 0;
  if (!source.figure && s <= 12 && t > 20) return 0;
  const far = Math.abs(Math.log10((t + 1) / (s + 1)));
  // Four figures look like a year: `2000 soldiers`.
  // `80年代`: the eighties.
  const isDecade = source.unit === 'year' || source.unit === 'decade';
  if (
    target.year !== source.year &&
    !(target.year && isDecade && s < 100 && s % 10 === 0) &&
    (far > 1 || (target.year && source.values.every((v) => v < 1000)))
  )
    return 0;
  if (far > 6.5) return 0;
  let score = 2 - far / 4;
  if (target.unit !== undefined && target.unit === source.unit) score += 1;
  if (target.currencies && source.currencies) score += 1;
  if (target.figure === source.figure) score += 0.3;
  return score;
}
