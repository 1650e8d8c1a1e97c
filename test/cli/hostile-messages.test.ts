import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {calque, folder} from '../support/cli.js';
import {root} from '../support/resources.js';

/** Text of a configuration, a dictionary or a path that a terminal or a CI log would obey. */
const hostile = [
  '\u001b]0;title\u0007',
  '\u001b[2J',
  '\u009b31m',
  '\u202egnp.exe',
  '\n::error file=README.md,line=1::INJECTED',
  '\n  ::add-mask::a',
  '##[error]x',
  '##vso[task.setvariable variable=a]b',
];
const evil = hostile.join(' ');
const yaml = (text: string): string => JSON.stringify(text);

/** What a terminal or a log obeys; line ends are calque's own. */
const obeyed = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|^\s*::|##[a-z]*\[/imu;

function expectHarmless({stdout, stderr}: {stdout: string; stderr: string}): void {
  expect(stdout).not.toMatch(obeyed);
  expect(stderr).not.toMatch(obeyed);
  expect(stdout + stderr).not.toBe('');
}

describe('nothing that calque quotes is obeyed', () => {
  const article = 'He told the the press.\n';
  test.each([
    ['a key of the configuration', `${yaml(evil)}: 1\n`],
    ['a rule', `rules:\n  ${yaml(evil)}: error\n`],
    ['a severity', `rules: {residue/ad-marker: ${yaml(evil)}}\n`],
    ['a preset', `extends: ${yaml(evil)}\n`],
    ['a dictionary', `dictionaries: [${yaml(evil)}]\n`],
    ['a language', `language: ${yaml(evil)}\n`],
    ['a pattern', `overrides: [{files: ${yaml(evil)}, nosuch: ${yaml(evil)}}]\n`],
    ['a mistake of syntax', `rules: [${evil}\n`],
    ['a baseline', `baseline: ${yaml(evil)}\n`],
  ])('%s', async (_, config) => {
    const cwd = folder({'.calquerc.yaml': config, 'a.txt': article});
    for (const args of [['a.txt'], ['doctor'], ['rules'], ['--print-config', 'a.txt'], ['trace', 'press']])
      expectHarmless(await calque(args, {cwd}));
  });

  test.each([
    ['a phrase', `entries:\n  - {phrase: ${yaml(evil)}, kind: calque, nosuch: 1}\n`],
    ['a kind', `entries:\n  - {phrase: a, kind: ${yaml(evil)}}\n`],
    [
      'what is written instead',
      `entries:\n  - {phrase: told the press, kind: calque, replace: ${yaml(evil)}}\n`,
    ],
    ['a variant', `entries:\n  - {phrase: Ann, kind: name, variants: [${yaml(`(${evil}`)}]}\n`],
  ])('of a dictionary: %s', async (_, dictionary) => {
    const cwd = folder({
      '.calquerc.yaml': 'dictionaries: [house.yml]\n',
      'house.yml': dictionary,
      'a.txt': article,
    });
    for (const args of [['a.txt'], ['dictionary', 'check'], ['doctor'], ['trace', 'told', 'the', 'press']])
      expectHarmless(await calque(args, {cwd}));
  });

  test('an argument', async () => {
    const cwd = folder({'a.txt': article});
    const runs = [
      [evil],
      [`--${evil}`],
      ['--format', evil, 'a.txt'],
      ['--rule', evil, 'a.txt'],
      ['--rule', `${evil}:error`, 'a.txt'],
      ['--baseline', evil, 'a.txt'],
      ['--config', evil, 'a.txt'],
      ['--language', evil, 'a.txt'],
      ['--fix', '--fix-type', evil, 'a.txt'],
      ['explain', evil],
      ['trace', evil],
      ['names', evil],
      ['dictionary', 'check', evil],
      ['help', evil],
    ];
    for (const args of runs) expectHarmless(await calque(args, {cwd}));
  });

  test('the name of a folder or a file', async () => {
    const name = evil.replaceAll('/', '');
    const cwd = folder({[`${name}/.calquerc.yaml`]: 'nosuch: 1\n', [`${name}/${name}.txt`]: article});
    for (const args of [
      ['.'],
      [name],
      ['names', '.'],
      ['names', '.', '--json'],
      ['.', '-f', 'json'],
      ['.', '--no-config', '--max-penalty', '0'],
    ])
      expectHarmless(await calque(args, {cwd}));
  });
});

test('only one module writes to standard output and standard error', () => {
  const allowed = [
    'src/cli/output.ts',
    'src/cli/main.ts',
    'src/config/debug.ts',
    'src/editor/main.ts',
    'src/editor/session.ts',
    'src/editor/node/server-thread.ts',
    'src/editor/node/supervisor.ts',
  ];
  const writers = fs
    .readdirSync(path.join(root, 'src'), {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.ts') && !name.startsWith('generated'))
    .map((name) => `src/${name.split(path.sep).join('/')}`)
    .filter((name) =>
      /process\.std(?:out|err)\.write|console\./.test(fs.readFileSync(path.join(root, name), 'utf8')),
    );
  expect(writers.filter((name) => !allowed.includes(name))).toEqual([]);
});
