import {describe, expect, test} from 'vitest';
import {readText} from '../../src/article/read-text.js';
import {Linter} from '../../src/engine/linter.js';
import {
  type AnyRule,
  defineRule,
  type Listeners,
  type Report,
  type RuleContext,
} from '../../src/engine/rule.js';
import {scoreOf, weightOf} from '../../src/engine/score.js';
import {Feature} from '../../src/text/tokens.js';
import {readAs} from '../support/lint.js';

interface Parts {
  readonly id?: `${string}/${string}`;
  readonly meta?: object;
  readonly create: (context: RuleContext<'m'>) => Listeners;
}
const rule = ({id = 'a/b', meta, create}: Parts): AnyRule =>
  defineRule({
    meta: {
      id,
      description: 'x',
      mqm: 'spelling',
      severity: 'warning',
      recommended: true,
      messages: {m: 'saw {{what}}'},
      ...meta,
    },
    create,
  });
const linterOf = (rules: readonly AnyRule[], more: object = {}): Linter =>
  new Linter({
    rules: rules.map((r) => ({rule: r, severity: r.meta.severity, options: {}})),
    settings: {language: 'en-GB'},
    entries: [],
    isKnownRule: () => true,
    ...more,
  });
const reporting = (report: Partial<Report<'m'>>): AnyRule =>
  rule({create: (c) => ({article: () => c.report({messageId: 'm', start: 0, end: 1, ...report})})});

describe('the pass', () => {
  test('calls listeners in the order of the text', () => {
    const calls: string[] = [];
    const spy = rule({
      create: ({text}) => ({
        block: (b) => calls.push(`block ${b}`),
        sentence: (s) => calls.push(`sentence ${s}`),
        word: (i) => calls.push(text.token(i)),
        number: (i) => calls.push(`#${text.token(i)}`),
        mark: {chars: '.!', on: (i, code) => calls.push(`${text.token(i)}${code}`)},
        article: () => calls.push('end'),
      }),
    });
    linterOf([spy]).lint(readText('Go, 3 men. Stop!\n\nYes.\n'));
    expect(calls).toEqual([
      'block 0',
      'sentence 0',
      'Go',
      '#3',
      'men',
      '.46',
      'sentence 1',
      'Stop',
      '!33',
      'block 1',
      'sentence 2',
      'Yes',
      '.46',
      'end',
    ]);
  });

  test('a rule is not created for a text without the features it needs', () => {
    let created = 0;
    const needy = rule({
      meta: {needs: Feature.SquareBracket},
      create: () => {
        created++;
        return {};
      },
    });
    linterOf([needy]).lint(readText('No brackets.'));
    expect(created).toBe(0);
    linterOf([needy]).lint(readText('One [bracket].'));
    expect(created).toBe(1);
  });

  test('a rule for other languages does not run', () => {
    const report = {
      create: (c: RuleContext<'m'>) => ({
        article: () => c.report({messageId: 'm' as const, start: 0, end: 1}),
      }),
    };
    expect(linterOf([rule({...report, meta: {languages: ['de']}})]).lint(readText('A.')).findings).toEqual(
      [],
    );
    expect(
      linterOf([rule({...report, meta: {languages: ['en']}})]).lint(readText('A.')).findings,
    ).toHaveLength(1);
  });

  test('rules share what one of them computed', () => {
    let made = 0;
    const sharing = (id: `${string}/${string}`): AnyRule =>
      rule({id, create: (c) => ({article: () => void c.shared('k', () => ++made)})});
    linterOf([sharing('a/b'), sharing('a/c')]).lint(readText('A.'));
    expect(made).toBe(1);
  });

  test('times each rule when there is a clock', () => {
    let now = 0;
    const {timings} = linterOf([rule({create: () => ({word: () => {}})})], {clock: () => now++}).lint(
      readText('one two'),
    );
    expect(timings?.['a/b']).toBe(3); // its creation and two words
  });
});

describe('a rule that throws', () => {
  const thrower = (where: 'create' | 'word' | 'article'): AnyRule =>
    rule({
      id: 'a/thrower',
      create: () => {
        const fail = (): never => {
          throw new Error('no such thing');
        };
        return where === 'create' ? fail() : {[where]: fail};
      },
    });
  test.each(['create', 'word', 'article'] as const)(
    'in %s is reported as itself and hides no other',
    (where) => {
      const other = reporting({data: {what: 'it'}});
      const {findings} = linterOf([thrower(where), other]).lint(readText('one two'));
      expect(findings.map((f) => [f.rule, f.messageId, f.message])).toEqual([
        [
          'a/thrower',
          'rule-failed',
          'The rule a/thrower failed on this text and was left out: no such thing',
        ],
        ['a/b', 'm', 'saw it'],
      ]);
    },
  );
});

describe('meta is law', () => {
  test.each([
    ['a fix that is not declared', {fix: [{start: 0, end: 1, text: ''}]}],
    ['a suggestion that is not declared', {suggestions: [{message: 's', edits: []}]}],
    ['an unknown message', {messageId: 'n' as 'm'}],
    ['a place outside the text', {end: 99}],
    ['a place that ends before it starts', {start: 1, end: 0}],
  ])('%s fails the rule', (_, report) => {
    expect(
      linterOf([reporting(report)])
        .lint(readText('one'))
        .findings.map((f) => f.messageId),
    ).toEqual(['rule-failed']);
  });
});

describe('findings', () => {
  test('have lines and columns after CR LF, tabs and astral characters', () => {
    const at = rule({
      create: ({text, report}) => ({
        word: (i) =>
          text.token(i) === 'x' &&
          report({
            messageId: 'm',
            start: text.tokens.starts[i] as number,
            end: text.tokens.ends[i] as number,
          }),
      }),
    });
    const {findings} = linterOf([at]).lint(readText('A line.\r\n\r\n😀\tx y.\r\n'));
    expect(findings).toMatchObject([{line: 3, column: 4, endLine: 3, endColumn: 5, text: 'x'}]);
  });

  test('lie in the file, not in the prose', async () => {
    const mark = rule({
      meta: {fixable: true},
      create: ({text, report}) => ({
        word: (i) =>
          text.token(i) === 'x' &&
          report({
            messageId: 'm',
            start: text.tokens.starts[i] as number,
            end: text.tokens.ends[i] as number,
            fix: [{start: text.tokens.starts[i] as number, end: text.tokens.ends[i] as number, text: 'a<b'}],
          }),
      }),
    });
    const source = '<p>Q&amp;A: <b>x</b></p>';
    const {findings} = linterOf([mark]).lint(await readAs('html', source));
    expect(findings).toMatchObject([
      {text: 'x', start: source.indexOf('x'), fix: {edits: [{text: 'a&lt;b'}]}},
    ]);
  });

  test('lose a fix that would cut markup', async () => {
    const all = rule({
      meta: {fixable: true},
      create: ({article, report}) => ({
        block: (b) =>
          report({
            messageId: 'm',
            ...(article.blocks[b] as {start: number; end: number}),
            fix: [{...(article.blocks[b] as {start: number; end: number}), text: ''}],
          }),
      }),
    });
    const {findings} = linterOf([all]).lint(await readAs('html', '<p>one <b>two</b></p>'));
    expect(findings).toHaveLength(1);
    expect(findings[0]?.fix).toBeUndefined();
  });

  test('can be said softer, never louder', () => {
    expect(linterOf([reporting({severity: 'info'})]).lint(readText('a')).findings[0]?.severity).toBe('info');
    const soft = linterOf([reporting({severity: 'warning'})], {
      rules: [{rule: reporting({severity: 'warning'}), severity: 'info', options: {}}],
    });
    expect(soft.lint(readText('a')).findings[0]?.severity).toBe('info');
  });
});

describe('score', () => {
  test('follows the linear model', () => {
    const f = (severity: 'error' | 'warning' | 'info', mqm: 'punctuation' | 'entity') => ({severity, mqm});
    expect(
      [f('error', 'entity'), f('warning', 'entity'), f('warning', 'punctuation'), f('info', 'entity')].map(
        weightOf,
      ),
    ).toEqual([5, 1, 0.1, 0]);
  });
  test('a warning of a rule that is major weighs as much as an error; told as information it weighs nothing', () => {
    const misleading = rule({
      meta: {mqmSeverity: 'major'},
      create: ({report}) => ({article: () => report({messageId: 'm', start: 0, end: 1})}),
    });
    const penalty = (severity: 'warning' | 'info') =>
      linterOf([], {
        rules: [{rule: misleading, severity, options: {}}],
      }).lint(readText('a')).score.penalty;
    expect([penalty('warning'), penalty('info')]).toEqual([5, 0]);
  });
  test('is per 1000 words and by dimension', () => {
    const {findings} = linterOf([reporting({})]).lint(readText('one two three four'));
    expect(scoreOf(findings, 4)).toEqual({
      penalty: 1,
      penalty_per_1000_words: 250,
      words: 4,
      by_category: {fluency: 1},
    });
    expect(scoreOf([], 0)).toEqual({penalty: 0, penalty_per_1000_words: 0, words: 0, by_category: {}});
  });
});
