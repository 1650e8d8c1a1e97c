import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {readText} from '../../src/article/read-text.js';
import type {Finding} from '../../src/engine/finding.js';
import {fixToConvergence} from '../../src/engine/fixer.js';
import {lint, linterFor} from '../support/lint.js';
import {root} from '../support/resources.js';

/** The real article that the project starts from, and the list of its defects; both lie beside the project. */
const shared = path.join(root, '../shared');
const list = path.join(shared, 'reference/seed-defects.md');
const present = fs.existsSync(list);

interface Defect {
  readonly number: number;
  readonly line: number;
  readonly text: string;
  readonly mono: string;
}

function readDefects(): Defect[] {
  return fs
    .readFileSync(list, 'utf8')
    .split('\n')
    .flatMap((row) => {
      const cells = row.split(/(?<!\\)\|/).map((c) => c.trim());
      if (!/^\d+$/.test(cells[1] ?? '') || !/^\d+$/.test(cells[2] ?? '') || cells.length < 10) return [];
      const text = /^`(.*)`$/.exec(cells[3] as string)?.[1] ?? '';
      return [{number: Number(cells[1]), line: Number(cells[2]), text, mono: cells[7] as string}];
    });
}

/** A defect is found by a finding (or a place related to one) that overlaps its text on its line. */
function places(source: string, defect: Defect): {start: number; end: number}[] {
  const lines = source.split('\n');
  const offset = lines.slice(0, defect.line - 1).reduce((n, l) => n + l.length + 1, 0);
  const line = lines[defect.line - 1] as string;
  if (defect.text === '') return [{start: offset - 1, end: offset + 4}];
  const found = [];
  for (let i = line.indexOf(defect.text); i >= 0; i = line.indexOf(defect.text, i + 1)) {
    found.push({start: offset + i, end: offset + i + defect.text.length});
  }
  return found;
}

const overlaps = (a: {start: number; end: number}, b: {start: number; end: number}): boolean =>
  a.start < b.end && b.start < a.end;

describe.skipIf(!present)('the article that the project starts from', () => {
  const source = present ? fs.readFileSync(path.join(shared, 'seeds/000_86c4288b54d5bd05.txt'), 'utf8') : '';
  const defects = present ? readDefects() : [];

  const measure = (findings: readonly Finding[]) => {
    const spots = findings.flatMap((f) => [f, ...f.related]);
    const found = defects.filter((d) => places(source, d).some((p) => spots.some((f) => overlaps(f, p))));
    const outside = findings.filter(
      (f) => !defects.some((d) => places(source, d).some((p) => overlaps(f, p))),
    );
    const of = (mono: string): [Defect[], Defect[]] => [
      found.filter((d) => d.mono === mono),
      defects.filter((d) => d.mono === mono && !found.includes(d)),
    ];
    return {high: of('H'), medium: of('M'), outside};
  };

  test('the list has 54 defects that a linter can see for sure and 47 that it can guess', () => {
    expect(defects.filter((d) => d.mono === 'H')).toHaveLength(54);
    expect(defects.filter((d) => d.mono === 'M')).toHaveLength(47);
  });

  test('recommended finds nearly all sure ones, and hardly anything else', async () => {
    const {high, outside} = measure(await lint(source));
    if (process.env.CALQUE_SHOW) {
      console.log(
        'missed',
        high[1].map((d) => `${d.number} ${d.line} ${d.text}`),
      );
      console.log(
        'outside',
        outside.map((f) => `${f.line} ${f.rule} ${f.text}`),
      );
    }
    expect(high[0].length).toBeGreaterThanOrEqual(52);
    expect(outside.map((f) => `${f.line} ${f.rule} ${f.text}`).length).toBeLessThanOrEqual(3);
  });

  test('strict with the source language finds many of the others', async () => {
    const {high, medium} = measure(await lint(source, {preset: 'strict', sourceLanguage: 'lt'}));
    if (process.env.CALQUE_SHOW)
      console.log(
        'missed',
        medium[1].map((d) => `${d.number} ${d.line} ${d.text}`),
        high[0].length,
        medium[0].length,
      );
    expect(medium[0].length).toBeGreaterThanOrEqual(20);
  });

  test('fixing touches only what the fixes name, and a second run changes nothing', () => {
    const linter = linterFor();
    const run = (text: string) =>
      fixToConvergence(text, {read: readText, lint: (article) => linter.lint(article)});
    const once = run(source);
    expect(once.converged).toBe(true);
    expect(run(once.text).text).toBe(once.text);
    expect(once.text).not.toContain('[ad_1]');
    expect(once.text).not.toContain(' “,');
    // Without marks, blank lines and the deleted blocks nothing is lost.
    const words = (text: string) =>
      text
        .replace(/\[ad_\d\]/g, '')
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean);
    const gone = words(source).length - words(once.text).length;
    expect(gone).toBe(0); // the second of two equal captions is left to a person now
  });
});
