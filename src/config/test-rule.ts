import {loadReader, readArticle} from '../article/read.js';
import type {Linter} from '../engine/linter.js';
import type {AnyRule} from '../engine/rule.js';
import {type RuleCase, type RuleCases, runCases} from '../engine/rule-tester.js';
import {makeLinter} from './make-linter.js';
import {readResource} from './resources.js';

/**
 * Runs a rule over texts, alone and as a configuration would run it: with calque's dictionaries and word lists, its
 * default options, and those of a case over them. Made for the test of any runner: `test('x', () => testRule(…))`.
 *
 * @throws Error that tells of every case which does not come out as said. Beside wrong findings these are faults too: a
 * case that stands twice, a fix or suggestion that is not stated, one that changes nothing, a fix that does not
 * converge, a placeholder that nothing fills, options that the rule's schema refuses, a rule that fails or changes the
 * article, and a key of a case that nobody reads
 */
export function testRule(rule: AnyRule, cases: RuleCases): Promise<void> {
  // Where it was called from, while that is known: runners show the code there, and not the inside of calque.
  const called = new Error();
  Error.captureStackTrace?.(called, testRule);
  return runTest(rule, cases).catch((error: unknown) => {
    if (error instanceof Error)
      error.stack = `${error.name}: ${error.message}\n${(called.stack ?? '').split('\n').slice(1).join('\n')}`;
    throw error;
  });
}

async function runTest(rule: AnyRule, cases: RuleCases): Promise<void> {
  // What only rule authors need is loaded only for them.
  const [{checkRuleObject}, {checkRuleSetting}] = await Promise.all([
    import('./check-plugins.js'),
    import('./check-rules.js'),
  ]);
  const wrong = checkRuleObject(rule);
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  const {id, severity, defaultOptions} = rule.meta;
  const known = new Map([[id as string, rule]]);
  const all = [...cases.good, ...cases.bad];
  for (const format of new Set(all.map((c) => (typeof c === 'string' ? undefined : c.format))))
    if (format !== undefined) await loadReader(format);
  const linterOf = ({language = 'en', sourceLanguage, options, entries = []}: RuleCase): Linter => {
    const misfits = options === undefined ? [] : checkRuleSetting(id, [severity, options], known);
    if (misfits.length > 0) {
      const told = misfits.map(({path, message, atKey}) => {
        const at = path.slice(1, atKey ? -1 : undefined);
        return `options${at.map((key) => `.${key}`).join('')}: ${message}`;
      });
      throw new Error(told.join('\n'));
    }
    const {linter, problems} = makeLinter(
      {
        rules: [{rule, severity, options: {...defaultOptions, ...options}}],
        language,
        ...(sourceLanguage === undefined ? {} : {sourceLanguage}),
        entries,
        pluginRules: [id],
      },
      {resources: readResource},
    );
    if (problems.length > 0)
      throw new Error(problems.map(({phrase, reason}) => `“${phrase}”: ${reason}`).join('\n'));
    return linter;
  };
  runCases(rule, cases, {linter: linterOf, read: (format) => (text) => readArticle(text, format)});
}
