import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Edit, Finding} from '../../src/engine/finding.js';
import {applyEdits, fixToConvergence} from '../../src/engine/fixer.js';

const edit = (start: number, end: number, text: string): Edit => ({start, end, text});

describe('applyEdits', () => {
  test('changes only what it must', () => {
    expect(applyEdits('abcdef', [[edit(1, 2, 'X')], [edit(4, 5, '')]])).toEqual({text: 'aXcdf', applied: 2});
  });
  test('leaves an overlapping group for the next pass, wholly', () => {
    expect(applyEdits('abcdef', [[edit(0, 3, 'X')], [edit(2, 4, 'Y'), edit(5, 6, 'Z')]])).toEqual({
      text: 'Xdef',
      applied: 1,
    });
  });
  test('takes touching edits together', () => {
    expect(applyEdits('abcd', [[edit(0, 2, 'X')], [edit(2, 4, 'Y')]]).text).toBe('XY');
  });
  test('counts an equal edit of two groups once', () => {
    expect(applyEdits('abcd', [[edit(0, 1, 'X')], [edit(0, 1, 'X'), edit(3, 4, 'Y')]])).toEqual({
      text: 'XbcY',
      applied: 2,
    });
  });
  test('refuses two insertions at one place', () => {
    expect(applyEdits('ab', [[edit(1, 1, 'X')], [edit(1, 1, 'Y')]]).text).toBe('aXb');
  });

  test('property: what no edit covers stays, in order', () => {
    const edits = fc.array(fc.tuple(fc.nat(40), fc.nat(5), fc.string({maxLength: 3})), {maxLength: 8});
    fc.assert(
      fc.property(fc.string({minLength: 46, maxLength: 60}), edits, (text, raw) => {
        const groups = raw.map(([start, length, insert]) => [edit(start, start + length, insert)]);
        const result = applyEdits(text, groups);
        const covered = new Set(
          groups.flat().flatMap((e) => Array.from({length: e.end - e.start}, (_, i) => e.start + i)),
        );
        let at = 0;
        for (let i = 0; i < text.length; i++) {
          if (covered.has(i)) continue;
          at = result.text.indexOf(text[i] as string, at);
          expect(at).toBeGreaterThanOrEqual(0);
          at++;
        }
      }),
    );
  });
});

describe('fixToConvergence', () => {
  const finding = (edits: readonly Edit[]): Finding => ({
    rule: 'a/b',
    messageId: 'm',
    message: '',
    severity: 'warning',
    mqm: 'spelling',
    start: 0,
    end: 0,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
    text: '',
    fix: {edits},
    suggestions: [],
    related: [],
    data: {},
  });
  /** Halves every pair of spaces, so that four need two passes. */
  const halve = (text: string): Finding[] =>
    [...text.matchAll(/ {2}/g)].map((m) => finding([edit(m.index, m.index + 2, ' ')]));

  test('repeats until no fix is left', () => {
    expect(fixToConvergence('a    b', halve)).toMatchObject({
      text: 'a b',
      fixed: 3,
      passes: 2,
      converged: true,
    });
  });
  test('stops when fixes undo each other', () => {
    const flip = (text: string): Finding[] => [
      finding([edit(0, 1, text[0] === 'a' ? 'b' : text[0] === 'b' ? 'c' : 'a')]),
    ];
    expect(fixToConvergence('a', flip).converged).toBe(false);
  });
  test('stops when it never ends', () => {
    expect(fixToConvergence('a', () => [finding([edit(0, 0, 'x')])])).toMatchObject({
      converged: false,
      passes: 32,
    });
  });
  test('applies only what is picked', () => {
    expect(fixToConvergence('a  b', halve, () => false)).toMatchObject({text: 'a  b', fixed: 0});
  });
});
