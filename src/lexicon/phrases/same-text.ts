import {foldCode} from '../../text/hash.js';

/**
 * Whether the prose at `start`..`end` is written as `wanted`: equal but for white space and the kind of apostrophe,
 * capitals counting. What a wildcard of `wanted` stands for is not compared; its kind was matched before.
 */
export function sameText(prose: string, start: number, end: number, wanted: string): boolean {
  const got = prose.slice(start, end).replace(/\s+/g, ' ');
  // A gap may be empty, and its spaces with it.
  const parts = wanted.split(/ ?<0-\d+> ?|<[^<>]*>/);
  const head = parts[0] as string;
  if (parts.length === 1) return got.length === wanted.length && startsAt(got, 0, wanted);
  const tail = parts.at(-1) as string;
  if (!startsAt(got, 0, head) || !startsAt(got, got.length - tail.length, tail)) return false;
  let at = head.length;
  for (const part of parts.slice(1, -1)) {
    while (at + part.length <= got.length - tail.length && !startsAt(got, at, part)) at++;
    if (at + part.length > got.length - tail.length) return false;
    at += part.length;
  }
  return true;
}

function startsAt(text: string, at: number, part: string): boolean {
  if (at < 0 || at + part.length > text.length) return false;
  for (let i = 0; i < part.length; i++) {
    const a = text.charCodeAt(at + i);
    const b = part.charCodeAt(i);
    if (a !== b && !(foldCode(a) === 0x27 && foldCode(b) === 0x27)) return false;
  }
  return true;
}
