import {describe, expect, test} from 'vitest';
import {calque, folder} from '../support/cli.js';

const source = 'В пожаре пострадали 26 человек, ущерб — 20,4 млн рублей.\n';
const text = 'The fire injured 62 people and caused damage of 20.4 million roubles.\n';
const says = 'The source says 26, the text 62';

describe('--source', () => {
  test('a file, whose language is in its name', async () => {
    const run = await calque(['a.md', '--no-config', '--source', 'a.ru.md'], {
      cwd: folder({'a.md': text, 'a.ru.md': source}),
    });
    expect(run.stdout).toContain(says);
  });

  test('a pattern, on the command line and in the configuration', async () => {
    const files = {'in/a.md': text, 'in/alone.md': text, 'originals/in/a.ru.md': source};
    const pattern = 'originals/{path}.ru{ext}';
    const given = await calque(['in', '--no-config', '--source', pattern], {cwd: folder(files)});
    expect(given.stdout.split(says)).toHaveLength(2);
    const configured = await calque(['in'], {
      cwd: folder({...files, '.calquerc.yaml': `source: ${pattern}\nsourceLanguage: ru\n`}),
    });
    expect(configured.stdout).toBe(given.stdout);
  });

  test.each([
    [['a.md', '--source', 'none.md'], 'the source text .*none.md cannot be read'],
    [['a.md', '--source', '{what}.md'], '--source .*has \\{what\\}'],
    [['a.md', 'b.md', '--source', 'a.ru.md'], '--source names one file, but 2 articles'],
  ])('%j is refused', async (args, message) => {
    const run = await calque([...args, '--no-config'], {
      cwd: folder({'a.md': text, 'b.md': text, 'a.ru.md': source}),
    });
    expect(run.stdout + run.stderr).toMatch(new RegExp(message));
    expect(run.code).toBe(2);
  });
});
