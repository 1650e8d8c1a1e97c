import {Gap} from './decode.js';
import type {WordEvidence} from './evidence.js';

/** Between two words that are surely of the language may stand so many that only may be. */
const mostBetween = 4;
/** With so many more words in small letters than what was judged, a run is no name. */
const beyondName = 2;

/**
 * What belongs to a run beside the words that were judged: behind names, numbers and words that English has too, more
 * words of the same language (`{født etter} bare 25 {uker i} mamma Therese`), and the rest of an insertion in brackets.
 * Indexes into the words of the sentence, both included.
 */
export function grow(
  words: readonly WordEvidence[],
  gaps: readonly number[],
  from: number,
  to: number,
  isInBracket: boolean,
): {from: number; to: number} {
  const isLong = spokenWords(words, from, to) > 1;
  const start = from - reachOf(from, -1, words, gaps, isLong, isInBracket);
  const end = to + reachOf(to, 1, words, gaps, isLong, isInBracket);
  return {from: start, to: end};
}

/** How many words to one side belong to the run that ends with word `edge` there. */
function reachOf(
  edge: number,
  step: 1 | -1,
  words: readonly WordEvidence[],
  gaps: readonly number[],
  isLong: boolean,
  isInBracket: boolean,
): number {
  let reach = 0;
  let between = 0;
  let isShared = false;
  let isWeak = false;
  let isOpen = true;
  for (let n = 1; ; n++) {
    const at = edge + n * step;
    const word = words[at];
    const gap = word && gaps[step > 0 ? at : at + 1];
    if (word === undefined || gap === Gap.Wall) {
      // The whole insertion, where nothing in it is English alone.
      if (isInBracket && isOpen && between <= mostBetween) reach = n - 1;
      break;
    }
    if (gap !== Gap.None && !isInBracket) break;
    if (isSure(word) || (between === 0 && isStrange(word))) {
      // Two lone words with one of English between, which the language has too, are two leftovers.
      if (isShared && between === 1 && !isLong && reach === 0 && !isSureBeside(words[at + step])) break;
      reach = n;
      between = 0;
      continue;
    }
    between++;
    if (isInBracket ? word.number || word.capital || word.rank > 0 : mayBelong(word)) {
      if (word.tier === 3 && !word.capital) isShared = true;
    } else if (!isWeak && between === 1 && isLong && word.rank > 1) {
      // `tot het uniform deel`: one that is commoner in English.
      isWeak = true;
    } else isOpen = false;
    if (!isOpen || between > mostBetween) break;
  }
  return reach;
}

function isSureBeside(word: WordEvidence | undefined): boolean {
  return word !== undefined && isSure(word);
}

/** Unknown to the target language: beside a word that is surely foreign, it is no slip. */
function isStrange(word: WordEvidence): boolean {
  return !word.number && !word.capital && word.tier === 0 && !word.isName;
}

/** Of the language, and of no other that the reader knows. */
function isSure(word: WordEvidence): boolean {
  if (word.number) return false;
  if (word.capital) return word.tier === 0 && !word.isName && !word.possessive && word.rank > 0;
  return word.tier === 0 ? word.rank > 0 || word.letters > 1.5 : word.tier === 1 && word.rank > 1;
}

/** A name, a number, or a word that English has, too: the commoner there, the commoner it must be in the language. */
function mayBelong(word: WordEvidence): boolean {
  if (word.number) return true;
  if (word.capital) return word.tier < 2 || word.isName;
  return word.rank > word.tier || (word.tier === 3 && word.rank === 4);
}

/** Words, without numbers. */
export function spokenWords(words: readonly WordEvidence[], from: number, to: number): number {
  let count = 0;
  for (let i = from; i <= to; i++) if (!words[i]!.number) count++;
  return count;
}

/** Whether what belongs to a run has many more words in small letters than the part that looks like a name. */
export function isLongerThanName(
  words: readonly WordEvidence[],
  from: number,
  to: number,
  ofName: number,
  toName: number,
): boolean {
  let more = 0;
  for (let i = from; i <= to; i++) {
    const word = words[i]!;
    if ((i < ofName || i > toName) && !word.number && !word.capital) more++;
  }
  return more >= beyondName;
}
