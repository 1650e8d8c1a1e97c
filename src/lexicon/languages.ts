import {gramBits, gramRoom, gramsOf} from './grams.js';

/** How common a word is in a language. */
export const Rank = {
  Unknown: 0,
  /** Outside the 12,000 commonest. */
  Seldom: 1,
  /** Outside the 2,500 commonest. */
  Common: 2,
  /** Outside the 150 commonest. */
  Frequent: 3,
  /** One of the words that hold sentences together. */
  Function: 4,
} as const;

/** Evidence that a word belongs to one language. */
export interface LanguageEvidence {
  /** ISO 639-1. */
  readonly code: string;
  /** Whether the language has weights for letters; without them {@link letterScore} is 0. */
  readonly hasLetters: boolean;
  /** About how many words are known. */
  readonly size: number;
  /** {@link Rank} of the word with that `hashWord`. An unknown word is taken for a known one 1 time in 1000. */
  rank(hash: number): number;
  /**
   * Log-odds, from its letters alone, that the word at UTF-16 offsets `start`..`end` of `text` is of this language and
   * not English.
   */
  letterScore(text: string, start: number, end: number): number;
  /** The same from the runs of letters that `gramsOf` found; for asking many languages about one word. */
  scoreGrams(grams: Int32Array, count: number): number;
  /** Asks a spelling dictionary, where the user has installed one. */
  readonly knows?: ((word: string) => boolean) | undefined;
  /** Whether the language writes with this letter (small, outside ASCII). */
  writes(code: number): boolean;
  /** Whether the word with that `hashWord` is of a country's or region's name there, in any case, and not English. */
  namesCountry(hash: number): boolean;
}

/** All languages that calque knows words of. */
export interface Languages {
  readonly codes: readonly string[];
  readonly all: readonly LanguageEvidence[];
  /** By ISO 639-1 code or BCP 47 tag; `undefined` for one without data. */
  get(tag: string): LanguageEvidence | undefined;
  /** What words said for each language, kept by `LanguageVotes`: the same words come again. */
  readonly votes: Map<number, Float64Array>;
}

export const languagesMagic = 0x31475143; // CQG1
const alike: Readonly<Record<string, string>> = {
  no: 'nb',
  nn: 'nb',
  fil: 'tl',
  sh: 'hr',
  mo: 'ro',
  in: 'id',
  iw: 'he',
};

/**
 * Reads what `scripts/lexicon/languages.mjs` writes: magic, number of bytes of a JSON directory (both 32 bits,
 * little-endian), the directory, then the tables it points to. Nothing is copied or decoded before it is asked for.
 *
 * @throws {Error} when the bytes are no such file.
 */
export function parseLanguages(bytes: Uint8Array): Languages {
  const header = new DataView(bytes.buffer, bytes.byteOffset, 8);
  if (header.getUint32(0, true) !== languagesMagic) throw new Error('not a calque language file');
  const from = 8 + header.getUint32(4, true);
  const directory = JSON.parse(new TextDecoder().decode(bytes.subarray(8, from))) as DirectoryEntry[];
  const all = directory.map((entry) => new Tables(entry, bytes.subarray(from)));
  const byCode = new Map(all.map((language) => [language.code, language]));
  return {
    codes: all.map((language) => language.code),
    votes: new Map(),
    all,
    get: (tag) => {
      const code = (tag.split(/[-_]/)[0] ?? '').toLowerCase();
      return byCode.get(alike[code] ?? code);
    },
  };
}

interface DirectoryEntry {
  readonly code: string;
  /** Bytes after the directory. */
  readonly at: number;
  /** Slots in each third of the word table. */
  readonly block: number;
  readonly seed: number;
  /** What one step of a letter weight is worth; 0 where there are none. */
  readonly scale: number;
  readonly bias: number;
  /** Letters outside ASCII that the language writes with. */
  readonly letters: string;
  /** The table of words of countries' names. */
  readonly countries: {readonly at: number; readonly block: number; readonly seed: number};
}

const gramBuffer = new Int32Array(gramRoom);

class Tables implements LanguageEvidence {
  readonly code: string;
  readonly hasLetters: boolean;
  readonly size: number;
  readonly #words: RankedWords;
  readonly #countries: RankedWords;
  readonly #weights: Int8Array;
  readonly #scale: number;
  readonly #bias: number;
  readonly #letters: ReadonlySet<number>;

  constructor(entry: DirectoryEntry, all: Uint8Array) {
    const bytes = all.subarray(entry.at);
    this.code = entry.code;
    this.#words = new RankedWords(bytes, entry.block, entry.seed);
    this.size = Math.round((entry.block * 3) / 1.23);
    const {at, block, seed} = entry.countries;
    this.#countries = new RankedWords(all.subarray(at), block, seed);
    this.hasLetters = entry.scale !== 0;
    this.#scale = entry.scale;
    this.#bias = entry.bias;
    const from = this.#words.size;
    const weights = bytes.subarray(from, from + (this.hasLetters ? 1 << gramBits : 0));
    this.#weights = new Int8Array(weights.buffer, weights.byteOffset, weights.length);
    this.#letters = new Set([...entry.letters].map((letter) => letter.charCodeAt(0)));
  }

  rank(hash: number): number {
    return this.#words.rank(hash);
  }

  namesCountry(hash: number): boolean {
    // All are filed with one rank, so that its bits tell, too.
    return this.#countries.rank(hash) === Rank.Function;
  }

  letterScore(text: string, start: number, end: number): number {
    return this.scoreGrams(gramBuffer, gramsOf(text, start, end, gramBuffer));
  }

  scoreGrams(grams: Int32Array, count: number): number {
    if (!this.hasLetters || count === 0) return 0;
    const weights = this.#weights;
    let sum = 0;
    for (let i = 0; i < count; i++) sum += weights[grams[i]!]!;
    return this.#bias + (sum * this.#scale) / Math.sqrt(count);
  }

  writes(code: number): boolean {
    return this.#letters.has(code);
  }
}

/**
 * A xor filter with a value (Graf and Lemire, "Xor Filters: Faster and Smaller Than Bloom and Cuckoo Filters", 2020):
 * three slots, exclusive-or'ed, give 10 bits that must agree with the word's hash and 2 bits of rank. A slot's lower 8
 * bits are in one array of bytes, its upper 4 bits in a second one of half bytes.
 */
class RankedWords {
  /** In bytes. */
  readonly size: number;
  readonly #low: Uint8Array;
  readonly #high: Uint8Array;
  readonly #block: number;
  readonly #seed: number;

  constructor(bytes: Uint8Array, block: number, seed: number) {
    const slots = block * 3;
    this.size = slots + ((slots + 1) >> 1);
    this.#block = block;
    this.#seed = seed;
    this.#low = bytes.subarray(0, slots);
    this.#high = bytes.subarray(slots, this.size);
  }

  /** {@link Rank} of a word, 0 when it is not in the table. */
  rank(hash: number): number {
    const low = this.#low;
    const block = this.#block;
    const key = mix(hash ^ this.#seed);
    const a = place(key, block);
    const b = place(mix(key + 1), block) + block;
    const c = place(mix(key + 2), block) + 2 * block;
    const print = mix(key + 3);
    if ((low[a]! ^ low[b]! ^ low[c]!) !== (print & 0xff)) return 0;
    const high = this.#half(a) ^ this.#half(b) ^ this.#half(c);
    return (high & 3) === ((print >>> 8) & 3) ? 4 - (high >> 2) : 0;
  }

  #half(i: number): number {
    return (this.#high[i >> 1]! >> ((i & 1) << 2)) & 15;
  }
}

/** A 32-bit finalizer (MurmurHash3, Austin Appleby, public domain). */
export function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Maps 32 bits evenly onto 0..size-1. */
export function place(key: number, size: number): number {
  return Math.floor((key / 0x1_0000_0000) * size);
}

/** The same evidence, and a spelling dictionary behind it. */
export function withSpeller(language: LanguageEvidence, knows: (word: string) => boolean): LanguageEvidence {
  return {
    code: language.code,
    hasLetters: language.hasLetters,
    size: language.size,
    rank: (hash) => language.rank(hash),
    letterScore: (text, start, end) => language.letterScore(text, start, end),
    scoreGrams: (grams, count) => language.scoreGrams(grams, count),
    writes: (code) => language.writes(code),
    namesCountry: (hash) => language.namesCountry(hash),
    knows,
  };
}
