import fs from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {parse} from 'yaml';
import {readText} from '../../src/article/read-text.js';
import {parseDictionary} from '../../src/config/dictionary/parse.js';
import {makeLinter} from '../../src/config/make-linter.js';
import {presetRules} from '../../src/config/presets.js';
import {applyEdits} from '../../src/engine/apply-edits.js';
import type {Finding} from '../../src/engine/finding.js';
import {allRules} from '../../src/generated/rules.js';
import {resources} from '../support/resources.js';

function lintWith(yaml: string, text: string, sourceLanguage = 'ru'): readonly Finding[] {
  const {entries, problems} = parseDictionary(yaml, 'house.yml');
  expect(problems).toEqual([]);
  const made = makeLinter(
    {rules: presetRules('recommended', allRules), language: 'en', sourceLanguage, entries},
    {resources},
  );
  expect(made.problems).toEqual([]);
  return made.linter.lint(readText(text)).findings;
}

const told = (findings: readonly Finding[]): string[] =>
  findings.map(({text, fix, suggestions, severity}) => {
    const edit = (fix?.edits ?? suggestions[0]?.edits)?.at(-1)?.text ?? '';
    return `${severity} ${text} → ${edit}${fix ? ' (fix)' : ''}`;
  });
const names = (...entries: string[]): string =>
  `kind: name\nentries:\n${entries.map((e) => `  - ${e}\n`).join('')}`;

describe('an entry of the house overrules the bundled one', () => {
  test.each<[string, string, string, string[]]>([
    ['its spelling is right', names('phrase: Kiev'), 'Talks in Kiev.', []],
    [
      'and others become it',
      names('phrase: Kiev'),
      'Talks in Kijev, then in Kijevas.',
      ['warning Kijev → Kiev', 'warning Kijevas → Kiev (fix)'],
    ],
    [
      'its fix and its exceptions, once a place',
      names('{phrase: Kyiv, variants: [Kiev], except: [Kiev Weekly, chicken Kiev], apply: fix}'),
      'Talks in Kiev. Chicken Kiev in the Kiev Weekly. More in Kyiv.',
      ['warning Kiev → Kyiv (fix)'],
    ],
    ['its severity', names('{phrase: Almaty, severity: info}'), 'Talks in Almatı.', ['info Almatı → Almaty']],
    [
      'asking a person',
      names('{phrase: Kyiv, apply: suggest}'),
      'Talks in Kijevas.',
      ['warning Kijevas → Kyiv'],
    ],
    [
      'but not one of another type',
      names('{phrase: Riyad, type: person}'),
      'The law of Riyad. Talks in Rijád.',
      ['warning Rijád → Riyadh'],
    ],
    [
      'of a calque',
      'kind: calque\nentries:\n  - {phrase: force structures, replace: the police, source: ru}\n',
      'He met the force structures.',
      ['warning force structures → the police'],
    ],
    [
      'inside a longer phrase of the house',
      names('phrase: Kiev Weekly'),
      'The Kiev Weekly wrote of Kiev.',
      ['warning Kiev → Kyiv'],
    ],
  ])('%s', (_, yaml, text, expected) => {
    expect(told(lintWith(yaml, text))).toEqual(expected);
  });

  test('a phrase of the house is told by no rule as foreign or out of line', () => {
    const text =
      'Talks in Kırgızstan. The “Naujienų tinklas” wrote. Žoldubajeva’s aide left. Then Kırgızstan paid.';
    const house = names('phrase: Kırgızstan', 'phrase: Naujienų tinklas', 'phrase: Žoldubajeva');
    expect(lintWith(names('phrase: Other'), text, 'lt').length).toBeGreaterThan(1);
    expect(told(lintWith(house, text, 'lt'))).toEqual([]);
  });

  test.each([
    'chicken Kiev',
    'Chicken Kiev',
    'Dynamo Kiev',
    'Kiev Cake',
    'Battle of Kiev',
    'Saint Teresa of Calcutta',
    'crab Rangoon',
    'Bagdad Café',
  ])('the bundled places spare “%s”, beside the place too', (spared) => {
    expect(
      told(
        lintWith(names('phrase: Other'), `They spoke of ${spared} at length in Kyiv, Kolkata and Yangon.`),
      ),
    ).toEqual([]);
  });

  test('and people whose name is that of a place elsewhere', () => {
    expect(told(lintWith(names('phrase: Other'), 'The goal of Riyad Lahmer won it.'))).toEqual([]);
  });
});

test('a fix that would lose what a variant leaves open asks a person', () => {
  const yaml =
    'kind: term\nentries:\n  - phrase: head office\n    variants: [main office, bureau of (Torvik|Narvo), the <number> office]\n    apply: fix\n';
  expect(told(lintWith(yaml, 'The main office, the bureau of Narvo and the 3 office.'))).toEqual([
    'warning main office → head office (fix)',
    'warning bureau of Narvo → head office',
    'warning the 3 office → head office',
  ]);
});

test('signs of the syntax in a name stay what they are', () => {
  const yaml = names('{phrase: "Foo \\\\(Bar\\\\)", variants: ["Fu \\\\(Bar\\\\)"], apply: fix}');
  expect(told(lintWith(yaml, 'He joined Fu (Bar) in May.'))).toEqual(['warning Fu (Bar) → Foo (Bar) (fix)']);
});

describe('examples of the documentation', () => {
  const root = path.resolve(import.meta.dirname, '../..');
  const blocks = ['README.md', 'docs/dictionaries.md'].flatMap((file) =>
    [...fs.readFileSync(path.join(root, file), 'utf8').matchAll(/```yaml\n(.*?)```/gs)]
      .map((match) => match[1] as string)
      .filter((yaml) => typeof parse(yaml) === 'object' && 'entries' in (parse(yaml) as object))
      .map((yaml) => [file, yaml] as const),
  );

  test('are there', () => expect(blocks.length).toBeGreaterThan(2));

  test.each(blocks)('of %s do what they say, once a place, and lose no word', (_, yaml) => {
    for (const entry of parseDictionary(yaml, 'd.yml').entries) {
      expect(told(lintWith(yaml, `They spoke of ${plain(entry.phrase)} at length.`))).toEqual([]);
      for (const variant of entry.variants ?? []) {
        const text = `They spoke of ${plain(variant)} at length.`;
        const found = lintWith(yaml, text);
        expect(found.map((f) => f.text)).toEqual([plain(variant)]);
        const edits = found[0]?.fix?.edits ?? found[0]?.suggestions[0]?.edits ?? [];
        expect(applyEdits(text, [edits]).text).toBe(`They spoke of ${plain(entry.phrase)} at length.`);
      }
      for (const spared of entry.except ?? [])
        expect(told(lintWith(yaml, `They spoke of ${spared}.`))).toEqual([]);
    }
  });

  /** A phrase with the first part of each choice. */
  const plain = (phrase: string): string => phrase.replace(/\(([^|)]*)\|[^)]*\)/g, '$1');
});
