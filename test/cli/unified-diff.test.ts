import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import {afterAll, describe, expect, it} from 'vitest';
import {unifiedDiff} from '../../src/cli/unified-diff.js';
import {lineChanges} from '../../src/text/line-changes.js';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'calque-diff-'));
afterAll(() => fs.rmSync(folder, {recursive: true}));

describe('a unified diff', () => {
  it('shows a change with two lines round it', () => {
    const before = 'one\ntwo\nthree\nfour\nfive\nsix\n';
    expect(unifiedDiff('a/x', 'b/x', before, before.replace('four', '4'))).toBe(
      '--- a/x\n+++ b/x\n@@ -2,5 +2,5 @@\n two\n three\n-four\n+4\n five\n six\n',
    );
  });

  it('parts changes that are far from each other, and tells of a missing line end', () => {
    const before = 'a\nb\nc\nd\ne\nf\ng\nh';
    expect(unifiedDiff('a/x', 'b/x', before, before.replace('a', 'A').replace('h', 'H'))).toBe(
      [
        '--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@\n-a\n+A\n b\n c\n@@ -6,3 +6,3 @@\n f\n g\n-h',
        '\\ No newline at end of file\n+H\n\\ No newline at end of file\n',
      ].join('\n'),
    );
  });

  it('is what `patch` takes', () => {
    const before = 'a\r\nthe the\nsame\n\nsame\nsame\nlast';
    const after = 'new\na\r\nthe\nsame\nsame\nlast\n';
    fs.writeFileSync(path.join(folder, 'x'), before);
    const run = spawnSync('patch', ['--binary', '-p1'], {
      cwd: folder,
      input: unifiedDiff('a/x', 'b/x', before, after),
    });
    if (run.error) return; // no `patch` here
    expect(run.status).toBe(0);
    expect(fs.readFileSync(path.join(folder, 'x'), 'utf8')).toBe(after);
  });
});

describe('changes of lines', () => {
  const line = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const lines = fc.array(line, {maxLength: 40});

  it('turn the old text into the new one', () => {
    fc.assert(
      fc.property(lines, lines, (a, b) => {
        const out: string[] = [];
        let at = 0;
        for (const {fromA, toA, fromB, toB} of lineChanges(a, b)) {
          out.push(...a.slice(at, fromA), ...b.slice(fromB, toB));
          at = toA;
        }
        expect([...out, ...a.slice(at)]).toEqual(b);
      }),
    );
  });

  it('are as small as what was done: lines taken out, put in and changed among equal ones', () => {
    const a = Array.from({length: 300}, (_, i) => (i % 3 === 0 ? '' : `line ${i}`));
    const b = [...a.slice(0, 40).map((text, i) => (i === 10 ? 'other' : text)), ...a.slice(140), 'end'];
    expect(lineChanges(a, b)).toEqual([
      {fromA: 10, toA: 11, fromB: 10, toB: 11},
      {fromA: 40, toA: 140, fromB: 40, toB: 40},
      {fromA: 300, toA: 300, fromB: 200, toB: 201},
    ]);
  });
});
