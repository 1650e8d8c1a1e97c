import {readResource} from './resources.js';
import {type BundledPhrases, parsePhrases} from './stored-phrases.js';

let loaded: BundledPhrases | undefined;

/** The dictionaries that come with calque, read from `phrases.bin` on the first call. */
export function bundledPhrases(): BundledPhrases {
  if (!loaded) {
    const bytes = readResource('phrases.bin');
    if (!bytes)
      throw new Error(
        'the installation is incomplete: dist/resources/phrases.bin is missing. Install calque anew',
      );
    loaded = parsePhrases(bytes);
  }
  return loaded;
}
