import fs from 'node:fs';
import {FileRefused} from '../files/read-regular.js';
import {type Replaced, replaceFile} from '../files/replace-file.js';
import {type Encoding, encode} from './decode.js';

/** What a text was read from, and what it was. */
export interface Written {
  /** Absolute path. */
  readonly file: string;
  /** The text that was read. */
  readonly original: string;
  readonly encoding: Encoding;
  /** Where its links led when it was found; undefined: anywhere. */
  readonly real?: string | undefined;
}

/**
 * Writes a text over the one that was read, whole or not at all. Mode, owner, encoding and links stay as they were; what
 * was changed or deleted meanwhile is left alone.
 *
 * @param names other files, of which some may be the same one (hard links)
 * @throws FileRefused with the reason, where the file is left as it is
 * @throws Error of the system
 */
export function writeText(
  {file, original, encoding, real}: Written,
  text: string,
  names?: () => Iterable<string>,
): Replaced {
  const target = fs.existsSync(file) ? fs.realpathSync(file) : file;
  if (real !== undefined && target !== real)
    throw new FileRefused('was changed meanwhile, and is left as it is');
  return replaceFile(target, encode(original, encoding), encode(text, encoding), names);
}
