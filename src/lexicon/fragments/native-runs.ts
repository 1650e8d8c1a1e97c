import {wordSet} from '../../text/hash.js';
import {type TextIndex, TokenFlag} from '../../text/tokens.js';
import {Gap} from './decode.js';
import type {WordEvidence} from './evidence.js';
import {glossFollows, type Place, phraseHash} from './surroundings.js';
import type {Target} from './target.js';

// Runs that look foreign and are at home in English. Of each, `from` and `to` are indexes into the words of a sentence,
// both included.

/** Small words within names. */
const particles =
  wordSet(`von vom zu zum zur der den dem van ter ten op het de du des la le les las los lo el al il da das do dos di del della
  delle dello degli dei y bin ibn bint abu ben bar ould af`);
/** In words. */
const longestPhrase = 7;

/** In quotation marks, or short and beginning with a capital: with a word such as `film` beside it, a title or a name. */
export function isTitle(
  words: readonly WordEvidence[],
  from: number,
  to: number,
  before: WordEvidence | undefined,
  place: Place,
): boolean {
  if (place.enclosed === 'square') return false;
  if (place.coverage >= 0.5) return true;
  const capital = words[from]!.capital || (before?.capital === true && before.tier === 0 && !before.isName);
  return capital && to - from < 6;
}

/** Syllables of Japanese in Latin letters (Hepburn), as in `hiyashi chuka`: English has them for food and sport. */
const romaji =
  /^(?:(?:[kgsztdnhbpmyrwjf]|ch|sh|ts|[kgnhbpmr]y|kk|ss|tt|pp|cch|ssh|tch)?[aiueoāīūēō]|n(?![aiueoāīūēōy]))+$/;

export function isRomaji(text: TextIndex, words: readonly WordEvidence[], from: number, to: number): boolean {
  for (let i = from; i <= to; i++) {
    const word = words[i]!;
    if (word.tier < 2 && (word.rank > 1 || !romaji.test(text.token(word.token).toLowerCase()))) return false;
  }
  return true;
}

/** `Ústí nad Labem`, `Gazzetta dello Sport`: one or two small joints between capitals that the target does not know. */
export function isPlaceName(
  words: readonly WordEvidence[],
  from: number,
  to: number,
  gaps: readonly number[],
): boolean {
  const before = gaps[from] === Gap.None ? words[from - 1] : undefined;
  const after = gaps[to + 1] === Gap.None ? words[to + 1] : undefined;
  const isOpen = words[from]!.capital || (before?.capital === true && before.tier === 0);
  if (!isOpen || !(words[to]!.capital || after?.capital === true) || to - from > 3) return false;
  const small = words.slice(from, to + 1).filter((word) => !word.capital);
  return small.length <= 2 && small.every((word) => word.length <= 5);
}

/** The end of a file name or an address, or of a word that has lost a letter: `.ini`, `/lib`, `J?rg`. */
export function isGlued(text: TextIndex, first: number): boolean {
  const {flags, hashes, starts, ends} = text.tokens;
  if (first === 0 || (flags[first - 1]! & TokenFlag.Mark) === 0 || ends[first - 1] !== starts[first])
    return false;
  return [0x2e, 0x2f, 0x5c, 0x5f, 0x23, 0x40, 0x3d, 0x7e, 0x3f, 0xfffd].includes(hashes[first - 1]!);
}

/** `Es folgte ein Abstieg (A descent followed)`. */
export function hasGloss(text: TextIndex, words: readonly WordEvidence[], last: number): boolean {
  let at = last;
  return glossFollows(text, words[last]!.token, () => {
    const word = words[++at];
    return word !== undefined && (word.number || word.capital || word.tier < 2 || word.rank > 1);
  });
}

/** `Ursula von der Leyen`, `Muhammad bin Salman`: the small words are those of names. */
export function hasOnlyParticles(
  text: TextIndex,
  words: readonly WordEvidence[],
  from: number,
  to: number,
): boolean {
  if (!words[to + 1]?.capital && !words[to]!.capital) return false;
  for (let i = from; i <= to; i++) {
    const word = words[i]!;
    if (!word.capital && !word.number && !particles.has(text.tokens.hashes[word.token]!)) return false;
  }
  return true;
}

/** Whether a phrase of the lexicon covers all strange words of the run: `coup d’état`, `to go mano a mano`. */
export function isPhrase(
  text: TextIndex,
  target: Target,
  words: readonly WordEvidence[],
  from: number,
  to: number,
): boolean {
  let first = from;
  let last = to;
  // Names beside a phrase are no part of it: `Hansen et al.`
  const isBeside = (word: WordEvidence): boolean => word.tier >= 2 || word.capital || word.number;
  while (first < last && isBeside(words[first]!)) first++;
  while (last > first && isBeside(words[last]!)) last--;
  const end = Math.min(words.length - 1, last + 4);
  for (let i = Math.max(0, first - 4); i <= first; i++) {
    for (let k = Math.max(last, i + 1); k <= end && k - i < longestPhrase; k++) {
      if (target.isKnownPhrase(phraseHash(text, words[i]!.token, words[k]!.token))) return true;
    }
  }
  return false;
}
