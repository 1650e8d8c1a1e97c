import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {
  ConfigError,
  createLinter,
  defineRule,
  fixText,
  lintFiles,
  lintText,
  loadConfig,
  testRule,
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
      'RangeError: There is no format “pdf”; formats are text, markdown and html.',
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

describe('a rule of one’s own', () => {
  const shout = defineRule({
    meta: {
      id: 'desk/shout',
      description: 'Exclamation marks in news',
      mqm: 'style',
      severity: 'warning',
      recommended: false,
      fixable: true,
      messages: {shout: 'News do not shout'},
    },
    create: (context) => ({
      mark: {
        chars: '!',
        on(token) {
          const {starts, ends} = context.text.tokens;
          const place = {start: starts[token] as number, end: ends[token] as number};
          context.report({messageId: 'shout', ...place, fix: [{...place, text: '.'}]});
        },
      },
    }),
  });

  test('can be tried on texts', async () => {
    const bad = {text: '<p>It opened!</p>', findings: [{at: '!', start: 12}], fixed: '<p>It opened.</p>'};
    await testRule(shout, {good: ['<p>It opened.</p>'], bad: [bad]}, {format: 'html'});
    await expect(testRule(shout, {good: ['It opened!'], bad: []})).rejects.toThrow(
      'desk/shout, good case "It opened!": 0 findings expected, 1 found',
    );
    await expect(testRule(shout, {good: [], bad: [{...bad, fixed: '<p>It opened!</p>'}]})).rejects.toThrow(
      'fixed text',
    );
  });
});
