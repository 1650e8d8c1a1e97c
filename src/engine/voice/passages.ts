import type {MqmCategory} from '../../mqm/categories.js';
import {byStrength, gravity, type Voice} from './voice.js';

/** Leaves out what lies in a passage that is told as a whole. */
export function outsidePassages(voices: readonly Voice[]): Voice[] {
  const passages = voices.filter(({passage}) => passage !== undefined);
  if (passages.length === 0) return [...voices];
  passages.sort((a, b) => a.from - b.from || b.to - a.to || byStrength(a, b));
  const gone = new Passages(passages.filter(({passage}) => passage === 'gone'));
  const foreign = new Passages(passages.filter(({passage}) => passage === 'foreign'));
  return voices.filter((voice) => {
    const {finding} = voice;
    const own = gravity[finding.severity];
    if (gone.hold(voice, finding.severity === 'error' ? own : gravity.info)) return false;
    // A name that is spelt in two ways is so in any language, where the passage is but hinted at.
    const least = finding.mqm === 'transliteration' ? own : gravity.info;
    return anywhere.has(finding.mqm) || !foreign.hold(voice, least);
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

/** The last passage that begins at a place or before it. */
function lastFrom(list: readonly Voice[], start: number): Voice | undefined {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as Voice).from <= start) low = middle + 1;
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
