const lineFeed = 10;
const carriageReturn = 13;

export function isBlank(source: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isSpace(source.charCodeAt(at))) return false;
  return true;
}

/** A line of one mark, so often or more, and nothing else. */
export function isRow(source: string, start: number, end: number, mark: number, least: number): boolean {
  let at = start;
  while (at < end && source.charCodeAt(at) === mark) at++;
  return at - start >= least && isBlank(source, at, end);
}

export const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;
export const isSpace = (code: number): boolean => code === 32 || code === 9;
export const isLineEnd = (code: number): boolean => code === lineFeed || code === carriageReturn;
export const isWhite = (code: number): boolean => isSpace(code) || isLineEnd(code);
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

export function lineEnd(source: string, from: number): number {
  let at = from;
  while (at < source.length && !isLineEnd(source.charCodeAt(at))) at++;
  return at;
}

/** The first character of a line that is no space or tab. */
export function lineStart(source: string, from: number): number {
  let at = from;
  while (at < source.length && isSpace(source.charCodeAt(at))) at++;
  return at;
}

/** Behind the line end at `at`, if there is one. */
export function afterLineEnd(source: string, at: number): number {
  if (source.charCodeAt(at) === carriageReturn && source.charCodeAt(at + 1) === lineFeed) return at + 2;
  return Math.min(source.length, at + 1);
}
