import {hashOf} from '../../../src/text/hash.js';

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
export const weekdayNames = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

const abbreviations = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Number of a month (1 to 12) by the hash of its name or abbreviation. */
export const monthOf: ReadonlyMap<number, number> = new Map([
  ...monthNames.map((name, i) => [hashOf(name), i + 1] as const),
  ...abbreviations.map((name, i) => [hashOf(name), i + 1] as const),
  [hashOf('sept'), 9],
]);

/** Number of a weekday (0 is Sunday) by the hash of its name or abbreviation. */
export const weekdayOf: ReadonlyMap<number, number> = new Map([
  ...weekdayNames.map((name, i) => [hashOf(name), i] as const),
  ...'sun mon tue wed thu fri sat'.split(' ').map((name, i) => [hashOf(name), i] as const),
]);

const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** How many days a month has at most; of February, 29 where the year is not known. */
export function daysIn(month: number, year: number | undefined): number {
  if (month === 2 && year !== undefined && !isLeap(year)) return 28;
  return days[month - 1] as number;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The weekday of a Gregorian date, 0 is Sunday (Sakamoto’s method). */
export function weekday(year: number, month: number, day: number): number {
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] as number;
  const y = month < 3 ? year - 1 : year;
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + day) % 7;
}
