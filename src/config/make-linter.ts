import type {Severity} from '../engine/finding.js';
import {Linter} from '../engine/linter.js';
import type {ActiveRule, LinterSetup} from '../engine/linter-setup.js';
import type {AnyRule, ByteSource} from '../engine/rule.js';
import {allRules} from '../generated/rules.js';
import {compilePhrases, PhraseMatcher, type PhraseProblem} from '../lexicon/phrases/automaton.js';
import type {DictionaryEntry} from '../lexicon/phrases/entry.js';
import {HouseFirst, isNamed, overruleBundled, type Phrases} from '../lexicon/phrases/house-first.js';
import {bundledPhrases} from './bundled-phrases.js';
import {ruleMeant} from './did-you-mean.js';
import {findIgnored} from './ignore-text.js';

/** What a linter is made of, when the configuration has been read, checked and merged. */
export interface LinterConfig {
  readonly rules: readonly ActiveRule[];
  readonly language: string;
  /** Whether `language` was only assumed: then an article that says its language is linted in that. */
  readonly languageAssumed?: boolean;
  readonly sourceLanguage?: string;
  /** The catalogue that messages are said by; default: English. */
  readonly locale?: string;
  /** Entries of the project's own dictionaries. */
  readonly entries?: readonly DictionaryEntry[];
  /** Text that no rule reads; see `ignoreText` of a configuration. Must compile. */
  readonly ignoreText?: readonly string[];
  /** How stretches that were not read are told. Default: as an info. */
  readonly unread?: Severity | 'off';
  readonly unusedDirectives?: Severity | 'off';
  readonly unknownDirectives?: Severity | 'off';
  /** Whether directives in articles are obeyed. Default: true. */
  readonly obeysDirectives?: boolean;
  /** Ids of rules that plugins bring, for directives. */
  readonly pluginRules?: readonly string[];
}

/** What the shell gives a linter: where resources lie, and a clock when timings are wanted. */
export interface LinterHost {
  readonly resources?: (name: string) => Uint8Array | undefined;
  /** Opens a file that a rule's options name. */
  readonly open?: (file: string) => ByteSource;
  readonly clock?: () => number;
  /** Hears of every rule that threw, with what it threw. */
  readonly onFailure?: (rule: AnyRule, error: unknown) => void;
}

/** Makes a linter, and tells which phrases of the project's dictionaries could not be compiled. */
export function makeLinter(
  config: LinterConfig,
  host: LinterHost = {},
): {linter: Linter; problems: PhraseProblem[]} {
  const {setup, problems} = setupOf(config, host);
  return {linter: new Linter(setup), problems};
}

function setupOf(config: LinterConfig, host: LinterHost): {setup: LinterSetup; problems: PhraseProblem[]} {
  const {language, sourceLanguage, rules} = config;
  const kinds = new Set(rules.flatMap(({rule}) => rule.meta.dictionaries ?? []));
  const active = (entry: DictionaryEntry): boolean => kinds.has(entry.kind) && isOf(entry, language);
  const bundled = bundledPhrases();
  const own = (config.entries ?? []).map((entry) => ({...entry, house: true as const}));
  let problems: PhraseProblem[] = [];
  let {entries} = bundled;
  let phrases: Phrases;
  let words: PhraseMatcher[];
  if (own.length === 0) {
    const matcher = new PhraseMatcher(entries, bundled.tables, active);
    phrases = matcher;
    words = [matcher];
  } else {
    const compiled = compilePhrases(own);
    problems = compiled.problems;
    const overruled = overruleBundled(entries, own);
    entries = overruled.entries;
    const matcher = new PhraseMatcher(entries, bundled.tables, active);
    phrases = new HouseFirst(new PhraseMatcher(own, compiled.tables, active), matcher, overruled.overruled);
    const named = new PhraseMatcher(own, compiled.tables, (entry) => isNamed(entry) && isOf(entry, language));
    words = [named, matcher];
  }
  const known = new Set([...allRules.map((rule) => rule.meta.id as string), ...(config.pluginRules ?? [])]);
  const ignored = findIgnored(config.ignoreText ?? []);
  const setup: LinterSetup = {
    rules,
    settings: {language, ...(sourceLanguage === undefined ? {} : {sourceLanguage})},
    phrases,
    rightWords: words.filter((matcher) => matcher.isActive),
    entries: [...own, ...entries],
    isKnownRule: (id) =>
      known.has(id) || (id.endsWith('/*') && [...known].some((k) => k.startsWith(id.slice(0, -1)))),
    ruleMeant: (id) => ruleMeant(id, [...known]),
    ...(host.resources ? {resources: host.resources} : {}),
    ...(host.open ? {open: host.open} : {}),
    ...(host.clock ? {clock: host.clock} : {}),
    ...(host.onFailure ? {onFailure: host.onFailure} : {}),
    ...(ignored ? {findIgnored: ignored} : {}),
    ...(config.unread === undefined ? {} : {unread: config.unread}),
    ...(config.locale === undefined ? {} : {locale: config.locale}),
    ...(config.obeysDirectives === undefined ? {} : {obeysDirectives: config.obeysDirectives}),
    ...(config.unusedDirectives === undefined ? {} : {unusedDirectives: config.unusedDirectives}),
    ...(config.unknownDirectives === undefined ? {} : {unknownDirectives: config.unknownDirectives}),
    ...(config.languageAssumed === true
      ? {inLanguage: (tag) => setupOf({...config, language: tag, languageAssumed: false}, host).setup}
      : {}),
  };
  return {setup, problems};
}

/** Whether an entry is for texts of a language. */
function isOf(entry: DictionaryEntry, language: string): boolean {
  return entry.language === undefined || language.toLowerCase().startsWith(entry.language.toLowerCase());
}
