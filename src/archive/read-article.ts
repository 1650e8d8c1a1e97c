import {type InputRecord, parseRecord, RecordError} from '../stream/records.js';
import type {ArticleFacts} from './mentions-of.js';

const isoDate = /^\d{4}(?:-\d\d(?:-\d\d)?)?/;

/**
 * Reads a line of the input, as `calque stream` takes them, with an id and perhaps a `date`.
 *
 * @throws RecordError with what is wrong
 */
export function readArticle(line: Uint8Array): {record: InputRecord; facts: ArticleFacts} {
  const record = parseRecord(line);
  return {record, facts: factsOf(record)};
}

/** @throws RecordError where a record has no id, or a date that is none */
export function factsOf({id, date, sourceLanguage}: InputRecord): ArticleFacts {
  if ((typeof id !== 'string' && typeof id !== 'number') || id === '')
    throw new RecordError('“id” must be a string or a number: an archive knows its articles by it', id);
  if (date !== undefined && date !== null && date !== '' && (typeof date !== 'string' || !isoDate.test(date)))
    throw new RecordError('“date” must be a date such as “2024-05-31”', id);
  const day = typeof date === 'string' ? isoDate.exec(date)?.[0] : undefined;
  return {
    article: String(id),
    ...(day === undefined ? {} : {date: day}),
    ...(sourceLanguage === undefined ? {} : {source_language: sourceLanguage}),
  };
}
