import path from 'node:path';
import {expect, test} from 'vitest';
import {faultOfPattern, isOneFile, sourceFileOf} from '../../src/config/source-pattern.js';

const folder = path.resolve('/site');
const of = (pattern: string, article: string, language = 'en'): string =>
  path
    .relative(folder, sourceFileOf(path.resolve(folder, article), {pattern, folder}, language))
    .split(path.sep)
    .join('/');

test.each([
  ['originals/{path}.ru{ext}', 'news/a.md', 'originals/news/a.ru.md'],
  ['{dir}/{stem}.ru{ext}', 'news/a.en.md', 'news/a.ru.md'],
  ['{dir}/{stem}.ru{ext}', 'news/a-en.html', 'news/a.ru.html'],
  ['{dir}/{stem}.ru.txt', 'news/token.md', 'news/token.ru.txt'],
  ['src/{name}.txt', 'a.en.md', 'src/a.en.txt'],
  ['one.md', 'news/a.md', 'one.md'],
])('%s of %s', (pattern, article, file) => {
  expect(of(pattern, article)).toBe(file);
});

test('a regional tag', () => {
  expect(of('{dir}/{stem}.ru{ext}', 'a.pt-BR.md', 'pt-BR')).toBe('a.ru.md');
});

test('what is wrong with a pattern', () => {
  expect(faultOfPattern('{pth}.md')).toContain('{pth}');
  expect(faultOfPattern(' ')).toBe('is empty');
  expect(faultOfPattern('{path}.md')).toBeUndefined();
  expect(isOneFile('a.md')).toBe(true);
  expect(isOneFile('{path}.md')).toBe(false);
});
