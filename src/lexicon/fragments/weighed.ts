import {Gap} from './decode.js';
import {describeWord, type WordEvidence, weigh} from './evidence.js';
import {gapOfToken} from './gaps.js';
import {type Stretch, type StretchSearch, stretches} from './stretches.js';

/** The words of a sentence with the evidence on them, and the gap before each. */
export interface Weighed {
  readonly words: WordEvidence[];
  readonly gaps: number[];
}

export function weighSentence({text, target}: StretchSearch, {first, last, language}: Stretch): Weighed {
  const words: WordEvidence[] = [];
  const gaps: number[] = [];
  let gap: number = Gap.Wall;
  for (let i = first; i <= last; i++) {
    const here = gapOfToken(text, i);
    if (here !== undefined) {
      gap = Math.max(gap, here);
      continue;
    }
    words.push(weigh(text, i, target, language));
    gaps.push(gap);
    gap = Gap.None;
  }
  return {words, gaps};
}

/** {@link describeWord} of word `i` in its sentence. */
export function describeInSentence({words, gaps}: Weighed, i: number, out: Float64Array): void {
  const before = gaps[i] === Gap.Wall ? undefined : words[i - 1];
  const after = gaps[i + 1] === Gap.Wall ? undefined : words[i + 1];
  describeWord(words[i]!, before, after, out);
}

/** What a search weighs, sentence by sentence; for training. */
export function* weighStretches(search: StretchSearch, triggers: readonly number[]): Generator<Weighed> {
  for (const stretch of stretches(search, triggers)) yield weighSentence(search, stretch);
}
