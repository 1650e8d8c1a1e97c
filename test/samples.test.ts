import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import type {Finding} from '../src/engine/finding.js';
import {root} from './support/resources.js';

/**
 * Lints `samples/` as a user would and compares with the readable lists in `samples/expected/`.
 * `UPDATE_SAMPLES=1 npm test` writes them anew: read the difference before it is committed.
 */
const update = process.env.UPDATE_SAMPLES === '1';
const samples = path.join(root, 'samples');
const names = fs
  .readdirSync(samples)
  .filter((f) => /\.(txt|md|html)$/.test(f))
  .sort();

const run = spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), 'samples', '--format', 'json'], {
  cwd: root,
  encoding: 'utf8',
});
const report = JSON.parse(run.stdout) as {
  files: {path: string; findings: Finding[]; score: {penalty: number}}[];
};

function readable(finding: Finding): string {
  const place = `${finding.line}:${finding.column}`.padEnd(8);
  const fix = finding.fix ? '  [fix]' : '';
  const also =
    finding.related.length > 0
      ? `  (also line ${[...new Set(finding.related.map((r) => r.line))].join(', ')})`
      : '';
  const lines = [
    `${place}${finding.severity.padEnd(8)}${finding.rule}  “${finding.text.replace(/\s+/g, ' ')}”${fix}${also}`,
    `        ${finding.message}`,
  ];
  for (const suggestion of finding.suggestions) lines.push(`        → ${suggestion.message}`);
  return lines.join('\n');
}

describe('samples', () => {
  test('are linted without a complaint about themselves', () => {
    expect(run.stderr).toBe('');
    expect(report.files.map((f) => path.basename(f.path)).sort()).toEqual(names);
  });

  test.each(names)('%s', (name) => {
    const file = report.files.find((f) => path.basename(f.path) === name);
    const text = `${file?.findings.map(readable).join('\n') || 'nothing'}\n\nMQM penalty ${file?.score.penalty}\n`;
    const expected = path.join(samples, 'expected', `${name}.findings.txt`);
    if (update) fs.writeFileSync(expected, text);
    expect(text).toBe(fs.existsSync(expected) ? fs.readFileSync(expected, 'utf8') : '(no such file)');
  });
});
