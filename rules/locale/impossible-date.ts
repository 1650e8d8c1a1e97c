import {defineRule} from '../../src/engine/rule.js';
import {Feature, notProse} from '../../src/text/tokens.js';
import {daysIn, monthNames, weekday, weekdayNames} from './_shared/calendar.js';
import {findDates} from './_shared/dates.js';
import {type FigureDate, figureDateAt, weekdayBeside} from './_shared/figure-dates.js';

/** Before this year the weekday depends on the country’s calendar. */
const firstYear = 1919;

export default defineRule({
  meta: {
    id: 'locale/impossible-date',
    description: 'Finds days that no calendar has, and weekdays that do not fit their date',
    mqm: 'date-format',
    severity: 'warning',
    mqmSeverity: 'major',
    recommended: true,
    languages: ['en'],
    needs: Feature.Digit,
    messages: {
      day: '{{month}} has no day {{day}}',
      leap: '{{year}} was no leap year, so that February had 28 days',
      weekday: '{{date}} is a {{right}}, not a {{wrong}}',
      numeric: '“{{text}}” is no date: there is no month {{month}}',
    },
  },
  create(context) {
    const {text} = context;
    const {starts, ends, zones} = text.tokens;
    return {
      number(i) {
        const date = figureDateAt(context, i);
        if (date) checkWeekday(date);
        // 31.02.2020: longer than any day or year.
        const length = (ends[i] as number) - (starts[i] as number);
        if (length < 8 || length > 10 || (zones[i] as number) & notProse) return;
        const match = /^(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)$/.exec(text.token(i));
        if (!match) return;
        const [day, month, year] = match.slice(1).map(Number) as [number, number, number];
        const place = {start: starts[i] as number, end: ends[i] as number};
        if (month === 0 || month > 12) {
          if (day > 12) context.report({messageId: 'numeric', ...place, data: {text: text.token(i), month}});
        } else if (day === 0 || day > daysIn(month, undefined)) {
          context.report({messageId: 'day', ...place, data: {month: monthNames[month - 1] as string, day}});
        } else if (day > daysIn(month, year)) context.report({messageId: 'leap', ...place, data: {year}});
      },
      article() {
        for (const {day, month, year, first, last} of findDates(context)) {
          const place = {start: starts[first] as number, end: ends[last] as number};
          const name = monthNames[month - 1] as string;
          if (day > daysIn(month, undefined)) {
            // Above 39 it is not a day but a number: May 68, June 45.
            if (day <= 39) context.report({messageId: 'day', ...place, data: {month: name, day}});
          } else if (year === undefined) continue;
          else if (day > daysIn(month, year)) context.report({messageId: 'leap', ...place, data: {year}});
          else checkWeekday({year, readings: [{day, month}], first, last});
        }
      },
    };

    /** Told only where no order of day and month gives the weekday that stands there. */
    function checkWeekday({year, readings, first, last}: FigureDate): void {
      const beside = year >= firstYear ? weekdayBeside(context, first, last) : undefined;
      if (beside === undefined) return;
      const real = readings.filter(({day, month}) => day <= daysIn(month, year));
      const {day, month} = real[0] ?? {day: 0, month: 0};
      if (day === 0 || real.some((r) => weekday(year, r.month, r.day) === beside.weekday)) return;
      context.report({
        messageId: 'weekday',
        start: starts[beside.first] as number,
        end: ends[beside.last] as number,
        data: {
          date: `${day} ${monthNames[month - 1] as string} ${year}`,
          right: weekdayNames[weekday(year, month, day)] as string,
          wrong: weekdayNames[beside.weekday] as string,
        },
      });
    }
  },
});
