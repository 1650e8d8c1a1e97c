import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {root} from './support/resources.js';

/**
 * Runs every `calque` command of the README's console blocks in a copy of the folders they name, and compares what
 * it prints. A line `[…]` stands for lines left out. `UPDATE_README=1` writes the outputs of blocks without one anew.
 */
const update = process.env.UPDATE_README === '1';
const file = path.join(root, 'README.md');
const readme = fs.readFileSync(file, 'utf8');
const cut = '[…]';

interface Block {
  readonly whole: string;
  readonly command: string;
  readonly output: string;
}

const blocks: Block[] = [...readme.matchAll(/```console\n\$ (.*)\n([\s\S]*?)```\n/g)].map((m) => ({
  whole: m[0],
  command: m[1] as string,
  output: m[2] as string,
}));

/** Only what these words begin is run here; the others are tried by `.ci/run` (npm ci, npm start, npm test). */
const ours = (command: string): boolean => /^(printf .*\| )?calque /.test(command);

function run(command: string): string {
  const cwd = fs.mkdtempSync(path.join(os.tmpdir(), 'calque-readme-'));
  fs.cpSync(path.join(root, 'samples'), path.join(cwd, 'samples'), {recursive: true});
  const bin = path.join(cwd, 'bin');
  fs.mkdirSync(bin);
  fs.writeFileSync(
    path.join(bin, 'calque'),
    `#!/bin/sh\nexec '${process.execPath}' '${path.join(root, 'dist/cli.js')}' "$@"\n`,
    {mode: 0o755},
  );
  const result = spawnSync('sh', ['-c', command], {
    cwd,
    encoding: 'utf8',
    env: {...process.env, PATH: `${bin}:${process.env.PATH}`, COLUMNS: '100', NO_COLOR: '1'},
  });
  fs.rmSync(cwd, {recursive: true});
  return result.stdout + result.stderr;
}

describe('README', () => {
  test('shows commands', () => {
    expect(blocks.filter((b) => ours(b.command)).length).toBeGreaterThanOrEqual(4);
  });

  test.each(blocks.filter((b) => ours(b.command)))('$ $command', ({whole, command, output}) => {
    const got = run(command);
    if (update && !output.includes(cut)) {
      const text = fs
        .readFileSync(file, 'utf8')
        .replace(whole, () => `\`\`\`console\n$ ${command}\n${got}\`\`\`\n`);
      fs.writeFileSync(file, text);
      return;
    }
    const [head = '', ...rest] = output.split(`${cut}\n`);
    expect(got.slice(0, head.length)).toBe(head);
    const tail = rest.at(-1) ?? '';
    expect(rest.length === 0 ? got.length : got.endsWith(tail)).toBe(
      rest.length === 0 ? output.length : true,
    );
  });
});
