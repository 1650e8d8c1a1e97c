import {convertUnit} from './measures.js';
import type {Quantity} from './quantity.js';

/** How far years of other calendars are from ours. */
const calendars: Readonly<Record<string, readonly number[]>> = {
  fa: [621, 622],
  ar: [578, 579, 580],
  he: [-3760, -3761],
  th: [-543],
  ne: [-57, -56],
  ja: [1988, 2018, 1925, 1867],
  zh: [1911],
};

const isNear = (a: number, b: number, tolerance: number): boolean =>
  Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b), 1e-9);

/**
 * Whether a quantity of the source can be what one of the target says: the same value, the same value rounded, in
 * another unit, another calendar, the clock of twelve hours, a year by its last two figures.
 *
 * @param language of the source, as a primary tag
 */
export function supports(source: Quantity, target: Quantity, language: string): boolean {
  if (isDatePart(source) !== isDatePart(target) && (target.kind === 'month' || target.kind === 'weekday'))
    return false;
  if (target.kind === 'weekday') return source.kind === 'weekday' && source.values[0] === target.values[0];
  if (target.kind === 'month') return source.kind === 'month' && source.values[0] === target.values[0];
  if (source.kind === 'weekday' || source.kind === 'month') return false;
  for (const t of target.values)
    for (const s of source.values) if (isSame(s, t, source, target, language)) return true;
  return target.time !== undefined || source.time !== undefined ? isSameTime(source, target) : false;
}

const isDatePart = ({kind}: Quantity): boolean => kind === 'month' || kind === 'weekday';

function isSame(s: number, t: number, source: Quantity, target: Quantity, language: string): boolean {
  if (isNear(s, t, 1e-9)) return true;
  // 2,700,000 as “2.7 million”, 1,234,567 as “1.2 million”.
  if (t >= 100 && !target.year && isRounded(s, t)) return true;
  if (source.unit !== undefined && target.unit !== undefined && source.unit !== target.unit) {
    const converted = convertUnit(s, source.unit, target.unit);
    if (converted !== undefined && isNear(converted, t, 0.06)) return true;
  }
  if (
    source.unit === 'degree' &&
    target.unit === 'degree' &&
    (isNear(s * 1.8 + 32, t, 0.05) || isNear((s - 32) / 1.8, t, 0.05))
  )
    return true;
  if (target.year || (t >= 1000 && t < 2100 && target.figure)) {
    // The eighties: `80年代`, `80-е`.
    if (s < 100 && t % 100 === s && (s % 10 === 0 || source.unit === 'year')) return true;
    for (const shift of calendars[language] ?? []) if (s + shift === t) return true;
    // “the 19th century” for “the 1800s”.
    if (t % 100 === 0 && s === t / 100 + 1) return true;
  }
  return false;
}

/** Whether `t` is `s` with fewer figures. */
function isRounded(s: number, t: number): boolean {
  // Most numbers are not even near: to count figures costs more.
  if (Math.abs(s - t) > 0.1 * t) return false;
  const figures = significant(t);
  if (significant(s) <= figures) return false;
  const step = 10 ** (Math.floor(Math.log10(t)) - figures + 1);
  return Math.abs(s - t) < step;
}

function significant(n: number): number {
  const digits = n.toPrecision(12).replace(/e.*$/, '').replace('.', '').replace(/^0+/, '').replace(/0+$/, '');
  return Math.max(1, digits.length);
}

function isSameTime(source: Quantity, target: Quantity): boolean {
  const a = source.time;
  const b = target.time;
  if (a && b) return a.minute === b.minute && a.hour % 12 === b.hour % 12;
  if (a) return target.values.some((v) => v <= 59 && (v === a.minute || isSameHour(v, a.hour)));
  // `16 h 40`: hour and minute are two numbers of the other side.
  return b !== undefined && source.values.some((v) => isSameHour(v, b.hour));
}

const isSameHour = (value: number, hour: number): boolean => value <= 24 && value % 12 === hour % 12;
