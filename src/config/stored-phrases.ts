import type {PhraseTables} from '../lexicon/phrases/automaton.js';
import type {DictionaryEntry} from '../lexicon/phrases/entry.js';

export interface BundledPhrases {
  readonly entries: readonly DictionaryEntry[];
  readonly tables: PhraseTables;
}

/** The tables of integers, in the order in which a file of phrases holds them. */
export const integerTables = ['edges', 'nodes', 'outputs', 'first'] as const;

/** What a file of phrases says of itself, as JSON before the integers. */
export interface PhrasesHeader {
  readonly entries: readonly DictionaryEntry[];
  readonly exact: readonly string[];
  /** Length of each of {@link integerTables}. */
  readonly lengths: readonly number[];
}

/**
 * Reads what `scripts/build/phrases.mjs` writes: the length of the header in bytes (32 bits, a multiple of 4), the
 * header as JSON, then the tables of 32-bit integers, all little-endian. The integers are used in place.
 */
export function parsePhrases(bytes: Uint8Array): BundledPhrases {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const length = new DataView(aligned.buffer, aligned.byteOffset).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(aligned.subarray(4, 4 + length))) as PhrasesHeader;
  let at = aligned.byteOffset + 4 + length;
  const integers = header.lengths.map((n) => {
    const table = new Int32Array(aligned.buffer, at, n);
    at += 4 * n;
    return table;
  });
  const [edges, nodes, outputs, first] = integers as [Int32Array, Int32Array, Int32Array, Int32Array];
  return {
    entries: header.entries,
    tables: {edges, nodes, outputs, first, exact: header.exact},
  };
}
