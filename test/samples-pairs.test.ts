import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {root} from './support/resources.js';

/** Lints `samples/pairs/`, files of both sides, as a user would. `UPDATE_SAMPLES=1 npm test` writes the lists anew. */
const folder = path.join(root, 'samples/pairs');

test.each([
  ['ferry.de-en.xlf', []],
  ['bridge.ru-en.tsv', ['--source-language', 'ru']],
])('%s', (name, options) => {
  const file = path.join('samples/pairs', name);
  const {stdout, stderr} = spawnSync(
    process.execPath,
    [path.join(root, 'dist/cli.js'), file, '--format', 'compact', ...options],
    {cwd: root, encoding: 'utf8'},
  );
  expect(stderr).toBe('');
  const expected = path.join(folder, 'expected', `${name}.findings.txt`);
  if (process.env.UPDATE_SAMPLES === '1') fs.writeFileSync(expected, stdout);
  expect(stdout).toBe(fs.readFileSync(expected, 'utf8'));
});
