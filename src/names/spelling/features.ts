import {units} from '../../generated/romanization.js';
import type {Alignment} from './align.js';
import {
  endingFeatures,
  gapFeatures,
  lastFeature,
  Op,
  ordered,
  pairFeatures,
  positionFeature,
} from './operations.js';
import {foldedLetters, type Spelling} from './spelling.js';

/** Calls `add` with each whole-word feature: these do not steer the alignment. */
export function wordFeatures(
  a: Spelling,
  b: Spelling,
  alignment: Alignment,
  add: (name: string, value: number) => void,
): void {
  let badConsonants = 0;
  let badVowels = 0;
  let shared = 0;
  let same = 0;
  let firstBad = false;
  let ending = 0;
  const shape = shapeOf(a.letters, b.letters);
  for (const edit of alignment.edits) {
    if (edit.op > Op.SameConsonant && edit.op !== Op.GapDouble && edit.op !== Op.GapSign) {
      if (edit.op === Op.Ending) {
        add(`#${shape}:ends`, 1);
      } else if (edit.u < 0 || edit.v < 0)
        add(
          `#${shape}:gap:${foldedLetters[edit.u < 0 ? edit.v : edit.u]}${edit.position === 2 ? '$' : ''}`,
          1,
        );
      else if (units[edit.u]!.length === 1 && units[edit.v]!.length === 1) {
        add(`#${shape}:pair:${ordered(foldedLetters[edit.u]!, foldedLetters[edit.v]!)}`, 1);
      } else add(`#${shape}:${edit.op === Op.SharedVowel ? 'vowels' : 'consonants'}`, 1);
    }
    switch (edit.op) {
      case Op.OtherConsonant:
      case Op.GapConsonant:
      case Op.VowelConsonant:
        badConsonants++;
        if (edit.position === 0) firstBad = true;
        break;
      case Op.OtherVowel:
      case Op.GapVowel:
        badVowels++;
        break;
      case Op.SharedVowel:
      case Op.SharedConsonant:
        shared++;
        break;
      case Op.SameConsonant:
        same++;
        break;
      case Op.Ending:
        ending = 1;
        break;
    }
  }
  const short = Math.min(a.letters.length, b.letters.length);
  const size = short <= 4 ? 'short' : short <= 6 ? 'middle' : short <= 8 ? 'long' : 'longer';
  add('#bias', 1);
  add(`#letters:${Math.min(short, 12)}`, 1);
  add(`#consonants:${Math.min(same, 8)}`, 1);
  const c = Math.min(badConsonants, 3);
  const v = Math.min(badVowels, 3);
  add(`#bad:${c}:${v}`, 1);
  if (c > 0) add(`#badConsonants:${c}:${size}`, 1);
  if (v > 0) add(`#badVowels:${v}:${size}`, 1);
  if (firstBad) add(`#firstBad:${size}`, 1);
  add(`#shared:${Math.min(shared, 5)}:${c + v > 0 ? 'bad' : 'clean'}`, 1);
  add('#badShare', (badConsonants + 0.5 * badVowels) / (short + 1));
  if (ending) add(`#ending:${c + v > 0 ? 'bad' : 'clean'}`, 1);
  const feminineA = /[aá]$/.test(a.letters);
  const feminineB = /[aá]$/.test(b.letters);
  if (feminineA !== feminineB) {
    const bare = feminineA ? b.letters : a.letters;
    add(`#oneEndsInA:${/[aeiouy]$/.test(bare) ? 'vowel' : /s$/.test(bare) ? 's' : 'consonant'}`, 1);
    if (
      /(ov|ev|in|yn|off|ow|ew)$/.test(bare) &&
      /(ov|ev|in|yn|ow|ew)[aá]$/.test(feminineA ? a.letters : b.letters)
    )
      add('#couple', 1);
  }
  const korean = Number(looksKorean(a.letters)) + Number(looksKorean(b.letters));
  if (korean > 0) {
    add(`#korean:${korean}`, 1);
    if (v > 0) add(`#korean:badVowels:${v}`, 1);
    if (c > 0) add(`#korean:badConsonants:${c}`, 1);
    if (shared > 0) add(`#korean:shared:${Math.min(shared, 3)}`, 1);
  }
}

/** The family of languages that two spellings look like, by their endings and letters alone. */
export function shapeOf(a: string, b: string): 'slavic' | 'korean' | 'semitic' | 'other' {
  if (slavic.test(a) || slavic.test(b) || caucasian.test(a) || caucasian.test(b)) return 'slavic';
  if (korean.test(a) || korean.test(b)) return 'korean';
  if (semitic.test(a) || semitic.test(b)) return 'semitic';
  return 'other';
}

export const slavic =
  /(ov|ev|ow|ew|off|in|yn|vich|vi[cč]|[iy]ch|wicz|itch|itsch|sk[iy]|skij|sk[ií]y|ska|skaya|skaja|enko|chuk|čuk|uk|ova|eva|owa|ewa|ina|yna)(s|as|is|us|o|os)?$/;
export const semitic =
  /^(al|el|abd|ben|ibn|abu|bou)|(ullah|allah|uddin|eddin|ah|aoui|awi)$|[qʿ']|aa|ou|kh|gh|dh/;
export const korean = /(eo|eu|hy[ou]|ky[ou]|[jy]oo|[sjygh]ung|[jsht]ae|oung|[hs]oon|yeon|woo|kw[ao])/;
export const caucasian = /(yan|ian|jan|shvili|švili|schwili|dze|dse)s?$/;

/** Two-syllable shapes that only Korean given names have in Latin letters. */
function looksKorean(letters: string): boolean {
  return (
    /(eo|eu|hy[ou]|ky[ou]|[jy]oo|[sjygh]ung|[jsht]ae|oung|[hs]oon|yeon|woo|kw[ao])/.test(letters) &&
    letters.length <= 11
  );
}

/** Calls `add` with each feature of the edits. */
export function editFeatures(
  a: Spelling,
  b: Spelling,
  alignment: Alignment,
  add: (name: string, value: number) => void,
): void {
  for (const {op, u, v, position, i, j} of alignment.edits) {
    add(positionFeature(op, position), 1);
    if (op === Op.Ending) {
      for (const f of endingFeatures(a.endings[i]! & b.endings[j]!, a.letters.slice(i), b.letters.slice(j)))
        add(f, 1);
    } else if (u < 0 || v < 0) {
      const letter = u < 0 ? v : u;
      for (const f of gapFeatures(letter, op)) add(f, 1);
      if (position === 2) add(lastFeature(op, letter, -1), 1);
    } else {
      for (const f of pairFeatures(u, v)) add(f, 1);
      if (position === 2 && op > Op.SameConsonant) add(lastFeature(op, u, v), 1);
    }
  }
}
