import writeFileAtomic from 'write-file-atomic';
import {type Encoding, encode} from './decode.js';

/**
 * Writes a text whole or not at all: into a file beside the target, then renamed over it. Mode, owner and encoding stay
 * as they were.
 */
export async function writeText(file: string, text: string, encoding: Encoding): Promise<void> {
  await writeFileAtomic(file, encode(text, encoding));
}
