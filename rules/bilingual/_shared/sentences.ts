import type {Range} from '../../../src/article/source-map.js';
import {align, type Bead, lengthCost, ofSuspects, type Unit} from '../../../src/bitext/align.js';
import type {Bitext, Link} from '../../../src/bitext/bitext.js';
import {sentencesOf} from '../../../src/bitext/split.js';

/** A sentence of one side that nothing of the other answers. */
export interface Lone {
  readonly side: 'source' | 'target';
  readonly range: Range;
  /** Where the other side lacks it. */
  readonly at: number;
  /** How much likelier the texts are with this sentence left out than with all of it translated, as a logarithm. */
  readonly evidence: number;
}

type Shared = <T>(key: string, make: () => T) => T;

const longestLink = 20000;
/** As many sentences and so near in length: nothing is missing, and nothing was added. */
const wellMatched = 0.2;

/** The sentences of a link that stand alone; once for both rules. */
export function loneSentences(bitext: Bitext, link: Link, shared: Shared): readonly Lone[] {
  const known = shared('bilingual:lone', () => new Map<number, readonly Lone[]>());
  let found = known.get(link.index);
  if (!found) {
    found = findLone(bitext, link);
    known.set(link.index, found);
  }
  return found;
}

function findLone(bitext: Bitext, link: Link): readonly Lone[] {
  if (link.alone || link.source.end - link.source.start > longestLink) return [];
  const {source, target, ratio} = bitext;
  const sources = sentencesOf(source.prose, link.source.start, link.source.end);
  const targets = sentencesOf(target.prose, link.target.start, link.target.end);
  if (sources.length === targets.length && sources.length === 1) return [];
  const lengths = lengthCost(link.source.end - link.source.start, link.target.end - link.target.start, ratio);
  if (sources.length === targets.length && lengths < wellMatched) return [];
  const quantities = bitext.quantities(link);
  const sourceUnits = bitext.units(sources, 'source', quantities?.source.items);
  const targetUnits = bitext.units(targets, 'target', quantities?.target.items);
  const whole = sum(sourceUnits);
  const other = sum(targetUnits);
  const beads = align(sourceUnits, targetUnits, ratio, ofSuspects);
  const all = lengthCost(whole, other, ratio);
  const out: Lone[] = [];
  for (const bead of beads) {
    if (bead.sourceCount > 0 && bead.targetCount > 0) continue;
    const side = bead.sourceCount > 0 ? 'source' : 'target';
    const range = (side === 'source' ? sources[bead.sourceFrom] : targets[bead.targetFrom]) as Range;
    const one = (side === 'source' ? sourceUnits[bead.sourceFrom] : targetUnits[bead.targetFrom]) as Unit;
    const without =
      side === 'source'
        ? lengthCost(whole - one.length, other, ratio)
        : lengthCost(whole, other - one.length, ratio);
    const others = side === 'source' ? targetUnits : sourceUnits;
    let strays = 0;
    let shared = 0;
    for (const anchor of one.anchors) {
      if (others.some(({anchors}) => anchors.includes(anchor))) shared++;
      else if (one.facts?.includes(anchor)) strays++;
    }
    out.push({
      side,
      range,
      at: placeOf(bead, side === 'source' ? targets : sources, side, link),
      evidence: all - without + Math.min(2, strays) - 3 * shared,
    });
  }
  return out;
}

const sum = (units: readonly Unit[]): number => units.reduce((total, {length}) => total + length, 0);

function placeOf(
  {sourceFrom, targetFrom}: Bead,
  others: readonly Range[],
  side: 'source' | 'target',
  link: Link,
): number {
  const next = side === 'source' ? targetFrom : sourceFrom;
  const before = others[next - 1];
  return before ? before.end : side === 'source' ? link.target.start : link.source.start;
}
