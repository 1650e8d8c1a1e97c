import {expect, test} from 'vitest';
import {isLanguageTag, languageTagPattern, normalTag, tagOfLanguage} from '../../src/config/language-tag.js';
import {createLinter} from '../../src/index.js';
import {calque, folder} from '../support/cli.js';

test.each(['en', 'lt', 'pt-BR', 'pt_BR', 'zh-Hant-TW', 'ckb'])('%s is a language tag', (tag) => {
  expect(isLanguageTag(tag)).toBe(true);
  expect(normalTag(tag)).toBe(tag.replace('_', '-'));
  expect(normalTag(tag)).toMatch(new RegExp(languageTagPattern));
});

test.each(['English', 'english', 'en us', 'e', '', 'en-', '-en', 'en--US', 'lietuvių'])(
  '“%s” is none',
  (text) => {
    expect(isLanguageTag(text)).toBe(false);
    expect(text).not.toMatch(new RegExp(languageTagPattern));
  },
);

test.each([
  ['Lithuanian', 'lt'],
  [' chinese ', 'zh'],
  ['Hebrew', 'he'],
  ['Norwegian Bokmål', 'nb'],
  ['lt', 'lt'],
  ['pt_BR', 'pt-BR'],
  ['Klingonese', undefined],
  ['', undefined],
])('the language “%s” has the tag %s', (text, tag) => expect(tagOfLanguage(text)).toBe(tag));

test('a name instead of a tag would leave most rules out: it is refused, with the tag', async () => {
  const told = 'must be a language tag such as “en” or “pt-BR” (did you mean “lt”?)';
  const cwd = folder({'a.txt': 'Fine.\n', '.calquerc.yaml': 'sourceLanguage: Lithuanian\n'});
  expect(await calque(['a.txt'], {cwd})).toMatchObject({
    code: 2,
    stderr: `calque: .calquerc.yaml:1:17: sourceLanguage: is “Lithuanian”, but ${told}\n`,
  });
  expect(await calque(['a.txt', '--no-config', '--language', 'english'], {cwd})).toMatchObject({
    code: 2,
    stderr:
      'calque: --language is “english”, but must be a language tag such as en or pt-BR (did you mean “en”?)\n',
  });
});

test('an underscore leaves no rule out', async () => {
  const text = 'He told the the press.\n';
  const found = async (language: string) =>
    (await createLinter({config: false, language})).lint(text).findings.map(({rule}) => rule);
  expect(await found('en_US')).toEqual(await found('en-US'));
  expect(await found('en_US')).toContain('fluency/repeated-phrase');
});
