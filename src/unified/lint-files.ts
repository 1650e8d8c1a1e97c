import path from 'node:path';
import {VFile} from 'vfile';
import type {Format, ReadArticle} from '../article/article.js';
import {formatOf, isOfPairs} from '../article/format.js';
import {loadReaderOf} from '../article/read.js';
import {isLanguageTag} from '../config/language-tag.js';
import type {FileSettings, Project} from '../config/project.js';
import type {LintResult} from '../engine/lint-result.js';
import {scoreOf} from '../engine/score.js';
import {isOwnPage} from '../report/own-page.js';
import type {FileResult} from '../report/report.js';
import type {Encoding} from './decode.js';
import {type FixTypes, fixArticle, isWanted} from './fix.js';
import {originalOf, withOriginal} from './original.js';
import {type ReadFile, readFile} from './read-file.js';
import {type Prepared, runBatch} from './run-batch.js';

/** Files in memory at a time. */
const batchSize = 32;

/** One file that was linted, or could not be. */
export interface LintedFile extends FileResult {
  /** Absolute. */
  readonly file: string;
  /** The text before fixes. */
  readonly original: string;
  /** Of the file's bytes. */
  readonly encoding: Encoding;
  /** Milliseconds by rule id; where they were asked for. */
  readonly timings?: Readonly<Record<string, number>>;
  /** How many directives of the article were not obeyed, where none are to be. */
  readonly disobeyed?: number;
  /** BCP 47 tag of the language that the article says it is in, where it was linted in that. */
  readonly language?: string;
  /** Why there is no result: the configuration ignores it, or it is a page that calque made. */
  readonly left?: 'ignored' | 'own page';
}

export interface LintFilesOptions {
  /** Folder that the paths in results are relative to. */
  readonly cwd: string;
  /** Fixes texts in memory; writing them is left to the caller. */
  readonly fix?: FixTypes;
  /** Files that a person named; a page of calque's own is only left out where it was found. */
  readonly named?: readonly string[];
}

/**
 * Lints files in batches; results come in the order of `files`. Files that the configuration ignores, and calque's own
 * pages, are `left`.
 *
 * @throws ConfigError when the configuration of a file is broken
 */
export async function* lintFiles(
  files: readonly string[],
  project: Project,
  options: LintFilesOptions,
): AsyncGenerator<LintedFile, void> {
  const named = new Set(options.named);
  for (let at = 0; at < files.length; at += batchSize) {
    const slots: (Slot | LintedFile)[] = [];
    for (const file of files.slice(at, at + batchSize)) {
      const settings = await project.settingsFor(file);
      if (settings.ignored) {
        slots.push(leftOut(file, options.cwd, 'ignored'));
        continue;
      }
      const read = await readFile(file, settings.maxFileSize);
      if ('error' in read) slots.push(failed(file, options.cwd, read.error));
      else if (isPageName(file) && isOwnPage(read.text) && !named.has(file))
        slots.push(leftOut(file, options.cwd, 'own page'));
      else slots.push(await slotOf(file, read, settings, options));
    }
    yield* finish(slots, options);
  }
}

/** Lints one text that is in memory already, as if it were the file of that name. */
export async function lintRead(
  file: string,
  read: ReadFile,
  settings: FileSettings,
  options: LintFilesOptions,
): Promise<LintedFile> {
  for await (const result of finish([await slotOf(file, read, settings, options)], options)) return result;
  throw new Error('no result');
}

/** A file on its way to be linted. */
interface Slot {
  readonly file: string;
  readonly read: ReadFile;
  readonly reader: ReadArticle;
  readonly settings: FileSettings;
  readonly prepared: Prepared;
}

async function slotOf(
  file: string,
  read: ReadFile,
  settings: FileSettings,
  options: LintFilesOptions,
): Promise<Slot | LintedFile> {
  const format = formatFor(file, settings);
  const plain = read.document?.read ?? (await loadReaderOf(format, settings.resolved.fields));
  if (isOfPairs(format)) return pairSlot(file, read, plain, settings, options);
  const original = await originalOf(file, settings);
  if (original && 'error' in original) return failed(file, options.cwd, original.error);
  const reader = original ? withOriginal(plain, original) : plain;
  const prepared = {
    file: new VFile({path: file, cwd: options.cwd, value: read.text}),
    linter: settings.linter,
    read: reader,
  };
  return {file, read, reader, settings, prepared};
}

/** Where fields are named, a table or JSON lines hold records, not pairs. */
function formatFor(file: string, {resolved}: FileSettings): Format {
  const format = resolved.format ?? formatOf(file) ?? 'text';
  if (resolved.fields === undefined || resolved.format !== undefined) return format;
  return format === 'tsv' ? 'csv' : format === 'jsonl' ? 'json' : format;
}

/** A file of both sides says itself which languages they are in. */
async function pairSlot(
  file: string,
  read: ReadFile,
  plain: ReadArticle,
  settings: FileSettings,
  options: LintFilesOptions,
): Promise<Slot> {
  const article = plain(read.text);
  const {language, original} = article;
  const own = {
    ...(language !== undefined && isLanguageTag(language) ? {language} : {}),
    ...(original?.language !== undefined && isLanguageTag(original.language)
      ? {sourceLanguage: original.language}
      : {}),
  };
  const inItsOwn = await settings.speaking(own);
  const reader: ReadArticle = (text) => (text === read.text ? article : plain(text));
  const prepared = {
    file: new VFile({path: file, cwd: options.cwd, value: read.text}),
    linter: inItsOwn.linter,
    read: reader,
  };
  return {file, read, reader, settings: inItsOwn, prepared};
}

async function* finish(
  slots: readonly (Slot | LintedFile)[],
  options: LintFilesOptions,
): AsyncGenerator<LintedFile, void> {
  const fresh = slots.filter((slot): slot is Slot => 'prepared' in slot);
  const results = await runBatch(fresh.map(({prepared}) => prepared));
  const byFile = new Map(fresh.map(({file}, i) => [file, results[i] as LintResult | Error]));
  for (const slot of slots) {
    if (!('prepared' in slot)) yield slot;
    else yield linted(slot, byFile.get(slot.file) as LintResult | Error, options);
  }
}

function linted(slot: Slot, result: LintResult | Error, options: LintFilesOptions): LintedFile {
  const {file, read, settings, reader} = slot;
  if (result instanceof Error)
    return failed(file, options.cwd, `calque failed on this file: ${result.message}`);
  const {fix} = options;
  const fixed =
    fix && !read.document && result.findings.some((finding) => isWanted(finding, fix))
      ? fixArticle(read.text, settings.linter, reader, fix, result)
      : undefined;
  if (!fixed) return resultOf(file, options.cwd, read, result);
  return {...resultOf(file, options.cwd, read, fixed), source: fixed.text, fixed: fixed.fixed};
}

/** The result of a file as it was read. */
export function resultOf(
  file: string,
  cwd: string,
  read: ReadFile,
  {findings, score, suppressed, disobeyed, language, timings}: LintResult,
): LintedFile {
  return {
    path: shownPath(file, cwd),
    file,
    original: read.text,
    source: read.text,
    encoding: read.encoding,
    findings,
    score,
    fixed: 0,
    hidden: 0,
    ...(read.document ? {document: read.document.name} : {}),
    ...(suppressed ? {suppressed} : {}),
    ...(disobeyed ? {disobeyed} : {}),
    ...(language === undefined ? {} : {language}),
    ...(timings ? {timings} : {}),
  };
}

/** A path as people see it: relative to the working directory when near it, with forward slashes. */
export function shownPath(file: string, cwd: string): string {
  // Almost every file lies below, and with thousands of them `path.relative` costs.
  if (path.sep === '/' && file.startsWith(cwd) && file[cwd.length] === '/') return file.slice(cwd.length + 1);
  const relative = path.relative(cwd, file);
  const far = relative === '' || relative.startsWith(`..${path.sep}..`) || path.isAbsolute(relative);
  return (far ? file : relative).split(path.sep).join('/');
}

/** Only these can be reports: an article that begins like one is still an article. */
const isPageName = (file: string): boolean => /\.html?$/i.test(file);

function leftOut(file: string, cwd: string, left: LintedFile['left']): LintedFile {
  return {...nothingOf(file, cwd), ...(left ? {left} : {})};
}

/** The result of a file that could not be linted, and why. */
export function failed(file: string, cwd: string, error: string): LintedFile {
  return {...nothingOf(file, cwd), error};
}

function nothingOf(file: string, cwd: string): LintedFile {
  return {
    path: path.isAbsolute(file) ? shownPath(file, cwd) : file,
    file,
    original: '',
    source: '',
    encoding: 'utf-8',
    findings: [],
    score: scoreOf([], 0),
    fixed: 0,
    hidden: 0,
  };
}
