import {expect, test} from 'vitest';
import {vote} from '../../src/engine/vote.js';

test('the style that has fewer is the few', () => {
  expect(vote(['a'], ['b', 'c'])).toEqual({few: ['a'], many: ['b', 'c'], isFirst: true});
  expect(vote(['a', 'b'], ['c'])).toEqual({few: ['c'], many: ['a', 'b'], isFirst: false});
});

test('of two that have as many, the first', () => {
  expect(vote(['a'], ['b'])?.few).toEqual(['a']);
});

test('one style alone is no vote', () => {
  expect(vote([], ['b', 'c'])).toBeUndefined();
  expect(vote(['b', 'c'], [])).toBeUndefined();
});

test('the few may be no more than their share, the many no fewer than the least', () => {
  const many = ['b', 'c'];
  expect(vote(['a'], many, {share: 1 / 3})?.few).toEqual(['a']);
  expect(vote(['a'], many, {share: 0.3})).toBeUndefined();
  expect(vote(['a'], many, {least: 2})?.few).toEqual(['a']);
  expect(vote(['a'], many, {least: 3})).toBeUndefined();
});
