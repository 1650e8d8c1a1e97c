import {hashOf} from '../text/hash.js';
import type {Unit} from './align.js';

const pieces = /\p{Nd}[\p{Nd}.,٫٬]*|[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f'’]{2,}/gu;
const mostAnchors = 24;

/**
 * What the aligner compares of a stretch of text: its letters, and as anchors its figures and its words in Latin letters
 * that begin with a capital, cut to four letters without diacritics.
 */
export function unitOf(text: string, start: number, end: number, withWords = true): Unit {
  const anchors: number[] = [];
  const piece = text.slice(start, end);
  pieces.lastIndex = 0;
  for (let match = pieces.exec(piece); match && anchors.length < mostAnchors; match = pieces.exec(piece)) {
    const [word] = match;
    const key = withWords || /^\p{Nd}/u.test(word) ? keyOf(word) : '';
    if (key !== '') anchors.push(hashOf(key));
  }
  return {length: lengthOf(text, start, end), anchors: [...new Set(anchors)]};
}

/** How many characters of a stretch count: all but spaces and most marks. */
export function lengthOf(text: string, start: number, end: number): number {
  let length = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x2f && !(code > 0x2000 && code < 0x2070)) length++;
  }
  return length;
}

function keyOf(word: string): string {
  const code = word.codePointAt(0) as number;
  if (code < 0x3a || /\p{Nd}/u.test(word[0] as string)) {
    const digits = word.replace(/\P{Nd}/gu, '');
    return digits.length > 1 ? westernDigits(digits) : '';
  }
  const first = word[0] as string;
  if (first === first.toLowerCase()) return '';
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .slice(0, 4);
}

function westernDigits(digits: string): string {
  let out = '';
  for (const d of digits) {
    const code = d.codePointAt(0) as number;
    // Blocks of ten digits begin at multiples of ten or end in 6.
    out +=
      code < 0x3a
        ? d
        : String((code - (code >= 0xff10 ? 0xff10 : (code & 0xfff0) + ((code & 0xf) >= 6 ? 6 : 0))) % 10);
  }
  return out;
}
