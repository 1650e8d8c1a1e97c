import type {Range} from '../../../src/article/source-map.js';
import {compareSpellings} from '../../../src/names/spelling/compare.js';
import {foldLatin} from '../../../src/names/spelling/fold.js';
import {romanize} from '../../../src/romanize/romanize.js';
import {skeleton} from '../../../src/romanize/skeleton.js';

/** A word of the source in Latin letters. */
export interface SourceWord extends Range {
  readonly word: string;
  readonly latin: string;
  readonly bones: string;
  /** Begins with a capital, not at the head of a sentence. */
  readonly isName: boolean;
  readonly isCapital: boolean;
}

const words = /[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu;
const sentenceHead = /(?:^|[.!?…։:;\n]|[\u2013\u2014])\s*["'“”„«»‹›([]*\s*$/u;

/** The words of a stretch of the source. */
export function sourceWords(text: string, {start, end}: Range, language: string): SourceWord[] {
  const out: SourceWord[] = [];
  const piece = text.slice(start, end);
  const isSoft = softJ.has(language);
  for (const match of piece.matchAll(words)) {
    const [word] = match;
    const read = romanize(word, language);
    if (read === undefined) continue;
    const latin = foldLatin(read);
    const first = word[0] as string;
    const capital = first !== first.toLowerCase();
    const head = !capital || sentenceHead.test(piece.slice(Math.max(0, match.index - 12), match.index));
    out.push({
      start: start + match.index,
      end: start + match.index + word.length,
      word,
      latin,
      bones: skeleton(isSoft ? latin.replace(/j/g, 'y') : latin),
      isName: capital && !head,
      isCapital: capital,
    });
  }
  return out;
}

const softG = /g[eiy]/;
/** Languages of Latin or Cyrillic letters whose j is the English y. */
const softJ = new Set('de nl sv da no is pl cs sk sl hr bs sr mk lt lv et fi hu sq'.split(' '));

/**
 * Whether a word of the source can be what a name of the translation is spelt after.
 *
 * @param isWord it has no capital, where names have one: it must be nearer
 */
export function answers(
  {latin, bones}: SourceWord,
  name: string,
  nameBones: string,
  isWord = false,
): boolean {
  if (latin === name || isSameBones(bones, nameBones)) return true;
  if (latin.length >= 4 && latin.slice(0, 4) === name.slice(0, 4)) return true;
  if (isWord) return false;
  // English w is a vowel elsewhere, or a v.
  if (isNear(bones, nameBones)) return true;
  if (bones.includes('V') || nameBones.includes('V')) {
    const own = bones.replaceAll('V', '');
    const others = nameBones.replaceAll('V', '');
    if (isSameBones(own, others) || isNear(own, others)) return true;
  }
  // `Nigeria` and `Najeriya`.
  if (softG.test(name)) {
    const soft = skeleton(name.replace(/g(?=[eiy])/g, 'j'));
    if (isSameBones(bones, soft) || isNear(bones, soft)) return true;
  }
  return (
    bones[0] === nameBones[0] &&
    Math.abs(bones.length - nameBones.length) <= 2 &&
    compareSpellings(latin, name) > 0.25
  );
}

/** One consonant apart, where there are three at least. */
const isNear = (a: string, b: string): boolean => Math.min(a.length, b.length) >= 3 && isOneApart(a, b);

/** The same consonants, but for an ending of the source. */
export const isSameBones = (source: string, name: string): boolean =>
  (name.length >= 3 && source.startsWith(name) && source.length - name.length <= 2) ||
  (name.length === 2 && source.startsWith(name) && source.length <= 3) ||
  source === name;

/** Whether {@link distance} is at most one, without its table. */
function isOneApart(a: string, b: string): boolean {
  if (a.length > b.length) return isOneApart(b, a);
  if (b.length - a.length > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  let end = 0;
  while (end < a.length - at && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const left = a.length - at - end;
  if (left === 0) return true;
  if (a.length !== b.length) return false;
  return left === 1 || (left === 2 && a[at] === b[at + 1] && a[at + 1] === b[at]);
}

/** Damerau’s distance, for short words. */
export function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({length: b.length + 1}, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(
        (rows[i - 1]?.[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (rows[i - 1]?.[j - 1] ?? 0) + cost,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      row.push(best);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}
