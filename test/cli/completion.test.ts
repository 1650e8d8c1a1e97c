import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {calque, folder} from '../support/cli.js';

const has = (shell: string): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0;
const scripts: Record<string, string> = {};
let cwd = '';

beforeAll(async () => {
  cwd = folder({'two words.txt': '', 'deep/a.txt': ''});
  for (const shell of ['bash', 'zsh', 'fish']) {
    const file = path.join(folder(), `calque.${shell}`);
    fs.writeFileSync(file, (await calque(['completion', shell])).stdout);
    scripts[shell] = file;
  }
});

function inShell(shell: string, args: readonly string[]): string[] {
  const {stdout, stderr} = spawnSync(shell, args, {cwd, encoding: 'utf8'});
  expect(stderr).toBe('');
  return stdout.split('\n').filter((line) => line !== '');
}

/** What is offered at the end of a command line, in the words of the shell itself. */
const offered: Readonly<Record<string, (words: readonly string[]) => string[]>> = {
  bash: (words) =>
    inShell('bash', [
      '--norc',
      '-c',
      `source '${scripts.bash}'; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _calque; printf '%s\\n' "\${COMPREPLY[@]}"`,
      'bash',
      ...words,
    ]),
  fish: (words) =>
    inShell('fish', ['--no-config', '-c', `source '${scripts.fish}'; complete -C '${words.join(' ')}'`]).map(
      (line) => line.split('\t')[0] as string,
    ),
};

describe.each(['bash', 'fish'])('%s', (shell) => {
  const complete = (...words: string[]): string[] => offered[shell]?.(words).sort() ?? [];

  test.skipIf(!has(shell)).each([
    [['expl'], ['explain']],
    [['--max'], ['--max-findings', '--max-penalty', '--max-warnings']],
    [['--preset', 'st'], ['strict']],
    [
      ['-f', 's'],
      ['sarif', 'stylish'],
    ],
    [['names', '--pro'], ['--propose']],
    [['names', '--max'], []],
    [['--pro'], []],
    [
      ['explain', 'names/in'],
      ['names/inconsistent-spelling', 'names/inflected-form', 'names/initial-after-full-name'],
    ],
    [['--rule', 'residue/ad-m'], ['residue/ad-marker']],
    [
      ['completion', ''],
      ['bash', 'fish', 'powershell', 'zsh'],
    ],
    [['dictionary', 'im'], ['import']],
    [['doctor', ''], []],
    [['tw'], ['two words.txt']],
    [['--config', 'tw'], ['two words.txt']],
  ])('calque %j', (words, expected) => {
    expect(complete('calque', ...words)).toEqual(expected);
  });
});

test.skipIf(!has('zsh'))('zsh takes the script, sourced and from $fpath', () => {
  expect(inShell('zsh', ['-n', scripts.zsh as string])).toEqual([]);
  const functions = folder({_calque: fs.readFileSync(scripts.zsh as string)});
  const dump = path.join(folder(), 'dump');
  for (const [before, after] of [
    [`fpath=('${functions}' $fpath)`, ''],
    ['', `source '${scripts.zsh}'`],
  ])
    expect(
      inShell('zsh', [
        '-f',
        '-c',
        `${before}; autoload -Uz compinit; compinit -u -d '${dump}${after?.length}'; ${after}; print $_comps[calque]`,
      ]),
    ).toEqual(['_calque']);
});

test('an unknown shell, none, or more than one', async () => {
  for (const args of [['csh'], [], ['bash', 'zsh']])
    expect((await calque(['completion', ...args])).stderr).toMatch(
      /^calque: usage: calque completion bash\|zsh\|fish\|powershell, for example/,
    );
});
