import type {Article, Format} from '../../src/article/article.js';
import {loadReader} from '../../src/article/read.js';
import {makeLinter} from '../../src/config/make-linter.js';
import {presetRules} from '../../src/config/presets.js';
import type {Finding} from '../../src/engine/finding.js';
import type {Linter} from '../../src/engine/linter.js';
import type {AnyRule} from '../../src/engine/rule.js';
import {allRules} from '../../src/generated/rules.js';
import {resources} from './resources.js';

export interface LintOptions {
  readonly format?: Format;
  readonly language?: string;
  readonly sourceLanguage?: string;
  /** Only these rules; default: the preset `recommended`. */
  readonly rules?: readonly AnyRule[];
  readonly preset?: 'recommended' | 'strict';
  /** Options of all rules named, over their defaults. */
  readonly options?: object;
}

export function linterFor(options: LintOptions = {}): Linter {
  const rules = options.rules
    ? options.rules.map((rule) => ({
        rule,
        severity: rule.meta.severity,
        options: {...rule.meta.defaultOptions, ...options.options},
      }))
    : presetRules(options.preset ?? 'recommended', allRules);
  const {linter} = makeLinter(
    {
      rules,
      language: options.language ?? 'en',
      ...(options.sourceLanguage ? {sourceLanguage: options.sourceLanguage} : {}),
    },
    {resources},
  );
  return linter;
}

export async function readAs(format: Format, source: string): Promise<Article> {
  const read = await loadReader(format);
  return read(source);
}

/** Lints a text as a test would: with resources of the build, and no configuration file. */
export async function lint(source: string, options: LintOptions = {}): Promise<readonly Finding[]> {
  return linterFor(options).lint(await readAs(options.format ?? 'text', source)).findings;
}
