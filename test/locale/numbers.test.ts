import {describe, expect, test} from 'vitest';
import currencyPosition from '../../rules/locale/currency-position.js';
import numberSeparators from '../../rules/locale/number-separators.js';
import ordinals from '../../rules/locale/ordinals.js';
import percent from '../../rules/locale/percent.js';
import timeFormat from '../../rules/locale/time-format.js';
import {readText} from '../../src/article/read-text.js';
import type {Finding} from '../../src/engine/finding.js';
import {fixToConvergence} from '../../src/engine/fixer.js';
import {linterFor} from '../support/lint.js';

const linter = linterFor({rules: [currencyPosition, numberSeparators, ordinals, percent, timeFormat]});
const lint = (text: string): readonly Finding[] => linter.lint(readText(text)).findings;
const fixed = (text: string): string =>
  fixToConvergence(text, {read: readText, lint: (article) => linter.lint(article)}).text;

describe('fixes of numbers converge, whichever rules touch one number', () => {
  test.each([
    ['It cost 1.250.000 € or 2,5 million €.', 'It cost €1,250,000 or €2.5 million.'],
    ['Up 3,5 % or %4,5 at 14h30.', 'Up 3.5% or 4.5% at 14:30.'],
    ['A sum of 12 000 000 $ on the 21th.', 'A sum of $12,000,000 on the 21st.'],
    ['1\u00a0250 people, 30\u202f000 €', '1,250 people, €30,000'],
  ])('%s', (before, after) => {
    expect(fixed(before)).toBe(after);
    expect(fixed(after)).toBe(fixed(fixed(after)));
  });
});

test.each([
  'Call 020 123 456 or 555 123 456 789.',
  'On 2 May 300 people saw 4 600 metre races in 2010 200 years on.',
  'ISBN 978-3-16-148410-0, 10.1000/182, 1.2.3, 12.5.2020-x, 127.0.0.1',
  'Rooms 1,2, 3,4 and 5,6 of A4, B2B, 5-3, 3:2, 1/2, 50/50, 24/7.',
  'A$5, US$20, C$1.5 million, $5-a-day, €5m, 5p, 20¢.',
])('left alone: %s', (source) => {
  expect(lint(source)).toEqual([]);
});
