import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {calque, folder} from '../support/cli.js';

const article = `Mayor Temir Zhumabekov opened the pier. Zhumabekov spoke first.

Mayor Temir Zumabekov left before noon.
`;

interface Page {
  articles: {path: string; names: {name: string; forms: {text: string; places: number[]}[]}[]}[];
}

function pageIn(cwd: string, name = 'report.html'): Page {
  const page = fs.readFileSync(path.join(cwd, name), 'utf8');
  return JSON.parse(/id="data">(.*?)<\/script>/s.exec(page)?.[1] ?? '') as Page;
}

describe('the HTML report', () => {
  test.each([
    ['alone', []],
    ['from threads', ['--jobs', '2']],
    ['from the cache', ['--cache']],
    ['from the cache again', ['--cache']],
  ])('has every place of each spelling: %s', async (_, args) => {
    const cwd = folder({'a.txt': article, 'b.txt': 'Fine.\n'});
    if (args[0] === '--cache') await calque(['.', '--cache'], {cwd});
    const more = args[0] === '--jobs' ? Array.from({length: 130}, (_, i) => `c${i}.txt`) : [];
    for (const name of more) fs.writeFileSync(path.join(cwd, name), 'Fine.\n');
    await calque(['.', '--format', 'html:report.html', ...args], {cwd});
    const [first, second] = pageIn(cwd).articles;
    expect(first?.path).toBe('a.txt');
    expect(first?.names).toMatchObject([
      {
        name: 'Temir Zhumabekov',
        forms: [
          {text: 'Zhumabekov', places: [12, 40]},
          {text: 'Zumabekov', places: [article.indexOf('Zumabekov')]},
        ],
      },
    ]);
    expect(second?.names).toEqual([]);
  });

  test('draws no name that a directive or the configuration hides, or --quiet leaves out', async () => {
    const hidden = `calque-disable-file names/inconsistent-spelling -- two men\n\n${article}`;
    const cwd = folder({'a.txt': article, 'b.txt': hidden});
    const drawn = async (...args: string[]) => {
      await calque(['.', '--format', 'html:report.html', ...args], {cwd});
      return pageIn(cwd).articles.map(({names}) => names.length);
    };
    expect(await drawn()).toEqual([1, 0]);
    expect(await drawn('--rule', 'names/inconsistent-spelling:off')).toEqual([0, 0]);
    expect(await drawn('--quiet')).toEqual([0, 0]);
  });
});

describe('standard input', () => {
  test('is told in several formats at once, as files are', async () => {
    const cwd = folder();
    const args = ['--format', 'compact', '--format', 'json:out/report.json', '--format', 'html:report.html'];
    const {stdout, code} = await calque(['-', ...args], {cwd, input: article});
    expect(code).toBe(0);
    expect(stdout).toMatch(/^<stdin>:3:13: warning: “Zumabekov” is also spelt “Zhumabekov”/);
    expect(JSON.parse(fs.readFileSync(path.join(cwd, 'out/report.json'), 'utf8'))).toMatchObject({
      files: [{path: '<stdin>', findings: [{rule: 'names/inconsistent-spelling'}]}],
    });
    expect(pageIn(cwd).articles).toMatchObject([{names: [{name: 'Temir Zhumabekov'}]}]);
  });

  test('can be reported into a file', async () => {
    const cwd = folder();
    const {stdout} = await calque(['-', '-f', 'jsonl', '-o', 'found.jsonl'], {cwd, input: article});
    expect(stdout).toBe('');
    expect(JSON.parse(fs.readFileSync(path.join(cwd, 'found.jsonl'), 'utf8'))).toMatchObject({
      path: '<stdin>',
    });
  });

  test('a wrong format is misuse, not a fault', async () => {
    expect(await calque(['-', '--format', 'sari'], {input: article})).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^calque: --format sari: There is no format “sari”/),
    });
  });
});

describe('--show-suppressed', () => {
  const text = `calque-disable-next-line residue/ad-marker -- it stays
[ad_1]

The council met  on Monday.

[ad_2]
`;
  interface Told {
    findings: {line: number}[];
    suppressed?: {line: number; suppression: object}[];
    hidden: number;
  }
  const fileIn = (stdout: string): Told => (JSON.parse(stdout) as {files: [Told]}).files[0];

  async function archive(): Promise<string> {
    const cwd = folder({'a.txt': text.replace('met  on', 'met on')});
    await calque(['a.txt', '--update-baseline'], {cwd});
    fs.writeFileSync(path.join(cwd, 'a.txt'), text);
    fs.writeFileSync(path.join(cwd, '.calquerc'), 'baseline: .calque-baseline.json\n');
    return cwd;
  }

  test('tells what directives and the baseline hide, and why', async () => {
    const cwd = await archive();
    const plain = fileIn((await calque(['a.txt', '-f', 'json'], {cwd})).stdout);
    expect(plain.suppressed).toBeUndefined();
    for (const more of [[], ['--cache'], ['--cache']]) {
      const {stdout, code} = await calque(['a.txt', '-f', 'json', '--show-suppressed', ...more], {cwd});
      // What is hidden counts nowhere.
      expect(code).toBe(0);
      expect(fileIn(stdout)).toMatchObject({
        findings: plain.findings,
        hidden: 1,
        suppressed: [
          {line: 2, suppression: {kind: 'directive', line: 1, justification: 'it stays'}},
          {line: 6, suppression: {kind: 'baseline'}},
        ],
      });
    }
    const {stdout} = await calque(['a.txt', '--show-suppressed'], {cwd});
    expect(stdout).toMatch(/^ {3}2:1 {2}hidden .*\n.*\(by the directive in line 1: it stays\)$/m);
    expect(stdout).toMatch(/^ {3}6:1 {2}hidden .*\n.*\(known to the baseline\)$/m);
    expect(stdout).toContain('1 finding hidden by the baseline\n1 finding hidden by directives\n');
  });

  test('tells in SARIF and by lines too; errors alone with --quiet', async () => {
    const cwd = await archive();
    const {stdout} = await calque(['a.txt', '-f', 'sarif', '--show-suppressed'], {cwd});
    const {results} = (JSON.parse(stdout) as {runs: [{results: {suppressions: {kind: string}[]}[]}]}).runs[0];
    expect(results.map(({suppressions}) => suppressions.map(({kind}) => kind))).toEqual([
      [],
      ['inSource'],
      ['external'],
    ]);
    const lines = (await calque(['a.txt', '-f', 'jsonl', '-q', '--show-suppressed'], {cwd})).stdout;
    expect(
      lines
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as {suppression: {kind: string}}).suppression.kind),
    ).toEqual(['directive', 'baseline']);
  });

  test('is misuse with formats that cannot tell it', async () => {
    const cwd = await archive();
    const result = await calque(['a.txt', '-f', 'github', '--show-suppressed'], {cwd});
    expect(result.code).toBe(2);
    expect(result.stderr).toContain('--show-suppressed goes with --format stylish, json, jsonl or sarif');
    expect(
      (await calque(['a.txt', '-f', 'github', '-f', 'sarif:a.sarif', '--show-suppressed'], {cwd})).code,
    ).toBe(0);
  });
});

describe('when there is nothing to lint', () => {
  test('a report that was asked for is written, and is empty', async () => {
    const cwd = folder({'a.txt': article, '.calqueignore': '*.txt\n', 'sub/.calqueignore': ''});
    const named = await calque(['a.txt', '-f', 'json', '-f', 'sarif:out.sarif'], {cwd});
    expect(named).toMatchObject({code: 0, stderr: 'calque: a.txt is ignored by .calqueignore:1 (*.txt)\n'});
    expect(JSON.parse(named.stdout)).toMatchObject({files: [], summary: {files: 0}});
    expect(JSON.parse(fs.readFileSync(path.join(cwd, 'out.sarif'), 'utf8'))).toMatchObject({
      runs: [{results: []}],
    });
    const none = await calque(['sub', '--pass-on-no-files', '-f', 'jsonl', '-o', 'out.jsonl'], {cwd});
    expect(none).toMatchObject({code: 0, stderr: ''});
    expect(fs.readFileSync(path.join(cwd, 'out.jsonl'), 'utf8')).toBe('');
    const stdin = await calque(['--stdin', '--stdin-filename', 'a.txt', '-f', 'json'], {cwd, input: article});
    expect(JSON.parse(stdin.stdout)).toMatchObject({files: []});
    // Hooks that hand on ignored files alone want no word on standard output.
    expect((await calque(['a.txt'], {cwd})).stdout).toBe('');
  });
});

describe('pages that calque made', () => {
  test('are no articles, whoever made them and when', async () => {
    const cwd = folder({'a.txt': article});
    await calque(['a.txt', '-f', 'html:old/report.html'], {cwd});
    fs.writeFileSync(
      path.join(cwd, 'old/names.html'),
      (await calque(['names', 'a.txt', '--html'], {cwd})).stdout,
    );
    for (const args of [[], ['--jobs', '2'], ['--cache'], ['--cache']]) {
      const {stdout} = await calque(['.', '-f', 'json', ...args], {cwd});
      expect((JSON.parse(stdout) as {files: {path: string}[]}).files.map((file) => file.path)).toEqual([
        'a.txt',
      ]);
    }
  });
});

describe('misuse', () => {
  test.each([
    [['-f', 'json:'], '--format json: names no file after the colon'],
    [
      ['-f', 'sarf'],
      '--format sarf: There is no format “sarf” (did you mean “sarif”?). Formats are: stylish, ',
    ],
    [['-f', 'json:a.txt/x'], 'the report cannot be written to a.txt/x: a part of the path is no folder'],
    [['-'], 'standard input is linted alone, but “a.txt” is named beside it'],
    [['--stdin'], 'standard input is linted alone, but “a.txt” is named beside it'],
  ])('%j', async (args, message) => {
    const result = await calque(['a.txt', ...args], {cwd: folder({'a.txt': 'Fine.\n'})});
    expect(result.code).toBe(2);
    expect(result.stderr).toContain(`calque: ${message}`);
  });
});
