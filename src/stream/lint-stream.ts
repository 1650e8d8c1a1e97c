import {loadedReader, loadReader} from '../article/read.js';
import {applyBaselineTo, type Baseline} from '../engine/baseline.js';
import type {Linter, LintResult} from '../engine/linter.js';
import {LineSplitter, parseRecord, RecordError} from './records.js';

export interface StreamOptions {
  readonly linterFor: (languages: {language?: string; sourceLanguage?: string}) => Promise<Linter>;
  /** Longest line, in bytes. */
  readonly maxLength: number;
  /** Findings that are not told; it names texts by the ids of their records. */
  readonly baseline?: Baseline;
  /** Told of each record that was linted. */
  readonly onLinted?: (result: LintResult) => void;
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
  try {
    if (line === undefined) throw new RecordError(`the line is longer than ${options.maxLength} bytes`);
    if (line.length < 8 && blank(line)) return '';
    const {id, text, format, ...languages} = parseRecord(line);
    const read = loadedReader(format) ?? (await loadReader(format));
    const result = (await options.linterFor(languages)).lint(read(text));
    options.onLinted?.(result);
    if (!options.baseline) return `${JSON.stringify({id, findings: result.findings, score: result.score})}\n`;
    const subject = {...result, path: String(id), source: text};
    const {findings, score, hidden} = applyBaselineTo(subject, options.baseline);
    return `${JSON.stringify({id, findings, score, hidden})}\n`;
  } catch (error) {
    if (error instanceof RecordError)
      return `${JSON.stringify({id: error.id, line: counter.line, findings: [], error: error.message})}\n`;
    throw error;
  }
}
