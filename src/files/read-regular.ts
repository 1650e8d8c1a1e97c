import fs from 'node:fs';

/** Bytes that a configuration, a manifest or an ignore file may have: they are written by hand. */
export const mostOfSettings = 8 << 20;
/** Bytes that a dictionary may have. */
export const mostOfDictionary = 128 << 20;
/** Bytes that a baseline or a cache may have: below what a text can hold. */
export const mostOfResults = 500 << 20;

/** A file is there and is not read, whatever its rights; the message says why, as a reason after its name. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
}

/** A file has more bytes than are read. */
export class FileTooLarge extends FileRefused {
  constructor(
    /** In bytes, as far as it is known. */
    readonly size: number,
    most: number,
  ) {
    super(`has ${size} bytes, more than the ${most} that are read`);
  }
}

/**
 * The bytes of a file. Everything that calque reads by a name that others may have chosen is read here: a link in a
 * repository can lead to a device that never ends, or to a pipe that nobody writes to.
 *
 * @param most bytes that it may have
 * @param pipes whether a pipe is read too
 * @throws FileRefused for what is no regular file, and for more than `most` bytes
 * @throws Error of the system, with its `code`
 */
export function readRegular(file: string, most: number, pipes = false): Buffer {
  // Asked before it is opened: opening some devices does something.
  checkKind(fs.statSync(file), pipes);
  const handle = fs.openSync(file, fs.constants.O_RDONLY | (pipes ? 0 : (fs.constants.O_NONBLOCK ?? 0)));
  try {
    const stat = fs.fstatSync(handle);
    checkKind(stat, pipes);
    if (stat.size > most) throw new FileTooLarge(stat.size, most);
    return readAll(handle, stat.size, most);
  } finally {
    fs.closeSync(handle);
  }
}

/** As {@link readRegular}, as text. Bytes that are no UTF-8 become U+FFFD. */
export function readRegularText(file: string, most: number): string {
  return readRegular(file, most).toString('utf8');
}

function checkKind(stat: fs.Stats, pipes: boolean): void {
  if (stat.isFile()) return;
  if (stat.isDirectory()) throw new FileRefused('is a folder');
  if (stat.isFIFO()) {
    if (pipes) return;
    throw new FileRefused('is a pipe, and only files are read');
  }
  throw new FileRefused(`is a ${stat.isSocket() ? 'socket' : 'device'}, and only files are read`);
}

/** Some files tell no size, and some grow while they are read; neither takes more memory than `most`. */
function readAll(handle: number, size: number, most: number): Buffer {
  let buffer = Buffer.allocUnsafe(size + 1);
  let length = 0;
  for (;;) {
    if (length === buffer.length) {
      const larger = Buffer.allocUnsafe(Math.min(most + 1, Math.max(4096, 2 * buffer.length)));
      buffer.copy(larger, 0, 0, length);
      buffer = larger;
    }
    const got = fs.readSync(handle, buffer, length, buffer.length - length, null);
    if (got === 0) return buffer.subarray(0, length);
    length += got;
    if (length > most) throw new FileTooLarge(length, most);
  }
}
