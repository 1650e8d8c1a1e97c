import type {Article, ReadArticle} from '../article/article.js';
import {loadedReader, loadReader} from '../article/read.js';
import {ConfigError} from '../config/config-error.js';
import {applyBaselineTo, type Baseline} from '../engine/baseline.js';
import type {LintResult} from '../engine/lint-result.js';
import type {Linter} from '../engine/linter.js';
import type {NameTable} from '../names/name-table.js';
import {jsonText} from '../report/json-text.js';
import {limited} from '../report/limit.js';
import {type InputRecord, LineSplitter, parseRecord, RecordError} from './records.js';

export interface StreamOptions {
  readonly linterFor: (languages: {language?: string; sourceLanguage?: string}) => Promise<Linter>;
  /** Longest line, in bytes. */
  readonly maxLength: number;
  /** Most findings of one text that are told; default: all. */
  readonly mostFindings?: number;
  /** Findings that are not told; it names texts by the ids of their records. */
  readonly baseline?: Baseline;
  /** Who answers lines of more than so many bytes: a place that may run out of memory without ending the stream. */
  readonly heavy?: {
    readonly from: number;
    readonly answer: (line: Uint8Array, number: number | undefined) => Promise<string>;
  };
  /** Whether answers to lines that cannot be read tell the number of the line; default: they do. */
  readonly tellsLine?: boolean;
  /** Takes the names of each record, or why there are none, in the order of the records. */
  readonly names?: NamesSink;
  /** Told of each record that was linted. */
  readonly onLinted?: (result: LintResult) => void;
}

/** Where the names of records go that are linted. */
export interface NamesSink {
  take(record: InputRecord, article: Article, names: NameTable): void;
  /** @param id that of the record, where it could be read */
  fail(id: unknown, reason: string): void;
  /** Takes the names of a line that another place answers. */
  takeLine(line: Uint8Array): Promise<void>;
}

/**
 * Lints newline-delimited JSON records: a line out for each line in, in the same order. What cannot be read becomes a
 * line with `error`. Yields the answers to each chunk of input as one string; the caller's pace is the pace of reading,
 * so memory does not grow with the input.
 */
export async function* lintStream(
  input: AsyncIterable<Uint8Array>,
  options: StreamOptions,
): AsyncGenerator<string, void> {
  const splitter = new LineSplitter(options.maxLength);
  const counter = {line: 0};
  for await (const chunk of input) {
    let out = '';
    for (const line of splitter.push(chunk)) {
      out += await answer(line, options, counter);
      // A chunk may hold many records; answers are handed on before they fill the memory.
      if (out.length > 1 << 20) {
        yield out;
        out = '';
      }
    }
    if (out !== '') yield out;
  }
  for (const line of splitter.end()) yield await answer(line, options, counter);
}

const blank = (line: Uint8Array): boolean => line.every((byte) => byte === 32 || byte === 13 || byte === 9);

async function answer(
  line: Uint8Array | undefined,
  options: StreamOptions,
  counter: {line: number},
): Promise<string> {
  counter.line++;
  if (line !== undefined && line.length < 8 && blank(line)) return '';
  const number = options.tellsLine === false ? undefined : counter.line;
  if (line !== undefined && options.heavy && line.length > options.heavy.from) {
    const answered = await options.heavy.answer(line, number);
    await options.names?.takeLine(line);
    return answered;
  }
  return (await answerOf(line, options, number)).line;
}

/** The answer to a record: a line with its end, and whether the record was linted. */
export interface RecordAnswer {
  readonly ok: boolean;
  readonly line: string;
}

/**
 * The answer to one record, whatever it holds. `undefined` stands for a line that was too long to keep.
 *
 * @throws ConfigError where the project is broken, and no record could be answered
 */
export async function answerOf(
  line: Uint8Array | undefined,
  options: Omit<StreamOptions, 'heavy'>,
  number: number | undefined,
): Promise<RecordAnswer> {
  let id: unknown = null;
  try {
    if (line === undefined) throw new RecordError(`the line is longer than ${options.maxLength} bytes`);
    const record = parseRecord(line);
    id = record.id;
    const {text} = record;
    const {read, linter} = await toolsFor(record, options.linterFor);
    const article = read(text);
    const {names} = options;
    const result = names
      ? linter.lint(article, undefined, (table) => names.take(record, article, table))
      : linter.lint(article);
    if (!options.baseline) {
      const {score} = result;
      const {findings} = limited(result, options.mostFindings ?? 0);
      const answered = `${jsonText({id, findings, score})}\n`;
      options.onLinted?.(result);
      return {ok: true, line: answered};
    }
    const subject = {...result, path: String(id), source: text};
    const told = applyBaselineTo(subject, options.baseline);
    const {findings} = limited(told, options.mostFindings ?? 0);
    const {score, hidden} = told;
    const answered = `${jsonText({id, findings, score, hidden})}\n`;
    options.onLinted?.(result);
    return {ok: true, line: answered};
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    if (error instanceof RecordError) {
      options.names?.fail(error.id, error.message);
      return {ok: false, line: errorLine(error.id, number, error.message)};
    }
    options.names?.fail(id, reasonOf(error));
    return {ok: false, line: errorLine(id, number, reasonOf(error))};
  }
}

/** What reads the text of a record, beside its original where it has one, and what lints it. */
export async function toolsFor(
  {format, language, sourceLanguage, source, segments}: Omit<InputRecord, 'id' | 'text'>,
  linterFor: StreamOptions['linterFor'],
): Promise<{read: ReadArticle; linter: Linter}> {
  const plain = loadedReader(format) ?? (await loadReader(format));
  const linter = await linterFor({
    ...(language === undefined ? {} : {language}),
    ...(sourceLanguage === undefined ? {} : {sourceLanguage}),
  });
  if (source === undefined) return {read: plain, linter};
  const original = {article: plain(source), ...(segments ? {segments} : {})};
  return {read: (text) => ({...plain(text), original}), linter};
}

/**
 * The answer to a record that cannot be linted. An id that cannot be written is left out.
 *
 * @param line 1-based; undefined where the stream is a part of another, whose lines nobody counts
 */
export function errorLine(id: unknown, line: number | undefined, error: string): string {
  try {
    return `${jsonText({id, line, findings: [], error})}\n`;
  } catch {
    return `${jsonText({id: null, line, findings: [], error})}\n`;
  }
}

/** Why a record has no answer, for whoever sent it. */
export function reasonOf(error: unknown): string {
  const {message} = error as Error;
  if (error instanceof RangeError) {
    return /call stack/.test(message)
      ? 'the record is nested too deeply'
      : 'the record, or the answer to it, is too long';
  }
  return `calque failed on this record: ${message}`;
}
