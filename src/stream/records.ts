import {isUtf8} from 'node:buffer';
import type {Format, Segment} from '../article/article.js';
import {isLanguageTag} from '../config/language-tag.js';

/** Cuts a stream of bytes into lines (LF, CR LF). A line longer than `maxLength` bytes is not kept: `undefined` stands for it. */
export class LineSplitter {
  private parts: Uint8Array[] = [];
  private length = 0;

  constructor(private readonly maxLength: number) {}

  /** The lines that end in this chunk. */
  *push(chunk: Uint8Array): Generator<Uint8Array | undefined, void> {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      yield this.take(chunk.subarray(start, end));
      start = end + 1;
    }
    if (start < chunk.length) this.keep(chunk.subarray(start));
  }

  /** The last line, when it has no line break. */
  *end(): Generator<Uint8Array | undefined, void> {
    if (this.length > 0) yield this.take(new Uint8Array(0));
  }

  private keep(part: Uint8Array): void {
    this.length += part.length;
    if (this.length > this.maxLength) this.parts = [];
    else this.parts.push(part);
  }

  private take(last: Uint8Array): Uint8Array | undefined {
    if (this.length === 0 && last.length <= this.maxLength) return last;
    this.keep(last);
    const line =
      this.length > this.maxLength
        ? undefined
        : this.parts.length === 1
          ? this.parts[0]
          : Buffer.concat(this.parts);
    this.parts = [];
    this.length = 0;
    return line;
  }
}

/** One record of the input. */
export interface InputRecord {
  readonly id: unknown;
  readonly text: string;
  readonly format: Format;
  readonly language?: string;
  readonly sourceLanguage?: string;
  /** The text that `text` was translated from, in the same format. */
  readonly source?: string;
  /** Which stretches belong together. */
  readonly segments?: readonly Segment[];
  /** As it was given; archives read it. */
  readonly date?: unknown;
}

/**
 * Reads one line of the input.
 *
 * @throws RecordError with what is wrong; `id` is that of the record where it could be read.
 */
export function parseRecord(line: Uint8Array): InputRecord {
  if (!isUtf8(line)) throw new RecordError('the line is not valid UTF-8');
  const buffer = Buffer.from(line.buffer, line.byteOffset, line.byteLength);
  let value: unknown;
  try {
    value = JSON.parse(buffer.toString('utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new RecordError(`the line is not JSON: ${(error as Error).message}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new RecordError('the line is no JSON object');
  const {
    id = null,
    text,
    format = 'text',
    language,
    source_language: sourceLanguage,
    source,
    segments,
    date,
  } = value as Record<string, unknown>;
  if (typeof text !== 'string')
    throw new RecordError(
      `“text” must be a string, but is ${text === undefined ? 'missing' : typeName(text)}`,
      id,
    );
  for (const [key, given] of [
    ['language', language],
    ['source_language', sourceLanguage],
  ] as const) {
    if (given === undefined || given === null || given === '') continue;
    if (typeof given !== 'string' || !isLanguageTag(given))
      throw new RecordError(`“${key}” must be a language tag such as “lt”, but is ${shown(given)}`, id);
  }
  if (format !== 'text' && format !== 'markdown' && format !== 'html') {
    throw new RecordError(`“format” must be text, markdown or html, but is ${shown(format)}`, id);
  }
  if (source !== undefined && source !== null && typeof source !== 'string')
    throw new RecordError(`“source” must be a string, but is ${typeName(source)}`, id);
  return {
    id,
    text,
    format,
    ...(language ? {language: language as string} : {}),
    ...(sourceLanguage ? {sourceLanguage: sourceLanguage as string} : {}),
    ...(source ? {source} : {}),
    ...(source && segments ? {segments: readSegments(segments, source, text, id)} : {}),
    ...(date === undefined ? {} : {date}),
  };
}

/** Segments are pairs of stretches within the two texts, in the order of both. */
function readSegments(given: unknown, source: string, text: string, id: unknown): Segment[] {
  if (!Array.isArray(given))
    throw new RecordError(`“segments” must be a list of [s0, s1, t0, t1], but is ${typeName(given)}`, id);
  return given.map((item: unknown, i): Segment => {
    const fits = (start: unknown, end: unknown, length: number): boolean =>
      Number.isInteger(start) &&
      Number.isInteger(end) &&
      0 <= (start as number) &&
      (start as number) <= (end as number) &&
      (end as number) <= length;
    if (
      !Array.isArray(item) ||
      item.length !== 4 ||
      !fits(item[0], item[1], source.length) ||
      !fits(item[2], item[3], text.length)
    )
      throw new RecordError(
        `“segments[${i}]” must be [s0, s1, t0, t1], offsets into “source” and “text” in UTF-16 units, but is ${shownSegment(item)}`,
        id,
      );
    return item as unknown as Segment;
  });
}

export class RecordError extends Error {
  override readonly name = 'RecordError';
  constructor(
    message: string,
    readonly id: unknown = null,
  ) {
    super(message);
  }
}

/** A value in a message: a text as it is, others by their kind, however deep they are. */
function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return typeName(value);
  return JSON.stringify(typeof value === 'string' ? value.slice(0, 100) : value);
}

/** A list of plain values as it is, which a segment that is wrong most often is. */
function shownSegment(item: unknown): string {
  const isPlain = Array.isArray(item) && item.every((part) => typeof part !== 'object' || part === null);
  return isPlain ? JSON.stringify(item).slice(0, 100) : shown(item);
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`;
}
