import fs from 'node:fs';
import {describe, expect, test} from 'vitest';
import {isSystemError, reasonOf} from '../../src/config/system-error.js';
import {calque, cli, folder, run} from '../support/cli.js';

/** How Node words errors of the system. */
const raw = /\bE[A-Z]{3,}\b|, (?:open|read|write|rename|mkdir|stat)\b|errno|syscall/;

describe('an error of the system is told in plain words', () => {
  test.skipIf(!fs.existsSync('/dev/full'))('a full disk behind standard output', async () => {
    const cwd = folder({'a.txt': '[ad_1]\n'});
    const command = `'${process.execPath}' '${cli}' a.txt --no-config > /dev/full`;
    const {stderr, code} = await run('sh', ['-c', command], {cwd});
    expect(stderr).toBe('calque: standard output cannot be written: no space is left on the disk\n');
    expect(code).toBe(2);
  });

  test.each([
    ['a report that is a folder', ['a.txt', '-o', 'folder']],
    ['a report below a file', ['a.txt', '-f', 'json:a.txt/report.json']],
    ['a cache that is a folder', ['a.txt', '--cache', '--cache-location', 'folder']],
    ['a cache below a file', ['a.txt', '--cache', '--cache-location', 'a.txt/cache']],
    ['a baseline that is a folder', ['a.txt', '--baseline', 'folder']],
    ['a baseline to write that is a folder', ['a.txt', '--baseline', 'folder', '--update-baseline']],
    ['a configuration that is a folder', ['a.txt', '--config', 'folder']],
    ['an article that is not there', ['nosuch.txt']],
    ['a name that is too long', [`${'x'.repeat(300)}.txt`]],
    ['a dictionary that is a folder', ['dictionary', 'add', 'Ann', '--to', 'folder']],
    ['a dictionary that is not there', ['dictionary', 'check', 'nosuch.yml']],
  ])('%s', async (_, args) => {
    const cwd = folder({'a.txt': '[ad_1]\n', 'folder/x': ''});
    const {stderr, stdout, code} = await calque(args, {cwd});
    expect(stderr).toMatch(/^calque: .+\n$|: /);
    expect(stderr + stdout).not.toMatch(raw);
    expect(stderr).not.toContain('fault in calque');
    expect(code).toBeGreaterThan(0);
  });

  test('whatever it is', () => {
    const tries = [
      () => fs.readFileSync('/'),
      () => fs.readdirSync('/nosuch'),
      () => fs.mkdirSync('/'),
      () => fs.rmdirSync('/proc/1'),
    ];
    for (const attempt of tries) {
      try {
        attempt();
        expect.unreachable();
      } catch (error) {
        expect(isSystemError(error)).toBe(true);
        expect(reasonOf(error)).not.toMatch(raw);
      }
    }
    const strange = Object.assign(new Error("ENODEV: no such device, open '/dev/x'"), {
      code: 'ENODEV',
      syscall: 'open',
    });
    expect(reasonOf(strange)).toBe('no such device');
    expect(isSystemError(new Error('x'))).toBe(false);
  });
});
