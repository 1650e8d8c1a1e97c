import type {Article, ReadArticle} from '../article/article.js';
import {readText} from '../article/read-text.js';
import {compilePhrases, PhraseMatcher} from '../lexicon/phrases/automaton.js';
import type {DictionaryEntry} from '../lexicon/phrases/entry.js';
import type {Finding} from './finding.js';
import {applyEdits, fixToConvergence} from './fixer.js';
import {Linter} from './linter.js';
import type {AnyRule} from './rule.js';

/** A text for a rule, and the settings to lint it with. */
export interface RuleCase {
  /** The text of the file. */
  readonly text: string;
  /** Default: `en`. */
  readonly language?: string;
  /** Default: unknown. */
  readonly sourceLanguage?: string;
  /** Options of the rule, over its defaults. */
  readonly options?: object;
  /** Dictionary entries in force. */
  readonly entries?: readonly DictionaryEntry[];
}

/** What a finding must be. Everything given is compared; `start` and `end` are UTF-16 offsets into the text. */
export interface ExpectedFinding {
  /** Where it begins. */
  readonly start?: number;
  /** Where it ends. */
  readonly end?: number;
  /** The text of the place. */
  readonly at?: string;
  /** A key of the rule's messages. */
  readonly messageId?: string;
  /** The message with its placeholders filled. */
  readonly message?: string;
  /** As the rule says it, or softer. */
  readonly severity?: Finding['severity'];
  /** The text after each suggestion, in order. Must be given when the finding has suggestions. */
  readonly suggested?: readonly string[];
}

/** A text in which a rule finds something. */
export interface BadCase extends RuleCase {
  /** In the order of the text. */
  readonly findings: readonly ExpectedFinding[];
  /** The text after `--fix`. Must be given when a finding has a fix; must differ from the text. */
  readonly fixed?: string;
}

/** What a rule is tried on. */
export interface RuleCases {
  /** Texts in which it finds nothing. */
  readonly good: readonly (RuleCase | string)[];
  /** Texts in which it does. */
  readonly bad: readonly BadCase[];
}

export interface TesterOptions {
  /** Default: plain text. */
  readonly read?: ReadArticle;
  readonly resources?: (name: string) => Uint8Array | undefined;
  /** Makes the linter for a case; default: the rule alone, with the case's settings and entries. */
  readonly linter?: (rule: AnyRule, example: RuleCase) => Linter;
}

/**
 * Runs a rule over texts and throws an `Error` that names the first case which does not come out as said. It
 * distrusts its author: a case that stands twice, a bad case without findings, a fix or suggestion that is not
 * stated, one that changes nothing, a fix that does not converge, a message with an unfilled placeholder, and a rule
 * that changes the article all fail.
 */
export function testRule(rule: AnyRule, cases: RuleCases, options: TesterOptions = {}): void {
  const seen = new Set<string>();
  const all: (BadCase & {good?: boolean})[] = [
    ...cases.good.map((c) => ({...(typeof c === 'string' ? {text: c} : c), findings: [], good: true})),
    ...cases.bad,
  ];
  for (const example of all) {
    const key = JSON.stringify([
      example.text,
      example.options,
      example.language,
      example.sourceLanguage,
      example.entries,
    ]);
    const where = `${rule.meta.id}, ${example.good ? 'good' : 'bad'} case ${JSON.stringify(example.text.slice(0, 80))}`;
    if (seen.has(key)) throw new Error(`${where}: the case stands twice`);
    seen.add(key);
    if (!example.good && example.findings.length === 0)
      throw new Error(`${where}: a bad case must expect a finding`);
    const linter = (options.linter ?? plainLinter(options))(rule, example);
    check(where, linter, options.read ?? readText, example);
  }
}

function plainLinter(options: TesterOptions): (rule: AnyRule, example: RuleCase) => Linter {
  return (rule, example) => {
    const entries = example.entries ?? [];
    const compiled = compilePhrases(entries);
    const problem = compiled.problems[0];
    if (problem) throw new Error(`the phrase “${problem.phrase}” is broken: ${problem.reason}`);
    return new Linter({
      rules: [
        {rule, severity: rule.meta.severity, options: {...rule.meta.defaultOptions, ...example.options}},
      ],
      settings: {
        language: example.language ?? 'en',
        ...(example.sourceLanguage === undefined ? {} : {sourceLanguage: example.sourceLanguage}),
      },
      matchers: [new PhraseMatcher(entries, compiled.tables, () => true)],
      entries,
      isKnownRule: (id) => id === rule.meta.id,
      ...(options.resources ? {resources: options.resources} : {}),
    });
  };
}

function check(where: string, linter: Linter, read: ReadArticle, example: BadCase): void {
  const lint = (text: string): readonly Finding[] => linter.lint(frozen(read(text))).findings;
  const findings = lint(example.text);
  const list = findings.map((f) => `${f.start}-${f.end} “${f.text}”: ${f.message}`).join('\n  ');
  for (const finding of findings) {
    if (finding.messageId === 'rule-failed') throw new Error(`${where}: ${finding.message}`);
    if (/\{\{\s*\w+\s*\}\}/.test(finding.message))
      throw new Error(`${where}: unfilled placeholder in “${finding.message}”`);
  }
  if (findings.length !== example.findings.length) {
    throw new Error(
      `${where}: ${example.findings.length} findings expected, ${findings.length} found\n  ${list}`,
    );
  }
  for (const [i, expected] of example.findings.entries())
    compare(`${where}, finding ${i + 1}`, example.text, findings[i] as Finding, expected);
  const {text, converged} = fixToConvergence(example.text, lint);
  if (!converged) throw new Error(`${where}: the fixes undo each other or never end`);
  if (findings.some((f) => f.fix)) {
    if (example.fixed === undefined)
      throw new Error(`${where}: there is a fix; say in “fixed” what it leads to: ${JSON.stringify(text)}`);
    if (text === example.text) throw new Error(`${where}: the fix changes nothing`);
  }
  if (example.fixed !== undefined && text !== example.fixed) {
    throw new Error(
      `${where}: fixed text\n  expected ${JSON.stringify(example.fixed)}\n  found    ${JSON.stringify(text)}`,
    );
  }
}

function compare(where: string, text: string, finding: Finding, expected: ExpectedFinding): void {
  const pairs: [string, unknown, unknown][] = [
    ['start', expected.start, finding.start],
    ['end', expected.end, finding.end],
    ['at', expected.at, finding.text],
    ['messageId', expected.messageId, finding.messageId],
    ['message', expected.message, finding.message],
    ['severity', expected.severity, finding.severity],
  ];
  for (const [name, wanted, got] of pairs) {
    if (wanted !== undefined && wanted !== got)
      throw new Error(`${where}: ${name} expected ${JSON.stringify(wanted)}, found ${JSON.stringify(got)}`);
  }
  const suggested = finding.suggestions.map((s) => applyEdits(text, [s.edits]).text);
  for (const changed of suggested)
    if (changed === text) throw new Error(`${where}: a suggestion changes nothing`);
  if (suggested.length === 0 && expected.suggested === undefined) return;
  if (JSON.stringify(suggested) !== JSON.stringify(expected.suggested)) {
    throw new Error(
      `${where}: suggestions\n  expected ${JSON.stringify(expected.suggested)}\n  found    ${JSON.stringify(suggested)}`,
    );
  }
}

/** A rule that writes into what all rules share must fail at once. */
function frozen(article: Article): Article {
  for (const block of article.blocks) Object.freeze(block);
  Object.freeze(article.blocks);
  return Object.freeze(article);
}
