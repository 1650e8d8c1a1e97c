import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {root} from '../support/resources.js';
import {makeFolder} from './client.js';
import {installed, recipe} from './recipe.js';

const hasNeovim = spawnSync('nvim', ['--version']).status === 0;
if (!hasNeovim) console.warn('Neovim (nvim) is not installed: its tests are skipped.');

interface Seen {
  readonly problem?: string;
  readonly opened: {line: number; column: number; code?: string; message: string; source: string}[];
  readonly typed: {line: number; column: number; code?: string}[];
  readonly offered: string[];
  readonly fixed: string;
  readonly disabled: string;
  readonly all: string;
  readonly ignored: string;
  readonly saved: string;
  readonly broken: {message: string}[];
}

describe.skipIf(!hasNeovim)('Neovim', () => {
  const first = 'The mayor said the the bridge would open.\n';
  const folder = makeFolder({'article.txt': first});
  afterAll(() => fs.rmSync(folder, {recursive: true, force: true}));

  test('shows findings while one types, and does what its menu offers', () => {
    const out = path.join(folder, 'seen.json');
    const setUp = path.join(folder, 'recipe.lua');
    fs.writeFileSync(setUp, recipe('Neovim', 'lua'));
    const onSave = path.join(folder, 'on-save.lua');
    fs.writeFileSync(onSave, recipe('Neovim', 'lua', 2));
    const {stderr} = spawnSync(
      'nvim',
      [
        '--headless',
        '--clean',
        '-i',
        'NONE',
        '-n',
        '-c',
        `luafile ${path.join(root, 'test/editor/neovim/drive.lua')}`,
      ],
      {
        env: {
          ...installed(folder),
          XDG_STATE_HOME: folder,
          XDG_CACHE_HOME: folder,
          CALQUE_RECIPE: setUp,
          CALQUE_ON_SAVE: onSave,
          CALQUE_FOLDER: folder,
          CALQUE_OUT: out,
        },
        encoding: 'utf8',
        timeout: 120_000,
      },
    );
    const seen = JSON.parse(fs.readFileSync(out, 'utf8')) as Seen;
    expect(seen.problem, stderr).toBeUndefined();
    expect(seen.opened).toMatchObject([{line: 0, source: 'calque'}]);
    expect(seen.opened[0]?.message).toContain('“the” stands twice');
    expect(seen.typed.map((d) => d.line)).toEqual([0, 1]);
    expect(seen.offered[0]).toBe('Fix: an → a');
    expect(seen.offered).toContain('Disable fluency/a-an for this article');
    const fixed = 'The mayor said the the bridge would open.\nIt was a big day for the town.';
    expect(seen.fixed).toBe(fixed);
    expect(seen.disabled).toBe(`# calque-disable-next-line fluency/repeated-phrase\n${fixed}`);
    expect(seen.all).toBe(fixed.replace('the the', 'the'));
    expect(seen.ignored).toBe(fixed);
    expect(seen.saved).toBe(`${fixed}\nThe rain came with a big wind.`);
    expect(fs.readFileSync(path.join(folder, 'article.txt'), 'utf8')).toBe(`${seen.saved}\n`);
    expect(seen.broken).toMatchObject([{message: expect.stringContaining('.calquerc.yaml:')}]);
  });
});
