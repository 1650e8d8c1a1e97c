import {cellsOf, isPlain, textWidth} from './text-width.js';
import {logCommand, visible} from './visible.js';

/** A line of a file with one place in it, ready for a terminal. */
export interface Excerpt {
  /** The line, or the part of it round the place; nothing in it can control a terminal or a CI log. */
  readonly line: string;
  /** Columns before the marked place. */
  readonly indent: number;
  /** Columns of the marked place; 0 for a place between two characters. */
  readonly marked: number;
}

const tabWidth = 4;
const ellipsis = '…';

/**
 * The line where a range begins, cut round the range to `width` columns. A range over several lines is marked to the
 * end of its first one.
 *
 * @param start UTF-16 offset of the range in `source`
 * @param end UTF-16 offset of its end
 */
export function excerptOf(source: string, start: number, end: number, width: number): Excerpt {
  // A line may be a whole book: look no further than what can be shown.
  const reach = width * 4;
  let from = start;
  while (from > 0 && start - from < reach && !isLineEnd(source.charCodeAt(from - 1))) from--;
  if (from > 0 && isLowSurrogate(source.charCodeAt(from))) from++;
  let to = start;
  while (to < source.length && to - start < reach && !isLineEnd(source.charCodeAt(to))) to++;
  if (to < source.length && isLowSurrogate(source.charCodeAt(to))) to--;
  const cutBefore = from > 0 && !isLineEnd(source.charCodeAt(from - 1));
  const cutAfter = to < source.length && !isLineEnd(source.charCodeAt(to));
  const line = source.slice(from, to);
  if (isPlain(line) && !line.includes('##'))
    return cutPlain(line, start - from, end - from, width, cutBefore, cutAfter);
  return cut(layOut(line, start - from, end - from), width, cutBefore, cutAfter);
}

/** {@link cut} for a line of which every unit is a column. */
function cutPlain(
  line: string,
  start: number,
  end: number,
  width: number,
  cutBefore: boolean,
  cutAfter: boolean,
): Excerpt {
  const last = Math.max(start, Math.min(end, line.length));
  if (line.length <= width && !cutBefore && !cutAfter) return {line, indent: start, marked: last - start};
  const room = Math.max(1, width - 2);
  const marked = Math.min(last - start, room);
  const half = (room - marked) >> 1;
  const before = Math.min(start, half);
  const right = Math.min(line.length, start + room - before);
  const left = Math.max(0, right - room);
  const head = left > 0 || cutBefore ? ellipsis : '';
  const tail = right < line.length || cutAfter ? ellipsis : '';
  return {line: head + line.slice(left, right) + tail, indent: head.length + start - left, marked};
}

interface Laid {
  readonly texts: string[];
  readonly widths: number[];
  /** Cells `first` up to `last` (not included) are marked. */
  readonly first: number;
  readonly last: number;
}

/** Tabs become spaces and hidden characters their pictures; the marked range becomes a range of cells. */
function layOut(line: string, start: number, end: number): Laid {
  const texts: string[] = [];
  const widths: number[] = [];
  let column = 0;
  let first = -1;
  let last = -1;
  const put = (text: string, width: number, at: number, length: number): void => {
    if (first < 0 && at + length > start) first = texts.length;
    if (at < end && at + length > start) last = texts.length + 1;
    texts.push(text);
    widths.push(width);
    column += width;
  };
  const brackets = new Set<number>();
  for (const {0: found, index} of line.matchAll(logCommand)) brackets.add(index + found.length - 1);
  for (const cell of cellsOf(line)) {
    if (brackets.has(cell.start)) {
      put('\\[', 2, cell.start, 1);
      continue;
    }
    if (cell.text === '\t') {
      const width = tabWidth - (column % tabWidth);
      put(' '.repeat(width), width, cell.start, 1);
      continue;
    }
    const shown = visible(cell.text);
    put(shown, shown === cell.text ? cell.width : textWidth(shown), cell.start, cell.text.length);
  }
  if (first < 0) first = texts.length;
  return {texts, widths, first, last: Math.max(first, last)};
}

function cut(laid: Laid, width: number, cutBefore: boolean, cutAfter: boolean): Excerpt {
  const {texts, widths, first, last} = laid;
  const sum = (from: number, to: number): number => {
    let total = 0;
    for (let i = from; i < to; i++) total += widths[i] as number;
    return total;
  };
  const total = sum(0, texts.length);
  if (total <= width && !cutBefore && !cutAfter) {
    return {line: texts.join(''), indent: sum(0, first), marked: sum(first, last)};
  }
  // Room for an ellipsis on both sides; what the place leaves is shared by what stands before and after it.
  const room = Math.max(1, width - 2);
  const place = Math.min(sum(first, last), room);
  let left = first;
  let right = first;
  let used = 0;
  while (right < last && used + (widths[right] as number) <= place) used += widths[right++] as number;
  const shownLast = right;
  const half = (room - used) >> 1;
  let before = 0;
  while (left > 0 && before + (widths[left - 1] as number) <= half) before += widths[--left] as number;
  used += before;
  while (right < texts.length && used + (widths[right] as number) <= room) used += widths[right++] as number;
  while (left > 0 && used + (widths[left - 1] as number) <= room) {
    used += widths[--left] as number;
    before += widths[left] as number;
  }
  const head = left > 0 || cutBefore ? ellipsis : '';
  const tail = right < texts.length || cutAfter ? ellipsis : '';
  return {
    line: head + texts.slice(left, right).join('') + tail,
    indent: head.length + before,
    marked: sum(first, shownLast),
  };
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
