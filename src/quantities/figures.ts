import type {ClockTime} from './quantity.js';

/** A number in figures: where it ends, and what it may be. */
export interface Figure {
  readonly end: number;
  readonly values: readonly number[];
  readonly time?: ClockTime;
  /** `12.03.2021`, `2021-03-12`: its parts. */
  readonly parts?: readonly number[];
  /** Plain digits, without a separator. */
  readonly plain: boolean;
  readonly digits: number;
}

/** The value of a decimal digit of any script, or -1. */
export function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x30) return -1;
  if (code <= 0x39) return code - 0x30;
  if (code < 0x660) return -1;
  for (let i = 0; i < zeros.length; i++) {
    const d = code - (zeros[i] as number);
    if (d >= 0 && d <= 9) return d;
  }
  return -1;
}

/** Arabic, Persian, Devanagari, Bengali, Tamil, Thai, full width. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xbe6, 0xe50, 0xff10];

const separators = new Set([...".,'’·٫٬:/-．，：／\u00a0\u202f\u2009 "]);
const spaces = new Set([' ', '\u00a0', '\u202f', '\u2009']);
const plainForm: Readonly<Record<string, string>> = {
  '٫': ',',
  '٬': '’',
  '．': '.',
  '，': ',',
  '：': ':',
  '／': '/',
};

/** Reads the number that begins at a digit. `decimal` is the language's own sign; both readings are kept where both may be. */
export function readFigure(text: string, start: number, stop: number, decimal: string): Figure {
  const groups: string[] = [];
  const between: string[] = [];
  let at = start;
  let group = '';
  const take = (): void => {
    group = '';
    for (let d = digitAt(text, at); at < stop && d >= 0; d = digitAt(text, ++at)) group += d;
    groups.push(group);
  };
  take();
  while (at + 1 < stop && separators.has(text[at] as string) && digitAt(text, at + 1) >= 0) {
    const raw = text[at] as string;
    const sign = plainForm[raw] ?? raw;
    let next = at + 1;
    while (next < stop && digitAt(text, next) >= 0) next++;
    const length = next - at - 1;
    if (spaces.has(sign)) {
      // `1 000 000`: three figures each, and a head of at most three.
      if (length !== 3 || (groups[0] as string).length > 3 || between.some((b) => !spaces.has(b))) break;
    } else if (sign === '-' || sign === '/') {
      // `2021-03-12` is one date; `10-20` is two numbers.
      if (!isDate(text, start, sign, stop)) break;
    } else if (sign === ':') {
      if (between.length > 0 ? between[0] !== ':' : group.length > 2 || length !== 2) break;
    } else if (
      between.length > 0 &&
      (spaces.has(between[0] as string) ? sign !== decimal : between[0] === ':')
    ) {
      break;
    } else if (groups.length >= 2 && between[between.length - 1] !== between[0]) {
      // A decimal sign ends it.
      break;
    }
    between.push(sign);
    at++;
    take();
  }
  const digits = groups.reduce((sum, g) => sum + g.length, 0);
  if (groups.length === 1) return {end: at, values: [Number(group)], plain: true, digits};
  return {end: at, plain: false, digits, ...readGroups(groups, between)};
}

function readGroups(
  groups: readonly string[],
  between: readonly string[],
): Pick<Figure, 'values' | 'time' | 'parts'> {
  const numbers = groups.map(Number);
  const [sign = ''] = between;
  if (sign === ':') {
    const [hour = 0, minute = 0] = numbers;
    return hour <= 24 && minute < 60
      ? {values: [hour + minute / 60], time: {hour, minute}, parts: numbers}
      : {values: numbers, parts: numbers};
  }
  if (sign === '/' || sign === '-') return {values: [], parts: numbers};
  const whole = Number(groups.join(''));
  const last = groups[groups.length - 1] as string;
  const head = groups[0] as string;
  const same = between.every((b) => b === sign);
  const grouped =
    head.length <= 3 &&
    head !== '0' &&
    groups.slice(1).every((g, i, all) => g.length === 3 || (g.length === 2 && i < all.length - 1));
  if (same) {
    if (groups.length > 2) {
      if (grouped) return {values: [whole]};
      // `12.03.2021`.
      return {values: [], parts: numbers};
    }
    const fraction = Number(`${head}.${last}`);
    if (spaces.has(sign)) return {values: [whole]};
    if (sign === '’' || sign === "'") return {values: [whole]};
    const [hour = 0, minute = 0] = numbers;
    const time = last.length === 2 && hour <= 24 && minute < 60 ? {time: {hour, minute}} : {};
    const day =
      sign === '.' && hour >= 1 && hour <= 31 && minute >= 1 && minute <= 12 ? {parts: numbers} : {};
    return {values: grouped ? [whole, fraction] : [fraction], ...time, ...day};
  }
  return {values: [Number(`${groups.slice(0, -1).join('')}.${last}`)]};
}

function isDate(text: string, start: number, sign: string, stop: number): boolean {
  const match = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?!\d)|^(\d{1,2})([-/])(\d{1,2})\6(\d{4}|\d\d)(?!\d)/.exec(
    text.slice(start, Math.min(stop, start + 12)),
  );
  return match !== null && (match[2] ?? match[6]) === sign;
}
