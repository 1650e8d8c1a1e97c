import type {RuleContext} from '../../../src/engine/rule.js';
import {hashOf, wordSet} from '../../../src/text/hash.js';
import {notProse, type TextIndex, TokenFlag} from '../../../src/text/tokens.js';
import {monthOf, weekdayOf} from './calendar.js';
import {currencies, percentWords, scales, units} from './units.js';

/** A day written with the name of its month. */
export interface DateMention {
  readonly style: 'day-month' | 'month-day';
  readonly day: number;
  readonly month: number;
  readonly year?: number;
  /** `28th` rather than `28`. */
  readonly ordinal: boolean;
  /** `28 of September`. */
  readonly of: boolean;
  /** `September, 28`. */
  readonly comma: boolean;
  /** First and last token of day, month and year. */
  readonly first: number;
  readonly last: number;
}

const of = hashOf('of');
const leading = wordSet('on by from until till to of the since and between before after for in at');
const comma = 0x2c;
const stop = 0x2e;
const percentSign = 0x25;

/** All dates of a text that name their month, in order. */
export function findDates({text, shared}: Pick<RuleContext, 'text' | 'shared'>): readonly DateMention[] {
  return shared('locale/dates', () => {
    const {flags, count} = text.tokens;
    const out: DateMention[] = [];
    for (let i = 0; i < count; i++) {
      if (!((flags[i] as number) & TokenFlag.Number)) continue;
      const date = dateAt(text, i, out.at(-1)?.last ?? -1);
      if (date) out.push(date);
    }
    return out;
  });
}

function dateAt(text: TextIndex, i: number, taken: number): DateMention | undefined {
  const {flags, hashes, zones, blocks, starts, ends, count} = text.tokens;
  if (i <= taken || (zones[i] as number) & notProse) return undefined;
  if ((ends[i] as number) - (starts[i] as number) > 4) return undefined;
  const match = /^(\d{1,2})(st|nd|rd|th)?$/.exec(text.token(i));
  if (!match) return undefined;
  const day = Number(match[1]);
  if (day === 0) return undefined;
  const ordinal = match[2] !== undefined;
  const same = (j: number): boolean => j >= 0 && j < count && blocks[j] === blocks[i];
  const month = (j: number): number =>
    same(j) && (flags[j] as number) & TokenFlag.InitialCap ? (monthOf.get(hashes[j] as number) ?? 0) : 0;
  const spaced = (j: number): boolean => ((flags[j] as number) & TokenFlag.SpaceBefore) !== 0;

  // Day first: 28 September, 28th of September, 28 Sept.
  let at = i + 1;
  const hasOf = same(at) && hashes[at] === of;
  if (hasOf) at++;
  const dayFirst = month(at);
  if (
    dayFirst > 0 &&
    spaced(at) &&
    !isVersion(i - 1) &&
    !(same(i - 1) && !spaced(i) && hashes[i - 1] !== 0x28)
  ) {
    if (same(at + 1) && hashes[at + 1] === stop && !spaced(at + 1) && isShort(text, at)) at++;
    return finish({style: 'day-month', day, month: dayFirst, ordinal, of: hasOf, comma: false, first: i}, at);
  }
  // Month first: September 28, Sept. 28, September, 28.
  at = i - 1;
  const hasComma = same(at) && hashes[at] === comma;
  if (same(at) && (hasComma || hashes[at] === stop)) at--;
  const monthFirst = at > taken ? month(at) : 0;
  if (monthFirst === 0 || !spaced(i)) return undefined;
  if (hashes[i - 1] === stop && !isShort(text, at)) return undefined;
  // `May 10,000`, `March 5.5`: the token would be longer; `June 20-year` is no day.
  if (
    same(i + 1) &&
    !spaced(i + 1) &&
    (hashes[i + 1] === 0x2d || hashes[i + 1] === 0x25) &&
    same(i + 2) &&
    !((flags[i + 2] as number) & TokenFlag.Number)
  )
    return undefined;
  // `in September 37 euros per megawatt hour`: an amount, which a month happens to stand before.
  if (!ordinal && !hasComma && same(i + 1) && isMeasured(hashes[i + 1] as number)) return undefined;
  return finish(
    {style: 'month-day', day, month: monthFirst, ordinal, of: false, comma: hasComma, first: at},
    i,
  );

  /** `the Windows 10 May 2020 Update`: a name with a number, and no day. */
  function isVersion(j: number): boolean {
    if (
      !same(j) ||
      !((flags[j] as number) & TokenFlag.InitialCap) ||
      (flags[j] as number) & TokenFlag.SentenceStart
    )
      return false;
    return !weekdayOf.has(hashes[j] as number) && !leading.has(hashes[j] as number);
  }

  function finish(date: Omit<DateMention, 'last'>, end: number): DateMention {
    let last = end;
    let year: number | undefined;
    let k = end + 1;
    if (same(k) && hashes[k] === comma) k++;
    if (same(k) && (flags[k] as number) & TokenFlag.Number && /^(?:1[5-9]|20)\d\d$/.test(text.token(k))) {
      year = Number(text.token(k));
      last = k;
    }
    return {
      ...date,
      last,
      ...(year === undefined ? {} : {year}),
    };
  }
}

const isMeasured = (hash: number): boolean =>
  hash === percentSign ||
  percentWords.has(hash) ||
  scales.has(hash) ||
  units.has(hash) ||
  currencies.has(hash);

function isShort({tokens}: TextIndex, i: number): boolean {
  return (tokens.ends[i] as number) - (tokens.starts[i] as number) <= 4;
}
