import fs from 'node:fs';
import {reasonOf} from '../config/system-error.js';
import {DecodeError, decode, type Encoding} from './decode.js';

export interface ReadFile {
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * The text of a file, or in one sentence why there is none. Reads at once, not in the background: one file open at a
 * time, and for small files several times as fast as promises.
 *
 * @param maxSize the largest size to read, in bytes
 */
export function readFile(file: string, maxSize: number): ReadFile | {readonly error: string} {
  let handle: number | undefined;
  try {
    handle = fs.openSync(file, 'r');
    const {size} = fs.fstatSync(handle);
    if (size > maxSize) return {error: tooLarge(size, maxSize)};
    return decodeFile(fs.readFileSync(handle), maxSize);
  } catch (error) {
    return {error: `cannot be read: ${reasonOf(error)}`};
  } finally {
    if (handle !== undefined) fs.closeSync(handle);
  }
}

/** The text that bytes spell, or in one sentence why they spell none. */
export function decodeFile(bytes: Uint8Array, maxSize: number): ReadFile | {readonly error: string} {
  if (bytes.length > maxSize) return {error: tooLarge(bytes.length, maxSize)};
  try {
    return decode(bytes);
  } catch (error) {
    if (error instanceof DecodeError) return {error: error.message};
    throw error;
  }
}

function tooLarge(size: number, maxSize: number): string {
  return `has ${size} bytes, more than maxFileSize allows (${maxSize})`;
}
