import type {Article} from '../article/article.js';
import type {NameTable} from '../names/name-table.js';
import {jsonText} from '../report/json-text.js';
import {type StreamOptions, toolsFor} from '../stream/lint-stream.js';
import {LineSplitter, RecordError} from '../stream/records.js';
import {type ArticleFacts, mentionsOf, numbersOf} from './mentions-of.js';
import {readArticle} from './read-article.js';
import {sourceForms} from './source-forms.js';

/** What came of a part of the input. */
export interface MappedPart {
  /** JSON lines. */
  readonly text: string;
  /** Lines, blank ones too. */
  readonly lines: number;
  /** Lines that held a record, readable or not. */
  readonly records: number;
  readonly broken: readonly BrokenLine[];
}

/** A line that could not be read. */
export interface BrokenLine {
  /** 1-based, in the part. */
  readonly line: number;
  readonly reason: string;
}

const blank = (line: Uint8Array): boolean => line.every((byte) => byte === 32 || byte === 13 || byte === 9);

/**
 * The mention records of whole lines of articles. A line that cannot be read becomes an error record, without the number
 * of the line, which other parts would change.
 *
 * @throws ConfigError where the project is broken
 */
export async function mapMentions(
  bytes: Uint8Array,
  linterFor: StreamOptions['linterFor'],
): Promise<MappedPart> {
  const out: string[] = [];
  const broken: BrokenLine[] = [];
  let records = 0;
  let number = 0;
  for (const line of linesOf(bytes)) {
    number++;
    if (blank(line)) continue;
    records++;
    const answer = await mentionLines(line, linterFor);
    if (answer.reason !== undefined) broken.push({line: number, reason: answer.reason});
    out.push(answer.text);
  }
  return {text: out.join(''), lines: number, records, broken};
}

export function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  const splitter = new LineSplitter(Number.POSITIVE_INFINITY);
  for (const line of splitter.push(bytes)) if (line !== undefined) yield line;
  for (const line of splitter.end()) if (line !== undefined) yield line;
}

/** The mention records of one article, or its error record. */
async function mentionLines(
  line: Uint8Array,
  linterFor: StreamOptions['linterFor'],
): Promise<{text: string; reason?: string}> {
  let id: unknown = null;
  try {
    const {record, facts} = readArticle(line);
    id = record.id;
    const {read, linter} = await toolsFor(record, linterFor);
    const article = read(record.text);
    return {text: mentionLinesOf(facts, article, linter.names(article))};
  } catch (error) {
    if (!(error instanceof RecordError) && !(error instanceof RangeError)) throw error;
    if (error instanceof RecordError) id = error.id ?? id;
    const reason =
      error instanceof RecordError ? error.message : 'the record is nested too deeply or too long';
    return {text: brokenLine(id, reason), reason};
  }
}

/** The error record of an article. */
export function brokenLine(id: unknown, reason: string): string {
  const shown = typeof id === 'string' || typeof id === 'number' ? String(id) : null;
  return `${jsonText({v: 1, article: shown, error: reason})}\n`;
}

/** The mention records of an article that was read. */
export function mentionLinesOf(facts: ArticleFacts, article: Article, names: NameTable): string {
  let out = '';
  for (const record of mentionsOf(facts, article, names, sourceForms(article, facts.source_language)))
    out += `${jsonText(record)}\n`;
  const numbers = numbersOf(facts, article.prose);
  if (numbers !== undefined) out += `${jsonText(numbers)}\n`;
  return out;
}
