import * as stored from '../generated/phrases.js';
import type {DictionaryEntry} from '../lexicon/phrases/entry.js';
import {bytesOf} from '../text/base64.js';
import type {BundledPhrases} from './stored-phrases.js';

let loaded: BundledPhrases | undefined;

/**
 * The dictionaries that come with calque, decoded on the first call. Where there are files, the build puts
 * `bundled-phrases-file.ts` in the place of this module, which loads several times as fast.
 */
export function bundledPhrases(): BundledPhrases {
  loaded ??= {
    entries: JSON.parse(stored.entries) as DictionaryEntry[],
    tables: {
      edges: integers(stored.edges),
      nodes: integers(stored.nodes),
      outputs: integers(stored.outputs),
      first: integers(stored.first),
      exact: stored.exact,
    },
  };
  return loaded;
}

/** Little-endian integers, as every platform that runs JavaScript engines of today stores them. */
const integers = (base64: string): Int32Array => new Int32Array(bytesOf(base64).buffer);
