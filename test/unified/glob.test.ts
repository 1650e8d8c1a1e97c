import picomatch from 'picomatch';
import {describe, expect, test} from 'vitest';
import {compileGlob, GlobError} from '../../src/files/glob.js';

const names = [
  'a.txt',
  'b.md',
  'ab.txt',
  '.hidden.txt',
  'wire/a.txt',
  'wire/deep/a.txt',
  'wire/deep/er/b.html',
  'wire/.git/a.txt',
  'drafts/ä b.txt',
  'x{1}.txt',
  'a[1].txt',
  'p/[slug]/[id].txt',
  '2024-01-05.txt',
];

describe('a pattern', () => {
  // What another library makes of it, which takes regular expressions for it.
  test.each([
    '*.txt',
    '**/*.txt',
    '**',
    '*',
    'wire/**',
    'wire/**/*.txt',
    'wire/*/a.txt',
    '**/deep/**/*.{txt,html}',
    '{wire,drafts}/**/*.txt',
    '?.txt',
    '[ab].txt',
    'wire/[^b].txt',
    '**/[0-9]*-0?-*.txt',
    'wire/{a,deep/a}.txt',
    'p/[slug]/*.txt',
    'a\\[1\\].txt',
    '*.t?t',
    './a.txt',
    '{a,{b,ab}}.*',
  ])('%s matches what it does elsewhere', (pattern) => {
    for (const dot of [true, false]) {
      const {matches} = compileGlob(pattern, {dot});
      const other = picomatch(pattern, {dot});
      expect(names.filter((name) => matches(name))).toEqual(names.filter((name) => other(name)));
    }
  });

  test('without a slash matches a name in any folder, where that is asked', () => {
    const {matches} = compileGlob('a.*', {anyFolder: true});
    expect(names.filter((name) => matches(name))).toEqual(['a.txt', 'wire/a.txt', 'wire/deep/a.txt']);
  });

  test.each([
    ['wire/deep/*.txt', 'wire/deep'],
    ['*.txt', ''],
    ['wire/a.txt', 'wire'],
    ['{wire,drafts}/*', ''],
    ['wire/{a,b}/*', 'wire'],
    ['/var/x/*', '/var/x'],
    ['wire/', 'wire'],
  ])('%s begins in the folder “%s”', (pattern, base) => {
    expect(compileGlob(pattern).base).toBe(base);
  });

  test.each([
    ['[abc', '“[” is not closed'],
    ['**/{a,b', '“{” is not closed'],
    ['a\\', 'it ends in a backslash'],
    ['!(a|b)', '“!(…)” is not understood; there are *, ?, **, [a-z] and {a,b}'],
    ['{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}', 'its braces stand for more than 1000 patterns'],
  ])('%s is refused', (pattern, reason) => {
    expect(() => compileGlob(pattern)).toThrow(new GlobError(reason));
  });
});

/** A regular expression would not come back from these. */
test.each([
  [`${'*a'.repeat(20)}b`, 'a'.repeat(200)],
  [`${'**/a/'.repeat(20)}b`, `${'a/'.repeat(500)}c`],
  [`${'*[a-z]'.repeat(20)}0`, 'a'.repeat(200)],
])('a pattern of many wildcards ends (%#)', (pattern, path) => {
  const {matches} = compileGlob(pattern, {dot: true});
  expect(matches(path)).toBe(false);
  expect(matches(pattern.replaceAll('**', 'x').replaceAll('*', 'x').replaceAll('[a-z]', 'q'))).toBe(true);
});
