import type {RuleContext} from '../../../src/engine/rule.js';
import {wordSet} from '../../../src/text/hash.js';
import {tokenTests} from '../../../src/text/token-tests.js';
import {TokenFlag} from '../../../src/text/tokens.js';
import {daysIn} from './calendar.js';
import type {DateMention} from './dates.js';
import {writtenDate} from './written-date.js';

const slash = 0x2f;
const leapYear = 2024;
/** Before a date, and seldom before a fraction. */
const leads = wordSet('on until till since dated by');

/**
 * Reports dates in figures that are not English, as 11.02.2023, and those with slashes of which English readers make two
 * different days or none, as 24/11/2025 and `on 23/1`: call the result with each number.
 *
 * @param options.iso whether dates with the year first are reported, as 2023-02-11
 * @param options.style how the article writes its dates
 */
export function numericDates(
  context: RuleContext<'dotted' | 'slashed' | 'iso'>,
  {iso, style}: {iso: boolean; style: () => DateMention['style'] | undefined},
): (token: number) => void {
  const {text} = context;
  const {starts, ends, hashes, flags} = text.tokens;
  const {same, spaced} = tokenTests(text, context.shared);
  return inFigures;

  function inFigures(i: number): void {
    const length = (ends[i] as number) - (starts[i] as number);
    if (length >= 8 && length <= 10) {
      const dotted = /^(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)$/.exec(text.token(i));
      if (dotted) figures('dotted', i, i, Number(dotted[1]), Number(dotted[2]), Number(dotted[3]));
      return;
    }
    if (length <= 2 && same(i, i + 2) && hashes[i + 1] === slash) slashed(i);
    if (!iso || length !== 4 || !same(i, i + 4) || spaced(i + 1) || spaced(i + 2)) return;
    const sign = hashes[i + 1];
    if ((sign !== 0x2d && sign !== 0x2f) || hashes[i + 3] !== sign || spaced(i + 3) || spaced(i + 4)) return;
    if (!/^(?:19|20)\d\d$/.test(text.token(i))) return;
    if (same(i, i - 1) && !spaced(i) && hashes[i - 1] !== 0x28) return;
    const [month, day] = [text.token(i + 2), text.token(i + 4)];
    if (!/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return;
    figures('iso', i, i + 4, Number(day), Number(month), Number(text.token(i)));
  }

  /** The day first, and too great for a month; a word that leads to a date tells it from a fraction or a share. */
  function slashed(i: number): void {
    if (
      spaced(i + 1) ||
      spaced(i + 2) ||
      !same(i, i - 1) ||
      !spaced(i) ||
      !leads.has(hashes[i - 1] as number)
    )
      return;
    const [day, month] = [text.token(i), text.token(i + 2)];
    if (!/^(?:1[3-9]|2\d|3[01])$/.test(day) || !/^(?:0?[1-9]|1[0-2])$/.test(month)) return;
    const hasYear = same(i, i + 4) && hashes[i + 3] === slash && !spaced(i + 3) && !spaced(i + 4);
    const last = hasYear ? i + 4 : i + 2;
    const year = hasYear ? text.token(last) : undefined;
    if (year !== undefined && !/^(?:(?:19|20)\d\d)$/.test(year)) return;
    const next = last + 1;
    // `on 24/7`, `on 15/4-inch`: nothing may be glued to it, and no year that was not read.
    if (
      same(i, next) &&
      !spaced(next) &&
      !(flags[next]! & TokenFlag.Mark && !'-/%'.includes(text.token(next)))
    )
      return;
    if (year === undefined && Number(day) === 24 && Number(month) === 7) return;
    figures('slashed', i, last, Number(day), Number(month), year === undefined ? undefined : Number(year));
  }

  function figures(
    messageId: 'dotted' | 'slashed' | 'iso',
    first: number,
    last: number,
    day: number,
    month: number,
    y: number | undefined,
  ): void {
    if (month < 1 || month > 12 || day < 1 || day > daysIn(month, y ?? leapYear)) return;
    const start = starts[first] as number;
    const end = ends[last] as number;
    const right = writtenDate({day, month, ...(y === undefined ? {} : {year: y}), style: style()});
    context.report({
      messageId,
      start,
      end,
      data: {right},
      suggestions: [{message: `Write “${right}”`, edits: [{start, end, text: right}]}],
    });
  }
}
