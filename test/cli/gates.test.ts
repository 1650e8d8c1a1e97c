import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {calque, folder} from '../support/cli.js';

const twice = 'The port opened.\n\nHe told the the press.\n';
const slot = '[ad_1]\n\nThe port opened.\n';

describe('a gate that fails says which and by how much', () => {
  test.each([
    ['warnings', ['--max-warnings', '1'], 1, /^calque: too many warnings \(2, allowed 1\)\n$/],
    [
      'warnings that --quiet leaves out',
      ['--max-warnings', '0', '-q'],
      1,
      /too many warnings \(2, allowed 0\)/,
    ],
    ['enough warnings', ['--max-warnings', '2'], 0, /^$/],
    [
      'a penalty',
      ['--max-penalty', '10'],
      1,
      /^calque: a\.txt: MQM penalty too high \(125 per 1000 words, allowed 10\)\ncalque: in\/b\.txt: MQM penalty too high \(125 per 1000 words, allowed 10\)\n$/,
    ],
    ['a penalty that is allowed', ['--max-penalty', '125'], 0, /^$/],
    ['with --exit-zero', ['--max-warnings', '0', '--exit-zero'], 0, /^$/],
  ])('%s', async (_, args, code, says) => {
    const cwd = folder({'a.txt': twice, 'in/b.txt': twice});
    const run = await calque(['.', '--no-config', '--format', 'compact', ...args], {cwd});
    expect(run.stderr).toMatch(says);
    expect(run.code).toBe(code);
  });

  test('with standard input', async () => {
    const run = await calque(['-', '--no-config', '--max-warnings', '0'], {cwd: folder(), input: twice});
    expect(run.stderr).toBe('calque: too many warnings (1, allowed 0)\n');
    expect(run.code).toBe(1);
  });
});

test('--quiet says that the penalty counts what it leaves out', async () => {
  const cwd = folder({'a.txt': twice});
  const {stdout} = await calque(['a.txt', '--no-config', '-q'], {cwd});
  expect(stdout).toContain('No errors in 1 file\nMQM penalty 125 per 1000 words');
  expect(stdout).toContain('1 warning or note not shown (--quiet); the penalty counts all');
});

describe('files that could not be linted', () => {
  test('are not counted as files without findings', async () => {
    const cwd = folder({'a.txt': 'All is well.\n', 'bad.txt': new Uint8Array([0x41, 0xff, 0x41])});
    const alone = await calque(['bad.txt', '--no-config'], {cwd});
    expect(alone.stdout).not.toContain('No findings');
    expect(alone.stdout.trimEnd().split('\n').at(-1)).toBe('1 file could not be linted');
    const both = await calque(['.', '--no-config', '-f', 'compact'], {cwd});
    expect(both.stdout).toMatch(/\nNo findings in 1 file, 1 file could not be linted\n$/);
    expect(both.code).toBe(2);
  });
});

describe('code hosts get paths from the root of the checkout', () => {
  const checkout = (): string => {
    const root = folder({'.git/HEAD': 'ref: refs/heads/main\n', 'news/today/a.txt': twice, 'b.txt': twice});
    fs.mkdirSync(path.join(root, 'sub/news'), {recursive: true});
    // A work tree and a submodule have a file there.
    fs.writeFileSync(path.join(root, 'sub/.git'), 'gitdir: ../.git/modules/sub\n');
    fs.writeFileSync(path.join(root, 'sub/news/c.txt'), twice);
    return root;
  };
  const pathsIn: Readonly<Record<string, (out: string) => string[]>> = {
    github: (out) => [...out.matchAll(/file=([^,]+),/g)].map(([, file]) => file as string),
    gitlab: (out) => (JSON.parse(out) as {location: {path: string}}[]).map(({location}) => location.path),
    sarif: (out) =>
      [...out.matchAll(/"uri": "([^"]+)",\s+"uriBaseId": "%SRCROOT%"/g)].map(([, uri]) => uri as string),
    compact: (out) => [...out.matchAll(/^(\S+?):\d/gm)].map(([, file]) => file as string),
  };
  test.each([
    ['github', 'news', ['.'], ['news/today/a.txt']],
    ['github', 'news/today', ['./a.txt', '../../b.txt'], ['b.txt', 'news/today/a.txt']],
    ['gitlab', 'news', ['today/a.txt'], ['news/today/a.txt']],
    ['sarif', 'news', ['.'], ['news/today/a.txt']],
    ['github', '.', ['./b.txt'], ['b.txt']],
    ['github', 'sub/news', ['c.txt'], ['news/c.txt']],
    ['compact', 'news', ['.'], ['today/a.txt']],
  ])('%s in %s', async (format, cwd, operands, paths) => {
    const run = await calque([...operands, '--no-config', '-f', format], {cwd: path.join(checkout(), cwd)});
    expect([...new Set(pathsIn[format]?.(run.stdout))]).toEqual(paths);
  });

  test('outside any checkout, from the working directory', async () => {
    const cwd = folder({'news/a.txt': twice});
    const {stdout} = await calque(['.', '--no-config', '-f', 'github'], {cwd});
    expect(pathsIn.github?.(stdout)).toEqual(['news/a.txt']);
  });

  test('standard input keeps its name, or the one it is given', async () => {
    const cwd = path.join(checkout(), 'news');
    const bare = await calque(['-', '--no-config', '-f', 'github'], {cwd, input: twice});
    expect(pathsIn.github?.(bare.stdout)).toEqual(['<stdin>']);
    const args = ['--stdin', '--stdin-filename', 'new/x.txt', '--no-config', '-f', 'github'];
    const named = await calque(args, {cwd, input: twice});
    expect(pathsIn.github?.(named.stdout)).toEqual(['news/new/x.txt']);
  });
});

test.each([
  ['json:out.json', 'sarif:./out.json', []],
  ['json:out.json', 'compact', ['-o', 'out.json']],
])('two reports to one file are refused: %s, %s', async (one, other, more) => {
  const cwd = folder({'a.txt': slot});
  const run = await calque(['a.txt', '--no-config', '-f', one, '-f', other, ...more], {cwd});
  expect(run.code).toBe(2);
  expect(run.stderr).toMatch(
    /^calque: two reports would go to .*out\.json, json and \w+: give each its own file\n$/,
  );
  expect(fs.existsSync(path.join(cwd, 'out.json'))).toBe(false);
});

describe('a rule that throws', () => {
  const config = `const rule = {
  meta: {id: 'house/broken', description: 'Breaks', mqm: 'grammar', severity: 'warning', recommended: true, messages: {x: 'X'}},
  create() { return {article() { throw new TypeError('no such thing'); }}; },
};
export default {plugins: [{name: 'house', rules: [rule]}], rules: {'house/broken': 'warning'}};
`;
  const project = (): string =>
    folder({'package.json': '{"type": "module"}', 'calque.config.js': config, 'a.txt': twice});

  test('is told, costs no penalty and hides nothing', async () => {
    const run = await calque(['a.txt', '-f', 'json'], {cwd: project()});
    const [file] = (
      JSON.parse(run.stdout) as {files: {findings: {rule: string}[]; score: {penalty: number}}[]}
    ).files;
    expect(file?.findings.map(({rule}) => rule)).toEqual(['house/broken', 'fluency/repeated-phrase']);
    expect(file?.score.penalty).toBe(1);
    expect(run.code).toBe(2);
    expect(run.stderr).toBe('');
  });

  test('is not taken into a baseline', async () => {
    const cwd = project();
    await calque(['a.txt', '--update-baseline', '--baseline', 'known.json'], {cwd});
    expect(fs.readFileSync(path.join(cwd, 'known.json'), 'utf8')).not.toContain('house/broken');
    expect(await calque(['a.txt', '--baseline', 'known.json', '-f', 'compact'], {cwd})).toMatchObject({
      code: 2,
    });
  });

  test('shows its stack with DEBUG=calque', async () => {
    const {stderr} = await calque(['a.txt'], {cwd: project(), env: {DEBUG: 'calque'}});
    expect(stderr).toMatch(
      /^calque: house\/broken threw TypeError: no such thing\n\s+at .*calque\.config\.js.*:3:\d+/,
    );
  });
});
