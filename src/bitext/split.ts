import type {Range} from '../article/source-map.js';

const ends = new Set([...'.!?…。！？।։؟۔︒']);
const always = new Set([...'。！？।։']);
const closers = new Set([...`"'”’»›」』）)]`]);
const upperOrOther = /^["'“„«‹「『([¿¡—–-]*\s*(?:\p{Lu}|\p{Lt}|\p{Lo}|\p{N})/u;

/**
 * The sentences of a stretch of text in any language: cut behind `.`, `!`, `?` and their like where white space and a
 * capital (or a script without capitals) follow. The same for both sides; what it cuts wrongly the aligner joins again.
 */
export function sentencesOf(text: string, start: number, end: number): Range[] {
  const out: Range[] = [];
  let from = start;
  let at = start;
  while (at < end) {
    const c = text[at] as string;
    if (c === '\n') {
      push(text, out, from, at);
      from = at + 1;
    } else if (ends.has(c)) {
      let to = at + 1;
      while (to < end && isTail(text, to)) to++;
      const spaced = to >= end || /\s/.test(text[to] as string);
      if (
        to >= end ||
        always.has(c) ||
        (spaced &&
          upperOrOther.test(text.slice(to, to + 12).trimStart()) &&
          !isAbbreviation(text, from, at, c))
      ) {
        push(text, out, from, to);
        from = to;
      }
      at = to;
      continue;
    }
    at++;
  }
  push(text, out, from, end);
  return out;
}

/** A mark that belongs to the sentence before it. `“` closes in German and opens in English. */
function isTail(text: string, at: number): boolean {
  const c = text[at] as string;
  return ends.has(c) || closers.has(c) || (c === '“' && !/[\p{L}\p{N}]/u.test(text[at + 1] ?? ' '));
}

/** `J. Smith`, `Dr. Smith`, `3. Oktober`, `U.S. officials`. */
function isAbbreviation(text: string, from: number, dot: number, c: string): boolean {
  if (c !== '.') return false;
  let start = dot;
  while (start > from && /[\p{L}\p{N}.]/u.test(text[start - 1] as string)) start--;
  const word = text.slice(start, dot);
  return (
    word.length <= 2 ||
    word.includes('.') ||
    /^\p{Lu}\p{Ll}{1,2}$/u.test(word) ||
    /^(?:[Pp]rof|[Ss]gt|[Ll]ieut|[Gg]en|[Ss]en|[Rr]ep|[Nn]os?|vs)$/.test(word)
  );
}

function push(text: string, out: Range[], from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start] as string)) start++;
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  if (start < end) out.push({start, end});
}
