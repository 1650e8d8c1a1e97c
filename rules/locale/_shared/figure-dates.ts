import type {RuleContext} from '../../../src/engine/rule.js';
import {hashOf} from '../../../src/text/hash.js';
import {tokenTests} from '../../../src/text/token-tests.js';
import {notProse} from '../../../src/text/tokens.js';
import {weekdayOf} from './calendar.js';

/** A day written in figures with its year, as 05/14/2013, 2013-05-14 or 14.05.2013. */
export interface FigureDate {
  readonly year: number;
  /** Day and month in each order that a reader may take; the order of day and month differs by country. */
  readonly readings: readonly {readonly day: number; readonly month: number}[];
  readonly first: number;
  readonly last: number;
}

const separators = new Set([0x2f, 0x2d]);
const dotted = /^(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)$/;
const year = /^(?:19|20)\d\d$/;
const part = /^\d{1,2}$/;
const the = hashOf('the');
const comma = 0x2c;
const open = 0x28;
const close = 0x29;

/** The date in figures whose first token is `i`, if one stands there. */
export function figureDateAt(
  context: Pick<RuleContext, 'text' | 'shared'>,
  i: number,
): FigureDate | undefined {
  const {text} = context;
  const {hashes, starts, ends, zones} = text.tokens;
  const {same, spaced} = tokenTests(text, context.shared);
  if ((zones[i] as number) & notProse) return undefined;
  const length = (ends[i] as number) - (starts[i] as number);
  if (length > 4) {
    const match = length <= 10 ? dotted.exec(text.token(i)) : null;
    return match ? made(Number(match[3]), Number(match[1]), Number(match[2]), false, i, i) : undefined;
  }
  const last = i + 4;
  const mark = hashes[i + 1] as number;
  if (!same(i, last) || !separators.has(mark) || hashes[i + 3] !== mark) return undefined;
  for (let k = i + 1; k <= last; k++) if (spaced(k)) return undefined;
  // A longer row of figures is a number of something else.
  if (same(i, i - 1) && !spaced(i) && separators.has(hashes[i - 1] as number)) return undefined;
  if (same(i, last + 1) && !spaced(last + 1) && separators.has(hashes[last + 1] as number)) return undefined;
  const [one, two, three] = [text.token(i), text.token(i + 2), text.token(last)];
  if (!part.test(two)) return undefined;
  if (year.test(one) && part.test(three)) return made(Number(one), Number(three), Number(two), true, i, last);
  if (part.test(one) && year.test(three))
    return made(Number(three), Number(one), Number(two), false, i, last);
  return undefined;
}

function made(
  of: number,
  day: number,
  month: number,
  fixed: boolean,
  first: number,
  last: number,
): FigureDate | undefined {
  const isDay = (d: number): boolean => d >= 1 && d <= 31;
  const isMonth = (m: number): boolean => m >= 1 && m <= 12;
  const readings = [{day, month}, ...(fixed || day === month ? [] : [{day: month, month: day}])].filter(
    (reading) => isDay(reading.day) && isMonth(reading.month),
  );
  return readings.length > 0 ? {year: of, readings, first, last} : undefined;
}

/** The weekday that stands beside a date, before it or in brackets behind it, and the tokens that it adds to the place. */
export function weekdayBeside(
  context: Pick<RuleContext, 'text' | 'shared'>,
  first: number,
  last: number,
): {readonly weekday: number; readonly first: number; readonly last: number} | undefined {
  const {text} = context;
  const {hashes} = text.tokens;
  const {same} = tokenTests(text, context.shared);
  let before = first - 1;
  if (same(first, before) && hashes[before] === the) before--;
  if (same(first, before) && (hashes[before] === comma || hashes[before] === open)) before--;
  const ahead = same(first, before) ? weekdayOf.get(hashes[before] as number) : undefined;
  if (ahead !== undefined && isCapital(text.token(before))) return {weekday: ahead, first: before, last};
  const behind = last + 2;
  if (!same(last, behind + 1) || hashes[last + 1] !== open || hashes[behind + 1] !== close) return undefined;
  const after = weekdayOf.get(hashes[behind] as number);
  return after === undefined || !isCapital(text.token(behind))
    ? undefined
    : {weekday: after, first, last: behind + 1};
}

const isCapital = (word: string): boolean => word[0] !== word[0]?.toLowerCase();
