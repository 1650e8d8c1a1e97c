import {expect, test} from 'vitest';
import type {Finding, Severity} from '../../src/engine/finding.js';
import {limited, moreRule} from '../../src/report/limit.js';
import {calque, folder} from '../support/cli.js';

const found = (severity: Severity, start: number): Finding => ({
  rule: 'a/b',
  messageId: 'c',
  message: 'd',
  severity,
  mqm: 'markup',
  start,
  end: start + 1,
  line: 1,
  column: start + 1,
  endLine: 1,
  endColumn: start + 2,
  text: 'x',
  suggestions: [],
  related: [],
  data: {},
});

test('the gravest are kept in the order of the text, and what is left is counted', () => {
  const findings = ['info', 'warning', 'error', 'warning', 'error', 'info', 'error'].map((severity, i) =>
    found(severity as Severity, i),
  );
  const told = limited({findings}, 3).findings;
  expect(told.map(({rule, severity, start}) => [rule, severity, start])).toEqual([
    [moreRule, 'warning', 0],
    ['a/b', 'error', 2],
    ['a/b', 'error', 4],
    ['a/b', 'error', 6],
  ]);
  expect(told[0]?.message).toContain('2 warnings, 2 notes more are not shown');
  expect(limited({findings}, 7).findings).toBe(findings);
  expect(limited({findings}, 0).findings).toBe(findings);
});

const many = Array.from({length: 4000}, (_, i) => `They came on the ${i} day , to the the town .\n\n`).join(
  '',
);

test('an article that is nothing but findings has a report that can be read', async () => {
  const cwd = folder({'a.txt': many});
  const told = async (...args: string[]) => {
    const {code, stdout, stderr} = await calque(['a.txt', '-f', 'json', '--max-warnings', '6000', ...args], {
      cwd,
    });
    const {files} = JSON.parse(stdout) as {files: {findings: Finding[]}[]};
    return {code, stderr, count: files[0]?.findings.length ?? 0};
  };
  const all = await told('--max-findings', '0');
  expect(all.count).toBeGreaterThan(8000);
  // The gate counts all of them, whatever is shown.
  expect(all).toMatchObject({code: 1, stderr: expect.stringContaining('too many warnings')});
  expect(await told()).toEqual({...all, count: 5001});
  expect(await told('--max-findings', '10')).toEqual({...all, count: 11});
});

test('a record of a stream', async () => {
  const {stdout} = await calque(['stream', '--no-config'], {
    input: `${JSON.stringify({id: 1, text: many})}\n`,
  });
  const {findings} = JSON.parse(stdout) as {findings: Finding[]};
  expect(findings.length).toBe(5001);
  expect(findings.filter(({rule}) => rule === moreRule)).toHaveLength(1);
});
