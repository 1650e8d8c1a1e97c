import type {Article, Original, Segment} from '../article/article.js';
import type {Range, SourceMap} from '../article/source-map.js';
import type {Quantities, Quantity} from '../quantities/quantity.js';
import {quantitiesOf} from '../quantities/scan.js';
import {parseQuantityTable, type QuantityTable} from '../quantities/table.js';
import {hashOf} from '../text/hash.js';
import {align, type Bead, ofParagraphs, type Unit} from './align.js';
import {lengthOf, unitOf} from './anchors.js';
import {anchorOfName, matchingSkeletons, nameSkeletons} from './name-anchors.js';
import {lengthRatio} from './ratios.js';

/** A stretch of the source and the stretch of the target that translates it. Offsets are prose offsets of each side. */
export interface Link {
  /** Its place among the links. */
  readonly index: number;
  /** The stretch of the source. */
  readonly source: Range;
  /** The stretch of the translation. */
  readonly target: Range;
  /** How sure it is that they belong together, 0 to 1; 1 where the caller says so. */
  readonly sure: number;
  /** Nothing of the target answers the source, or the other way round; that range is then empty. */
  readonly alone?: 'source' | 'target';
}

type Units = (ranges: readonly Range[], side: 'source' | 'target') => Unit[];
type Resource = <T>(name: string, parse: (bytes: Uint8Array) => T) => T | undefined;

/** What both sides of a link say. */
export interface BothQuantities {
  /** Of the original. */
  readonly source: Quantities;
  /** Of the translation. */
  readonly target: Quantities;
}

/** Both sides of an article, linked. Made once an article, when a source is there. */
export class Bitext {
  /** The original. */
  readonly source: Article;
  /** What answers what, in the order of the translation. */
  readonly links: readonly Link[];
  /** BCP 47 tag of the source's language, where known. */
  readonly sourceLanguage: string | undefined;
  /** Undefined for a language that has no table: rules about words abstain. */
  readonly sourceTable: QuantityTable | undefined;
  /** The same of the translation’s language. */
  readonly targetTable: QuantityTable | undefined;
  /** Letters of the target for each of the source. */
  readonly ratio: number;
  /** Whether the source is in another script than Latin. */
  readonly isOther: boolean;
  private readonly found = new Map<number, BothQuantities>();

  constructor(
    /** The translation. */
    readonly target: Article,
    original: Original,
    language: string,
    sourceLanguage: string | undefined,
    resource: Resource,
  ) {
    this.source = original.article;
    this.isOther = isOtherScript(this.source.prose);
    this.sourceLanguage = original.language ?? sourceLanguage;
    const table = (tag: string | undefined): QuantityTable | undefined =>
      tag === undefined ? undefined : resource(`quantities-${primary(tag)}.json`, parseQuantityTable);
    this.sourceTable = table(this.sourceLanguage);
    this.targetTable = table(language);
    const usual = lengthRatio(this.sourceLanguage, language);
    const segments = original.segments && toProse(original.segments, this.source, target);
    this.ratio = refine(usual, this.source, target, segments);
    this.links =
      segments ?? linksOf(this.source, target, this.ratio, (ranges, side) => this.units(ranges, side));
  }

  /**
   * Stretches of one side as the aligner sees them: their lengths, numbers by value, and names that both sides have.
   *
   * @param read the quantities of these stretches, where they are known
   */
  units(ranges: readonly Range[], side: 'source' | 'target', read?: readonly Quantity[]): Unit[] {
    const {prose} = this[side];
    const table = side === 'source' ? this.sourceTable : this.targetTable;
    const both = this.sourceTable !== undefined && this.targetTable !== undefined;
    return ranges.map((range) => {
      const {length, anchors} = unitOf(prose, range.start, range.end, !this.isOther);
      const all = new Set(anchors);
      const facts = new Set<number>();
      if (both && table)
        for (const {values, soft, kind, start, end} of read ?? this.read(side, range, table).items) {
          if (start < range.start || end > range.end) continue;
          const [value] = values;
          if (!soft && value !== undefined && value > 2)
            facts.add(hashOf(`${kind === 'month' || kind === 'weekday' ? kind : ''}${value}`));
        }
      const names =
        side === 'target'
          ? nameSkeletons(prose, range).filter((bones) => this.names.has(bones))
          : matchingSkeletons(prose, range, primary(this.sourceLanguage ?? ''), this.names);
      for (const bones of names) all.add(anchorOfName(bones));
      for (const fact of facts) all.add(fact);
      return {length, anchors: [...all], facts: [...facts]};
    });
  }

  /** What the aligner has read of whole blocks, which most links are: by where they begin. */
  private readonly blocks = {
    source: new Map<number, {readonly end: number; readonly found: Quantities}>(),
    target: new Map<number, {readonly end: number; readonly found: Quantities}>(),
  };

  private read(side: 'source' | 'target', {start, end}: Range, table: QuantityTable): Quantities {
    const known = this.blocks[side].get(start);
    if (known?.end === end) return known.found;
    const found = quantitiesOf(this[side].prose, start, end, table);
    this.blocks[side].set(start, {end, found});
    return found;
  }

  private skeletons: ReadonlySet<string> | undefined;

  /** Skeletons of the target's names, where the source is in another script. */
  private get names(): ReadonlySet<string> {
    this.skeletons ??= this.isOther
      ? new Set(this.target.blocks.flatMap((block) => nameSkeletons(this.target.prose, block)))
      : new Set();
    return this.skeletons;
  }

  /** What both sides of a link say of numbers, dates, money and measures; nothing where a language has no table. */
  quantities(link: Link): BothQuantities | undefined {
    const {sourceTable, targetTable} = this;
    if (!sourceTable || !targetTable) return undefined;
    let found = this.found.get(link.index);
    if (!found) {
      found = {
        source: this.read('source', link.source, sourceTable),
        target: this.read('target', link.target, targetTable),
      };
      this.found.set(link.index, found);
    }
    return found;
  }
}

/** Whether most letters of a text are of another script than Latin. */
function isOtherScript(text: string): boolean {
  const letters = text.slice(0, 400).match(/\p{L}/gu) ?? [];
  return letters.filter((c) => c > '\u036f').length * 2 > letters.length;
}

const primary = (tag: string): string => (tag.split(/[-_]/, 1)[0] as string).toLowerCase();

/** Segments of the files as links of their prose. */
function toProse(segments: readonly Segment[], source: Article, target: Article): Link[] {
  const fromSource = proseOffset(source.map, source.prose.length);
  const fromTarget = proseOffset(target.map, target.prose.length);
  return segments.map(([s0, s1, t0, t1], index) => {
    const link = {
      index,
      source: {start: fromSource(s0), end: fromSource(s1)},
      target: {start: fromTarget(t0), end: fromTarget(t1)},
      sure: 1,
    };
    if (link.source.end <= link.source.start) return {...link, alone: 'target' as const};
    return link.target.end <= link.target.start ? {...link, alone: 'source' as const} : link;
  });
}

/** The prose offset whose place in the file is the first at or behind a file offset. */
function proseOffset(map: SourceMap, length: number): (offset: number) => number {
  return (offset) => {
    let low = 0;
    let high = length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (map.toSource(middle, middle).start >= offset) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** The usual ratio of two languages, bent towards that of the article as far as it is long. */
function refine(usual: number, source: Article, target: Article, links: readonly Link[] | undefined): number {
  let a = 0;
  let b = 0;
  if (links) {
    for (const link of links) {
      if (link.alone) continue;
      a += lengthOf(source.prose, link.source.start, link.source.end);
      b += lengthOf(target.prose, link.target.start, link.target.end);
    }
  } else {
    for (const {start, end} of source.blocks) a += lengthOf(source.prose, start, end);
    for (const {start, end} of target.blocks) b += lengthOf(target.prose, start, end);
  }
  if (a < 200 || b < 200) return usual;
  const own = b / a;
  const bent = Math.sqrt(own * usual);
  return Math.min(usual * 1.35, Math.max(usual / 1.35, bent));
}

/** The blocks of both sides, aligned by lengths, figures and names. */
function linksOf(source: Article, target: Article, ratio: number, units: Units): Link[] {
  const sources = units(source.blocks, 'source');
  const targets = units(target.blocks, 'target');
  const beads = align(sources, targets, ratio, ofParagraphs);
  return beads.map((bead, index) => toLink(bead, index, beads, source, target));
}

function toLink(bead: Bead, index: number, beads: readonly Bead[], source: Article, target: Article): Link {
  const {sourceFrom, sourceCount, targetFrom, targetCount} = bead;
  const range = (article: Article, from: number, count: number): Range => {
    const {blocks} = article;
    if (count === 0) {
      const at = from < blocks.length ? (blocks[from]?.start ?? 0) : (blocks[blocks.length - 1]?.end ?? 0);
      return {start: at, end: at};
    }
    return {start: blocks[from]?.start ?? 0, end: blocks[from + count - 1]?.end ?? 0};
  };
  const link = {
    index,
    source: range(source, sourceFrom, sourceCount),
    target: range(target, targetFrom, targetCount),
    sure: sureOf(bead, index, beads),
  };
  if (sourceCount === 0) return {...link, alone: 'target'};
  return targetCount === 0 ? {...link, alone: 'source'} : link;
}

/** How sure a bead is, by its own cost and by its neighbours: in the midst of good ones it can hardly be wrong. */
function sureOf(bead: Bead, index: number, beads: readonly Bead[]): number {
  const own = goodness(bead);
  const around = [beads[index - 1], beads[index + 1]].map((b) => (b ? goodness(b) : 0.9));
  const context = ((around[0] as number) + (around[1] as number)) / 2;
  if (bead.sourceCount === 0 || bead.targetCount === 0) return context;
  return Math.max(0, Math.min(1, 0.6 * own + 0.4 * context));
}

function goodness({sourceCount, targetCount, cost, shared}: Bead): number {
  if (sourceCount === 0 || targetCount === 0) return 0.3;
  const base = Math.exp(-Math.max(0, cost) / 5);
  return Math.min(1, base + 0.15 * shared);
}
