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

  test('a report that is written into the watched folder starts no further run', async () => {
    const cwd = folder({'a.txt': 'Fine.\n'});
    const reports = ['--format', 'html:report.html', '--format', 'json:out/report.json', '--cache'];
    const child = spawn(process.execPath, [cli, '.', '--watch', ...reports], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let err = '';
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    const rounds = () => err.split('waiting for changes').length - 1;
    try {
      await expect.poll(rounds, {timeout: 30_000}).toBe(1);
      // Long enough for a run that should not be.
      await new Promise((resolve) => setTimeout(resolve, 1500));
      expect(rounds()).toBe(1);
      fs.writeFileSync(path.join(cwd, 'a.txt'), 'One.\n\n[ad_1]\n\nTwo.\n');
      await expect.poll(rounds, {timeout: 30_000}).toBe(2);
      expect(fs.readFileSync(path.join(cwd, 'out/report.json'), 'utf8')).toContain('ad-marker');
      await new Promise((resolve) => setTimeout(resolve, 1500));
      expect(rounds()).toBe(2);
    } finally {
      child.kill();
    }
  }, 60_000);

  test('a new file that a pattern matches is linted', async () => {
    const cwd = folder({'in/a.txt': 'Fine.\n'});
    const child = spawn(process.execPath, [cli, 'in/*.txt', '--watch', '--format', 'compact'], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    let err = '';
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    try {
      await expect.poll(() => err, {timeout: 30_000}).toContain('waiting for changes');
      fs.writeFileSync(path.join(cwd, 'in/b.txt'), 'One.\n\n[ad_1]\n\nTwo.\n');
      await expect.poll(() => out, {timeout: 30_000}).toMatch(/in\/b\.txt.*ad-marker/);
    } finally {
      child.kill();
    }
  }, 60_000);

  test('wants paths', async () => {
    expect((await calque(['--watch'])).stderr).toBe(
      'calque: --watch goes with paths, and without --stdin and --interactive\n',
    );
  });
});
