import {hashWord} from '../../text/hash.js';
import {Entry} from '../lexicon.js';
import type {Target} from './target.js';

const alphabet = 'abcdefghijklmnopqrstuvwxyz';
/** In letters. A longer word has so many neighbours that one of them would be found in the lexicon by chance. */
const longestSlip = 16;

/**
 * Whether a word is one slip of the finger away from a word of the target language: a letter too many, two letters
 * turned or a double letter single (from an ordinary word), a letter missing or another one (from an everyday word, since more are tried).
 */
export function isSlip(word: string, target: Target): boolean {
  const tier = (text: string): number =>
    target.get(text, 0, text.length, hashWord(text, 0, text.length)) & Entry.Tier;
  const n = word.length;
  const foreign = foreignLetters(word);
  if (n < 3 || n > longestSlip || foreign.count > 1) return false;
  for (let i = 0; i < n; i++) {
    // The slip is the letter that English lacks.
    if (foreign.count > 0 && i !== foreign.at) continue;
    const head = word.slice(0, i);
    const tail = word.slice(i + 1);
    if (n > 3 && tier(head + tail) >= 2) return true;
    // One of two equal letters is missing: `embarassment`.
    if (n > 5 && tier(head + word[i]! + word.slice(i)) >= 2) return true;
    if (i + 1 < n && tier(head + word[i + 1]! + word[i]! + word.slice(i + 2)) >= 2) return true;
  }
  for (let i = 0; i <= n; i++) {
    if (foreign.count > 0 && i !== foreign.at) continue;
    const head = word.slice(0, i);
    for (const letter of alphabet) {
      if (foreign.count === 0 && tier(head + letter + word.slice(i)) === 3) return true;
      if (i < n && n > 3 && letter !== word[i] && tier(head + letter + word.slice(i + 1)) === 3) return true;
    }
  }
  return false;
}

/** Whether a word is two words of the target language written as one, one of them an everyday word: `racecar`. */
export function isCompound(word: string, target: Target): boolean {
  const tier = (text: string): number =>
    target.get(text, 0, text.length, hashWord(text, 0, text.length)) & Entry.Tier;
  // A word without an end would be looked up once for each of its letters.
  if (word.length > 40) return false;
  for (let at = 3; at <= word.length - 3; at++) {
    const first = tier(word.slice(0, at));
    if (first < 2) continue;
    const second = tier(word.slice(at));
    if (second >= 2 && first + second >= 5) return true;
  }
  return false;
}

const suffixes =
  'er ers ing ed ness less like ish able ism ist ists ise ize ised ized ward wards wise hood ship'.split(' ');
/** In letters: the shortest word that such an ending is put to. */
const shortestBase = 4;

/** Whether a word is one of the target language, English, with an ending that makes words there: `ruiner`, `parklike`. */
export function isDerived(word: string, target: Target): boolean {
  const tier = (text: string): number =>
    target.get(text, 0, text.length, hashWord(text, 0, text.length)) & Entry.Tier;
  for (const suffix of suffixes) {
    const length = word.length - suffix.length;
    if (length < shortestBase || !word.endsWith(suffix)) continue;
    const base = word.slice(0, length);
    if (tier(base) >= 2 || tier(`${base}e`) === 3) return true;
  }
  return false;
}

/** How many letters are none of English, and where the last of them stands. */
function foreignLetters(word: string): {count: number; at: number} {
  let count = 0;
  let at = -1;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code < 0x80 || code === 0x2018 || code === 0x2019) continue;
    count++;
    at = i;
  }
  return {count, at};
}
