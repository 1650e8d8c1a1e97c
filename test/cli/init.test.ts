import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {calque, folder} from '../support/cli.js';
import {atTerminal, hasTerminal} from '../support/terminal.js';

/** What translation from Icelandic leaves: names that keep their letters, and a word now and then. */
const icelandic = [
  'Guðrún Þórðardóttir, sýslumaður, said that the road at Ísafjörður was open. Hjörleifur Ásgeirsson drove.',
  'The ship came to Seyðisfjörður. Sigþrúður Friðjónsdóttir met it with “velkomin heim”.',
  'Þorsteinn Hallgrímsson told Fréttablaðið that the sveitarfélag would pay. Nobody from Húsavík came.',
];
const english = 'The council met on Monday and voted for the new bridge. Nobody spoke against it.\n';
const written = (cwd: string): string => fs.readFileSync(path.join(cwd, '.calquerc.yaml'), 'utf8');

describe('init', () => {
  test('writes a configuration that holds', async () => {
    const cwd = folder({'a.txt': 'Fine.\n'});
    expect(await calque(['init', '--source-language', 'lt', '--preset', 'strict'], {cwd})).toMatchObject({
      code: 0,
      stdout: '',
    });
    expect(JSON.parse((await calque(['--print-config', 'a.txt'], {cwd})).stdout)).toMatchObject({
      sourceLanguage: 'lt',
      language: 'en',
    });
    expect((await calque(['init'], {cwd})).stderr).toBe(
      'calque: .calquerc.yaml configures this folder already\n',
    );
  });

  test('sees from the articles what they were translated from', async () => {
    const cwd = folder(Object.fromEntries(icelandic.map((text, i) => [`${i}.txt`, `${english}\n${text}\n`])));
    expect((await calque(['init'], {cwd})).code).toBe(0);
    expect(written(cwd)).toContain('\nsourceLanguage: is # Icelandic: it shows in 3 of 3 articles here\n');
    expect((await calque(['.'], {cwd})).code).toBeLessThan(2);
  });

  test.each([
    ['English', {'a.txt': english, 'b.md': english}],
    [
      'a few words in many articles',
      {
        ...Object.fromEntries(Array.from({length: 40}, (_, i) => [`${i}.txt`, english])),
        'x.txt': `${english}\n${icelandic[1]}\n`,
      },
    ],
    ['no article', {}],
  ])('leaves the language open: %s', async (_, files) => {
    const cwd = folder(files);
    expect((await calque(['init'], {cwd})).code).toBe(0);
    expect(written(cwd)).toContain('\n# sourceLanguage: lt\n');
  });

  test.runIf(hasTerminal)('asks at a terminal, and again when it cannot take the answer', async () => {
    const cwd = folder(Object.fromEntries(icelandic.map((text, i) => [`${i}.txt`, `${english}\n${text}\n`])));
    const answers = ['\r', 'Klingonese\r', 'Danish\r', 'sharp\r', 'strict\r'];
    const {output, code} = await atTerminal(['init'], cwd, /\]: /, answers);
    expect(code).toBe(0);
    expect(output).toContain('[Icelandic, as it shows in 3 of 3 articles; - for several]');
    expect(output).toContain('that is no language: write lt, or Lithuanian');
    expect(output).toContain('presets are recommended, strict and off');
    expect(written(cwd)).toMatch(/^extends: strict\n\n.*\nlanguage: en\nsourceLanguage: da\n/m);
  });

  test.runIf(hasTerminal)('takes what it saw, or several', async () => {
    const files = Object.fromEntries(icelandic.map((text, i) => [`${i}.txt`, `${english}\n${text}\n`]));
    for (const [answer, line] of [
      ['\r', 'sourceLanguage: is # Icelandic'],
      ['-\r', '# sourceLanguage: lt'],
    ]) {
      const cwd = folder(files);
      await atTerminal(['init'], cwd, /\]: /, ['\r', answer as string, '\r']);
      expect(written(cwd)).toContain(`\n${line}`);
    }
  });

  test.runIf(hasTerminal)('writes nothing when it is stopped', async () => {
    const cwd = folder();
    const {output, code} = await atTerminal(['init'], cwd, /\]: /, ['\r', '\u0003']);
    expect(output).toContain('calque: stopped; nothing was written');
    expect(code).toBe(130);
    expect(fs.readdirSync(cwd)).toEqual([]);
  });
});
