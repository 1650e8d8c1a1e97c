import {spawn, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {FileRefused, readRegular} from '../../src/files/read-regular.js';
import {replaceFile} from '../../src/files/replace-file.js';
import {isTemporary, removeLitter, temporaryIn} from '../../src/files/temporary.js';
import {calque, cli, findingsOf, folder, run} from '../support/cli.js';

const bad = 'The council met on Monday.\n\n[ad_1]\n\nIt will meet again on Friday.\n';
const fixed = 'The council met on Monday.\n\nIt will meet again on Friday.\n';
const onPosix = test.skipIf(process.platform === 'win32');
const read = (...parts: string[]): string => fs.readFileSync(path.join(...parts), 'utf8');
const names = (cwd: string): string[] => fs.readdirSync(cwd).sort();

describe('links', () => {
  onPosix('in a folder are not followed out of it, neither to read nor to write', async () => {
    const cwd = folder({'outside/victim.txt': bad, 'articles/a.txt': bad, '.git/config': bad, '.env': bad});
    for (const [i, target] of [
      '../outside/victim.txt',
      '../.git/config',
      '/proc/self/environ',
      '../.env',
    ].entries())
      fs.symlinkSync(target, path.join(cwd, `articles/x${i}.txt`));
    const result = await calque(['articles', '--fix', '-f', 'json'], {cwd});
    expect([...findingsOf(result).keys()]).toEqual(['articles/a.txt']);
    // Nor to what is no article of the folder that holds them all.
    expect([...findingsOf(await calque(['.', '-f', 'json'], {cwd})).keys()]).toEqual([
      'articles/a.txt',
      'outside/victim.txt',
    ]);
    expect(read(cwd, 'outside/victim.txt')).toBe(bad);
    expect(read(cwd, '.git/config')).toBe(bad);
    expect(read(cwd, 'articles/a.txt')).toBe(fixed);
  });

  onPosix('to a file of the folder count; what they lead to is mended, and they stay', async () => {
    const cwd = folder({'store/1.dat': bad});
    fs.symlinkSync('store/1.dat', path.join(cwd, 'today.txt'));
    await calque(['.', '--fix'], {cwd});
    expect(read(cwd, 'store/1.dat')).toBe(fixed);
    expect(fs.readlinkSync(path.join(cwd, 'today.txt'))).toBe('store/1.dat');
  });

  onPosix('that are named are read, and written through only where they lead nowhere else', async () => {
    const top = folder({
      'outside/victim.txt': bad,
      'repo/package.json': '{}',
      'repo/deep/a.txt': bad,
      'repo/.git/config': bad,
    });
    const cwd = path.join(top, 'repo');
    fs.symlinkSync('../outside/victim.txt', path.join(cwd, 'x.txt'));
    fs.symlinkSync('deep/a.txt', path.join(cwd, 'y.txt'));
    fs.symlinkSync('.git/config', path.join(cwd, 'z.txt'));
    const result = await calque(['x.txt', 'y.txt', 'z.txt', '--fix', '-f', 'compact'], {cwd});
    expect(result.stdout).toMatch(
      /x\.txt: error: .*is a link to .*victim\.txt, which lies elsewhere: name that file itself/,
    );
    expect(result.code).toBe(2);
    expect(read(top, 'outside/victim.txt')).toBe(bad);
    expect(read(cwd, '.git/config')).toBe(bad);
    expect(read(cwd, 'deep/a.txt')).toBe(fixed);
    expect(fs.lstatSync(path.join(cwd, 'y.txt')).isSymbolicLink()).toBe(true);
  });
});

describe('what is no file', () => {
  onPosix.each(['package.json', '.calqueignore', '.gitignore', '.calquerc.yaml'])(
    'is not read as %s, and that is told in one line',
    async (name) => {
      for (const target of ['/dev/zero', 'pipe']) {
        const cwd = folder({'articles/a.txt': bad});
        const file = path.join(cwd, 'articles', name);
        if (target === 'pipe') spawnSync('mkfifo', [file]);
        else fs.symlinkSync(target, file);
        const result = await calque(['articles', '-f', 'json'], {cwd, timeout: 60_000});
        expect(result.signal).toBe(null);
        expect([...findingsOf(result).keys()]).toEqual(['articles/a.txt']);
        expect(result.stderr).toMatch(/^calque: [^\n]*(?:device|pipe)[^\n]*\n$/);
      }
    },
  );

  onPosix.each([
    ['dictionaries: [/dev/zero]', 'the dictionary cannot be read: is a device, and only files are read'],
    ['baseline: /dev/zero', 'the baseline cannot be read: is a device, and only files are read'],
    ['extends: /dev/zero', 'there is no preset, file or package “/dev/zero”'],
  ])('is refused where the configuration names it (%s)', async (config, reason) => {
    const cwd = folder({'a.txt': bad, '.calquerc.yaml': `${config}\n`});
    const result = await calque(['a.txt'], {cwd, timeout: 60_000});
    expect(result.stderr).toContain(reason);
    expect(result.code).toBe(2);
  });

  onPosix('is refused as an article, found or named; what a shell hands over is read', async () => {
    const cwd = folder({'a.txt': bad});
    spawnSync('mkfifo', [path.join(cwd, 'b.txt')]);
    fs.symlinkSync('/dev/zero', path.join(cwd, 'c.txt'));
    expect([...findingsOf(await calque(['.', '-f', 'json'], {cwd})).keys()]).toEqual(['a.txt']);
    for (const name of ['b.txt', 'c.txt'])
      expect((await calque([name], {cwd})).stderr).toBe(`calque: ${name}: neither a file nor a folder\n`);
    const handed = await run('bash', ['-c', `"${process.execPath}" "${cli}" <(cat a.txt)`], {cwd});
    expect(handed.stdout).toContain('residue/ad-marker');
  });

  onPosix('is never read, nor more than is allowed, even where no size is told', () => {
    expect(() => readRegular('/dev/zero', 100)).toThrow(FileRefused);
    expect(() => readRegular('/proc/self/environ', 10)).toThrow(FileRefused);
    expect(readRegular('/proc/self/environ', 1 << 20).length).toBeGreaterThan(10);
  });
});

describe('--fix', () => {
  test('writes over nothing but the bytes that were read', () => {
    const cwd = folder({'a.txt': 'saved meanwhile'});
    const file = path.join(cwd, 'a.txt');
    const replace = () => replaceFile(file, Buffer.from('was'), Buffer.from('is'));
    expect(replace).toThrow('was changed meanwhile, and is left as it is');
    fs.rmSync(file);
    expect(replace).toThrow('was deleted meanwhile, and stays so');
    expect(names(cwd)).toEqual([]);
    fs.mkdirSync(file);
    expect(replace).toThrow('was changed meanwhile');
    fs.rmdirSync(file);
    fs.writeFileSync(file, 'was');
    replace();
    expect(read(file)).toBe('is');
    // Somebody else made the same change.
    expect(replace()).toEqual({apart: 0});
    expect(names(cwd)).toEqual(['a.txt']);
  });

  onPosix('puts back what a program that had opened the file writes while it is replaced', () => {
    const cwd = folder({'a.txt': 'was'});
    const file = path.join(cwd, 'a.txt');
    const handle = fs.openSync(file, 'r+');
    const rename = fs.renameSync;
    fs.renameSync = (from, to) => {
      rename(from, to);
      if (to === file) fs.writeSync(handle, 'NEW', 0);
    };
    try {
      expect(() => replaceFile(file, Buffer.from('was'), Buffer.from('is'))).toThrow('was changed meanwhile');
    } finally {
      fs.renameSync = rename;
      fs.closeSync(handle);
    }
    expect(read(file)).toBe('NEW');
    expect(names(cwd)).toEqual(['a.txt']);
  });

  onPosix('leaves a file that can only be read, and says so', async () => {
    const cwd = folder({'a.txt': bad, 'b.txt': bad});
    fs.chmodSync(path.join(cwd, 'a.txt'), 0o444);
    fs.chmodSync(path.join(cwd, 'b.txt'), 0o640);
    const result = await calque(['.', '--fix', '-f', 'compact'], {cwd});
    expect(result.stdout).toContain('a.txt: error: the fixed text is not written: the file can only be read');
    expect(result.code).toBe(2);
    expect(read(cwd, 'a.txt')).toBe(bad);
    expect(read(cwd, 'b.txt')).toBe(fixed);
    expect(fs.statSync(path.join(cwd, 'b.txt')).mode & 0o777).toBe(0o640);
  });

  test.skipIf(process.getuid?.() !== 0)('keeps the owner, and leaves what it cannot keep', () => {
    const cwd = folder({'a.txt': bad, 'b.txt': bad});
    fs.chmodSync(cwd, 0o777);
    fs.chmodSync(path.join(cwd, 'a.txt'), 0o666);
    fs.chownSync(path.join(cwd, 'b.txt'), 4321, 4322);
    // As somebody else than the owner: only the owner's rights could make it his again.
    const other = spawnSync(process.execPath, [cli, 'a.txt', '--fix', '-f', 'compact'], {
      cwd,
      encoding: 'utf8',
      uid: 65534,
      gid: 65534,
    });
    expect(other.stdout).toContain('belongs to another user or group');
    expect(read(cwd, 'a.txt')).toBe(bad);
    spawnSync(process.execPath, [cli, '.', '--fix'], {cwd});
    expect(fs.statSync(path.join(cwd, 'b.txt'))).toMatchObject({uid: 4321, gid: 4322});
    expect(read(cwd, 'b.txt')).toBe(fixed);
    expect(names(cwd)).toEqual(['a.txt', 'b.txt']);
  });

  onPosix('mends a file under all its names, or says where it does not', async () => {
    const cwd = folder({'d/a.txt': bad, 'e/x.txt': 'Fine.\n', 'far/x.txt': 'Fine.\n'});
    fs.linkSync(path.join(cwd, 'd/a.txt'), path.join(cwd, 'd/b.txt'));
    fs.linkSync(path.join(cwd, 'd/a.txt'), path.join(cwd, 'e/c.txt'));
    const all = await calque(['d', 'e', '--fix'], {cwd});
    expect(all).toMatchObject({code: 0, stderr: ''});
    for (const name of ['d/a.txt', 'd/b.txt', 'e/c.txt']) expect(read(cwd, name)).toBe(fixed);
    expect(fs.statSync(path.join(cwd, 'd/a.txt')).nlink).toBe(3);
    fs.writeFileSync(path.join(cwd, 'd/a.txt'), bad);
    fs.linkSync(path.join(cwd, 'd/a.txt'), path.join(cwd, 'far/d.txt'));
    const some = await calque(['d', '--fix'], {cwd});
    expect(some.stderr).toContain(
      'd/a.txt has 2 other names (hard links) in folders that this run does not know',
    );
    expect(read(cwd, 'd/b.txt')).toBe(fixed);
    expect(read(cwd, 'far/d.txt')).toBe(bad);
  });
});

describe('what a killed run leaves', () => {
  test('is known by its name, and gone after the next run', async () => {
    const cwd = folder({'a.txt': bad, 'deep/b.txt': bad});
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    const ofDead = path.basename(temporaryIn(cwd)).replace(/-\d+-\d+\.tmp$/, `-${dead}-1.tmp`);
    expect(isTemporary(ofDead)).toBe(true);
    expect(isTemporary('.calque-notes.tmp')).toBe(false);
    for (const place of ['', 'deep']) fs.writeFileSync(path.join(cwd, place, ofDead), 'half');
    expect((await calque(['.'], {cwd})).code).toBe(1);
    expect(names(cwd)).toEqual(['a.txt', 'deep']);
    expect(names(path.join(cwd, 'deep'))).toEqual(['b.txt']);
    fs.writeFileSync(path.join(cwd, ofDead), 'half');
    await calque(['a.txt', '--fix'], {cwd});
    expect(names(cwd)).toEqual(['a.txt', 'deep']);
  });

  test('is left alone while the run lives', async () => {
    const cwd = folder();
    const living = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    const ofLiving = path.basename(temporaryIn(cwd)).replace(/-\d+-\d+\.tmp$/, `-${living.pid}-1.tmp`);
    fs.writeFileSync(path.join(cwd, ofLiving), 'half');
    removeLitter(cwd);
    expect(names(cwd)).toEqual([ofLiving]);
    living.kill('SIGKILL');
    await new Promise((resolve) => living.once('close', resolve));
    removeLitter(cwd);
    expect(names(cwd)).toEqual([]);
  });
});
