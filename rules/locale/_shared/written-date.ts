import {monthNames} from './calendar.js';
import type {DateMention} from './dates.js';

/** A date as English writes it. */
export function writtenDate({
  style,
  day,
  month,
  year,
}: {
  style?: DateMention['style'] | undefined;
  day: number;
  month: number;
  year?: number;
}): string {
  const name = monthNames[month - 1] as string;
  if (style === 'month-day') return `${name} ${day}${year === undefined ? '' : `, ${year}`}`;
  return `${day} ${name}${year === undefined ? '' : ` ${year}`}`;
}

/** The ending of an ordinal in figures: 1st, 2nd, 11th. */
export function ordinalEnding(day: number): string {
  if (day % 100 >= 11 && day % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}
