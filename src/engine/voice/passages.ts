import type {MqmCategory} from '../../mqm/categories.js';
import {byStrength, gravity, type Voice} from './voice.js';

/** Leaves out what lies in a passage that is told as a whole, and between two in other languages. */
export function outsidePassages(voices: readonly Voice[], source: string): Voice[] {
  const passages = voices.filter(({passage}) => passage !== undefined);
  if (passages.length === 0) return [...voices];
  passages.sort((a, b) => a.from - b.from || b.to - a.to || byStrength(a, b));
  const gone = new Passages(passages.filter(({passage}) => passage === 'gone'));
  const inOthers = passages.filter(({passage}) => passage === 'foreign');
  const foreign = new Passages(inOthers);
  const gaps = gapsBetween(inOthers, source);
  return voices.filter((voice) => {
    const {finding} = voice;
    const own = gravity[finding.severity];
    if (gone.hold(voice, finding.severity === 'error' ? own : gravity.info)) return false;
    // A name that is spelt in two ways is so in any language, where the passage is but hinted at.
    const least = finding.mqm === 'transliteration' ? own : gravity.info;
    return anywhere.has(finding.mqm) || !(foreign.hold(voice, least) || holdBetween(gaps, voice));
  });
}

/** Passages of one kind. Of each gravity those are kept that lie in no other, so that their ends rise with their starts. */
class Passages {
  private readonly byGravity: [Voice[], Voice[], Voice[]] = [[], [], []];

  /** @param passages sorted by where they begin, the longest first */
  constructor(passages: readonly Voice[]) {
    for (const passage of passages) {
      const list = this.byGravity[gravity[passage.finding.severity] as 0 | 1 | 2];
      if (passage.to > (list.at(-1)?.to ?? -1)) list.push(passage);
    }
  }

  /**
   * Whether a passage holds a finding. One at the very same place does not: the two are told as one.
   *
   * @param least of the passage: a number of {@link gravity}
   */
  hold(voice: Voice, least: number): boolean {
    const {start, end} = voice.finding;
    return this.byGravity.slice(0, least + 1).some((list) => {
      const passage = lastFrom(list, start);
      if (passage === undefined || passage.to < end) return false;
      const {finding: whole, to} = passage;
      if (whole.start === start && whole.end === end) return false;
      if (start >= to && end > whole.end) return false;
      passage.held ??= [];
      passage.held.push(voice);
      return true;
    });
  }
}

/** What parts two passages in other languages: a number, marks, spaces. They belong to the same sentence. */
interface Gap {
  readonly from: number;
  readonly to: number;
  readonly before: Voice;
}

/** In UTF-16 units. */
const widestGap = 40;

/** @param passages sorted by where they begin */
function gapsBetween(passages: readonly Voice[], source: string): Gap[] {
  const gaps: Gap[] = [];
  let before: Voice | undefined;
  for (const passage of passages) {
    if (before && passage.from > before.to && passage.from - before.to <= widestGap) {
      const between = source.slice(before.to, passage.from);
      if (!/[\p{L}\n\r]/u.test(between)) gaps.push({from: before.to, to: passage.from, before});
    }
    if (!before || passage.to > before.to) before = passage;
  }
  return gaps;
}

function holdBetween(gaps: readonly Gap[], voice: Voice): boolean {
  const {start, end} = voice.finding;
  const gap = lastFrom(gaps, start);
  if (gap === undefined || end > gap.to || voice.passage === 'foreign') return false;
  gap.before.held ??= [];
  gap.before.held.push(voice);
  return true;
}

/** The last passage or gap that begins at a place or before it. */
function lastFrom<T extends {readonly from: number}>(list: readonly T[], start: number): T | undefined {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as T).from <= start) low = middle + 1;
    else high = middle;
  }
  return list[low - 1];
}

/** Categories of faults that are faults in any language. */
const anywhere: ReadonlySet<MqmCategory> = new Set([
  'character-encoding',
  'markup',
  'addition',
  'omission',
  'duplication',
]);
