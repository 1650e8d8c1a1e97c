import fs from 'node:fs';
import path from 'node:path';
import {unified} from 'unified';
import {VFile} from 'vfile';
import {beforeAll, describe, expect, test} from 'vitest';
import {createLinter, fixText, lintFiles, lintText} from '../../src/index.js';
import calquePlugin from '../../src/unified/index.js';
import {calque, folder} from '../support/cli.js';

const old = 'The council met  on Monday.\n\n[ad_1]\n\nIt will meet again on Friday.\n';
const now = `${old}\n[ad_2]\n`;

/** A baseline that the command line wrote and the configuration names, and a new finding since. */
describe('one baseline', () => {
  let cwd = '';
  let article = '';

  beforeAll(async () => {
    cwd = folder({'archive/a.txt': old});
    article = path.join(cwd, 'archive/a.txt');
    const {stderr} = await calque(['.', '--update-baseline'], {cwd});
    expect(stderr).toBe(
      'calque: .calque-baseline.json holds 2 findings (before: 0); it is used where the configuration names it (baseline: .calque-baseline.json) or --baseline does\n',
    );
    fs.writeFileSync(path.join(cwd, '.calquerc.yaml'), 'baseline: .calque-baseline.json\n');
    fs.writeFileSync(article, now);
    expect((await calque(['.', '--update-baseline', '--baseline', 'other.json'], {cwd})).stderr).toBe(
      'calque: other.json holds 3 findings (before: 0)\n',
    );
    fs.rmSync(path.join(cwd, 'other.json'));
  });

  test('serves the command line, from wherever it runs', async () => {
    for (const [args, from] of [
      [['.'], cwd],
      [['a.txt'], path.join(cwd, 'archive')],
    ] as const) {
      const {stdout} = await calque([...args, '-f', 'json'], {cwd: from});
      expect(JSON.parse(stdout)).toMatchObject({files: [{findings: [{text: '[ad_2]'}], hidden: 2}]});
    }
    const stdin = await calque(['--stdin', '--stdin-filename', article, '-f', 'json'], {cwd, input: now});
    expect(JSON.parse(stdin.stdout)).toMatchObject({files: [{findings: [{text: '[ad_2]'}], hidden: 2}]});
  });

  test('serves the stream, by the ids of its records', async () => {
    const record = (id: unknown) => `${JSON.stringify({id, text: now})}\n`;
    const {stdout} = await calque(['stream'], {cwd, input: record('archive/a.txt') + record(7)});
    const [known, other] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as {findings: object[]});
    expect(known).toMatchObject({id: 'archive/a.txt', findings: [{text: '[ad_2]'}], hidden: 2});
    expect(other).toMatchObject({id: 7, hidden: 0});
    expect(other?.findings).toHaveLength(3);
    const named = await calque(['stream', '--baseline', path.join(cwd, '.calque-baseline.json')], {
      cwd: folder(),
      input: record('archive/a.txt'),
    });
    expect(JSON.parse(named.stdout)).toMatchObject({hidden: 2});
    // Without a baseline, nothing is said of one.
    expect((await calque(['stream'], {cwd: folder(), input: record(1)})).stdout).not.toContain('hidden');
  });

  test('serves programs, and says what it hides', async () => {
    const {findings, score, suppressed} = await lintText(now, {cwd, path: 'archive/a.txt'});
    expect(findings).toMatchObject([{text: '[ad_2]'}]);
    expect(score.penalty).toBe(5);
    expect(suppressed?.map(({suppression}) => suppression.kind)).toEqual(['baseline', 'baseline']);
    const linter = await createLinter({cwd, path: 'archive/a.txt'});
    expect(linter.lint(now).findings).toHaveLength(1);
    expect(linter.fix(now, ['locale']).findings).toHaveLength(1);
    for await (const file of lintFiles('.', {cwd}))
      expect(file).toMatchObject({path: 'archive/a.txt', hidden: 2, findings: [{text: '[ad_2]'}]});
  });

  test('serves unified', async () => {
    const file = await unified()
      .use(calquePlugin, {cwd})
      .process(new VFile({cwd, path: 'archive/a.txt', value: now}));
    expect(file.messages.map(({actual}) => actual)).toEqual(['[ad_2]']);
    expect(file.data.calque?.suppressed).toHaveLength(2);
  });

  test('can be left out, and another one taken', async () => {
    const count = async (options: object) => (await lintText(now, {cwd, ...options})).findings.length;
    expect(await count({path: 'archive/a.txt', baseline: false})).toBe(3);
    expect(await count({path: 'archive/a.txt', baseline: 'none.json'})).toBe(3);
    expect(await count({path: 'archive/a.txt', config: false, baseline: '.calque-baseline.json'})).toBe(1);
    // A text without a name is none that the baseline knows.
    expect(await count({})).toBe(3);
    expect((await fixText(old, {cwd, baseline: false})).fixed).toBe(2);
  });

  test('that is broken is told as a mistake of the configuration', async () => {
    const broken = folder({'a.txt': old, '.calquerc': 'baseline: b.json\n', 'b.json': '{"version": 9}'});
    const message =
      'b.json: The baseline has version 9; this calque reads version 1. Make it anew with --update-baseline.';
    await expect(lintText(old, {cwd: broken, path: 'a.txt'})).rejects.toThrow(message);
    expect(await calque(['a.txt'], {cwd: broken})).toMatchObject({code: 2, stderr: `calque: ${message}\n`});
    expect(await calque(['stream'], {cwd: broken, input: '{"text": "x"}\n'})).toMatchObject({
      code: 2,
      stderr: `calque: ${message}\n`,
    });
    expect((await calque(['stream', '--baseline', 'none.json'], {cwd: broken})).stderr).toBe(
      'calque: --baseline none.json: there is no such file\n',
    );
  });
});
