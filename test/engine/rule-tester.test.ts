import {describe, expect, test} from 'vitest';
import {testRule} from '../../src/config/test-rule.js';
import {type AnyRule, defineRule} from '../../src/engine/rule.js';
import type {RuleCases} from '../../src/engine/rule-tester.js';

/** Replaces “teh” by “the”, and offers “thé”. */
const typo: AnyRule = defineRule({
  meta: {
    id: 'a/typo',
    description: 'Typo',
    mqm: 'spelling',
    severity: 'warning',
    recommended: true,
    fixable: true,
    hasSuggestions: true,
    messages: {typo: 'a typo: {{word}}'},
  },
  create: ({text, report}) => ({
    word(i) {
      if (text.token(i) !== 'teh') return;
      const start = text.tokens.starts[i] as number;
      const end = text.tokens.ends[i] as number;
      report({
        messageId: 'typo',
        data: {word: 'teh'},
        start,
        end,
        fix: [{start, end, text: 'the'}],
        suggestions: [{message: 'thé', edits: [{start, end, text: 'thé'}]}],
      });
    },
  }),
});
const bad = {
  text: 'see teh man',
  findings: [{at: 'teh', start: 4, message: 'a typo: teh', suggested: ['see thé man']}],
  fixed: 'see the man',
};

const withOptions: AnyRule = defineRule({
  meta: {
    id: 'a/long',
    description: 'Long words',
    mqm: 'style',
    severity: 'info',
    recommended: true,
    messages: {long: 'long: {{length}}'},
    schema: {
      type: 'object',
      properties: {most: {type: 'integer'}},
      additionalProperties: false,
    },
    defaultOptions: {most: 5},
  },
  create: ({text, options, settings, report}) => ({
    word(i) {
      const start = text.tokens.starts[i] as number;
      const end = text.tokens.ends[i] as number;
      if (end - start <= options.most || settings.language === 'de') return;
      const related = [{message: 'here', start, end: start + 1}];
      report({
        messageId: 'long',
        data: {length: end - start},
        facts: {initial: text.token(i)[0]},
        start,
        end,
        related,
      });
    },
  }),
});
const long = {text: '**good** weather', format: 'markdown', findings: [{at: 'weather'}]} as const;

describe('testRule', () => {
  test('passes what comes out as said', async () => {
    await testRule(typo, {good: ['see the man'], bad: [bad]});
    const suggested = [{message: 'thé', text: 'see thé man'}];
    await testRule(typo, {good: [], bad: [{...bad, findings: [{suggested}]}]});
    await testRule(withOptions, {
      good: [
        {text: 'weather', options: {most: 7}},
        {text: 'weather', language: 'de'},
      ],
      bad: [
        {
          ...long,
          findings: [
            {
              start: 9,
              end: 16,
              line: 1,
              column: 10,
              endLine: 1,
              endColumn: 17,
              messageId: 'long',
              message: 'long: 7',
              severity: 'info',
              mqm: 'style',
              related: ['w'],
              data: {length: 7, initial: 'w'},
            },
          ],
        },
      ],
    });
  });

  test('matches the phrases of dictionaries, given ones and those of calque', async () => {
    const phrases: AnyRule = defineRule({
      meta: {
        id: 'a/phrase',
        description: 'Phrases',
        mqm: 'style',
        severity: 'info',
        recommended: true,
        dictionaries: ['mine', 'calque'],
        messages: {phrase: 'a phrase'},
      },
      create: ({report}) => ({phrase: ({start, end}) => report({messageId: 'phrase', start, end})}),
    });
    const entries = [{kind: 'mine', origin: 'test', phrase: 'fine weather'}];
    const text = 'There was fine weather. It is necessary to note that it rained.';
    await testRule(phrases, {
      good: ['There was fine weather.'],
      bad: [
        {text, findings: [{at: 'It is necessary to note that'}]},
        {text, entries, findings: [{at: 'fine weather'}, {at: 'It is necessary to note that'}]},
      ],
    });
    await expect(
      testRule(phrases, {good: [{text, entries: [{kind: 'mine', origin: 'test', phrase: '(('}]}], bad: []}),
    ).rejects.toThrow('good case "There was fine weather. It is necessary to note that it rained.": “((”: ');
  });

  test('tells of every case that fails, by name where it has one', async () => {
    const cases = {
      good: ['see teh man', 'see the man'],
      bad: [{...bad, language: 'en-GB', name: 'an article', fixed: 'see'}],
    };
    await expect(testRule(typo, cases)).rejects.toThrow(
      'a/typo: cases that fail: 2 of 3\n\ngood case "see teh man": 0 findings expected, 1 found\n  4-7 “teh”: a typo: teh\n\nbad case an article: fixed text expected "see", found "see the man"',
    );
  });

  test.each([
    ['a good case with a finding', typo, {good: ['see teh man'], bad: []}, '0 findings expected, 1 found'],
    [
      'a bad case without findings',
      typo,
      {good: [], bad: [{text: 'x', findings: []}]},
      'must expect a finding',
    ],
    ['a case twice', typo, {good: ['x', {text: 'x', name: 'y'}], bad: []}, 'stands twice'],
    [
      'a wrong place',
      typo,
      {good: [], bad: [{...bad, findings: [{...bad.findings[0], start: 3}]}]},
      'start expected 3, found 4',
    ],
    [
      'a suggestion that is not stated',
      typo,
      {good: [], bad: [{...bad, findings: [{at: 'teh'}]}]},
      'suggestions',
    ],
    [
      'a fix that is not stated',
      typo,
      {good: [], bad: [{text: bad.text, findings: bad.findings}]},
      'there is a fix',
    ],
    ['a wrong fixed text', typo, {good: [], bad: [{...bad, fixed: 'see a man'}]}, 'fixed text'],
    [
      'other data',
      withOptions,
      {good: [], bad: [{...long, findings: [{data: {initial: 'v'}}]}]},
      'data.initial expected "v", found "w"',
    ],
    [
      'other related places',
      withOptions,
      {good: [], bad: [{...long, findings: [{related: []}]}]},
      'related expected [], found ["w"]',
    ],
    [
      'a key of a finding that nobody reads',
      withOptions,
      {good: [], bad: [{...long, findings: [{msg: 'long: 7'}]}]},
      'finding 1: there is no key “msg”',
    ],
    [
      'a key of a case that nobody reads',
      withOptions,
      {good: [{text: 'x', errors: []}], bad: []},
      'there is no key “errors”',
    ],
    [
      'options that the schema refuses',
      withOptions,
      {good: [{text: 'x', options: {mots: 3}}], bad: []},
      'good case "x": options: there is no key “mots” (did you mean “most”?)',
    ],
    [
      'a rule without a message',
      {...typo, meta: {...typo.meta, messages: undefined}},
      {good: [], bad: []},
      'no messages',
    ],
  ] as [string, AnyRule, RuleCases, string][])('refuses %s', async (_, rule, cases, message) => {
    await expect(testRule(rule, cases)).rejects.toThrow(message);
  });

  test('fails with a stack that begins where it was called', async () => {
    const error = await testRule(typo, {good: ['see teh man'], bad: []}).catch((e: unknown) => e as Error);
    const first = error?.stack?.split('\n').find((line) => /^\s+at /.test(line));
    expect(first).toContain('rule-tester.test.ts');
  });
});
