import type {WordEvidence} from './evidence.js';
import type {Place} from './surroundings.js';

/** A run of words that may be foreign, with all that speaks for and against it. */
export interface Candidate {
  /** Evidence on its words and numbers. */
  readonly words: readonly WordEvidence[];
  /** Log-odds of each. */
  readonly scores: readonly number[];
  readonly place: Place;
  /** How far the language is ahead of the next unlike it, where it had to be guessed; 0 to 1. */
  readonly lead: number;
  /** How many of the words stand elsewhere in the article, outside runs. */
  readonly repeated: number;
  /** The words next to the run, where no wall stands between. */
  readonly before: WordEvidence | undefined;
  readonly after: WordEvidence | undefined;
  /** Its strange words, one or two, are a slip of the finger away from words of the target language. */
  readonly isSlip: boolean;
  /** They are two words of the target language each, written as one. */
  readonly isCompound: boolean;
  /** Latin: what English has of it is learned, not left over. */
  readonly isLatin: boolean;
}

/** Size of what {@link describeRun} writes. */
export const runFeatureCount = 74;

const squash = (value: number, by: number): number => Math.tanh(value / by);

/** Writes the features of a run, all between -1 and 1, for the model that says whether to speak of it. */
export function describeRun(candidate: Candidate, out: Float64Array): void {
  const {words, scores, place, lead, repeated, before, after} = candidate;
  out.fill(0, 0, runFeatureCount);
  const spoken = words.filter((word) => !word.number);
  const n = spoken.length;
  let sum = 0;
  let best = -10;
  let worst = 10;
  let known = 0;
  let unseen = 0;
  let ordinary = 0;
  let everyday = 0;
  let capitals = 0;
  let letters = 0;
  let length = 0;
  let small = -10;
  let smallLetters = -4;
  let accents = 0;
  words.forEach((word, i) => {
    const score = scores[i]!;
    sum += score;
    if (word.number) return;
    best = Math.max(best, score);
    worst = Math.min(worst, score);
    if (word.tier < 2 && word.rank > 0) known++;
    if (word.tier === 0 && word.rank === 0) unseen++;
    if (word.tier >= 2) ordinary++;
    if (word.tier === 3) everyday++;
    if (word.capital) capitals++;
    else {
      small = Math.max(small, score);
      smallLetters = Math.max(smallLetters, word.letters);
    }
    if (word.accent === 'own') accents++;
    letters += word.letters;
    length += word.length;
  });
  out[0] = 1;
  out[Math.min(n, 6)] = 1;
  out[7] = squash(sum, 6);
  out[8] = squash(sum, 20);
  out[9] = squash(best, 4);
  out[10] = squash(worst, 4);
  out[11] = squash(sum / Math.max(n, 1), 4);
  out[12] = squash(known, 2);
  out[13] = known / n;
  out[14] = unseen / n;
  out[15] = ordinary / n;
  out[16] = everyday / n;
  out[17] = place.enclosed === 'square' ? 0 : capitals / n;
  out[18] = capitals === n ? 1 : 0;
  out[19] = place.enclosed !== 'square' && spoken[0]?.capital ? 1 : 0;
  out[20] = squash(letters / n, 2);
  out[21] = squash(length, 20);
  out[22] = squash(small, 4);
  out[23] = squash(smallLetters, 2);
  out[24] = squash(accents, 2);
  out[25] = place.enclosed === 'quotes' ? 1 : 0;
  out[26] = place.enclosed === 'square' ? 1 : 0;
  out[27] = place.enclosed === 'round' ? 1 : 0;
  out[28] = place.hasMarker ? 1 : 0;
  out[29] = place.inQuotation ? 1 : 0;
  out[30] = place.inParenthesis ? 1 : 0;
  out[31] = place.capitalBefore ? 1 : 0;
  out[32] = place.capitalAfter ? 1 : 0;
  out[33] = place.hyphened ? 1 : 0;
  out[34] = lead;
  out[35] = repeated / n;
  const only = n === 1 ? spoken[0] : undefined;
  if (only) {
    out[36] = only.tier === 0 ? only.letters / 4 : 0;
    out[37] = only.rank >= 3 ? 1 : 0;
    out[38] = only.rank === 2 ? 1 : 0;
    out[39] = only.rank === 1 ? 1 : 0;
    out[40] = only.rank === 0 ? 1 : 0;
    out[41] = only.length <= 3 ? 1 : 0;
    out[42] = place.capitalBefore || place.capitalAfter ? 1 : 0;
    out[43] = lead;
    out[44] = only.tier > 0 ? 1 : 0;
  } else if (n === 2) {
    out[45] = capitals > 0 ? 1 : 0;
    out[46] = ordinary > 0 ? 1 : 0;
    out[47] = lead;
  }
  const beforeIsForeignName = before !== undefined && isForeignCapital(before);
  const afterIsForeignName = after !== undefined && (isForeignCapital(after) || after.capital);
  // An editor's bracket holds an explanation: a joint between two names there is no part of a name.
  const mayBeName = place.enclosed !== 'square';
  if (beforeIsForeignName) out[47 + Math.min(n, 3)] = 1;
  if (afterIsForeignName) out[50 + Math.min(n, 3)] = 1;
  if (mayBeName && isNameLike(spoken, before, after)) out[53 + Math.min(n, 3)] = 1;
  if (candidate.isSlip) {
    out[57] = 1;
    out[58] = only && only.rank > 0 ? 1 : 0;
  }
  if (candidate.isLatin) out[59] = 1;
  if (candidate.isCompound) out[71 + Math.min(n, 2)] = 1;
  out[60] = place.coverage;
  if (place.hasMarker) out[60 + Math.min(n, 3)] = 1;
  if (place.inQuotation && spoken[0]?.capital) out[64] = 1;
  if (mayBeName && spoken[0]?.capital && isForeignCapital(spoken[0])) out[64 + Math.min(n, 3)] = 1;
  let content = 0;
  let joints = 0;
  for (const word of spoken) {
    if (word.capital) continue;
    if (word.rank === 4 || word.length <= 3) joints++;
    else if (word.tier < 2 && (word.rank > 0 || word.letters > 1)) content++;
  }
  out[68] = squash(content, 2);
  out[69] = squash(joints, 2);
  if (content === 0) out[70] = 1;
  if (content === 0 && n > 1) out[71] = 1;
}

function isForeignCapital(word: WordEvidence): boolean {
  return word.capital && word.tier === 0 && (word.rank > 0 || word.letters > 0.5 || !word.isName);
}

/** `Lysá nad Labem`, `Gazzetta dello Sport`: capitals at both ends, and only small joints between. */
function isNameLike(
  words: readonly WordEvidence[],
  before: WordEvidence | undefined,
  after: WordEvidence | undefined,
): boolean {
  const starts = words[0]?.capital || before?.capital;
  const ends = words[words.length - 1]?.capital || after?.capital;
  if (!starts || !ends) return false;
  let small = 0;
  for (const word of words) {
    if (word.capital || word.number) continue;
    if (word.length > 5 && word.rank < 4) return false;
    small++;
  }
  return small <= 2;
}

export function chance(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
