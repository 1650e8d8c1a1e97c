import {describe, expect, test} from 'vitest';
import {type AnyRule, defineRule} from '../../src/engine/rule.js';
import {testRule} from '../../src/engine/rule-tester.js';

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

describe('testRule', () => {
  test('passes what comes out as said', () => {
    expect(() => testRule(typo, {good: ['see the man'], bad: [bad]})).not.toThrow();
  });
  test.each([
    ['a good case with a finding', {good: ['see teh man'], bad: []}, '0 findings expected, 1 found'],
    ['a bad case without findings', {good: [], bad: [{text: 'x', findings: []}]}, 'must expect a finding'],
    ['a case twice', {good: ['x', 'x'], bad: []}, 'stands twice'],
    [
      'a wrong place',
      {good: [], bad: [{...bad, findings: [{...bad.findings[0], start: 3}]}]},
      'start expected 3, found 4',
    ],
    ['a suggestion that is not stated', {good: [], bad: [{...bad, findings: [{at: 'teh'}]}]}, 'suggestions'],
    [
      'a fix that is not stated',
      {good: [], bad: [{text: bad.text, findings: bad.findings}]},
      'there is a fix',
    ],
    ['a wrong fixed text', {good: [], bad: [{...bad, fixed: 'see a man'}]}, 'fixed text'],
  ])('refuses %s', (_, cases, message) => {
    expect(() => testRule(typo, cases)).toThrow(message);
  });
});
