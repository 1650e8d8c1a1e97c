import {describe, expect, test} from 'vitest';
import {sameStem} from '../../rules/terms/_shared/related-words.js';

describe('one stem', () => {
  test.each([
    'electoral election',
    'financial finance',
    'agricultural agriculture',
    'industrial industry',
    'statistical statistics',
    'investigative investigation',
    'national nation',
    'sport sports',
    'coordinating coordination',
    'economic economy',
    'transport transportation',
    'regional region',
    'constitutional constitution',
  ])('%s', (pair) => {
    const [a, b] = pair.split(' ') as [string, string];
    expect(sameStem(a, b)).toBe(true);
    expect(sameStem(b, a)).toBe(true);
  });
});

describe('two stems', () => {
  test.each([
    'internal international',
    'police policy',
    'house housing',
    'state status',
    'north south',
    'labor laboratory',
    'democratic demographic',
    'central century',
    'human humanitarian',
    'first second',
    'judiciary judging',
    'art arts',
    'same same',
    'customs customer',
  ])('%s', (pair) => {
    const [a, b] = pair.split(' ') as [string, string];
    expect(sameStem(a, b)).toBe(false);
  });
});
