import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {calque, cli, findingsOf, folder, run, trace} from '../support/cli.js';

/** Two plain errors that every version of the recommended rules finds. */
const bad = 'The council met on Monday.\n\n[ad_1]\n\nIt will meet again on Friday.\n';

describe('texts', () => {
  test('an empty file has no findings', async () => {
    const cwd = folder({'a.txt': ''});
    const result = await calque(['a.txt'], {cwd});
    expect(result.stderr).toBe('');
    expect(result.stdout).toContain('No findings in 1 file');
    expect(result.code).toBe(0);
  });

  test('invalid UTF-8 is told with the offset of the first bad byte', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Žodžiai '),
      Buffer.from([0xe2, 0x28, 0xa1]),
      Buffer.from(' more'),
    ]);
    const cwd = folder({'a.txt': bytes, 'b.txt': bad});
    const result = await calque(['.', '--format', 'json'], {cwd});
    const report = JSON.parse(result.stdout) as {
      files: {path: string; error?: string; findings: unknown[]}[];
    };
    expect(report.files[0]).toMatchObject({
      path: 'a.txt',
      error: 'not valid UTF-8: byte 10 begins no character. Convert the file to UTF-8',
    });
    expect(report.files[1]?.findings.length).toBeGreaterThan(0);
    expect(result.code).toBe(2);
  });

  test.each(['utf-16le', 'utf-16be'])('%s with a byte order mark is read as such', async (encoding) => {
    const little = Buffer.from(`\uFEFF${bad}`, 'utf16le');
    const cwd = folder({'a.txt': encoding === 'utf-16le' ? little : little.swap16()});
    const result = await calque(['a.txt', '--format', 'json'], {cwd});
    expect(findingsOf(result).get('a.txt')).toContainEqual(
      expect.objectContaining({rule: 'residue/ad-marker', text: '[ad_1]', start: 1 + bad.indexOf('[ad_1]')}),
    );
  });

  test('UTF-16 cut in the middle of a unit is told', async () => {
    const cwd = folder({'a.txt': Buffer.from([0xff, 0xfe, 0x41])});
    const result = await calque(['a.txt'], {cwd});
    expect(result.stdout).toContain('not valid UTF-16: the file has an odd number of bytes (3)');
    expect(result.code).toBe(2);
  });

  test('UTF-16 without a byte order mark, and other binary files, are told', async () => {
    const cwd = folder({'a.txt': Buffer.from(bad, 'utf16le'), 'b.dat': Buffer.from([1, 0, 0, 2, 0, 0, 3])});
    const result = await calque(['a.txt', 'b.dat'], {cwd});
    expect(result.stdout.match(/looks like UTF-16 without a byte order mark, or is no text/g)).toHaveLength(
      2,
    );
    expect(result.code).toBe(2);
  });

  const zip = (name: string, content = '') =>
    Buffer.concat([
      Buffer.from([80, 75, 3, 4, 20, 0, 0, 0, 0, 0, 0, 0, 33, 0, 1, 2, 3, 4, 0, 0, 0, 0, 0, 0, 0, 0]),
      Buffer.from([name.length, 0, 0, 0]),
      Buffer.from(name + content),
      Buffer.from([0xe2, 0x28, 0xa1, 0]),
    ]);

  test.each([
    ['a.zip', zip('articles/one.txt'), 'a ZIP archive: unpack it, and lint the articles in it'],
    [
      'a.doc',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
      'a Word document of before 2007',
    ],
    [
      'a.pdf',
      Buffer.from('%PDF-1.7\n'),
      'a PDF file, which calque does not read yet: take the text out of it (pdftotext)',
    ],
    ['a.rtf', '{\\rtf1\\ansi He said no.}', 'a rich text file (RTF)'],
  ])('%s is told for what it is', async (name, bytes, what) => {
    const result = await calque([name, '-f', 'compact'], {cwd: folder({[name]: bytes})});
    expect(result.stdout).toContain(`is ${what}`);
    expect(result.code).toBe(2);
  });

  test('a text that begins like an archive is a text', async () => {
    const result = await calque(['a.txt'], {cwd: folder({'a.txt': 'PKK members were there. {Fine.}\n'})});
    expect(result.code).toBe(0);
  });

  test('lone surrogates of UTF-16 and NUL characters are linted around', async () => {
    const text = `\uFEFFThe mayor \uD800 said no.\u0000\n\n[ad_1]\n\nA \uDC00\uD800 end.\n`;
    const cwd = folder({
      'a.txt': Buffer.from(text, 'utf16le'),
      'b.txt': `One\u0000 word.\n\n[ad_1]\n\n${'More words follow here. '.repeat(20)}\n`,
    });
    const result = await calque(['.', '--format', 'json'], {cwd});
    const found = findingsOf(result);
    expect(found.get('a.txt')).toContainEqual(
      expect.objectContaining({rule: 'residue/ad-marker', start: text.indexOf('[ad_1]')}),
    );
    expect(found.get('b.txt')).toContainEqual(
      expect.objectContaining({rule: 'residue/ad-marker', start: 12}),
    );
    expect(result.stderr).not.toMatch(trace);
  });

  test('a byte order mark and CR LF stay as they are, offsets count them', async () => {
    const text = `\uFEFFTitle here\r\n\r\n[ad_1]\r\n\r\nThe text goes on.\r\n`;
    const cwd = folder({'a.txt': text});
    const result = await calque(['a.txt', '--format', 'json'], {cwd});
    expect(findingsOf(result).get('a.txt')).toContainEqual(
      expect.objectContaining({start: text.indexOf('[ad_1]'), line: 3, column: 1}),
    );
    const fixed = await calque(['a.txt', '--fix', '-q'], {cwd});
    expect(fixed.stderr).toBe('');
    const after = fs.readFileSync(path.join(cwd, 'a.txt'), 'utf8');
    expect(after.startsWith('\uFEFFTitle here\r\n')).toBe(true);
    expect(after).not.toContain('[ad_1]');
    expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

describe('size', () => {
  test('one line of 50 MB ends in Markdown too, with and without markup', async () => {
    const line = 'The mayor said the harbour would open again in spring, and nobody believed him. ';
    const plain = line.repeat((50 * 1024 * 1024) / line.length);
    for (const text of [plain, `A *b* ${plain}`]) {
      const result = await calque(['a.md', '-f', 'json'], {cwd: folder({'a.md': text})});
      expect(result).toMatchObject({signal: null, stderr: ''});
      expect(JSON.parse(result.stdout)).toMatchObject({summary: {failed: 0}});
    }
  });

  test('one line of 50 MB ends', async () => {
    const cwd = folder({'a.txt': 'The council of the city met on Monday and voted. '.repeat(1_050_000)});
    const result = await calque(['a.txt', '--format', 'json', '--quiet'], {cwd, timeout: 110_000});
    expect(result.signal).toBe(null);
    expect(result.stderr).toBe('');
    expect((JSON.parse(result.stdout) as {summary: {words: number}}).summary.words).toBe(1_050_000 * 10);
  }, 120_000);

  test.each(['txt', 'md', 'html'])('100,000 brackets in .%s end', async (extension) => {
    const n = 100_000;
    const cwd = folder({
      [`open.${extension}`]: `${'['.repeat(n)}\n`,
      [`nested.${extension}`]: `${'('.repeat(n)}${')'.repeat(n)}\n`,
      [`quotes.${extension}`]: `${'“'.repeat(n)}\n`,
      [`tags.${extension}`]: `${'<b>'.repeat(n)}\n`,
    });
    const result = await calque(['.', '--format', 'json'], {cwd});
    expect(result.signal).toBe(null);
    expect(result.stderr).not.toMatch(trace);
    expect(JSON.parse(result.stdout)).toMatchObject({summary: {files: 4, failed: 0}});
  });

  test('a file larger than maxFileSize is not read, and told', async () => {
    const cwd = folder({
      '.calquerc.yaml': 'maxFileSize: 100\n',
      'a.txt': 'x'.repeat(101),
      'b.txt': 'y'.repeat(100),
    });
    const result = await calque(['a.txt', 'b.txt'], {cwd});
    expect(result.stdout).toContain('has 101 bytes, more than maxFileSize allows (100)');
    expect(result.stdout).toContain('1 file could not be linted');
    expect(result.code).toBe(2);
  });
});

describe('paths', () => {
  test('no path at all', async () => {
    const result = await calque([]);
    expect(result.stderr).toBe(
      'calque: name the files, folders or patterns to lint, for example: calque articles/. `calque --help` says more.\n',
    );
    expect(result.code).toBe(2);
  });

  test('a path that does not exist', async () => {
    const result = await calque(['nowhere/x.txt'], {cwd: folder()});
    expect(result.stderr).toBe('calque: nowhere/x.txt: no such file or folder\n');
    expect(result.code).toBe(2);
  });

  test('one of several paths that does not exist hides nothing of the others', async () => {
    const cwd = folder({'a.txt': bad});
    const result = await calque(['a.txt', 'b.txt'], {cwd});
    expect(result.stdout).toContain('residue/ad-marker');
    expect(result.stdout).toContain('no such file or folder');
    expect(result.code).toBe(2);
  });

  test('a folder without articles', async () => {
    const cwd = folder({'deep/image.png': 'x'});
    const result = await calque(['deep'], {cwd});
    expect(result.stderr).toMatch(/^calque: deep: no article in this folder \(looked for \.txt, .*\)\n$/);
    expect(result.code).toBe(2);
    expect((await calque(['deep', '--pass-on-no-files'], {cwd})).code).toBe(0);
  });

  test('a pattern that matches nothing', async () => {
    const result = await calque(['*.md'], {cwd: folder({'a.txt': bad})});
    expect(result.stderr).toBe('calque: *.md: no file matches this pattern\n');
    expect(result.code).toBe(2);
  });

  test('a pattern does not go into node_modules', async () => {
    const cwd = folder({'a.txt': 'One.\n', 'node_modules/x/b.txt': bad, 'deep/er/c.txt': 'Two.\n'});
    const result = await calque(['**/*.txt', '--format', 'json'], {cwd});
    expect([...findingsOf(result).keys()]).toEqual(['a.txt', 'deep/er/c.txt']);
  });

  test.skipIf(process.getuid?.() === 0)('an unreadable file', async () => {
    const cwd = folder({'a.txt': bad});
    fs.chmodSync(path.join(cwd, 'a.txt'), 0);
    const result = await calque(['a.txt'], {cwd});
    expect(result.stdout).toContain('cannot be read: permission denied');
    expect(result.code).toBe(2);
  });

  test.skipIf(process.platform === 'win32')(
    'a folder that may not be read is told, and hides nothing',
    async () => {
      const cwd = folder({'open/a.txt': 'Two  spaces.\n', 'shut/b.txt': 'Fine.\n'});
      const shut = path.join(cwd, 'shut');
      fs.chmodSync(cwd, 0o755);
      fs.chmodSync(shut, 0);
      try {
        for (const operand of ['.', '**/*.txt']) {
          // Nothing is shut to root: as root, the run is somebody else's.
          const result = spawnSync(process.execPath, [cli, operand, '-f', 'compact'], {
            cwd,
            encoding: 'utf8',
            ...(process.getuid?.() === 0 ? {uid: 65534, gid: 65534} : {}),
          });
          expect(result.status).toBe(2);
          expect(result.stdout).toContain('open/a.txt:1:4: warning');
          expect(result.stdout).toContain('shut: error: permission denied');
        }
      } finally {
        fs.chmodSync(shut, 0o755);
      }
    },
  );

  test('links that lead in circles, a socket, a broken link', async () => {
    const cwd = folder({'d/a.txt': 'Fine.\n'});
    fs.symlinkSync('..', path.join(cwd, 'd/up'));
    fs.symlinkSync('me.txt', path.join(cwd, 'd/me.txt'));
    fs.symlinkSync('gone', path.join(cwd, 'd/broken.txt'));
    const result = await calque(['d', '--format', 'json'], {cwd});
    expect([...findingsOf(result).keys()]).toEqual(['d/a.txt']);
    const named = await calque(['d/me.txt', '/dev/null'], {cwd});
    expect(named.stderr).toContain('d/me.txt: a symbolic link that leads to itself');
    expect(named.stderr).toContain('/dev/null: neither a file nor a folder');
    expect(named.code).toBe(2);
  });

  test('names with spaces, letters beyond ASCII, a newline, a leading dash', async () => {
    const names = ['a b.txt', 'žinios.txt', 'new\nline.txt', '-dash.txt'];
    const cwd = folder(Object.fromEntries(names.map((name) => [name, bad])));
    const result = await calque(['.', '--format', 'json'], {cwd});
    expect([...findingsOf(result).keys()].sort()).toEqual([...names].sort());
    expect((await calque(['--', '-dash.txt'], {cwd})).stdout).toContain('residue/ad-marker');
  });
});

describe('ignoring', () => {
  test('control characters of names reach no terminal', async () => {
    const name = 'a\u001b[2Jb.txt';
    const cwd = folder({[name]: bad, '.calqueignore': '*'});
    const results = [
      await calque([name], {cwd}),
      await calque([`no${name}`], {cwd}),
      await calque(['names', `no${name}`], {cwd}),
      await calque([name, '-f', 'compact', '--ignore-pattern', 'x'], {cwd: folder({[name]: bad})}),
    ];
    for (const {stdout, stderr} of results) {
      expect(stdout + stderr).toContain('a␛[2Jb.txt');
      expect(stdout + stderr).not.toContain('\u001b');
    }
  });

  test('.calqueignore, configuration and pattern leave files out; a named ignored file fails nothing', async () => {
    const cwd = folder({
      '.calqueignore': '# drafts\ndrafts/\n!drafts/keep.txt\n*.old.txt\n',
      '.calquerc.yaml': 'ignore: [wire/**]\n',
      'a.txt': bad,
      'a.old.txt': bad,
      'drafts/b.txt': bad,
      'wire/c.txt': bad,
      'tmp/d.txt': bad,
    });
    const all = await calque(['.', '--format', 'json', '--ignore-pattern', 'tmp'], {cwd});
    expect([...findingsOf(all).keys()]).toEqual(['a.txt']);
    const named = await calque(['a.old.txt'], {cwd});
    expect(named).toMatchObject({
      code: 0,
      stdout: '',
      stderr: 'calque: a.old.txt is ignored by .calqueignore:4 (*.old.txt)\n',
    });
    const both = await calque(['a.old.txt', 'a.txt', '--format', 'json'], {cwd});
    expect([...findingsOf(both).keys()]).toEqual(['a.txt']);
    const stdin = await calque(['--stdin', '--stdin-filename', 'drafts/new.txt', '--fix'], {cwd, input: bad});
    expect(stdin).toMatchObject({code: 0, stdout: bad, stderr: ''});
  });
});

describe('options', () => {
  test.each([
    [
      ['--formt', 'json', 'x'],
      'There is no option --formt (did you mean “--format”?). `calque --help` lists them.',
    ],
    [['--format'], '--format needs a value: --format NAME'],
    [['--format', 'yaml', 'x'], '--format yaml: There is no format “yaml”'],
    [['--quiet=yes', 'x'], '--quiet takes no value'],
    [['--max-warnings', 'many', 'x'], '--max-warnings is “many”, but must be a number from 0 up'],
    [
      ['--preset', 'strickt', 'x'],
      '--preset is “strickt”, but must be one of: recommended, strict, off (did you mean “strict”?)',
    ],
    [
      ['--language', 'english please', '.'],
      '--language is “english please”, but must be a language tag such as en or pt-BR',
    ],
    [['--rule', 'punctuation/unpaired:loud', '.'], '--rule punctuation/unpaired:loud: “loud” is no severity'],
    [['--config', 'none.yaml', '.'], '--config none.yaml: there is no such file'],
    [['--stdin-filename', 'x.txt', '.'], '--stdin-filename goes with --stdin'],
    [['--fix-type', 'residue', '.'], '--fix-type goes with --fix or --fix-dry-run'],
    [
      ['--baseline', 'none.json', '.'],
      '--baseline none.json: there is no such file; --update-baseline makes it',
    ],
    [['stream', 'x.jsonl'], '`calque stream` reads standard input and takes no paths'],
    [['stream', '--fix'], '--fix is no option of `calque stream`'],
  ])('%j', async (args, message) => {
    const result = await calque(args, {cwd: folder({'a.txt': bad})});
    expect(result.stderr).toContain(message);
    expect(result.stderr).not.toMatch(trace);
    expect(result.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(result.stdout).toBe('');
    expect(result.code).toBe(2);
  });

  test('an unknown rule', async () => {
    const result = await calque(['--rule', 'punctuation/unpared:error', '.'], {cwd: folder({'a.txt': bad})});
    expect(result.stderr).toBe(
      'calque: there is no rule “punctuation/unpared” (did you mean “punctuation/unpaired”?)\n',
    );
    expect(result.code).toBe(2);
  });

  test('DEBUG=calque shows where an error comes from', async () => {
    const result = await calque(['nowhere'], {cwd: folder(), env: {DEBUG: 'calque'}});
    expect(result.stderr).toMatch(/^calque: nowhere: no such file or folder\nUsageError: .*\n\s+at /);
  });
});

describe('exit codes', () => {
  test.each([
    [[], 1],
    [['--exit-zero'], 0],
    [['--rule', 'residue/ad-marker:warning'], 0],
    [['--rule', 'residue/ad-marker:warning', '--max-warnings', '0'], 1],
    [['--rule', 'residue/ad-marker:warning', '--max-penalty', '1'], 1],
    [['--rule', 'residue/ad-marker:info', '--max-penalty', '1', '--max-warnings', '0'], 0],
    [['--preset', 'off'], 0],
  ])('%j gives %i', async (args, code) => {
    const text = 'The council met on Monday.\n\n[ad_1]\n\nIt meets again on Friday.\n';
    const result = await calque(['a.txt', ...args], {cwd: folder({'a.txt': text})});
    // Only a gate that fails has something to say.
    expect(result.stderr).toMatch(
      args[2]?.startsWith('--max') && code === 1 ? /^calque: .*, allowed \d\)\n$/ : /^$/,
    );
    expect(result.code).toBe(code);
  });
});

describe('a reader that goes away', () => {
  test('closed standard output is no error', async () => {
    const cwd = folder({'a.txt': bad.repeat(5000)});
    const result = await run(
      'bash',
      ['-c', `"${process.execPath}" "${cli}" a.txt | head -1; echo "codes \${PIPESTATUS[*]}"`],
      {cwd},
    );
    expect(result.stderr).toBe('');
    expect(result.stdout).toMatch(/^a\.txt.*\ncodes [01] 0\n$/);
  });

  test('also for the stream', async () => {
    const record = `${JSON.stringify({id: 1, text: bad})}\n`;
    const result = await run(
      'bash',
      ['-c', `"${process.execPath}" "${cli}" stream | head -1 | cut -c1-8; echo "codes \${PIPESTATUS[*]}"`],
      {cwd: folder(), input: record.repeat(20_000)},
    );
    expect(result.stderr).toBe('');
    expect(result.stdout).toBe('{"id":1,\ncodes 0 0 0\n');
  });
});
