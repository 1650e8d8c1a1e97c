import {foldCode} from '../../text/hash.js';
import {type TextIndex, TokenFlag} from '../../text/tokens.js';
import {gramRoom, gramsOf} from '../grams.js';
import type {LanguageEvidence} from '../languages.js';
import {Entry} from '../lexicon.js';
import type {Target} from './target.js';

/** What is known of one word when one source language is asked about it. */
export interface WordEvidence {
  readonly token: number;
  /** Tier in the target lexicon, 0 to 3, and whether it is a name there. */
  readonly tier: number;
  readonly isName: boolean;
  /** `Rank` in the source language. */
  readonly rank: number;
  /** Log-odds from the letters, for the source language and against the target, within -4..4. */
  readonly letters: number;
  readonly capital: boolean;
  readonly allCaps: boolean;
  /** A letter outside ASCII, and whether the source language, but not the target, writes with it. */
  readonly accent: 'none' | 'own' | 'strange';
  readonly length: number;
  readonly possessive: boolean;
  readonly number: boolean;
}

const grams = new Int32Array(gramRoom);
const cap = (value: number): number => Math.max(-4, Math.min(4, value));

/** Evidence on token `i`, a word or a number. */
export function weigh(text: TextIndex, i: number, target: Target, source: LanguageEvidence): WordEvidence {
  const {starts, ends, flags, hashes} = text.tokens;
  const start = starts[i]!;
  const end = ends[i]!;
  const flag = flags[i]!;
  const number = (flag & TokenFlag.Word) === 0;
  const entry = number ? 0 : target.get(text.prose, start, end, hashes[i]!);
  const capital = (flag & TokenFlag.InitialCap) !== 0 && (flag & TokenFlag.SentenceStart) === 0;
  return {
    token: i,
    tier: entry & Entry.Tier,
    isName: (entry & Entry.Name) !== 0,
    rank: number ? 0 : rankOf(text, i, entry, source),
    letters: number ? 0 : lettersOf(text.prose, start, end, target, source),
    capital,
    allCaps: (flag & TokenFlag.AllCaps) !== 0,
    accent: (flag & TokenFlag.NonAscii) === 0 ? 'none' : accentOf(text.prose, start, end, target, source),
    length: end - start,
    possessive: (flag & TokenFlag.Possessive) !== 0,
    number,
  };
}

function rankOf(text: TextIndex, i: number, entry: number, source: LanguageEvidence): number {
  const rank = source.rank(text.tokens.hashes[i]!);
  if (rank > 0 || (entry & Entry.Tier) >= 2) return rank;
  return source.knows?.(text.token(i)) ? 1 : 0;
}

function lettersOf(
  text: string,
  start: number,
  end: number,
  target: Target,
  source: LanguageEvidence,
): number {
  if (!source.hasLetters) return 0;
  const count = gramsOf(text, start, end, grams);
  return cap(source.scoreGrams(grams, count) - target.letterScore(text, start, end));
}

function accentOf(
  text: string,
  start: number,
  end: number,
  target: Target,
  source: LanguageEvidence,
): WordEvidence['accent'] {
  let found: WordEvidence['accent'] = 'none';
  for (let k = start; k < end; k++) {
    const code = foldCode(text.charCodeAt(k));
    if (code < 0xc0 || (code >= 0x2000 && code < 0x2c00) || target.writes(code)) continue;
    if (!source.writes(code)) return 'strange';
    found = 'own';
  }
  return found;
}

/** Size of what {@link describeWord} writes. */
export const wordFeatureCount = 60;

/** In small letters, strange to the target language, and at home in the source language. */
function isStrong(word: WordEvidence): boolean {
  return !word.capital && !word.number && word.tier < 2 && (word.rank > 0 || word.letters > 1.5);
}

/** 0 none, 1 foreign for sure, 2 may be foreign, 3 a capital, 4 native. */
function kindOf(word: WordEvidence | undefined): number {
  if (word === undefined || word.number) return 0;
  if (isStrong(word)) return 1;
  if (word.capital) return word.tier === 0 && (word.rank > 0 || word.letters > 1) ? 2 : 3;
  if (word.tier < 2 || word.rank >= 3) return 2;
  return 4;
}

/**
 * Writes the features of a word, all between -1 and 1, for the model that says how foreign it is: 0 constant; 1-20
 * tier by rank; then letters, capitals, accents, length; from 41 what stands before and after it (`undefined` where
 * there is a wall).
 */
export function describeWord(
  word: WordEvidence,
  before: WordEvidence | undefined,
  after: WordEvidence | undefined,
  out: Float64Array,
): void {
  out.fill(0, 0, wordFeatureCount);
  out[0] = 1;
  const left = kindOf(before);
  const right = kindOf(after);
  out[41 + left] = 1;
  out[46 + right] = 1;
  if (left === 1 && right === 1) out[51] = 1;
  if (left >= 3 && right >= 3) out[52] = 1;
  if (word.number) {
    out[21] = 1;
    return;
  }
  if (word.capital) out[53] = left === 1 || right === 1 ? 1 : 0;
  if (word.tier >= 2 && word.rank >= 3) out[54] = left === 1 || right === 1 ? 1 : 0;
  if (word.tier >= 2 && word.rank < 3) out[55] = left === 1 || right === 1 ? 1 : 0;
  if (word.tier >= 2 && word.rank >= 3 && left === 1 && right === 1) out[56] = 1;
  if (word.capital && left === 1 && right === 1) out[57] = 1;
  if (word.tier === 0 && word.rank === 0 && word.letters < 0) out[58] = 1;
  if (word.tier === 0 && !word.capital && left >= 3 && right >= 3) out[59] = word.letters / 4;
  out[1 + word.tier * 5 + word.rank] = 1;
  const letters = word.letters / 4;
  if (word.tier === 0) out[22 + (word.rank === 0 ? 0 : 1)] = letters;
  else out[24] = letters;
  if (word.tier === 0 && word.length < 4) out[25] = letters;
  if (word.capital) {
    out[26] = 1;
    if (word.tier === 0) out[27 + (word.rank === 0 ? 0 : 1)] = 1;
    out[29] = letters;
    if (word.rank >= 3) out[30] = 1;
  }
  if (word.allCaps) out[31] = 1;
  if (word.accent === 'own') out[32 + (word.capital ? 1 : 0)] = 1;
  if (word.accent === 'strange') out[34 + (word.capital ? 1 : 0)] = 1;
  if (word.length <= 2) out[36] = 1;
  else if (word.length === 3) out[37] = 1;
  else if (word.length >= 9) out[38] = 1;
  if (word.isName) out[39] = 1;
  if (word.possessive) out[40] = 1;
}

export function dot(weights: ArrayLike<number>, features: Float64Array, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += weights[i]! * features[i]!;
  return sum;
}
