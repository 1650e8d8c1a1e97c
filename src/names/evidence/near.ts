import {distance} from 'fastest-levenshtein';
import type {NameWord} from '../mentions/name-words.js';

/**
 * Whether the letters of two words are near enough for spellings of one name; `share` is the most of the longer word
 * that may differ.
 */
export function isNear(x: NameWord, y: NameWord, share: number): boolean {
  // Two ordinary English words may look alike as they please.
  if (x.tier >= 2 && y.tier >= 2) return false;
  // Two models of one make: `Falcon-9`, `Falcon-12`.
  if (digits(x.text) !== digits(y.text)) return false;
  const a = x.folded;
  const b = y.folded;
  // Initials say little: all but one are the same.
  if (x.acronym || y.acronym) return a.charAt(0) === b.charAt(0) && distance(a, b) === 1;
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
  // Behind an article hardly anything is shared: `al-Ahmad`, `al-Ahram`.
  const most = headA.length > 2 ? 2 : 3;
  if (headA === headB) return distance(tailA, tailB) * most > Math.max(tailA.length, tailB.length);
  if (tailA === tailB) return distance(headA, headB) * 2 > Math.max(headA.length, headB.length);
  return false;
}

const digits = (text: string): string => (/\d/.test(text) ? text.replace(/\D+/g, ' ') : '');
