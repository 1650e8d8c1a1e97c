/**
 * calque for programs: lint and fix texts and files, load configurations, write rules.
 *
 * @module calque
 */
import path from 'node:path';
import type {Format, ReadArticle, Segment} from './article/article.js';
import {formatOf} from './article/format.js';
import {loadReader} from './article/read.js';
import {type BaselineChoice, KnownFindings} from './config/known-findings.js';
import {type FileSettings, Project, type ProjectOptions} from './config/project.js';
import type {Resolved} from './config/settings.js';
import type {LintResult} from './engine/lint-result.js';
import type {DictionaryEntry} from './lexicon/phrases/entry.js';
import type {NamesOfText} from './names/dictionary/propose.js';
import type {ListedName} from './names/listing.js';
import {findFiles} from './unified/find-files.js';
import {type FixedText, type FixTypes, fixArticle} from './unified/fix.js';
import {failed, type LintedFile, lintFiles as lintPaths} from './unified/lint-files.js';
import {withOriginal} from './unified/original.js';

export {type Config, defineConfig, type FileConfig, type Override, type Plugin} from './config/config.js';
export {ConfigError, type ConfigProblem} from './config/config-error.js';
export type {BaselineChoice} from './config/known-findings.js';
export type {ProjectOptions} from './config/project.js';
export type {Forced, Resolved, RuleState} from './config/settings.js';
export {testRule} from './config/test-rule.js';
export {version} from './config/version.js';
export {
  applyBaseline,
  applyBaselineTo,
  type Baseline,
  BaselineError,
  type BaselineSubject,
  createBaseline,
  formatBaseline,
  type Hidden,
  type KnownInFile,
  parseBaseline,
  pruneBaseline,
  updateBaseline,
} from './engine/baseline.js';
export type {
  JsonSchema,
  Listeners,
  MarkListener,
  Report,
  RuleContext,
  Settings,
} from './engine/rule.js';
export type {BadCase, ExpectedFinding, RuleCase, RuleCases, SuggestedText} from './engine/rule-tester.js';
export type {PhraseMatch} from './lexicon/phrases/entry.js';
export type {NamesOfText} from './names/dictionary/propose.js';
export type {ListedName, ListedSpelling, ListedVariant} from './names/listing.js';
export type {
  Derivation,
  Mention,
  NameCluster,
  NameEntry,
  NameForm,
  NameKind,
  NameTable,
  WrittenMention,
} from './names/name-table.js';
export type {FileResult, ReportedForm, ReportedName} from './report/report.js';
export * from './shared.js';
export {hashOf} from './text/hash.js';
export {Feature, type Sentences, type TextIndex, TokenFlag, type Tokens, Zone} from './text/tokens.js';
export type {Encoding} from './unified/decode.js';
export type {FixedText, FixTypes} from './unified/fix.js';
export type {LintedFile} from './unified/lint-files.js';

/** What a text is, and with which configuration it is linted. */
export interface TextOptions extends ProjectOptions, BaselineChoice {
  /** Name that the text would have as a file: decides its format and which configuration holds. It need not exist. */
  readonly path?: string;
  /** Default: by the extension of `path`, else plain text. */
  readonly format?: Format;
  /** The text that it was translated from, in the same format: the rules `bilingual/*` compare with it. */
  readonly sourceText?: string;
  /** Which stretches of the two texts belong together; without them, calque aligns. */
  readonly segments?: readonly Segment[];
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
  const {path: name = 'text.txt', format, baseline, sourceText, segments, ...rest} = options;
  const project = new Project(rest);
  const settings = await project.settingsFor(name);
  const known = new KnownFindings(project.cwd, baseline);
  const file = path.resolve(project.cwd, name);
  // Without a name there is nothing by which a baseline could know the text.
  const told = <T extends LintResult>(result: T, source: string): T =>
    options.path === undefined ? result : known.hide(result, {source, file, configured: settings.baseline});
  const read = await loadReader(format ?? settings.resolved.format ?? formatOf(name) ?? 'text');
  const original =
    sourceText === undefined
      ? undefined
      : {article: read(stringOf(sourceText)), ...(segments ? {segments} : {})};
  return linterOf(settings, original ? withOriginal(read, original) : read, told);
}

function linterOf(
  {linter, resolved, ignored}: FileSettings,
  read: ReadArticle,
  told: <T extends LintResult>(result: T, source: string) => T,
): ArticleLinter {
  return {
    settings: resolved,
    ignored,
    lint: (text) => told(linter.lint(read(stringOf(text))), text),
    fix: (text, types = 'all') => {
      const fixed = fixArticle(stringOf(text), linter, read, types);
      return told(fixed, fixed.text);
    },
    names: (text) => linter.listNames(read(stringOf(text))),
  };
}

/** @throws TypeError for what is no string: a `Buffer` has no offsets that findings could count. */
function stringOf(text: unknown): string {
  if (typeof text === 'string') return text;
  throw new TypeError(
    `The text must be a string, but is ${text === null ? 'null' : `of type ${typeof text}`}.`,
  );
}

/**
 * Lints one text.
 *
 * @throws ConfigError with every mistake of the configuration
 */
export async function lintText(text: string, options: TextOptions = {}): Promise<LintResult> {
  return (await createLinter(options)).lint(text);
}

/** How a text is fixed. */
export interface FixOptions extends TextOptions {
  /** Default: all fixes. */
  readonly types?: FixTypes;
}

/**
 * Applies all safe fixes to one text, and lints what is left.
 *
 * @throws ConfigError with every mistake of the configuration
 */
export async function fixText(text: string, options: FixOptions = {}): Promise<FixedText> {
  const {types = 'all', ...rest} = options;
  return (await createLinter(rest)).fix(text, types);
}

/** Which files are left out, and what is done with the others. */
export interface FilesOptions extends ProjectOptions, BaselineChoice {
  /** Left out beside what ignore files name, in the syntax of .gitignore, relative to `cwd`. */
  readonly ignorePatterns?: readonly string[];
  /** Whether `.calqueignore` and `.gitignore` count; default: they do. As `--no-ignore` where they do not. */
  readonly ignoreFiles?: boolean;
  /** Endings of articles beside those of the formats, without a dot: `['article']`. As `--ext`. */
  readonly extensions?: readonly string[];
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
  const {ignorePatterns, ignoreFiles = true, extensions, fix, baseline, ...rest} = options;
  const cwd = path.resolve(rest.cwd ?? '.');
  const project = new Project({...rest, cwd});
  const {files, missing} = await findFiles([paths].flat(), {
    cwd,
    ignoreFiles,
    gitignore: ignoreFiles && (await project.obeysGitignore()),
    readsIn: (folder) => project.readsIn(folder),
    ...(extensions ? {extensions: extensions.map((one) => one.replace(/^\./, '').toLowerCase())} : {}),
    ...(ignorePatterns ? {ignorePatterns} : {}),
  });
  for (const {operand, reason} of missing) yield failed(operand, cwd, reason);
  const known = new KnownFindings(cwd, baseline);
  const articles = files.map((file) => file.path);
  const named = files.filter(({explicit}) => explicit).map((file) => file.path);
  for await (const result of lintPaths(articles, project, {cwd, named, ...(fix ? {fix} : {})})) {
    const {file, source, left} = result;
    if (left !== undefined) continue;
    yield known.hide(result, {source, file, configured: (await project.settingsFor(file)).baseline});
  }
}

/** The settings of a file, and where they come from. */
export interface LoadedSettings extends Resolved {
  /** Whether the configuration leaves the file out. */
  readonly ignored: boolean;
  /** Absolute path of the configuration; none: there is no configuration. */
  readonly configFile?: string;
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
export async function loadConfig(file: string, options: ProjectOptions = {}): Promise<LoadedSettings> {
  const project = new Project(options);
  const {resolved, ignored} = await project.settingsFor(file);
  const configFile = await project.configFileOf(file);
  return {...resolved, ignored, ...(configFile === undefined ? {} : {configFile})};
}
