/** FNV-1a, 32 bit (Fowler, Noll, Vo; http://www.isthe.com/chongo/tech/comp/fnv/). */
export const fnvOffset = 0x811c9dc5;
const fnvPrime = 0x01000193;

const tableSize = 0x600;
/** Small letters of Latin, Greek, Cyrillic, Armenian and Hebrew code units; built once, on the first call. */
let foldTable: Uint16Array | undefined;

function makeFoldTable(): Uint16Array {
  const table = new Uint16Array(tableSize);
  for (let code = 0; code < tableSize; code++) table[code] = foldSlow(code);
  return table;
}

function foldSlow(code: number): number {
  if (code === 0x130) return 0x69; // İ: its small letter would be two units
  const lower = String.fromCharCode(code).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
}

/** The code unit of the small letter; every apostrophe becomes U+0027. */
export function foldCode(code: number): number {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? code + 32 : code;
  if (code < tableSize) {
    foldTable ??= makeFoldTable();
    return code === 0x2bc ? 0x27 : (foldTable[code] ?? code);
  }
  if (code === 0x2019 || code === 0x2018) return 0x27;
  if (code < 0x1c80 || (code >= 0x2000 && code < 0x2c00)) return code;
  // The scripts of East Asia know no capitals.
  if ((code >= 0x2e80 && code < 0xa640) || (code >= 0xac00 && code < 0xff00)) return code;
  return foldSlow(code);
}

export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, fnvPrime);
}

const combining = /[\u0300-\u036f]/;
const ignorable = /[\u00ad\u200c\u200d]/g;

/**
 * A 32-bit hash of the word at UTF-16 offsets `start`..`end`, the same for all capitalisations, for straight and
 * curly apostrophes, for composed and decomposed letters, with and without soft hyphens.
 */
export function hashWord(text: string, start: number, end: number): number {
  let hash = fnvOffset;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if ((code >= 0x300 && code <= 0x36f) || code === 0xad || code === 0x200c || code === 0x200d) {
      const plain = text.slice(start, end).replace(ignorable, '').normalize('NFC');
      hash = fnvOffset;
      for (let k = 0; k < plain.length; k++) hash = hashStep(hash, foldCode(plain.charCodeAt(k)));
      return hash >>> 0;
    }
    hash = hashStep(hash, foldCode(code));
  }
  return hash >>> 0;
}

/**
 * A 32-bit hash of a word, as {@link Tokens.hashes} holds it: the same for all capitalisations, for straight and curly
 * apostrophes, for composed and decomposed letters, with and without soft hyphens.
 */
export function hashOf(word: string): number {
  return hashWord(word, 0, word.length);
}

/** {@link hashOf} of each word of a list that is parted by white space. */
export function wordSet(words: string): ReadonlySet<number> {
  return new Set(words.split(/\s+/).map(hashOf));
}

/** The string whose units {@link hashWord} hashes: small letters, straight apostrophes, composed, no soft hyphens. */
export function foldWord(word: string): string {
  const plain =
    combining.test(word) || ignorable.test(word) ? word.replace(ignorable, '').normalize('NFC') : word;
  let out = '';
  for (let i = 0; i < plain.length; i++) out += String.fromCharCode(foldCode(plain.charCodeAt(i)));
  return out;
}
