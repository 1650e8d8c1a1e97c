import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {
  ConfigError,
  createLinter,
  fixText,
  lintFiles,
  lintText,
  loadConfig,
  proposeDictionary,
} from '../../src/index.js';
import {folder} from '../support/cli.js';

const bad = 'The council met  on Monday.\n\n[ad_1]\n\nIt will meet again on Friday.\n';
const fixed = 'The council met on Monday.\n\nIt will meet again on Friday.\n';

describe('texts', () => {
  test('are linted with the configuration that their name has', async () => {
    const cwd = folder({
      '.calquerc.yaml':
        'rules: {punctuation/spacing: off}\noverrides: [{files: "*.md", rules: {residue/ad-marker: info}}]\n',
    });
    const {findings, score} = await lintText(bad, {cwd, path: 'a.txt'});
    expect(findings).toMatchObject([
      {rule: 'residue/ad-marker', severity: 'error', start: bad.indexOf('[ad_1]'), line: 3},
    ]);
    expect(score.words).toBeGreaterThan(0);
    expect((await lintText(bad, {cwd, path: 'a.md'})).findings).toMatchObject([{severity: 'info'}]);
    expect(
      (await lintText(bad, {cwd, config: false, rules: {'residue/ad-marker': 'off'}})).findings,
    ).toMatchObject([{rule: 'punctuation/spacing'}]);
  });

  test('are fixed, whole or in part', async () => {
    expect(await fixText(bad, {config: false})).toMatchObject({text: fixed, fixed: 2, findings: []});
    expect((await fixText(bad, {config: false, types: ['residue']})).text).toBe(
      bad.replace('[ad_1]\n\n', ''),
    );
  });

  test('a linter is made once, and lints without waiting', async () => {
    const linter = await createLinter({config: false, format: 'html', sourceLanguage: 'lt'});
    expect(linter.settings).toMatchObject({language: 'en', sourceLanguage: 'lt'});
    expect(linter.lint('<p>[ad_1]</p>').findings).toMatchObject([{start: 3}]);
    expect(linter.lint('<p>Fine.</p>').findings).toEqual([]);
  });

  test('names are listed, and a dictionary of them is proposed', async () => {
    const linter = await createLinter({config: false, format: 'html'});
    const html =
      '<p>Gulnara Bekturova spoke. Ms Bekturova said no.</p>\n<p>Gulnara Bekturowa left.</p>\n<p>Bekturova won.</p>';
    const names = linter.names(html);
    expect(names).toMatchObject([
      {
        name: 'Gulnara Bekturova',
        kind: 'person',
        variants: [
          {
            forms: [
              {text: 'Bekturova', lines: [1, 1, 3]},
              {text: 'Bekturowa', lines: [2]},
            ],
          },
        ],
      },
    ]);
    const yaml = await proposeDictionary([{path: 'a.html', names}]);
    expect(yaml).toContain('# Bekturova ×3 (a.html:1, a.html:3), Bekturowa ×1 (a.html:2)');
    expect(yaml).toContain('phrase: Bekturova');
    expect(await proposeDictionary(JSON.parse(JSON.stringify([{path: 'a.html', names}])))).toBe(yaml);
  });

  test('a wrong call says what is wrong with it', async () => {
    const told = (call: Promise<unknown>): Promise<string> =>
      call.then(
        () => 'nothing',
        (error: Error) => `${error.name}: ${error.message}`,
      );
    const options = {config: false, preset: 'stric', language: 'English', sourceLanguage: 'en us'} as object;
    expect(await told(lintText('x', {...options, rules: {'residue/ad': 'off'}}))).toBe(
      [
        'ConfigError: there is no preset “stric” (did you mean “strict”?); presets are recommended, strict, off',
        'language: is “English”, but must be a language tag such as “en” or “pt-BR” (did you mean “en”?)',
        'sourceLanguage: is “en us”, but must be a language tag such as “en” or “pt-BR”',
        'there is no rule “residue/ad” (did you mean “residue/ad-label”?)',
      ].join('\n'),
    );
    expect(await told(lintText('x', {config: false, format: 'pdf'} as object))).toBe(
      'RangeError: There is no format “pdf”; formats are text, markdown, html, asciidoc, rst, subtitles, feed, json, csv, xliff, tmx, po, tsv, jsonl.',
    );
    expect(await told(lintText(Buffer.from('x') as unknown as string, {config: false}))).toBe(
      'TypeError: The text must be a string, but is of type object.',
    );
    expect(await told(lintText('x', {config: 'none.yml'}))).toBe(
      'ConfigError: none.yml: cannot be read: no such file or folder',
    );
  });

  test('a broken configuration throws all its mistakes', async () => {
    const cwd = folder({'.calquerc.yaml': 'rules: {x: 1}\nlang: en\n'});
    const error = await lintText(bad, {cwd}).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as ConfigError).problems).toMatchObject([
      {file: '.calquerc.yaml', line: 1, column: 9},
      {file: '.calquerc.yaml', line: 2, column: 1},
    ]);
  });
});

describe('files', () => {
  test('come sorted, with what could not be linted', async () => {
    const cwd = folder({'b.txt': bad, 'a/c.md': 'Fine.\n', 'd.txt': Buffer.from([0xff])});
    const results = [];
    for await (const file of lintFiles(['.', 'none.txt'], {cwd}))
      results.push([file.path, file.error ?? file.findings.length]);
    expect(results).toEqual([
      ['none.txt', 'no such file or folder'],
      ['a/c.md', 0],
      ['b.txt', 2],
      ['d.txt', 'not valid UTF-8: byte 0 begins no character. Convert the file to UTF-8'],
    ]);
  });

  test('are found as the command line finds them: ignore files, endings', async () => {
    const cwd = folder({'a.txt': bad, 'b.txt': bad, 'c.article': bad, '.calqueignore': 'b.txt\n'});
    const found = async (options: object): Promise<string[]> => {
      const names: string[] = [];
      for await (const {path: name} of lintFiles('.', {cwd, ...options})) names.push(name);
      return names;
    };
    expect(await found({})).toEqual(['a.txt']);
    expect(await found({ignoreFiles: false})).toEqual(['a.txt', 'b.txt']);
    expect(await found({extensions: ['.Article']})).toEqual(['a.txt', 'c.article']);
  });

  test('are fixed in memory alone', async () => {
    const cwd = folder({'a.txt': bad});
    for await (const file of lintFiles('a.txt', {cwd, fix: 'all'}))
      expect(file).toMatchObject({source: fixed, original: bad, fixed: 2});
    expect(fs.readFileSync(path.join(cwd, 'a.txt'), 'utf8')).toBe(bad);
  });

  test('have settings that can be asked for', async () => {
    const cwd = folder({'.calquerc.yaml': 'ignore: [drafts]\nlanguage: en-AU\n'});
    expect(await loadConfig('drafts/x.txt', {cwd})).toMatchObject({
      ignored: true,
      language: 'en-AU',
      configFile: path.join(cwd, '.calquerc.yaml'),
    });
  });
});
