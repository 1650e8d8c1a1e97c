import type {Article, Format, ReadArticle} from '../article/article.js';
import type {DictionaryEntry} from '../lexicon/phrases/entry.js';
import type {Finding} from './finding.js';
import {applyEdits, fixToConvergence} from './fixer.js';
import type {LintResult} from './lint-result.js';
import type {Linter} from './linter.js';
import type {AnyRule} from './rule.js';

/** A text for a rule, and the settings to lint it with. */
export interface RuleCase {
  /** The text of the file. */
  readonly text: string;
  /** What the case is called when it fails; default: the beginning of the text. */
  readonly name?: string;
  /** Default: `text`. */
  readonly format?: Format;
  /** Default: `en`. */
  readonly language?: string;
  /** Default: unknown. */
  readonly sourceLanguage?: string;
  /** Over the rule's `defaultOptions`. */
  readonly options?: object;
  /** Dictionary entries in force beside those that come with calque. */
  readonly entries?: readonly DictionaryEntry[];
}

/** What a finding must be. Everything given is compared; `start` and `end` are UTF-16 offsets into the text. */
export interface ExpectedFinding {
  /** Where it begins. */
  readonly start?: number;
  /** Where it ends. */
  readonly end?: number;
  /** 1-based. */
  readonly line?: number;
  /** 1-based, in UTF-16 units. */
  readonly column?: number;
  /** 1-based. */
  readonly endLine?: number;
  /** 1-based, in UTF-16 units. */
  readonly endColumn?: number;
  /** The text of the place. */
  readonly at?: string;
  /** A key of the rule's messages. */
  readonly messageId?: string;
  /** The message with its placeholders filled. */
  readonly message?: string;
  /** As the rule says it, or softer. */
  readonly severity?: Finding['severity'];
  /** Its MQM error type. */
  readonly mqm?: Finding['mqm'];
  /** The texts of the related places, in order. */
  readonly related?: readonly string[];
  /** Data and facts of the finding; those that are not named may be anything. */
  readonly data?: Readonly<Record<string, unknown>>;
  /**
   * The whole text after each suggestion, in order; or that and what the suggestion says. Must be given when the
   * finding has suggestions.
   */
  readonly suggested?: readonly (string | SuggestedText)[];
}

/** What a suggestion says, and the whole text after it. */
export interface SuggestedText {
  /** Its message. */
  readonly message: string;
  /** The text after it. */
  readonly text: string;
}

/** A text in which a rule finds something. */
export interface BadCase extends RuleCase {
  /** In the order of their places. */
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

/** What cases are run with. */
export interface CaseHost {
  /** The linter of the rule alone, with the settings of a case. */
  readonly linter: (example: RuleCase) => Linter;
  readonly read: (format: Format) => ReadArticle;
}

const caseKeys: readonly (keyof RuleCase)[] = [
  'text',
  'name',
  'format',
  'language',
  'sourceLanguage',
  'options',
  'entries',
];
const badKeys: readonly (keyof BadCase)[] = [...caseKeys, 'findings', 'fixed'];
const findingKeys: readonly (keyof ExpectedFinding)[] = [
  'start',
  'end',
  'line',
  'column',
  'endLine',
  'endColumn',
  'at',
  'messageId',
  'message',
  'severity',
  'mqm',
  'related',
  'data',
  'suggested',
];

/**
 * Runs a rule over texts, and throws one `Error` that tells of every case which does not come out as said. It distrusts
 * its author: a case that stands twice, a bad case without findings, a fix or suggestion that is not stated, one that
 * changes nothing, a fix that does not converge, a message with an unfilled placeholder, a key that nobody reads, and a
 * rule that changes the article all fail.
 */
export function runCases(rule: AnyRule, {good, bad}: RuleCases, host: CaseHost): void {
  const faults: string[] = [];
  const seen = new Set<string>();
  const run = (kind: 'good' | 'bad', given: RuleCase, keys: readonly string[]): void => {
    try {
      refuseUnknown(given, keys);
      const {name: _, findings = [], fixed, ...subject} = given as RuleCase & Partial<BadCase>;
      if (typeof subject.text !== 'string') throw new Error('a case must have a text');
      if (kind === 'bad' && findings.length === 0) throw new Error('a bad case must expect a finding');
      const key = inOrder(subject);
      if (seen.has(key)) throw new Error('the case stands twice');
      seen.add(key);
      const expected = {...subject, findings, ...(fixed === undefined ? {} : {fixed})};
      check(host.linter(subject), host.read(subject.format ?? 'text'), expected);
    } catch (error) {
      const called = given.name ?? JSON.stringify(String(given.text).slice(0, 80));
      faults.push(`${kind} case ${called}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  for (const example of good) run('good', typeof example === 'string' ? {text: example} : example, caseKeys);
  for (const example of bad) run('bad', example, badKeys);
  if (faults.length === 0) return;
  const count = `${faults.length} of ${good.length + bad.length}`;
  throw new Error(`${rule.meta.id}: cases that fail: ${count}\n\n${faults.join('\n\n')}`);
}

/** What is misspelt would be compared with nothing. */
function refuseUnknown(given: object, known: readonly string[]): void {
  for (const key of Object.keys(given))
    if (!known.includes(key)) throw new Error(`there is no key “${key}”; there are: ${known.join(', ')}`);
}

function check(linter: Linter, read: ReadArticle, example: BadCase): void {
  const fixing = {
    read: (text: string): Article => frozen(read(text)),
    lint: (article: Article): LintResult => linter.lint(article),
  };
  const first = fixing.lint(fixing.read(example.text));
  const {findings} = first;
  for (const {messageId, message} of findings) {
    if (messageId === 'rule-failed') throw new Error(message);
    if (/\{\{\s*\w+\s*\}\}/.test(message)) throw new Error(`unfilled placeholder in “${message}”`);
  }
  if (findings.length !== example.findings.length) {
    const list = findings.map((f) => `\n  ${f.start}-${f.end} “${f.text}”: ${f.message}`).join('');
    throw new Error(`${example.findings.length} findings expected, ${findings.length} found${list}`);
  }
  for (const [i, expected] of example.findings.entries()) {
    try {
      compare(example.text, findings[i] as Finding, expected);
    } catch (error) {
      throw new Error(`finding ${i + 1}: ${(error as Error).message}`);
    }
  }
  const {text, converged} = fixToConvergence(example.text, fixing, first);
  if (!converged) throw new Error('the fixes undo each other or never end');
  if (findings.some((f) => f.fix)) {
    if (example.fixed === undefined)
      throw new Error(`there is a fix; say in “fixed” what it leads to: ${JSON.stringify(text)}`);
    if (text === example.text) throw new Error('the fix changes nothing');
  }
  if (example.fixed !== undefined) expectEqual('fixed text', example.fixed, text);
}

function compare(text: string, finding: Finding, expected: ExpectedFinding): void {
  refuseUnknown(expected, findingKeys);
  const {suggested, related, data, at, ...plain} = expected;
  if (at !== undefined) expectEqual('at', at, finding.text);
  for (const [name, wanted] of Object.entries(plain))
    if (wanted !== undefined) expectEqual(name, wanted, finding[name as keyof typeof plain]);
  if (related !== undefined) {
    const places = finding.related.map((place) => text.slice(place.start, place.end));
    expectEqual('related', related, places);
  }
  for (const [name, wanted] of Object.entries(data ?? {}))
    expectEqual(`data.${name}`, wanted, finding.data[name]);
  const changed = finding.suggestions.map(({message, edits}, i) => {
    const after = applyEdits(text, [edits]).text;
    if (after === text) throw new Error('a suggestion changes nothing');
    return typeof suggested?.[i] === 'object' ? {message, text: after} : after;
  });
  if (changed.length > 0 || suggested !== undefined) expectEqual('suggestions', suggested, changed);
}

function expectEqual(what: string, expected: unknown, found: unknown): void {
  const [wanted, got] = [inOrder(expected), inOrder(found)];
  if (wanted === got) return;
  // What is long is told apart better one above the other.
  const apart = wanted.length + got.length > 60;
  throw new Error(
    apart ? `${what}\n  expected ${wanted}\n  found    ${got}` : `${what} expected ${wanted}, found ${got}`,
  );
}

/** As JSON, in which the order of keys does not matter. */
function inOrder(value: unknown): string {
  const json = JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
  return json ?? 'nothing';
}

/** A rule that writes into what all rules share must fail at once. */
function frozen(article: Article): Article {
  for (const block of article.blocks) Object.freeze(block);
  Object.freeze(article.blocks);
  return Object.freeze(article);
}
