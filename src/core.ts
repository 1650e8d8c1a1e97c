/**
 * The core of calque: texts in, findings out. No file system, no `node:` import, no global state; runs in a browser.
 *
 * @module calque/core
 */
import type {Format} from './article/article.js';
import {loadReader} from './article/read.js';
import type {FileConfig} from './config/config.js';
import {makeLinter} from './config/make-linter.js';
import type {PresetName} from './config/presets.js';
import {SettingsBuilder} from './config/settings.js';
import {type Fixed, fixToConvergence} from './engine/fixer.js';
import type {LintResult} from './engine/lint-result.js';
import type {AnyRule} from './engine/rule.js';
import {allRules} from './generated/rules.js';
import type {DictionaryEntry} from './lexicon/phrases/entry.js';

import type {ListedName} from './names/listing.js';

export type {ReadArticle} from './article/article.js';
export {loadReader} from './article/read.js';
export {
  type Applied,
  applyEdits,
  type Fixed,
  type Fixing,
  fixToConvergence,
  type Linted,
} from './engine/fixer.js';
export type {HarmKind} from './engine/guard.js';
export {allRules} from './generated/rules.js';
export {compareSpellings} from './names/spelling/compare.js';
export * from './shared.js';

/** How texts are linted where there is no file system. */
export interface CoreOptions extends Pick<FileConfig, 'rules' | 'language' | 'sourceLanguage' | 'locale'> {
  /** Default: `recommended`. */
  readonly preset?: PresetName;
  /** Default: `text`. */
  readonly format?: Format;
  /** Entries of dictionaries of one's own. */
  readonly entries?: readonly DictionaryEntry[];
  /** Rules beside calque's own. */
  readonly plugins?: readonly AnyRule[];
  /** The bytes of a file of `dist/resources`, or undefined: rules do without what they lack. */
  readonly resources?: (name: string) => Uint8Array | undefined;
}

/** Lints texts with one set of rules, without waiting. */
export interface CoreLinter {
  /** Offsets of findings are UTF-16 offsets into `text`. Never throws for what a text holds. */
  lint(text: string): LintResult;
  /** Applies safe fixes until none is left. */
  fix(text: string): Fixed<LintResult>;
  /** The names of a text: how each is written, and in which lines. */
  names(text: string): readonly ListedName[];
}

/**
 * Makes a linter.
 *
 * @throws Error when an entry's phrase cannot be understood
 */
export async function createLinter(options: CoreOptions = {}): Promise<CoreLinter> {
  const {preset = 'recommended', format = 'text', entries = [], plugins = [], resources, ...config} = options;
  const known = new Map([...allRules, ...plugins].map((rule) => [rule.meta.id as string, rule]));
  const builder = new SettingsBuilder(known);
  builder.preset(preset);
  builder.add(config);
  const {rules, language, languageAssumed, sourceLanguage, locale} = builder.build();
  const {linter, problems} = makeLinter(
    {
      rules: [...rules].map(([id, {severity, options: given}]) => ({
        rule: known.get(id) as AnyRule,
        severity,
        options: given,
      })),
      language,
      ...(languageAssumed ? {languageAssumed} : {}),
      ...(sourceLanguage === undefined ? {} : {sourceLanguage}),
      ...(locale === undefined ? {} : {locale}),
      entries,
      pluginRules: plugins.map((rule) => rule.meta.id),
    },
    resources ? {resources} : {},
  );
  if (problems.length > 0)
    throw new Error(problems.map(({phrase, reason}) => `“${phrase}”: ${reason}`).join('\n'));
  const read = await loadReader(format);
  return {
    lint: (text) => linter.lint(read(text)),
    fix: (text) => fixToConvergence(text, {read, lint: (article) => linter.lint(article)}),
    names: (text) => linter.listNames(read(text)),
  };
}
