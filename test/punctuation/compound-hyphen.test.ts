import {expect, test} from 'vitest';
import hyphen from '../../rules/punctuation/compound-hyphen.js';
import {lint} from '../support/lint.js';

const found = async (text: string): Promise<string[]> =>
  (await lint(text, {rules: [hyphen]})).map((f) => f.suggestions[0]?.edits[0]?.text as string);

test.each([
  ['a ten-month old lamb', 'ten-month-old'],
  ['the 9 year-old', '9-year-old'],
  ['an 18 years old driver', '18-year-old'],
  ['Friday’s 6.1 magnitude tremor', '6.1-magnitude'],
  ['its 40 storey tower', '40-storey'],
  ['a two day trip', 'two-day'],
  ['a 1,200 kilometer front', '1,200-kilometer'],
])('%s', async (text, right) => {
  expect(await found(`Rain fell on ${text} there.`)).toEqual([right]);
});

test.each([
  'the two day trips',
  'the three foot soldiers',
  'a 5 km road',
  'the 2020 year',
  'May 9 day trips',
  'a 3 minute or two',
  'the 6.1 magnitude struck',
  'a 1 year plan',
  'the 9-year-old',
  'she is 9 years old',
  'two year olds',
  'a 10 year old-age pension',
])('left alone: %s', async (text) => {
  expect(await found(`Rain fell on ${text} there.`)).toEqual([]);
});
