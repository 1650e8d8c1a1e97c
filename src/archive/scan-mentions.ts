import type {MentionRecord, NumbersRecord} from './records.js';

/** Who hears what mention records say. */
export interface MentionSink {
  /** The article that the next records are of. */
  article(id: string, date: string, language: string): void;
  /**
   * A form in the article.
   *
   * @param tail its line from `"form":` on, a character a byte: it may be a slice of a large text, see {@link kept}
   */
  mention(tail: string, count: number): void;
  /** The numbers of the article. */
  numbers?(numbers: readonly string[]): void;
  /** A line that is no record. */
  broken(): void;
  /** The record of an article that could not be read. */
  failure(): void;
}

const sliceSize = 1 << 22;

/**
 * Reads mention records. Lines as calque writes them are cut, not parsed: their beginning is read once an article, and
 * what follows is handed on as it stands, since most of it has been said before. Lines with their keys in another order
 * are read as any JSON.
 */
export function scanMentions(bytes: Uint8Array, sink: MentionSink): void {
  let head = '';
  const readAny = (line: string): void => {
    if (/^\s*$/.test(line)) return;
    head = '';
    const record = recordOf(line);
    if (record === undefined) sink.broken();
    else if ('error' in record) sink.failure();
    else {
      sink.article(record.article, record.date ?? '', record.source_language ?? '');
      if ('form' in record) sink.mention(tailOf(record), record.count);
      else sink.numbers?.(record.numbers);
    }
  };
  for (const text of slices(bytes)) {
    for (let start = 0; start < text.length; ) {
      let end = text.indexOf('\n', start);
      if (end < 0) end = text.length;
      const stop = text.charCodeAt(end - 1) === 13 ? end - 1 : end;
      if (head === '' || !text.startsWith(head, start) || text.charCodeAt(start + head.length) !== 0x2c) {
        const at = text.indexOf(',"count":', start);
        const found = at >= 0 && at < stop ? text.slice(start, at) : '';
        const facts = found.startsWith('{"v":1,"article":"') ? headOf(found) : undefined;
        head = '';
        if (facts !== undefined) {
          head = kept(found);
          sink.article(facts.article, facts.date ?? '', facts.source_language ?? '');
        }
      }
      const at = start + head.length;
      if (head !== '' && text.startsWith(',"count":', at)) {
        const form = text.indexOf('"form":"', at + 10);
        const n = Number.parseInt(text.slice(at + 9, at + 19), 10);
        if (form > 0 && form < stop && n > 0 && text.charCodeAt(stop - 1) === 0x7d)
          sink.mention(text.slice(form, stop), n);
        else readAny(utf8(text.slice(start, stop)));
      } else if (head === '' || sink.numbers !== undefined || !text.startsWith(',"numbers":[', at))
        readAny(utf8(text.slice(start, stop)));
      start = end + 1;
    }
  }
}

/** A copy of a slice: the slice itself would keep the whole text that it is cut from. */
export const kept = (slice: string): string => Buffer.from(slice, 'latin1').toString('latin1');

/** What a tail says; undefined where it is broken. */
export function readTail(tail: string): MentionRecord | undefined {
  try {
    return JSON.parse(`{${utf8(tail)}`) as MentionRecord;
  } catch {
    return undefined;
  }
}

/** Texts of whole lines, a character a byte: that is fast, and equal bytes are equal texts. */
function* slices(bytes: Uint8Array): Generator<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let start = 0; start < buffer.length; ) {
    let end = Math.min(buffer.length, start + sliceSize);
    if (end < buffer.length) {
      const line = buffer.indexOf(10, end);
      end = line < 0 ? buffer.length : line + 1;
    }
    yield buffer.toString('latin1', start, end);
    start = end;
  }
}

const utf8 = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8');

function headOf(head: string): {article: string; date?: string; source_language?: string} | undefined {
  try {
    return JSON.parse(`${utf8(head)}}`) as {article: string};
  } catch {
    return undefined;
  }
}

type AnyRecord = MentionRecord | NumbersRecord | {readonly error: unknown};

function recordOf(line: string): AnyRecord | undefined {
  try {
    const record = JSON.parse(line) as Partial<MentionRecord> & {error?: unknown; numbers?: unknown};
    if (record === null || record.v !== 1) return undefined;
    if (record.error !== undefined) return {error: record.error};
    const {article, form, count: n} = record;
    if (typeof article === 'string' && Array.isArray(record.numbers)) return record as NumbersRecord;
    if (typeof article !== 'string' || typeof form !== 'string' || typeof n !== 'number') return undefined;
    return record as MentionRecord;
  } catch {
    return undefined;
  }
}

/** The end of a mention's line, as calque writes it, a character a byte. */
function tailOf({
  form,
  keys,
  full,
  given,
  title,
  kind,
  cues,
  with: others,
  source_form,
}: MentionRecord): string {
  const json = JSON.stringify({form, keys, full, given, title, kind, cues, with: others, source_form});
  return Buffer.from(json.slice(1)).toString('latin1');
}
