import {spawn} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {calque, cli, folder, run} from '../support/cli.js';

const bad = 'The council met  on Monday.\n\n[ad_1]\n\nIt will meet again on Friday.\n';
const fixed = 'The council met on Monday.\n\nIt will meet again on Friday.\n';

describe('--fix', () => {
  test('writes what is safe, and says what is left', async () => {
    const cwd = folder({'a.txt': bad, 'b.txt': 'All is well.\n'});
    const before = fs.statSync(path.join(cwd, 'b.txt')).mtimeMs;
    const result = await calque(['.', '--fix'], {cwd});
    expect(result).toMatchObject({code: 0, stderr: ''});
    expect(fs.readFileSync(path.join(cwd, 'a.txt'), 'utf8')).toBe(fixed);
    expect(fs.statSync(path.join(cwd, 'b.txt')).mtimeMs).toBe(before);
    expect(fs.readdirSync(cwd).sort()).toEqual(['a.txt', 'b.txt']);
  });

  test('keeps mode, line ends, byte order mark and encoding, and follows links', async () => {
    const crlf = `\uFEFF${bad.replaceAll('\n', '\r\n')}`;
    const cwd = folder({
      'a.txt': crlf,
      'b.txt': Buffer.from(crlf, 'utf16le'),
      'c.txt': Buffer.from(crlf, 'utf16le').swap16(),
      'real/d.txt': bad,
    });
    fs.chmodSync(path.join(cwd, 'a.txt'), 0o640);
    fs.symlinkSync('real/d.txt', path.join(cwd, 'd.txt'));
    expect((await calque(['a.txt', 'b.txt', 'c.txt', 'd.txt', '--fix'], {cwd})).code).toBe(0);
    const expected = `\uFEFF${fixed.replaceAll('\n', '\r\n')}`;
    expect(fs.readFileSync(path.join(cwd, 'a.txt'), 'utf8')).toBe(expected);
    expect(fs.statSync(path.join(cwd, 'a.txt')).mode & 0o777).toBe(0o640);
    expect(fs.readFileSync(path.join(cwd, 'b.txt')).toString('utf16le')).toBe(expected);
    expect(fs.readFileSync(path.join(cwd, 'c.txt')).swap16().toString('utf16le')).toBe(expected);
    expect(fs.lstatSync(path.join(cwd, 'd.txt')).isSymbolicLink()).toBe(true);
    expect(fs.readFileSync(path.join(cwd, 'real/d.txt'), 'utf8')).toBe(fixed);
  });

  test('--fix-type fixes these families and rules alone', async () => {
    const cwd = folder({'a.txt': bad});
    await calque(['a.txt', '--fix', '--fix-type', 'punctuation'], {cwd});
    expect(fs.readFileSync(path.join(cwd, 'a.txt'), 'utf8')).toBe(bad.replace('  ', ' '));
    await calque(['a.txt', '--fix', '--fix-type', 'punctuation/spacing,residue/ad-marker'], {cwd});
    expect(fs.readFileSync(path.join(cwd, 'a.txt'), 'utf8')).toBe(fixed);
  });

  test('--fix-dry-run shows a diff that patch takes, and writes nothing', async () => {
    const cwd = folder({'a.txt': bad});
    const result = await calque(['a.txt', '--fix-dry-run'], {cwd});
    expect(result.stdout).toBe(`--- a/a.txt
+++ b/a.txt
@@ -1,5 +1,3 @@
-The council met  on Monday.
+The council met on Monday.
 
-[ad_1]
-
 It will meet again on Friday.
`);
    expect(fs.readFileSync(path.join(cwd, 'a.txt'), 'utf8')).toBe(bad);
    const colored = await calque(['a.txt', '--fix-dry-run', '--color'], {cwd});
    expect(colored.stdout).toContain('\u001b[32m+The council met on Monday.\u001b[39m');
  });

  test('standard input comes out fixed, the report beside it', async () => {
    const result = await calque(['--stdin', '--fix'], {input: bad, cwd: folder()});
    expect(result.stdout).toBe(fixed);
    expect(result.stderr).toContain('fixes applied');
  });

  test('--fix-dry-run shows what would change on standard input, and puts out no text', async () => {
    const dry = await calque(['--stdin', '--fix-dry-run', '--stdin-filename', 'b.txt'], {
      input: bad,
      cwd: folder(),
    });
    expect(dry.stdout).toMatch(/^--- a\/b\.txt\n\+\+\+ b\/b\.txt\n@@ /);
    expect(dry.stdout).toContain('-The council met  on Monday.\n+The council met on Monday.\n');
    const told = await calque(['--stdin', '--fix-dry-run', '--format', 'json'], {input: bad, cwd: folder()});
    expect(JSON.parse(told.stdout)).toMatchObject({summary: {fixed: 2}});
  });

  test('what cannot be read comes out of standard input as it went in', async () => {
    const input = Buffer.from([0x41, 0xff, 0x42]);
    const result = await run('bash', ['-c', `${process.execPath} ${cli} --stdin --fix | od -An -tx1`], {
      input,
    });
    expect(result.stdout.trim()).toBe('41 ff 42');
    expect(result.stderr).toContain('not valid UTF-8');
  });

  test.each([
    ['residu', 'there is no rule or family “residu” (did you mean “residue”?)'],
    [
      'punctuation/spacin',
      'there is no rule or family “punctuation/spacin” (did you mean “punctuation/spacing”?)',
    ],
    ['names/gender-conflict', '“names/gender-conflict” has no fixes; its suggestions need a person'],
  ])('--fix-type %s is misuse', async (type, message) => {
    const cwd = folder({'a.txt': bad});
    for (const [args, input] of [
      [['a.txt', '--fix'], ''],
      [['--stdin', '--fix'], bad],
    ] as const) {
      const result = await calque([...args, '--fix-type', `residue,${type}`], {cwd, input});
      expect(result).toMatchObject({code: 2, stdout: ''});
      expect(result.stderr).toContain(message);
    }
    expect(fs.readFileSync(path.join(cwd, 'a.txt'), 'utf8')).toBe(bad);
  });

  test('a diff that a terminal or the log of a job shows holds nothing that they obey', async () => {
    const text = '::add-mask::x\n\u001b[2J\nTwo  spaces.\n##[error]y\n';
    const cwd = folder({'a.txt': text});
    const plain = await calque(['a.txt', '--fix-dry-run'], {cwd, env: {GITHUB_ACTIONS: ''}});
    expect(plain.stdout).toContain('\n ::add-mask::x\n');
    expect(plain.stdout).toContain('\n ##[error]y\n');
    const log = await calque(['a.txt', '--fix-dry-run'], {cwd, env: {GITHUB_ACTIONS: 'true'}});
    expect(log.stdout).toContain('+Two spaces.\n');
    const colored = await calque(['a.txt', '--fix-dry-run', '--color'], {cwd, env: {GITHUB_ACTIONS: ''}});
    for (const {stdout} of [log, colored]) {
      expect(stdout).not.toContain('\u001b[2J');
      expect(stdout).not.toMatch(/^\s*::/m);
      expect(stdout).not.toContain('##[');
    }
    // Into a file goes what patch takes, in a job too.
    await run('bash', ['-c', `${process.execPath} ${cli} a.txt --fix-dry-run > out.patch`], {
      cwd,
      env: {GITHUB_ACTIONS: 'true'},
    });
    expect(fs.readFileSync(path.join(cwd, 'out.patch'), 'utf8')).toBe(plain.stdout);
  });

  test('killed at any moment, each file is whole: old or new', async () => {
    const long = `${'The council met  on Monday and voted. '.repeat(2000)}\n\n[ad_1]\n\nEnd of it.\n`;
    const names = Array.from({length: 60}, (_, i) => `${i}.txt`);
    const seen = new Set<string>();
    for (const wait of [250, 400, 600]) {
      const cwd = folder(Object.fromEntries(names.map((name) => [name, long])));
      const child = spawn(process.execPath, [cli, '.', '--fix'], {cwd, stdio: 'ignore'});
      setTimeout(() => child.kill('SIGKILL'), wait);
      await new Promise((resolve) => child.on('close', resolve));
      for (const name of names) seen.add(fs.readFileSync(path.join(cwd, name), 'utf8'));
    }
    const whole = folder({'a.txt': long});
    await calque(['a.txt', '--fix'], {cwd: whole});
    for (const text of seen)
      expect([long, fs.readFileSync(path.join(whole, 'a.txt'), 'utf8')]).toContain(text);
  });
});
