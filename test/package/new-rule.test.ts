import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {build} from 'esbuild';
import {expect, test} from 'vitest';
import {filesOf, problemWith} from '../../scripts/new-rule.mjs';
import type {AnyRule} from '../../src/engine/rule.js';
import {lint} from '../support/lint.js';
import {readExamples} from '../support/page.js';
import {root} from '../support/resources.js';

const id = 'fluency/flimmergast';
const [source, page] = filesOf(id).map(({text}) => text) as [string, string];

/** The rule as it would be loaded from its place. */
async function compiled(): Promise<AnyRule> {
  const {outputFiles} = await build({
    stdin: {contents: source, loader: 'ts', resolveDir: path.join(root, 'rules/fluency')},
    bundle: true,
    format: 'esm',
    write: false,
  });
  const url = `data:text/javascript,${encodeURIComponent((outputFiles[0] as {text: string}).text)}`;
  return ((await import(/* @vite-ignore */ url)) as {default: AnyRule}).default;
}

test('a new rule is its id, and its examples pass', async () => {
  const rule = await compiled();
  expect(rule.meta.id).toBe(id);
  const examples = readExamples(page);
  expect(examples.filter(({good}) => good).length).toBeGreaterThanOrEqual(2);
  expect(examples.filter(({good}) => !good).length).toBeGreaterThanOrEqual(2);
  for (const {text, format, marked, line} of examples) {
    const findings = await lint(text, {rules: [rule], format});
    expect(
      findings.map(({start, end}) => ({start, end})),
      `line ${line}`,
    ).toEqual(marked);
  }
});

test.each([
  ['names', 'family/name'],
  ['Names/spelling', 'small letters'],
  ['names/Spelling', 'small letters'],
  ['names/spelling_two', 'small letters'],
  ['names/../evil', 'small letters'],
  ['names/-spelling', 'small letters'],
  ['nmaes/spelling', 'write one of'],
  ['punctuation/ellipsis', 'exists already'],
  [undefined, 'say which rule'],
])('no rule is laid for %s', (name, says) => {
  expect(problemWith(root, name)).toContain(says);
});

test('the command says in one message what is wrong, and writes nothing', () => {
  const before = fs.readdirSync(path.join(root, 'rules'), {recursive: true}).length;
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [path.join(root, 'scripts/new-rule.mjs'), ...args], {encoding: 'utf8'});
  const misspelt = run('punctation/loop');
  expect(misspelt.status).toBe(2);
  expect(misspelt.stderr).toMatch(
    /^new-rule: there is no family punctation: .*did you mean “punctuation”.*\n$/,
  );
  expect(run('names/a', 'names/b').stderr).toContain('one rule at a time');
  expect(fs.readdirSync(path.join(root, 'rules'), {recursive: true}).length).toBe(before);
});
