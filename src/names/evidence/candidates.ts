import {distance} from 'fastest-levenshtein';
import {calendar} from '../mentions/calendar.js';
import type {NameWord} from '../mentions/name-words.js';
import {readSoundKeys, SoundIndex, sharesSoundKey, soundKeySize} from '../spelling/sound-key.js';

/** Whether a word may be one of several spellings of a name at all. */
function isCandidate(word: NameWord): boolean {
  if (word.acronym || word.text.length < 3 || calendar.has(word.folded)) return false;
  if (word.tier >= 2 && (word.free === 0 || word.alsoSmall)) return false;
  return !(word.tier > 0 && word.alsoSmall && word.free < word.mentions.length);
}

/** Fewer words than that are compared each with each; more by an index of their sound keys. */
const fewWords = 300;

/** Pairs of words that are near enough to be looked at: they share a sound key and their letters are not too far apart. */
export function candidatePairs(words: readonly NameWord[]): [NameWord, NameWord][] {
  const kept = words.filter(isCandidate);
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
      if (bits(masks[a]! ^ masks[b]!) > apart) continue;
      if (found === undefined && !sharesSoundKey(keys, a * soundKeySize, b * soundKeySize)) continue;
      const x = kept[a]!;
      const y = kept[b]!;
      if (isNear(x, y, share)) pairs.push([x, y]);
      if (pairs.length >= most) return pairs;
    }
  }
  return pairs;
}

function isNear(x: NameWord, y: NameWord, share: number): boolean {
  // Two ordinary English words may look alike as they please.
  if (x.tier >= 2 && y.tier >= 2) return false;
  // Two models of one make: `Falcon-9`, `Falcon-12`.
  if (digits(x.text) !== digits(y.text)) return false;
  const a = x.folded;
  const b = y.folded;
  if (isCompoundOf(a, b)) return false;
  // `American-Made` of a headline, `Imam-Ul-Haq`; but `E-Account` is one word with a letter before it.
  if (a === b && a.includes('-') && (a.charAt(1) !== '-' || x.free === 0 || y.free === 0)) return false;
  // `CoinMarket` and `CoinMarketCap`: a part more.
  const [less, more] = x.text.length < y.text.length ? [x.text, y.text] : [y.text, x.text];
  if (more.startsWith(less) && /^\p{Lu}/u.test(more.slice(less.length))) return false;
  const long = Math.max(a.length, b.length);
  const short = Math.min(a.length, b.length);
  if (long - short > 6) return false;
  if (a.startsWith(b) || b.startsWith(a)) return true;
  const d = distance(a, b);
  return (
    d <= 1 ||
    (short >= 4
      ? d <= Math.max(share < 0.5 ? 1 : 2, Math.floor(long * share))
      : d <= 1 + (a.charAt(0) === b.charAt(0) ? 1 : 0))
  );
}

/**
 * `Akasaka` and `Akasaka-cho`, `Akasaka-cho` and `Akasaka-dori`, `Assad` and `al-Assad`: one has a part more, or they
 * share a part and are not alike in the other. They name different things, or say more or less of one.
 */
function isCompoundOf(a: string, b: string): boolean {
  const i = a.indexOf('-');
  const k = b.indexOf('-');
  if (i < 0 && k < 0) return false;
  if (i < 0 || k < 0) {
    const [whole, parts] = i < 0 ? [a, b] : [b, a];
    return parts.startsWith(`${whole}-`) || parts.endsWith(`-${whole}`);
  }
  const [headA, headB, tailA, tailB] = [a.slice(0, i), b.slice(0, k), a.slice(i + 1), b.slice(k + 1)];
  if (headA === headB) return distance(tailA, tailB) * 3 > Math.max(tailA.length, tailB.length);
  if (tailA === tailB) return distance(headA, headB) * 2 > Math.max(headA.length, headB.length);
  return false;
}

const digits = (text: string): string => (/\d/.test(text) ? text.replace(/\D+/g, ' ') : '');

function letterMask(folded: string): number {
  let mask = 0;
  for (let i = 0; i < folded.length; i++) {
    const code = folded.charCodeAt(i) - 97;
    if (code >= 0 && code < 26) mask |= 1 << code;
  }
  return mask;
}

function bits(mask: number): number {
  let x = mask - ((mask >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
