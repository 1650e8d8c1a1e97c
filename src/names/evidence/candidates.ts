import type {Lexicon} from '../../lexicon/lexicon.js';
import {hashOf} from '../../text/hash.js';
import {calendar} from '../mentions/calendar.js';
import {personRoles} from '../mentions/kinds.js';
import type {NameWord, NameWords} from '../mentions/name-words.js';
import {letterMask, lettersApart} from '../spelling/letter-mask.js';
import {readSoundKeys, SoundIndex, sharesSoundKey, soundKeySize} from '../spelling/sound-key.js';
import {isNear} from './near.js';

/** Whether a word may be one of several spellings of a name at all. */
function isCandidate(word: NameWord, lexicon: Lexicon | undefined): boolean {
  if (word.text.length < 3 || calendar.has(word.folded)) return false;
  if (word.acronym) return isLongAcronym(word, lexicon);
  if (personRoles.has(word.hash) && word.tier > 0) return false;
  if (word.tier >= 2 && (word.free === 0 || word.alsoSmall)) return false;
  return !(word.tier > 0 && word.alsoSmall && word.free < word.mentions.length);
}

/** `UNDOFIL` may be misspelt; `NATO` and `NASA` are two names, and an English word in capitals is none. */
function isLongAcronym({text, folded, free, tier, known}: NameWord, lexicon: Lexicon | undefined): boolean {
  if (text.length < shortestAcronym || free === 0 || tier > 0 || known || lexicon === undefined) return false;
  const isWord = (form: string): boolean => (lexicon.get(hashOf(form)) & 7) !== 0;
  return !isWord(folded) && !isWord(text.charAt(0) + folded.slice(1));
}

const shortestAcronym = 5;

/** Fewer words than that are compared each with each; more by an index of their sound keys. */
const fewWords = 300;

/** Pairs of words that are near enough to be looked at: they share a sound key and their letters are not too far apart. */
export function candidatePairs({
  words,
  lexicon,
}: Pick<NameWords, 'words' | 'lexicon'>): [NameWord, NameWord][] {
  const kept = words.filter((word) => isCandidate(word, lexicon));
  const keys = new Int32Array(kept.length * soundKeySize);
  const masks = new Uint32Array(kept.length);
  for (const [i, {folded}] of kept.entries()) {
    readSoundKeys(folded, keys, i * soundKeySize);
    masks[i] = letterMask(folded);
  }
  const pairs: [NameWord, NameWord][] = [];
  // Among many names many are alike by chance, and looking at each would cost too much: they must be nearer.
  const many = kept.length > 400;
  const share = many ? 0.3 : 0.55;
  const apart = many ? 4 : 7;
  const most = 4000;
  const likes = kept.length > fewWords ? new SoundIndex(keys) : undefined;
  for (let b = 1; b < kept.length; b++) {
    const found = likes?.before(b);
    const count = found?.length ?? b;
    for (let k = 0; k < count; k++) {
      const a = found === undefined ? k : found[k]!;
      // Most pairs end here: too many letters that only one of the two has.
      if (lettersApart(masks[a]!, masks[b]!) > apart) continue;
      if (found === undefined && !sharesSoundKey(keys, a * soundKeySize, b * soundKeySize)) continue;
      const x = kept[a]!;
      const y = kept[b]!;
      if (isNear(x, y, share)) pairs.push([x, y]);
      if (pairs.length >= most) return pairs;
    }
  }
  return pairs;
}
