/** A string of a JSON text. Offsets are UTF-16 offsets into the text, inside its quotation marks. */
export interface JsonString {
  readonly start: number;
  readonly end: number;
  /** The key under which it stands, or the list that it stands in; nothing for one that is a record by itself. */
  readonly name: string;
  /** Number of the record that it is in: the item of the outermost list, or the value of JSON lines. */
  readonly record: number;
}

/** Where and why a text is no JSON. */
export interface JsonTrouble {
  readonly at: number;
}

const space = /[\s\ufeff]*/y;
const scalar = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

interface Level {
  readonly isList: boolean;
  readonly isRecords: boolean;
}

/**
 * The strings that are values in one JSON text or in several, one after the other (JSON lines), with their places. Keeps
 * its own stack, so that no depth is too much.
 *
 * @param takes whether the strings under some keys are wanted; of the keys that lead there, outermost first, it must keep
 *   nothing, since the next strings have the same list
 */
export function jsonStrings(
  source: string,
  takes: (path: readonly string[]) => boolean,
): {strings: JsonString[]; trouble?: JsonTrouble} {
  const strings: JsonString[] = [];
  const levels: Level[] = [];
  const path: string[] = [];
  let lists = 0;
  let record = 0;
  let at = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const matchString = (): boolean => {
    const end = endOfString(source, at);
    if (end > 0) at = end;
    return end > 0;
  };
  const take = (mark: string): boolean => {
    if (source[at] !== mark) return false;
    at++;
    return true;
  };
  const trouble = () => ({strings, trouble: {at}});
  /** A value is due; else a mark after one. */
  let isDue = true;
  for (;;) {
    match(space);
    if (at >= source.length) return levels.length > 0 ? trouble() : {strings};
    const level = levels.at(-1);
    if (!isDue && level) {
      if (take(level.isList ? ']' : '}')) {
        levels.pop();
        if (level.isList) lists--;
        else path.pop();
        continue;
      }
      if (!take(',')) return trouble();
      match(space);
      if (level.isRecords) record++;
      if (level.isList) isDue = true;
      else if (!key()) return trouble();
      continue;
    }
    if (!level && !isDue) record++;
    isDue = false;
    if (take('[')) {
      levels.push({isList: true, isRecords: lists++ === 0});
      match(space);
      if (source[at] !== ']') isDue = true;
    } else if (take('{')) {
      levels.push({isList: false, isRecords: false});
      path.push('');
      match(space);
      if (source[at] !== '}' && !key()) return trouble();
    } else {
      const start = at;
      if (matchString()) {
        if (takes(path)) strings.push({start: start + 1, end: at - 1, name: path.at(-1) ?? '', record});
      } else if (match(scalar) === undefined) return trouble();
    }
  }

  function key(): boolean {
    const start = at;
    if (!matchString()) return false;
    path[path.length - 1] = unquoted(source.slice(start, at));
    match(space);
    isDue = take(':');
    return isDue;
  }
}

/** Behind the quotation mark that ends the string at a place, or -1. A pattern would need a stack as long as the string. */
function endOfString(source: string, start: number): number {
  if (source[start] !== '"') return -1;
  for (let at = start + 1; at < source.length; at++) {
    const c = source[at] as string;
    if (c === '"') return at + 1;
    if (isLineEnd(c) || (c === '\\' && isLineEnd(source[++at]))) return -1;
  }
  return -1;
}

const isLineEnd = (c: string | undefined): boolean => c === '\n' || c === '\r';

function unquoted(quoted: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return quoted.slice(1, -1);
  }
}
