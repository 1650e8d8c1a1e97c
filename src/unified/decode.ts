import {isUtf8} from 'node:buffer';

/** How the bytes of a file spell its text; kept so that a fixed file is written as it was. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The bytes are no text that calque can read; the message says what and where. */
export class DecodeError extends Error {
  override readonly name = 'DecodeError';
}

/**
 * The text of a file, byte order mark included as U+FEFF. UTF-8 unless a byte order mark says UTF-16.
 *
 * @throws DecodeError for bytes that are not valid in the encoding, and for binary files.
 */
export function decode(bytes: Uint8Array): {text: string; encoding: Encoding} {
  const encoding = encodingOf(bytes);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (encoding === 'utf-8') {
    if (!isUtf8(bytes))
      throw new DecodeError(
        `not valid UTF-8: byte ${invalidUtf8At(bytes)} begins no character. Convert the file to UTF-8`,
      );
    if (manyZeros(bytes)) throw new DecodeError('looks like UTF-16 without a byte order mark, or is no text');
    return {text: buffer.toString('utf8'), encoding};
  }
  if (bytes.length % 2 === 1)
    throw new DecodeError(`not valid UTF-16: the file has an odd number of bytes (${bytes.length})`);
  const little = encoding === 'utf-16le' ? buffer : Buffer.from(buffer).swap16();
  return {text: little.toString('utf16le'), encoding};
}

/** The bytes of a text in an encoding. */
export function encode(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  const little = Buffer.from(text, 'utf16le');
  return encoding === 'utf-16le' ? little : little.swap16();
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** A stray NUL is a defect of a text; one byte in five of its beginning is no text at all. */
function manyZeros(bytes: Uint8Array): boolean {
  if (bytes.indexOf(0) < 0) return false;
  const head = bytes.subarray(0, 4096);
  let zeros = 0;
  for (const byte of head) if (byte === 0) zeros++;
  return zeros * 5 > head.length;
}

/** Offset of the first byte that is not part of a valid character: halving over `isUtf8`, then a step back. */
function invalidUtf8At(bytes: Uint8Array): number {
  let good = 0;
  let size = bytes.length;
  // `good` always lies between characters; the invalid byte is in `good`..`good + size`.
  while (size > 4) {
    const half = characterStart(bytes, good + (size >> 1));
    if (half <= good) break;
    if (isUtf8(bytes.subarray(good, half))) {
      size -= half - good;
      good = half;
    } else size = half - good;
  }
  for (let at = good; at < bytes.length; ) {
    const length = [1, 2, 3, 4].find((n) => at + n <= bytes.length && isUtf8(bytes.subarray(at, at + n)));
    if (length === undefined) return at;
    at += length;
  }
  return bytes.length;
}

function characterStart(bytes: Uint8Array, at: number): number {
  let start = at;
  while (start > 0 && at - start < 3 && ((bytes[start] as number) & 0xc0) === 0x80) start--;
  return start;
}
