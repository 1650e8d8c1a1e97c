import {afterLineEnd, isDigit, isLineEnd, lineStart} from './markdown-lines.js';

const byteOrderMark = 0xfeff;

/** Characters that can be markup anywhere in a line, ASCII only; a tab moves what follows. */
const signs = flagsOf('\\`*_[]<&|~\t\0');
/** Characters with which no line begins that is more than text; digits are looked at apart. */
const beginnings = flagsOf('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"\'($%');

function flagsOf(characters: string): Uint8Array {
  const flags = new Uint8Array(128);
  for (const character of characters) flags[character.charCodeAt(0)] = 1;
  return flags;
}

/** The end of the last line of a paragraph without markup that begins here, or -1. */
export function plainParagraph(source: string, start: number): number {
  let at = start;
  for (;;) {
    if (!beginsWithText(source, at)) return -1;
    for (; at < source.length; at++) {
      const code = source.charCodeAt(at);
      if (isLineEnd(code)) break;
      if (code < 128 && signs[code] === 1) return -1;
    }
    const end = at;
    at = afterLineEnd(source, end);
    if (at >= source.length) return end;
    const next = lineStart(source, at);
    if (next >= source.length || isLineEnd(source.charCodeAt(next))) return end;
    if (next > at) return -1;
  }
}

function beginsWithText(source: string, at: number): boolean {
  const code = source.charCodeAt(at);
  if (code >= 128) return code !== byteOrderMark;
  if (beginnings[code] !== 1) return false;
  if (!isDigit(code)) return true;
  let to = at;
  while (isDigit(source.charCodeAt(to))) to++;
  const mark = source.charCodeAt(to);
  return mark !== 41 && mark !== 46;
}
