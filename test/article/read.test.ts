import {expect, it, vi} from 'vitest';

it('loads the parsers of Markdown and HTML only when they are asked for', async () => {
  vi.resetModules();
  const {loadedReader, loadReader, readArticle} = await import('../../src/article/read.js');
  expect(readArticle('A.', 'text').prose).toBe('A.');
  for (const format of ['markdown', 'html'] as const) {
    expect(loadedReader(format)).toBeUndefined();
    expect(() => readArticle('A.', format)).toThrow(`loadReader('${format}')`);
    const read = await loadReader(format);
    expect(loadedReader(format)).toBe(read);
    expect(readArticle('*A*.', format).format).toBe(format);
  }
});
