import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {root} from '../support/resources.js';
import {makeFolder} from './client.js';
import {installed, recipe} from './recipe.js';

const hasEglot =
  spawnSync('emacs', ['--batch', '-f', 'package-initialize', '--eval', "(require 'eglot)"]).status === 0;
if (!hasEglot) console.warn('Emacs with eglot is not installed: its test is skipped.');

describe.skipIf(!hasEglot)('Emacs', () => {
  const folder = makeFolder({'article.txt': 'The mayor said the the bridge would open.\n'});
  afterAll(() => fs.rmSync(folder, {recursive: true, force: true}));

  test('shows findings while one types, and fixes all', () => {
    const out = path.join(folder, 'seen.json');
    const setUp = path.join(folder, 'recipe.el');
    fs.writeFileSync(setUp, recipe('Emacs', 'elisp'));
    const {stderr} = spawnSync('emacs', ['--batch', '-l', path.join(root, 'test/editor/emacs/drive.el')], {
      env: {...installed(folder), CALQUE_RECIPE: setUp, CALQUE_FOLDER: folder, CALQUE_OUT: out},
      encoding: 'utf8',
      timeout: 100_000,
    });
    const seen = JSON.parse(fs.readFileSync(out, 'utf8')) as Record<string, unknown>;
    expect(seen.problem, stderr).toBeUndefined();
    expect(seen.opened).toEqual([expect.stringContaining('“the” stands twice')]);
    expect(seen.typed).toHaveLength(2);
    expect(seen.fixed).toBe('The mayor said the bridge would open.\nIt was a big day for the town.\n');
  });
});
