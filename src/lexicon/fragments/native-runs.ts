import {wordSet} from '../../text/hash.js';
import {type TextIndex, TokenFlag, Zone} from '../../text/tokens.js';
import {isMandarin} from '../name-endings.js';
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

/** With more words than these a title begins with a capital. */
const longTitle = 4;

/** In quotation marks, or short and beginning with a capital: with a word such as `film` beside it, a title or a name. */
export function isTitle(
  text: TextIndex,
  words: readonly WordEvidence[],
  from: number,
  to: number,
  before: WordEvidence | undefined,
  place: Place,
): boolean {
  if (place.enclosed === 'square') return false;
  if (place.coverage >= 0.5)
    return opensQuotation(text, words, from) && (to - from < longTitle || isCapital(text, words, from));
  const capital = words[from]!.capital || (before?.capital === true && before.tier === 0 && !before.isName);
  return capital && to - from < 6;
}

function isCapital(text: TextIndex, words: readonly WordEvidence[], at: number): boolean {
  return (text.tokens.flags[words[at]!.token]! & TokenFlag.InitialCap) !== 0;
}

/** Whether word `at` begins its quotation, or stands behind words that the target language does not know, or names. */
export function opensQuotation(text: TextIndex, words: readonly WordEvidence[], at: number): boolean {
  const {zones, blocks} = text.tokens;
  for (let i = at - 1; i >= 0; i--) {
    const word = words[i]!;
    if ((zones[word.token]! & Zone.Quotation) === 0 || blocks[word.token] !== blocks[words[at]!.token]) break;
    if (word.tier >= 2 && !word.isName && word.rank === 0) return false;
  }
  return true;
}

/** Syllables of Japanese in Latin letters (Hepburn), as in `hiyashi chuka`: English has them, and those of Chinese, for food and sport. */
const romaji =
  /^(?:(?:[kgsztdnhbpmyrwjf]|ch|sh|ts|[kgnhbpmr]y|kk|ss|tt|pp|cch|ssh|tch)?[aiueoāīūēō]|n(?![aiueoāīūēōy]))+$/;

export function isRomaji(text: TextIndex, words: readonly WordEvidence[], from: number, to: number): boolean {
  for (let i = from; i <= to; i++) {
    const word = words[i]!;
    if (word.tier >= 2) continue;
    const letters = text.token(word.token).toLowerCase();
    if (word.rank > 1 || !(romaji.test(letters) || (letters.length > 5 && isMandarin(letters)))) return false;
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

/** `Boulogne-sur-Mer`, `Frankfurt-am-Main`: short words with hyphens on both sides, between capitals. */
export function isHyphenedPlace(text: TextIndex, first: number, last: number): boolean {
  const {flags, hashes, starts, ends} = text.tokens;
  const isJoined = (i: number): boolean =>
    (flags[i]! & TokenFlag.Mark) !== 0 &&
    hashes[i] === 0x2d &&
    ends[i - 1] === starts[i] &&
    ends[i] === starts[i + 1];
  let from = first;
  let to = last;
  while (from > 1 && isJoined(from - 1)) from -= 2;
  while (to + 2 < text.tokens.count && isJoined(to + 1)) to += 2;
  if (to - from < 4 || (flags[from]! & flags[to]! & TokenFlag.InitialCap) === 0) return false;
  for (let i = from + 1; i < to; i += 2) if (!isJoined(i)) return false;
  return true;
}

/** A word of the run has lost a letter: `J?rg Haider`. */
export function isBroken(text: TextIndex, first: number, last: number): boolean {
  const {flags, hashes, starts, ends} = text.tokens;
  for (let i = first + 1; i < last; i++) {
    if ((flags[i]! & TokenFlag.Mark) === 0 || (hashes[i] !== 0x3f && hashes[i] !== 0xfffd)) continue;
    if (ends[i - 1] === starts[i] && ends[i] === starts[i + 1]) return true;
  }
  return false;
}

/** `Es folgte ein Abstieg (A descent followed)`. */
export function hasGloss(text: TextIndex, words: readonly WordEvidence[], last: number): boolean {
  let at = last;
  return glossFollows(text, words[last]!.token, () => {
    const word = words[++at];
    return (
      word !== undefined &&
      (word.number || word.capital || word.tier < 2 || word.rank >= (word.tier === 3 ? 4 : 2))
    );
  });
}

const being = wordSet('is are');
const defining = wordSet('a an one kind type sort');
const connecting = wordSet('and but or so since because while as that although though');

/**
 * Hashes of the words that a text says the meaning of, bare as a name is (`Many do not know it, but liangpi is a flat
 * noodle`): they stand there on purpose wherever they stand.
 */
export function definedWords(text: TextIndex): ReadonlySet<number> {
  const {hashes, flags, blocks, count} = text.tokens;
  const out = new Set<number>();
  for (let i = 1; i + 3 < count; i++) {
    if (!being.has(hashes[i + 1]!) || !defining.has(hashes[i + 2]!) || blocks[i + 2] !== blocks[i]) continue;
    const isBare =
      blocks[i - 1] !== blocks[i] || (flags[i - 1]! & TokenFlag.Mark) !== 0 || connecting.has(hashes[i - 1]!);
    if (isBare) out.add(hashes[i]!);
  }
  return out;
}

/** The one strange word of a run is among {@link definedWords}. */
export function isDefined(
  text: TextIndex,
  words: readonly WordEvidence[],
  from: number,
  to: number,
  defined: ReadonlySet<number>,
): boolean {
  let only: WordEvidence | undefined;
  for (let i = from; i <= to; i++) {
    const word = words[i]!;
    if (word.tier >= 2 || word.number) continue;
    if (only) return false;
    only = word;
  }
  return only !== undefined && defined.has(text.tokens.hashes[only.token]!);
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
