import {spawn} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {calque, cli, folder} from '../support/cli.js';

describe('--watch', () => {
  test('runs again when a file or the configuration changes, and outlives a broken one', async () => {
    const cwd = folder({'a.txt': 'Fine.\n', '.calquerc.yaml': 'rules: {}\n'});
    const child = spawn(process.execPath, [cli, 'a.txt', '--watch', '--format', 'compact'], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    const rounds = async (count: number) =>
      expect
        .poll(() => err.split('waiting for changes').length - 1, {timeout: 30_000})
        .toBeGreaterThanOrEqual(count);
    try {
      await rounds(1);
      fs.writeFileSync(path.join(cwd, 'a.txt'), 'One.\n\n[ad_1]\n\nTwo.\n');
      await rounds(2);
      expect(out).toContain('residue/ad-marker');
      fs.writeFileSync(path.join(cwd, '.calquerc.yaml'), 'rulez: {}\n');
      await rounds(3);
      expect(err).toContain('.calquerc.yaml:1:1: there is no key “rulez”');
      out = '';
      fs.writeFileSync(path.join(cwd, '.calquerc.yaml'), 'rules: {residue/ad-marker: info}\n');
      await rounds(4);
      expect(out).toContain('residue/ad-marker');
    } finally {
      child.kill();
    }
  });

  test('wants paths', async () => {
    expect((await calque(['--watch'])).stderr).toBe(
      'calque: --watch goes with paths, and without --stdin and --interactive\n',
    );
  });
});
