import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {applyEdits} from '../../src/engine/fixer.js';
import {changedPlaces, changedText} from '../../src/report/page/change.js';
import {segmentsOf} from '../../src/report/page/segments.js';

const ranges = fc.array(
  fc
    .tuple(fc.nat({max: 20}), fc.nat({max: 20}))
    .map(([a, b]) => ({start: Math.min(a, b), end: Math.max(a, b)})),
  {maxLength: 6},
);

describe('segmentsOf', () => {
  it('cuts overlapping findings, and keeps those of no length', () => {
    expect(
      segmentsOf(10, [
        {start: 2, end: 6},
        {start: 4, end: 8},
        {start: 9, end: 9},
      ]),
    ).toEqual([
      {start: 0, end: 2, findings: []},
      {start: 2, end: 4, findings: [0]},
      {start: 4, end: 6, findings: [0, 1]},
      {start: 6, end: 8, findings: [1]},
      {start: 8, end: 9, findings: []},
      {start: 9, end: 9, findings: [2]},
      {start: 9, end: 10, findings: []},
    ]);
  });

  it('covers the text once, in order, and every finding exactly', () => {
    fc.assert(
      fc.property(ranges, (findings) => {
        const segments = segmentsOf(20, findings);
        let at = 0;
        for (const {start, end} of segments) {
          expect(start).toBe(at);
          at = end;
        }
        expect(at).toBe(20);
        findings.forEach(({start, end}, i) => {
          const own = segments.filter((segment) => segment.findings.includes(i));
          expect(own.at(0)?.start).toBe(start);
          expect(own.at(-1)?.end).toBe(end);
          expect(own.reduce((sum, segment) => sum + segment.end - segment.start, 0)).toBe(end - start);
        });
      }),
    );
  });
});

describe('changes', () => {
  it('are shown with the text around them', () => {
    const text = 'one\ntwo three four\nfive';
    expect(changedPlaces(text, [{start: 8, end: 13, text: '3'}])).toEqual([
      {line: 2, before: 'two ', deleted: 'three', inserted: '3', after: ' four'},
    ]);
  });

  it('give the text that the fixer gives', () => {
    fc.assert(
      fc.property(fc.string({minLength: 20, maxLength: 20}), ranges, fc.string(), (text, raw, inserted) => {
        const edits = raw
          .filter(({start, end}) => end > start)
          .sort((a, b) => a.start - b.start)
          .filter(
            ({start}, i, all) => i === 0 || start >= Math.max(...all.slice(0, i).map((edit) => edit.end)),
          )
          .map((range) => ({...range, text: inserted}));
        expect(changedText(text, edits)).toBe(applyEdits(text, [edits]).text);
      }),
    );
  });
});
