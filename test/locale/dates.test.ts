import {describe, expect, test} from 'vitest';
import {weekday} from '../../rules/locale/_shared/calendar.js';
import {findDates} from '../../rules/locale/_shared/dates.js';
import {weekdayBeside} from '../../rules/locale/_shared/figure-dates.js';
import {readText} from '../../src/article/read-text.js';
import {indexText} from '../../src/text/index-text.js';

const dates = (source: string) => {
  const text = indexText(readText(source));
  const context = {text, shared: <T>(_: string, make: () => T) => make()};
  return findDates(context).map(({first, last, ...rest}) => {
    const beside = weekdayBeside(context, first, last);
    return {
      ...rest,
      text: source.slice(text.tokens.starts[first], text.tokens.ends[last]),
      ...(beside ? {weekday: beside.weekday, at: text.token(beside.first)} : {at: ''}),
    };
  });
};

test('the weekday of a date, against the calendar of the platform', () => {
  for (let day = 0; day < 60_000; day += 37) {
    const date = new Date(Date.UTC(1919, 0, 1 + day));
    expect(weekday(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(date.getUTCDay());
  }
});

describe('dates are found in', () => {
  test.each([
    ['On 28 September 2020 it', '28 September 2020', 28, 9, 2020],
    ['On the 28th of Sept. it', '28th of Sept.', 28, 9, undefined],
    ['Sept. 28, 2020, it', 'Sept. 28, 2020', 28, 9, 2020],
    ['(May 5)', 'May 5', 5, 5, undefined],
    ['March 3rd, they', 'March 3rd', 3, 3, undefined],
  ])('%s', (source, text, day, month, year) => {
    const found = dates(source);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      text: text.replace(/\.$/, found[0]?.text.endsWith('.') ? '.' : ''),
      day,
      month,
    });
    expect(found[0]?.year).toBe(year);
  });

  test.each([
    'the May 10,000 people came',
    'may 5 people come, march 7 miles',
    'a March 20-year plan',
    'It ended. 20 Marches followed',
    'the Windows 10 May 2020 update',
    'Apollo 13 in May',
  ])('not in: %s', (source) => {
    expect(dates(source)).toEqual([]);
  });

  test('with their weekday', () => {
    expect(dates('On Monday, 28 September 2020, and Tue (May 5).').map((d) => d.at)).toEqual([
      'Monday',
      'Tue',
    ]);
  });
});
