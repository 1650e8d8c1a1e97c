import type {RuleContext} from '../../../src/engine/rule.js';
import {tokenTests} from '../../../src/text/token-tests.js';
import {daysIn} from './calendar.js';
import type {DateMention} from './dates.js';
import {writtenDate} from './written-date.js';

/**
 * Reports dates in figures that are not English, as 11.02.2023: call the result with each number.
 *
 * @param options.iso whether dates with the year first are reported, as 2023-02-11
 * @param options.style how the article writes its dates
 */
export function numericDates(
  context: RuleContext<'dotted' | 'iso'>,
  {iso, style}: {iso: boolean; style: () => DateMention['style'] | undefined},
): (token: number) => void {
  const {text} = context;
  const {starts, ends, hashes} = text.tokens;
  const {same, spaced} = tokenTests(text, context.shared);
  return inFigures;

  function inFigures(i: number): void {
    const length = (ends[i] as number) - (starts[i] as number);
    if (length >= 8 && length <= 10) {
      const dotted = /^(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)$/.exec(text.token(i));
      if (dotted) figures('dotted', i, i, Number(dotted[1]), Number(dotted[2]), Number(dotted[3]));
      return;
    }
    if (!iso || length !== 4 || !same(i, i + 4) || spaced(i + 1) || spaced(i + 2)) return;
    const sign = hashes[i + 1];
    if ((sign !== 0x2d && sign !== 0x2f) || hashes[i + 3] !== sign || spaced(i + 3) || spaced(i + 4)) return;
    if (!/^(?:19|20)\d\d$/.test(text.token(i))) return;
    if (same(i, i - 1) && !spaced(i) && hashes[i - 1] !== 0x28) return;
    const [month, day] = [text.token(i + 2), text.token(i + 4)];
    if (!/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return;
    figures('iso', i, i + 4, Number(day), Number(month), Number(text.token(i)));
  }

  function figures(
    messageId: 'dotted' | 'iso',
    first: number,
    last: number,
    day: number,
    month: number,
    y: number,
  ): void {
    if (month < 1 || month > 12 || day < 1 || day > daysIn(month, y)) return;
    const start = starts[first] as number;
    const end = ends[last] as number;
    const right = writtenDate({day, month, year: y, style: style()});
    context.report({
      messageId,
      start,
      end,
      data: {right},
      suggestions: [{message: `Write “${right}”`, edits: [{start, end, text: right}]}],
    });
  }
}
