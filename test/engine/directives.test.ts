import {describe, expect, test} from 'vitest';
import {readText} from '../../src/article/read-text.js';
import {fixToConvergence} from '../../src/engine/fixer.js';
import {Linter} from '../../src/engine/linter.js';
import {type AnyRule, defineRule} from '../../src/engine/rule.js';
import {readAs} from '../support/lint.js';

/** Reports every word `bad` (rule a/bad) and every word `sad` (rule a/sad). */
const wordRule = (id: `${string}/${string}`, word: string): AnyRule =>
  defineRule({
    meta: {
      id,
      description: word,
      mqm: 'spelling',
      severity: 'warning',
      recommended: true,
      messages: {found: 'found {{word}}'},
    },
    create: ({text, report}) => ({
      word(i) {
        if (text.token(i) === word)
          report({
            messageId: 'found',
            start: text.tokens.starts[i] as number,
            end: text.tokens.ends[i] as number,
            data: {word},
          });
      },
    }),
  });

const linter = new Linter({
  rules: [wordRule('a/bad', 'bad'), wordRule('a/sad', 'sad')].map((rule) => ({
    rule,
    severity: 'warning' as const,
    options: {},
  })),
  settings: {language: 'en'},
  entries: [],
  isKnownRule: (id) => ['a/bad', 'a/sad', 'a/off', 'a/*'].includes(id),
});
const rules = (source: string): string[] =>
  linter.lint(readText(source)).findings.map((f) => `${f.line} ${f.rule}`);

describe('directives', () => {
  test('without one, everything is reported', () => {
    expect(rules('bad day.\n\nsad day.\n')).toEqual(['1 a/bad', '3 a/sad']);
  });

  test('what is hidden is kept beside, with its directive and its reason', () => {
    const {findings, suppressed} = linter.lint(
      readText(
        'calque-disable-file a/sad -- a song -- its title\n\nbad sad\n\ncalque-disable-next-line a/bad\nbad sad\n',
      ),
    );
    expect(findings.map(({rule, line}) => [rule, line])).toEqual([['a/bad', 3]]);
    const song = {kind: 'directive', justification: 'a song -- its title', line: 1};
    expect(suppressed?.map(({rule, line, suppression}) => [rule, line, suppression])).toEqual([
      ['a/sad', 3, song],
      ['a/bad', 6, {kind: 'directive', line: 5}],
      ['a/sad', 6, song],
    ]);
    expect(linter.lint(readText('bad\n'))).not.toHaveProperty('suppressed');
  });

  test('disable holds to the next enable, or to the end', () => {
    expect(rules('calque-disable\n\nbad\n\ncalque-enable\n\nbad\n')).toEqual(['7 a/bad']);
    expect(rules('bad\n\ncalque-disable a/bad\n\nbad sad\n')).toEqual(['1 a/bad', '5 a/sad']);
  });

  test('enable names what it ends', () => {
    expect(rules('calque-disable a/bad, a/sad\n\nbad sad\n\ncalque-enable a/sad\n\nbad sad\n')).toEqual([
      '7 a/sad',
    ]);
  });

  test('disable-next-line skips blank lines and reaches one line', () => {
    expect(rules('calque-disable-next-line a/bad -- a title\n\nbad\n\nbad\n')).toEqual(['5 a/bad']);
  });

  test('disable-file holds before itself too', () => {
    expect(rules('bad\n\ncalque-disable-file a/bad\n')).toEqual([]);
  });

  test('enable ends disable alone, not what holds for the whole file', () => {
    expect(rules('calque-disable-file\n\ncalque-disable\n\nbad\n\ncalque-enable\n\nbad\n')).toEqual([]);
  });

  test('a family can be named', () => {
    expect(rules('calque-disable-file a/*\n\nbad sad\n')).toEqual([]);
  });

  test('one that hides nothing is told and can be deleted', () => {
    const source = 'good\n\ncalque-disable-next-line a/bad\ngood\n';
    const [finding] = linter.lint(readText(source)).findings;
    expect(finding).toMatchObject({
      rule: 'directives/unused',
      line: 3,
      text: 'calque-disable-next-line a/bad',
    });
    expect(fixToConvergence(source, {read: readText, lint: (article) => linter.lint(article)}).text).toBe(
      'good\n\ngood\n',
    );
  });

  test('one about a rule that did not run is not judged', () => {
    expect(rules('calque-disable a/off\n\ngood\n')).toEqual([]);
  });

  test('an unknown rule is told', () => {
    expect(rules('calque-disable a/bat\n\nbad\n')).toEqual(['1 directives/unknown-rule', '3 a/bad']);
  });

  test('in Markdown and HTML they stand in comments', async () => {
    const markdown = await readAs(
      'markdown',
      '# bad\n\n<!-- calque-disable a/bad -- quoted as it was -->\n\nbad *sad*\n',
    );
    expect(linter.lint(markdown).findings.map((f) => `${f.line} ${f.rule}`)).toEqual(['1 a/bad', '5 a/sad']);
    const html = await readAs('html', '<p>bad <!-- calque-disable-line --></p>\n<p>bad</p>');
    expect(linter.lint(html).findings.map((f) => `${f.line} ${f.rule}`)).toEqual(['2 a/bad']);
  });
});
