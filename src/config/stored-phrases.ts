import type {PhraseTables} from '../lexicon/phrases/automaton.js';
import type {DictionaryEntry} from '../lexicon/phrases/entry.js';

export interface BundledPhrases {
  readonly entries: readonly DictionaryEntry[];
  readonly tables: PhraseTables;
}

/** The tables of integers, in the order in which a file of phrases holds them; `ends` are those of entries. */
export const integerTables = ['edges', 'nodes', 'outputs', 'first', 'ends'] as const;

/** What a file of phrases says of itself, as JSON. */
export interface PhrasesHeader {
  readonly exact: readonly string[];
  /** `kind` or `kind language` of runs of entries, with the length of each run. */
  readonly runs: readonly (readonly [label: string, length: number])[];
  /** Length of each of {@link integerTables}. */
  readonly lengths: readonly number[];
}

/** Everything that an entry can hold beside its kind and language. */
export const entryFields = [
  'origin',
  'phrase',
  'variants',
  'replace',
  'apply',
  'source',
  'risk',
  'case',
  'except',
  'near',
  'position',
  'severity',
  'mqm',
  'note',
  'see',
  'type',
] as const satisfies readonly (keyof DictionaryEntry)[];

const decoder = new TextDecoder();

/**
 * An entry whose JSON is parsed when more than its kind and language is asked for: a text meets few of thousands. Its
 * fields are getters, so it cannot be spread.
 */
class StoredEntry {
  private parsed: DictionaryEntry | undefined;

  constructor(
    readonly kind: string,
    readonly language: string | undefined,
    private readonly bytes: Uint8Array,
    private readonly start: number,
    private readonly end: number,
  ) {}

  get whole(): DictionaryEntry {
    this.parsed ??= JSON.parse(decoder.decode(this.bytes.subarray(this.start, this.end))) as DictionaryEntry;
    return this.parsed;
  }
}

for (const field of entryFields) {
  Object.defineProperty(StoredEntry.prototype, field, {
    get(this: StoredEntry) {
      return this.whole[field];
    },
  });
}

/**
 * Reads what `scripts/build/phrases.mjs` writes: lengths in bytes of the header and of the entries (32 bits each), the
 * header as JSON, the entries as JSON one after the other (each part filled up to a multiple of 4), then the tables of
 * 32-bit integers, all little-endian. The integers are used in place.
 */
export function parsePhrases(bytes: Uint8Array): BundledPhrases {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const view = new DataView(aligned.buffer, aligned.byteOffset);
  const headerEnd = 8 + view.getUint32(0, true);
  const entriesEnd = headerEnd + view.getUint32(4, true);
  const header = JSON.parse(decoder.decode(aligned.subarray(8, headerEnd))) as PhrasesHeader;
  let at = aligned.byteOffset + entriesEnd;
  const [edges, nodes, outputs, first, ends] = header.lengths.map((n) => {
    const table = new Int32Array(aligned.buffer, at, n);
    at += 4 * n;
    return table;
  }) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
  const entries: unknown[] = [];
  let start = headerEnd;
  for (const [label, length] of header.runs) {
    const [kind = '', language] = label.split(' ');
    for (let i = 0; i < length; i++) {
      const end = headerEnd + (ends[entries.length] as number);
      entries.push(new StoredEntry(kind, language, aligned, start, end));
      start = end;
    }
  }
  return {
    entries: entries as DictionaryEntry[],
    tables: {edges, nodes, outputs, first, exact: header.exact},
  };
}
