import {describe, expect, it} from 'vitest';
import {SegmentFlag, SegmentMap} from '../../src/article/segment-map.js';

/** `ab` at 10, `&amp;` at 12, `cd` at 17, a block break, `ef` at 30, markup, `gh` at 40. */
const map = new SegmentMap(
  {
    count: 6,
    proseStarts: Uint32Array.of(0, 2, 3, 5, 7, 9, 11),
    sourceStarts: Uint32Array.of(10, 12, 17, 19, 30, 40),
    sourceEnds: Uint32Array.of(12, 17, 19, 30, 32, 42),
    flags: Uint8Array.of(0, SegmentFlag.Decoded, 0, SegmentFlag.Decoded | SegmentFlag.Fixed, 0, 0),
  },
  (prose) => prose,
);

describe('SegmentMap', () => {
  it.each([
    ['inside an exact segment', 1, 2, 11, 12],
    ['over a decoded segment', 1, 4, 11, 18],
    ['a decoded segment', 2, 3, 12, 17],
    ['half a block break', 4, 6, 18, 30],
    ['over markup', 8, 10, 31, 41],
    ['all', 0, 11, 10, 42],
    ['nothing at the start', 0, 0, 10, 10],
    ['nothing after a decoded segment', 3, 3, 17, 17],
    ['nothing at the end of a block', 5, 5, 19, 19],
    ['nothing at the start of a block', 7, 7, 30, 30],
    ['nothing before markup', 9, 9, 32, 32],
    ['nothing at the end', 11, 11, 42, 42],
  ])('maps %s', (_, start, end, sourceStart, sourceEnd) => {
    expect(map.toSource(start, end)).toEqual({start: sourceStart, end: sourceEnd});
  });

  it.each([
    [0, 5, true],
    [2, 3, true],
    [4, 6, false],
    [7, 9, true],
    [8, 10, false],
    [5, 5, true],
    [6, 6, false],
    [7, 7, true],
  ])('says of %d to %d that it is contiguous: %s', (start, end, expected) => {
    expect(map.isContiguous(start, end)).toBe(expected);
  });

  it('maps everything to the start where there is no prose', () => {
    const none = new SegmentMap(
      {
        count: 0,
        proseStarts: Uint32Array.of(0),
        sourceStarts: new Uint32Array(),
        sourceEnds: new Uint32Array(),
        flags: new Uint8Array(),
      },
      (prose) => prose,
    );
    expect(none.toSource(0, 0)).toEqual({start: 0, end: 0});
    expect(none.isContiguous(0, 0)).toBe(false);
  });
});
