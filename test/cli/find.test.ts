import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {calque, findingsOf, folder} from '../support/cli.js';

const bad = 'The council met on Monday.\n\n[ad_1]\n\nIt will meet again on Friday.\n';

async function found(cwd: string, ...args: string[]): Promise<string[]> {
  return [...findingsOf(await calque([...args, '--format', 'json'], {cwd})).keys()];
}

describe('.gitignore', () => {
  const files = {
    '.git/HEAD': '',
    '.gitignore': 'build/\n*.draft.txt\n/top.txt\n!keep.draft.txt\n',
    '.git/info/exclude': 'mine.txt\n',
    'a.txt': bad,
    'mine.txt': bad,
    'top.txt': bad,
    'x.draft.txt': bad,
    'keep.draft.txt': bad,
    'build/b.txt': bad,
    'deep/top.txt': bad,
    'deep/.gitignore': '!x.draft.txt\nold/\n',
    'deep/x.draft.txt': bad,
    'deep/old/c.txt': bad,
    'deep/er/y.draft.txt': bad,
    // A repository inside has its own.
    'clone/.git/HEAD': '',
    'clone/z.draft.txt': bad,
  };
  const kept = ['a.txt', 'clone/z.draft.txt', 'deep/top.txt', 'deep/x.draft.txt', 'keep.draft.txt'];

  test('counts as git reads it, when folders and patterns are searched', async () => {
    const cwd = folder(files);
    expect(await found(cwd, '.')).toEqual(kept);
    expect(await found(cwd, '**/*.txt')).toEqual(kept);
    expect(await found(path.join(cwd, 'deep'), '.')).toEqual(['top.txt', 'x.draft.txt']);
  });

  test.each([['--no-gitignore'], ['--no-ignore']])('does not count with %s', async (option) => {
    expect(await found(folder(files), '.', option)).toHaveLength(11);
  });

  test('does not count where the configuration says so', async () => {
    expect(await found(folder({...files, '.calquerc.yaml': 'gitignore: false\n'}), '.')).toHaveLength(11);
  });

  test('leaves out nothing that is named; a folder is said to be left out', async () => {
    const cwd = folder(files);
    expect(await found(cwd, 'x.draft.txt')).toEqual(['x.draft.txt']);
    const result = await calque(['build', '-f', 'json'], {cwd});
    expect([...findingsOf(result).keys()]).toEqual(['build/b.txt']);
    expect(result.stderr).toBe(
      'calque: build is left out by .gitignore:1 (build/), and is linted since it is named\n',
    );
  });

  test('of a home does not reach the folders in it', async () => {
    const home = folder({'.gitignore': '*\n', 'news/a.txt': bad});
    expect(await found(path.join(home, 'news'), '.')).toEqual(['a.txt']);
  });
});

describe('.calqueignore', () => {
  test('that leaves out a folder that is named is told, with its line', async () => {
    const cwd = folder({'.calqueignore': '# ours\nplain/\n', 'plain/a.txt': bad, 'plain/deep/b.txt': bad});
    for (const operand of ['plain', 'plain/deep'])
      expect(await calque([operand], {cwd})).toMatchObject({
        code: 2,
        stderr: `calque: ${operand}: is left out by .calqueignore:2 (plain/)\n`,
      });
    expect((await calque(['plain', '--pass-on-no-files'], {cwd})).code).toBe(0);
    expect(await found(cwd, 'plain', '--no-ignore')).toHaveLength(2);
  });

  test('that leaves out everything does not pass for an empty folder', async () => {
    const cwd = folder({'wire/.calqueignore': '*\n', 'wire/a.txt': bad});
    const result = await calque(['wire'], {cwd});
    expect(result.stderr).toMatch(
      /no article in this folder \(.*\); wire\/\.calqueignore:1 \(\*\) leaves files out\n$/,
    );
    expect(result.code).toBe(2);
  });

  test('with patterns that take for ever leaves nothing out by them, and that is told', async () => {
    const cwd = folder({'.calqueignore': `${'**/a/'.repeat(9)}b\nx.txt\n`, 'a.txt': bad, 'x.txt': bad});
    const result = await calque(['.', '-f', 'json'], {cwd});
    expect([...findingsOf(result).keys()]).toEqual(['a.txt']);
    expect(result.stderr).toContain('.calqueignore:1: it has “**” three times or more');
  });
});

test('the configuration that ignores all articles of a folder passes no gate', async () => {
  const cwd = folder({'.calquerc.yaml': 'ignore: ["*"]\n', 'a.txt': bad, 'b.txt': bad});
  const result = await calque(['.'], {cwd});
  expect(result.stderr).toBe('calque: 2 files: all are left out by `ignore` of the configuration\n');
  expect(result.code).toBe(2);
  // A hook names what it has, ignored or not.
  expect((await calque(['a.txt', 'b.txt'], {cwd})).code).toBe(0);
});

describe('patterns', () => {
  test('that begin with ! leave out what they match, files and folders', async () => {
    const cwd = folder({
      'a.txt': bad,
      'drafts/a.txt': bad,
      'wire/a.txt': bad,
      'wire/b.md': bad,
      '!odd.txt': bad,
    });
    expect(await found(cwd, '**/a.txt', '!drafts/**')).toEqual(['a.txt', 'wire/a.txt']);
    expect(await found(cwd, '!wire', '.')).toEqual(['!odd.txt', 'a.txt', 'drafts/a.txt']);
    expect(await found(cwd, '.', '!**/*.txt')).toEqual(['wire/b.md']);
    expect(await found(cwd, '!odd.txt')).toEqual(['!odd.txt']);
    const alone = await calque(['!wire'], {cwd});
    expect(alone.stderr).toBe('calque: !wire: leaves something out, and no other path says of what\n');
    expect(alone.code).toBe(2);
  });

  test('with mistakes are told', async () => {
    const cwd = folder({'a.txt': bad});
    expect((await calque(['{a,b.txt'], {cwd})).stderr).toBe(
      'calque: {a,b.txt: no file, and no pattern: “{” is not closed\n',
    );
    const config =
      'overrides:\n  - files: "[abc"\n  - files: [ok.txt, "**/{a,b"]\nignore: ["**/a/**/b/**/c"]\n';
    const result = await calque(['a.txt'], {cwd: folder({'a.txt': bad, '.calquerc.yaml': config})});
    expect(result.stderr).toContain('.calquerc.yaml:2:12: overrides[0].files: “[abc”: “[” is not closed');
    expect(result.stderr).toContain(
      '.calquerc.yaml:3:21: overrides[1].files[1]: “**/{a,b”: “{” is not closed',
    );
    expect(result.stderr).toContain(
      '.calquerc.yaml:4:10: ignore[0]: “**/a/**/b/**/c”: it has “**” three times',
    );
  });
});

describe('more extensions', () => {
  const files = {'a.txt': bad, 'b.wire': bad, 'c.desk': bad, 'deep/d.news': bad};

  test('can be given', async () => {
    expect(await found(folder(files), '.', '--ext', 'wire,.DESK')).toEqual(['a.txt', 'b.wire', 'c.desk']);
  });

  test('are those of overrides that name a format', async () => {
    const config = 'overrides: [{files: "*.news", format: markdown}, {files: "*.wire", language: en}]\n';
    const cwd = folder({...files, '.calquerc.yaml': config});
    expect(await found(cwd, '.')).toEqual(['a.txt', 'deep/d.news']);
  });
});

test('a folder of documents that are not read says so', async () => {
  const result = await calque(['.'], {cwd: folder({'a.pages': 'PK'})});
  expect(result.stderr).toMatch(/; there are Pages documents, which are not read yet\n$/);
});

describe('one file', () => {
  test('is linted once, whatever leads to it', async () => {
    const cwd = folder({'d/a.txt': bad, 'd/deep/b.txt': bad});
    fs.symlinkSync('a.txt', path.join(cwd, 'd/link.txt'));
    fs.symlinkSync('deep/b.txt', path.join(cwd, 'd/a-link.txt'));
    fs.symlinkSync('d', path.join(cwd, 'e'));
    const both = ['d/a.txt', 'd/deep/b.txt'];
    expect(await found(cwd, 'd')).toEqual(both);
    expect(await found(cwd, 'd', 'e')).toEqual(both);
    expect(await found(cwd, 'd/*.txt')).toEqual(['d/a-link.txt', 'd/a.txt']);
    // What is named goes by the name it was given.
    expect(await found(cwd, 'd/link.txt', 'd')).toEqual(['d/deep/b.txt', 'd/link.txt']);
  });
});
