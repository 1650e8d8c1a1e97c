import {isWhiteSpace} from './white-space.js';

/** One line without its break and without white space at its ends. `start === end` for a blank line. */
export interface Line {
  start: number;
  end: number;
  /** Offset of the line that follows. */
  next: number;
}

const breaks = ['\n', '\r', '\u2028', '\u2029'] as const;

/**
 * Walks the lines of a text from `start`. Breaks are LF, CR, CRLF, U+2028 and U+2029. The same object is handed out
 * each time. Each kind of break is searched for ahead and remembered, so that a text costs as many searches as it
 * has breaks.
 */
export function* linesOf(source: string, start: number): Generator<Line, void> {
  const line: Line = {start: 0, end: 0, next: start};
  const ahead = breaks.map((mark) => indexOrEnd(source, mark, start));
  while (line.next < source.length) {
    const from = line.next;
    let at = source.length;
    for (let i = 0; i < breaks.length; i++) {
      if (ahead[i]! < from) ahead[i] = indexOrEnd(source, breaks[i]!, from);
      if (ahead[i]! < at) at = ahead[i]!;
    }
    line.next = source[at] === '\r' && source[at + 1] === '\n' ? at + 2 : at + 1;
    line.start = from;
    line.end = at;
    while (line.start < line.end && isWhiteSpace(source.charCodeAt(line.start))) line.start++;
    while (line.end > line.start && isWhiteSpace(source.charCodeAt(line.end - 1))) line.end--;
    yield line;
  }
}

function indexOrEnd(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from);
  return at < 0 ? source.length : at;
}
