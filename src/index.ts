/**
 * calque for programs: lint and fix texts and files, load configurations, write rules.
 *
 * @packageDocumentation
 */
import path from 'node:path';
import type {Format, ReadArticle} from './article/article.js';
import {formatOf} from './article/format.js';
import {loadReader} from './article/read.js';
import {type FileSettings, Project, type ProjectOptions} from './config/project.js';
import type {Resolved} from './config/settings.js';
import type {LintResult} from './engine/linter.js';
import type {DictionaryEntry} from './lexicon/phrases/entry.js';
import type {NamesOfText} from './names/dictionary/propose.js';
import type {ListedName} from './names/listing.js';
import {findFiles} from './unified/find-files.js';
import {type FixedText, type FixTypes, fixArticle} from './unified/fix.js';
import {failed, type LintedFile, lintFiles as lintPaths} from './unified/lint-files.js';

export type {Article, Format} from './article/article.js';
export {
  type Config,
  defineConfig,
  type FileConfig,
  type Override,
  type Plugin,
  type RuleSetting,
  type RuleSeverity,
} from './config/config.js';
export {ConfigError, type ConfigProblem} from './config/config-error.js';
export type {FileSettings, ProjectOptions} from './config/project.js';
export type {Resolved} from './config/settings.js';
export {testRule} from './config/test-rule.js';
export {version} from './config/version.js';
export type {Edit, Finding, Fix, Related, Severity, Suggestion} from './engine/finding.js';
export type {LintResult} from './engine/linter.js';
export {type MqmCategory, mqmCategories} from './engine/mqm.js';
export {
  type AnyRule,
  defineRule,
  type JsonSchema,
  type Listeners,
  type Messages,
  type Report,
  type Rule,
  type RuleContext,
  type RuleMeta,
} from './engine/rule.js';
export type {BadCase, ExpectedFinding, RuleCase, RuleCases} from './engine/rule-tester.js';
export type {Score} from './engine/score.js';
export type {DictionaryEntry} from './lexicon/phrases/entry.js';
export type {NamesOfText} from './names/dictionary/propose.js';
export type {ListedName, ListedSpelling, ListedVariant} from './names/listing.js';
export type {FixedText, FixTypes} from './unified/fix.js';
export type {LintedFile} from './unified/lint-files.js';

export interface TextOptions extends ProjectOptions {
  /** Name that the text would have as a file: decides its format and which configuration holds. It need not exist. */
  readonly path?: string;
  /** Default: by the extension of `path`, else plain text. */
  readonly format?: Format;
}

/** Lints texts with one configuration, without waiting. */
export interface ArticleLinter {
  /** The settings in force. */
  readonly settings: Resolved;
  /** Whether the configuration leaves the file out. `lint` does not look at this. */
  readonly ignored: boolean;
  /** Offsets of findings are UTF-16 offsets into `text`. Never throws for what a text holds. */
  lint(text: string): LintResult;
  /** Applies safe fixes until none is left. */
  fix(text: string, types?: FixTypes): FixedText;
  /** The names of a text: how each is written, and in which lines. */
  names(text: string): readonly ListedName[];
}

/**
 * Makes a linter for texts of one name and format: reads the configuration once.
 *
 * @throws ConfigError with every mistake of the configuration
 */
export async function createLinter(options: TextOptions = {}): Promise<ArticleLinter> {
  const {path: name = 'text.txt', format, ...rest} = options;
  const settings = await new Project(rest).settingsFor(name);
  return linterOf(settings, await loadReader(format ?? settings.resolved.format ?? formatOf(name) ?? 'text'));
}

function linterOf({linter, resolved, ignored}: FileSettings, read: ReadArticle): ArticleLinter {
  return {
    settings: resolved,
    ignored,
    lint: (text) => linter.lint(read(text)),
    fix: (text, types = 'all') => fixArticle(text, linter, read, types),
    names: (text) => linter.listNames(read(text)),
  };
}

/**
 * Lints one text.
 *
 * @throws ConfigError with every mistake of the configuration
 */
export async function lintText(text: string, options: TextOptions = {}): Promise<LintResult> {
  return (await createLinter(options)).lint(text);
}

/**
 * Applies all safe fixes to one text, and lints what is left.
 *
 * @throws ConfigError with every mistake of the configuration
 */
export async function fixText(
  text: string,
  options: TextOptions & {readonly types?: FixTypes} = {},
): Promise<FixedText> {
  const {types = 'all', ...rest} = options;
  return (await createLinter(rest)).fix(text, types);
}

export interface FilesOptions extends ProjectOptions {
  /** Left out beside what ignore files name, in the syntax of .gitignore, relative to `cwd`. */
  readonly ignorePatterns?: readonly string[];
  /** Fixes texts in memory: `source` is the fixed text, `original` that of the file. Nothing is written. */
  readonly fix?: FixTypes;
}

/**
 * Lints files, folders and glob patterns, in batches, sorted by path. What cannot be linted (missing, unreadable, not
 * UTF-8) is a result with `error`.
 *
 * @throws ConfigError with every mistake of the configuration of the file whose turn it is
 */
export async function* lintFiles(
  paths: string | readonly string[],
  options: FilesOptions = {},
): AsyncGenerator<LintedFile, void> {
  const {ignorePatterns, fix, ...rest} = options;
  const cwd = path.resolve(rest.cwd ?? '.');
  const {files, missing} = await findFiles([paths].flat(), {
    cwd,
    ...(ignorePatterns ? {ignorePatterns} : {}),
  });
  for (const {operand, reason} of missing) yield failed(operand, cwd, reason);
  yield* lintPaths(
    files.map((file) => file.path),
    new Project({...rest, cwd}),
    {cwd, ...(fix ? {fix} : {})},
  );
}

/**
 * Proposes a dictionary, as YAML, of the names that texts write in several ways; a person confirms or corrects it. Names
 * of several texts that share a spelling are one entry. What `ArticleLinter.names` or `calque names --json` gives is
 * what it takes.
 *
 * @param dictionary entries that exist already: their spellings are not proposed again
 */
export async function proposeDictionary(
  texts: Iterable<NamesOfText>,
  dictionary?: Iterable<DictionaryEntry>,
): Promise<string> {
  return (await import('./names/dictionary/propose.js')).proposeDictionary(texts, dictionary);
}

/**
 * The settings that hold for a file, merged from its configuration and `options`. The file need not exist.
 *
 * @throws ConfigError with every mistake of the configuration
 */
export async function loadConfig(
  file: string,
  options: ProjectOptions = {},
): Promise<Resolved & {readonly ignored: boolean; readonly configFile?: string}> {
  const project = new Project(options);
  const {resolved, ignored} = await project.settingsFor(file);
  const configFile = await project.configFileOf(file);
  return {...resolved, ignored, ...(configFile === undefined ? {} : {configFile})};
}
