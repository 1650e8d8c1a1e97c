import type {Endings} from './endings.js';

/** Fewest letters of a stem; of a word of four letters or fewer, as `Emą`, two. */
const fewest = 3;

/**
 * Lengths, in UTF-16 units, of what may be left of a word without its ending: the whole word first.
 *
 * @param word small letters
 */
export function stemLengths(word: string, {endings}: Endings): number[] {
  const lengths = [];
  const least = word.length <= 4 ? 2 : fewest;
  for (let k = endings.length - 1; k >= 0; k--) {
    const ending = endings[k] as string;
    const length = word.length - ending.length;
    if (length >= least && word.endsWith(ending)) lengths.push(length);
  }
  return lengths;
}

/** Under what keys a stem is filed: itself, and what it may have been before its last consonant or vowel changed. */
export function stemKeys(stem: string, {softened, fleeting, closed, nouns}: Endings): string[] {
  const keys = [stem];
  for (const [now, before] of softened) {
    if (stem.endsWith(now)) keys.push(stem.slice(0, -now.length) + before);
  }
  // German umlauts stand within the stem: `Schlafsack`, `Schlafsäcke`.
  if (nouns)
    for (const [now, before] of softened) if (stem.includes(now)) keys.push(stem.replace(now, before));
  const last = stem.length - 1;
  const vowel = stem[last - 1] as string;
  if (vowel === 'ь') keys.push(stem.slice(0, last - 1) + stem[last]);
  if (fleeting.includes(vowel) && stem.length > fewest) keys.push(stem.slice(0, last - 1) + stem[last]);
  for (const [now, before] of closed)
    if (vowel === now) keys.push(stem.slice(0, last - 1) + before + stem[last]);
  return keys;
}
