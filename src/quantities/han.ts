import {digitAt} from './figures.js';

const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  貳: 2,
  叁: 3,
  俩: 2,
  仨: 3,
};
const tens: Readonly<Record<string, number>> = {十: 10, 百: 100, 千: 1000, 拾: 10, 廿: 20};
const myriads: Readonly<Record<string, number>> = {
  万: 1e4,
  萬: 1e4,
  亿: 1e8,
  億: 1e8,
  兆: 1e12,
  만: 1e4,
  억: 1e8,
  조: 1e12,
};
const hangulTens: Readonly<Record<string, number>> = {천: 1000, 백: 100, 십: 10};

export interface HanNumber {
  readonly end: number;
  readonly values: readonly number[];
  /** At least one character beside figures. */
  readonly spelled: boolean;
  /** Begins with a scale: `万`, `百`. */
  readonly bare: boolean;
}

/**
 * Reads a number of Chinese, Japanese or Korean that begins at a place: `一万六七千` (16,000 to 17,000), `300万`,
 * `３億５千万`, `二〇二一`, `1만2345`. Two digits in a row before a scale are a range.
 */
export function readHan(text: string, start: number, stop: number): HanNumber | undefined {
  let at = start;
  /** Low and high end. */
  let total: [number, number] = [0, 0];
  let section: [number, number] = [0, 0];
  let current: [number, number] | undefined;
  let spelled = false;
  let any = false;
  let bare = false;
  let lastUnit = 0;
  const row: number[] = [];
  while (at < stop) {
    const c = text[at] as string;
    const arabic = digitAt(text, at);
    if (arabic >= 0) {
      if (current) break;
      let value = 0;
      let fraction = 0;
      let scale = 1;
      let seen = false;
      while (at < stop) {
        const d = digitAt(text, at);
        if (d >= 0) {
          if (seen) {
            scale /= 10;
            fraction += d * scale;
          } else value = value * 10 + d;
          at++;
        } else if (!seen && (text[at] === '.' || text[at] === '．') && digitAt(text, at + 1) >= 0) {
          seen = true;
          at++;
        } else if (
          !seen &&
          (text[at] === ',' || text[at] === '，') &&
          digitAt(text, at + 1) >= 0 &&
          digitAt(text, at + 2) >= 0 &&
          digitAt(text, at + 3) >= 0 &&
          digitAt(text, at + 4) < 0
        )
          at++;
        else break;
      }
      const n = Math.round((value + fraction) * 1e9) / 1e9;
      current = [n, n];
      any = true;
      continue;
    }
    const digit = digits[c];
    // `3억 5천만`, `105 万`: a space inside.
    if (
      c === ' ' &&
      any &&
      at + 1 < stop &&
      ((lastUnit >= 1e4 && digitAt(text, at + 1) >= 0) || (current && text[at + 1]! in myriads))
    ) {
      at++;
      continue;
    }
    if (digit !== undefined) {
      spelled = true;
      any = true;
      row.push(digit);
      if (current === undefined) current = [digit, digit];
      else if (
        row.length === 2 &&
        digit > (row[0] as number) &&
        digit - (row[0] as number) <= 2 &&
        isScale(text[at + 1])
      )
        current = [current[0], digit];
      else current = [current[0] * 10 + digit, current[1] * 10 + digit];
      at++;
      continue;
    }
    const ten = tens[c] ?? (any ? hangulTens[c] : undefined);
    if (ten !== undefined) {
      if (!any) bare = true;
      spelled = true;
      any = true;
      const [low, high] = current ?? [1, 1];
      section = [section[0] + low * ten, section[1] + high * ten];
      current = undefined;
      row.length = 0;
      lastUnit = ten;
      at++;
      continue;
    }
    const myriad = myriads[c];
    if (myriad !== undefined) {
      if (!any) bare = true;
      spelled = true;
      any = true;
      const add: [number, number] = [section[0] + (current?.[0] ?? 0), section[1] + (current?.[1] ?? 0)];
      if (myriad === 1e8 && total[0] > 0 && lastUnit === 1e4)
        total = [(total[0] + add[0]) * myriad, (total[1] + add[1]) * myriad];
      else {
        const times: [number, number] = add[0] === 0 && add[1] === 0 ? [1, 1] : add;
        total = [total[0] + times[0] * myriad, total[1] + times[1] * myriad];
      }
      section = [0, 0];
      current = undefined;
      row.length = 0;
      lastUnit = myriad;
      at++;
      continue;
    }
    break;
  }
  if (!any) return undefined;
  const low = total[0] + section[0] + (current?.[0] ?? 0);
  let high = total[1] + section[1] + (current?.[1] ?? 0);
  const values = [low];
  if (high !== low) {
    // `一万六七千`: both ends, the greater without the step that the lesser has.
    high = Math.max(high, low);
    values.push(high);
  }
  // `六七个`: six or seven.
  if (row.length === 2 && lastUnit === 0 && spelled && row[1] === (row[0] as number) + 1)
    values.push(row[0] as number, row[1]);
  return {end: at, values, spelled, bare};
}

const isScale = (c: string | undefined): boolean => c !== undefined && (c in tens || c in myriads);
