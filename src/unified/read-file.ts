import type {DocumentText} from '../article/documents/document-text.js';
import {reasonOf} from '../config/system-error.js';
import {FileRefused, FileTooLarge, readRegular} from '../files/read-regular.js';
import {DecodeError, decode, type Encoding} from './decode.js';
import {isDocument, whyUnread} from './unread-format.js';

export interface ReadFile {
  readonly text: string;
  readonly encoding: Encoding;
  /** Where the file is an archive with the text in it: what the text is read with. */
  readonly document?: DocumentText;
}

/** Paths that stand for what a shell or a program hands over: `/dev/stdin`, and `<(…)`. Other pipes are not read. */
export const isStream = (file: string): boolean =>
  /^\/dev\/(?:stdin|fd\/\d+)$|^\/proc\/self\/fd\/\d+$/.test(file);

type Reading = ReadFile | {readonly error: string};

/**
 * The text of a file, or in one sentence why there is none. Reads at once, not in the background: one file open at a
 * time, and for small files several times as fast as promises; only what unpacks documents is loaded first.
 *
 * @param maxSize the largest size to read, in bytes
 */
export function readFile(file: string, maxSize: number): Reading | Promise<Reading> {
  try {
    return decodeFile(readRegular(file, maxSize, isStream(file)), maxSize, file);
  } catch (error) {
    if (error instanceof FileTooLarge) return {error: tooLarge(error.size, maxSize)};
    if (error instanceof FileRefused) return {error: error.message};
    return {error: `cannot be read: ${reasonOf(error)}`};
  }
}

/**
 * The text that bytes spell, or in one sentence why they spell none.
 *
 * @param file the name they came under, for what to say
 */
export function decodeFile(bytes: Uint8Array, maxSize: number, file = ''): Reading | Promise<Reading> {
  if (bytes.length > maxSize) return {error: tooLarge(bytes.length, maxSize)};
  if (isDocument(bytes, file)) return unpack(bytes);
  const unread = whyUnread(bytes, file);
  if (unread !== undefined) return {error: unread};
  try {
    return decode(bytes);
  } catch (error) {
    if (error instanceof DecodeError) return {error: error.message};
    throw error;
  }
}

async function unpack(bytes: Uint8Array): Promise<Reading> {
  const {readDocument, DocumentRefused} = await import('../article/documents/read-document.js');
  try {
    const document = readDocument(bytes);
    return {text: document.text, encoding: 'utf-8', document};
  } catch (error) {
    if (error instanceof DocumentRefused) return {error: error.message};
    throw error;
  }
}

function tooLarge(size: number, most: number): string {
  return `has ${size} bytes, more than maxFileSize allows (${most})`;
}
