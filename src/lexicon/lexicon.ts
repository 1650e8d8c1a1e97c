import {hashWord} from '../text/hash.js';

/** What the lexicon knows of a word, as bits of {@link Lexicon.get}. */
export const Entry = {
  /** How common the word is in small letters: 0 not known so, 1 rare, 2 ordinary, 3 everyday. */
  Tier: 3,
  /** The word is listed with a capital: a name, a nationality, a month. */
  Name: 4,
} as const;

/**
 * The words of one language as a table of fingerprints. A word that is not in it is taken for one that is with a
 * probability of about 1 in 4000.
 */
export interface Lexicon {
  /** Distinct words, all tiers and names together. */
  readonly size: number;
  /** Bits of {@link Entry}; 0 when the word is unknown. `hash` is `hashWord` of the word. */
  get(hash: number): number;
  /** In any tier, or a name. */
  has(hash: number): boolean;
  /** A word of ordinary prose (tier 2 or 3). */
  isOrdinaryWord(hash: number): boolean;
  /** Listed with a capital; `May` and `Mark` are ordinary words beside. */
  isKnownName(hash: number): boolean;
}

/** First four bytes of a lexicon file: `CQL1`. */
export const lexiconMagic = 0x314c5143;
/** Bits of a slot that hold {@link Entry}; the rest is the fingerprint. */
export const entryBits = 3;
export const headerBytes = 16;

/**
 * Reads what `scripts/lexicon/build.mjs` writes: 16 bytes of header (magic, log2 of the slot count, number of words,
 * 0; each 32 bits, little-endian), then the slots of 16 bits: fingerprint in the upper 13 bits, {@link Entry} in the
 * lower 3; an empty slot is 0. Open addressing with linear probing: the home slot is the lower bits of the hash, the
 * fingerprint its upper 13. The slots are used in place, so loading costs no more than reading the file.
 *
 * @throws {Error} when the bytes are no such file.
 */
export function parseLexicon(bytes: Uint8Array): Lexicon {
  const header = new DataView(bytes.buffer, bytes.byteOffset, headerBytes);
  const bits = header.getUint32(4, true);
  if (header.getUint32(0, true) !== lexiconMagic || bytes.byteLength !== headerBytes + (2 << bits)) {
    throw new Error('not a calque lexicon');
  }
  return new FingerprintTable(slotsOf(bytes), header.getUint32(8, true));
}

function slotsOf(bytes: Uint8Array): Uint16Array {
  const aligned = bytes.byteOffset % 2 === 0 ? bytes : bytes.slice();
  return new Uint16Array(
    aligned.buffer,
    aligned.byteOffset + headerBytes,
    (aligned.byteLength - headerBytes) >> 1,
  );
}

class FingerprintTable implements Lexicon {
  readonly #slots: Uint16Array;
  readonly #mask: number;
  readonly size: number;

  constructor(slots: Uint16Array, size: number) {
    this.#slots = slots;
    this.#mask = slots.length - 1;
    this.size = size;
  }

  get(hash: number): number {
    const slots = this.#slots;
    const mask = this.#mask;
    const print = hash >>> 19;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const slot = slots[at]!;
      if (slot === 0) return 0;
      if (slot >>> entryBits === print) return slot & 7;
    }
  }

  has(hash: number): boolean {
    return this.get(hash) !== 0;
  }

  isOrdinaryWord(hash: number): boolean {
    return (this.get(hash) & Entry.Tier) >= 2;
  }

  isKnownName(hash: number): boolean {
    return (this.get(hash) & Entry.Name) !== 0;
  }
}

/**
 * {@link Lexicon.get} of the word at UTF-16 offsets `start`..`end`, or, when it is unknown and ends in a possessive
 * `’s` or `’`, of what stands before that.
 */
export function lookUp(lexicon: Lexicon, text: string, start: number, end: number, hash: number): number {
  const entry = lexicon.get(hash);
  if (entry !== 0) return entry;
  const stem = stemEnd(text, start, end);
  return stem === end ? 0 : lexicon.get(hashWord(text, start, stem));
}

/** Where the word at `start`..`end` ends without a possessive `’s` or `’`. */
export function stemEnd(text: string, start: number, end: number): number {
  let at = end;
  const last = text.charCodeAt(at - 1) | 0x20;
  if (last === 0x73 && at - start > 2 && isApostrophe(text.charCodeAt(at - 2))) at -= 2;
  else if (at - start > 1 && isApostrophe(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x2018 || code === 0x2bc;
}
