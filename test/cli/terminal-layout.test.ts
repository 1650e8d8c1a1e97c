import {spawnSync} from 'node:child_process';
import {describe, expect, test} from 'vitest';
import {layOutMarkdown} from '../../src/cli/markdown-page.js';
import {table} from '../../src/cli/table.js';
import {textWidth} from '../../src/report/text-width.js';
import {wrapped} from '../../src/report/wrap.js';
import {calque, cli, folder} from '../support/cli.js';
import {hasTerminal} from '../support/terminal.js';

const article =
  'According to the minister, he learned of the cracks from the press on Monday morning.\n\n[ad_1]\n';

/** What a terminal of so many columns gets. */
function shown(columns: number, cwd: string, ...args: string[]): string {
  const line = `stty cols ${columns}; ${[process.execPath, cli, ...args].map((part) => `'${part}'`).join(' ')}`;
  const {stdout} = spawnSync('script', ['-qec', line, '/dev/null'], {
    cwd,
    encoding: 'utf8',
    env: {...process.env, NO_COLOR: '1', TERM: 'xterm'},
  });
  return stdout.replaceAll('\r\n', '\n');
}

describe.skipIf(!hasTerminal)('at a terminal nothing breaks within a word', () => {
  const cwd = folder({'a.txt': article, '.calquerc.yaml': 'rules: {residue/ad-markr: error}\n'});
  test.each([
    ['a report', ['a.txt', '--no-config']],
    ['the rules', ['rules', '--no-config']],
    ['the page of a rule', ['explain', 'residue/ad-marker', '--no-config']],
    ['help', ['--help']],
    ['a mistake in the configuration', ['a.txt']],
    ['a mistake in the call', ['a.txt', '--no-config', '--format', 'nosuchformat']],
    ['doctor', ['doctor', '--no-config']],
  ])('%s', (_, args) => {
    const wide = shown(400, cwd, ...args);
    const narrow = shown(60, cwd, ...args);
    const words = (text: string): string[] => text.split(/\s+/);
    const known = new Set(words(wide));
    // Excerpts and lines of dashes are cut to the width.
    const cut = words(narrow).filter((word) => !known.has(word) && !/[…^~]/.test(word));
    expect(cut).toEqual([]);
    const long = narrow.split('\n').filter((line) => textWidth(line) > 60 && /\S\s+\S/.test(line.trim()));
    expect(long).toEqual([]);
  });

  test('explain shows no marks of Markdown', () => {
    const page = shown(80, cwd, 'explain', 'residue/ad-marker', '--no-config');
    expect(page).not.toMatch(/^#|^\||```|\*\*|<!--/m);
    expect(page).toMatch(/^residue\/ad-marker\n/);
  });
});

test('in a pipe a message is one line, and explain is Markdown', async () => {
  const cwd = folder({'a.txt': article});
  const report = await calque(['a.txt', '--no-config'], {cwd, env: {COLUMNS: '40'}});
  expect(report.stdout).toMatch(/English says “[^\n]*” {2}fluency\/self-attribution\n/);
  const page = await calque(['explain', 'residue/ad-marker', '--no-config'], {cwd});
  expect(page.stdout).toMatch(/^# residue\/ad-marker\n/);
});

describe('what is meant by a rule that there is not', () => {
  const cwd = folder({'a.txt': 'calque-disable-file unpaired\n\nThe port opened.\n'});
  test.each([
    [['explain', 'unpaired'], 'punctuation/unpaired'],
    [['explain', 'unpared'], 'punctuation/unpaired'],
    [['explain', 'names/unpaired'], 'punctuation/unpaired'],
    [['explain', 'punctation/*'], 'punctuation/*'],
    [['explain', 'punctation/unpaired'], 'punctuation/unpaired'],
    [['a.txt', '--rule', 'ad-marker:off'], 'residue/ad-marker'],
    [['a.txt', '--rule', 'residu/*:off'], 'residue/*'],
    [['a.txt'], 'punctuation/unpaired'],
  ])('%j', async (args, meant) => {
    const {stdout, stderr} = await calque([...args, '--no-config'], {cwd});
    expect(stdout + stderr).toContain(`(did you mean “${meant}”?)`);
  });

  test('nothing near is not guessed at', async () => {
    const {stderr} = await calque(['explain', 'xyz', '--no-config'], {cwd});
    expect(stderr).toBe('calque: there is no rule “xyz”; `calque rules` lists them\n');
  });

  test.each(['names', 'names/', 'names/*'])('a family is listed: %s', async (family) => {
    const {stdout, code} = await calque(['explain', family, '--no-config'], {cwd});
    expect(code).toBe(0);
    expect(stdout).toMatch(/^RULE +WHAT IT FINDS\nnames\/acronym /);
    expect(stdout).not.toContain('residue/');
  });
});

describe('wrapping', () => {
  test('keeps colours, long words and what is wide', () => {
    expect(wrapped('one two three four five', 2, 23)).toBe('one two three four\n  five');
    expect(wrapped('a https://example.org/very/long/address/that/stays b', 0, 30)).toBe(
      'a\nhttps://example.org/very/long/address/that/stays\nb',
    );
    expect(wrapped('日本 '.repeat(6).trim(), 0, 22)).toBe('日本 日本 日本 日本\n日本 日本');
    expect(wrapped('one two', 0, undefined)).toBe('one two');
  });

  test('of a table is within its last column', () => {
    const rows = [
      ['a', 'some words that are too many for the line'],
      ['bb', 'few'],
    ];
    expect(table(rows, 30)).toBe('a   some words that are too\n    many for the line\nbb  few\n');
    expect(table(rows)).toBe('a   some words that are too many for the line\nbb  few\n');
  });
});

test('a page of Markdown is laid out', () => {
  const page =
    '# A *title*\n\nText with `code`,\nover **lines** and a [link](https://example.org).\n\n- one\n- two words\n\n| A | B |\n|---|---|\n| 1 | `x\\|y` |\n\n```text bad source=lt\na\n\nb\n```\n\n<!-- gone -->\n\n> said\n';
  expect(layOutMarkdown(page, 80, false)).toBe(
    'A title\n\nText with code, over lines and a link (https://example.org).\n\n- one\n- two words\n\nA  B\n1  x|y\n\n  bad source=lt\n    a\n\n    b\n\n  said\n',
  );
});
