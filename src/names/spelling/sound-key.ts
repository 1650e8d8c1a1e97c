/** Bits of the classes 1..7 of consonants that a letter may be read as; bit 0: it may be mute. */
type Reading = number;

/** Coarse classes of Latin consonants by code from `a`; vowels and glides have none. */
const classes = new Uint8Array(26);
for (const [k, letters] of ['bp', 'fvw', 'kgq', 'cszjx', 'td', 'lr', 'mn'].entries()) {
  for (const letter of letters) classes[letter.charCodeAt(0) - 97] = k + 1;
}
const mute = 1;
const letters = 'abcdefghijklmnopqrstuvwxyz';
const later = new Set(['sc', 'ck', 'cz', 'sz', 'rz', 'tz', 'ts', 'dz', 'zs', 'gn', 'ng']);

/** Where the keys of a word begin in an array that holds those of many; see {@link readSoundKeys}. */
export const soundKeySize = 4;

/**
 * Keys of a folded word (small ASCII letters) by which its other spellings are found: spellings of one name share one,
 * as a rule. Kinds: the first two consonants by coarse class, with all readings of `c ch j g h w x` (a set of 64 bits,
 * in two numbers); the first three letters; the last four (both hashed, 0 for words of three letters).
 */
export function readSoundKeys(folded: string, into: Int32Array, at: number): void {
  let empty = true;
  let singles = 0;
  let low = 0;
  let high = 0;
  for (let i = 0; i < folded.length && (empty || singles !== 0); i++) {
    const reading = readingOf(folded, i);
    if (reading === 0) continue;
    const sounds = reading & ~mute;
    for (let one = 1; one < 8; one++) {
      if ((singles & (1 << one)) === 0) continue;
      // Bits one * 8 + sound, of which the first 32 are in `low`.
      if (one < 4) low |= sounds << (one * 8);
      else high |= sounds << (one * 8 - 32);
    }
    const stays = (reading & mute) !== 0;
    singles = (stays ? singles : 0) | (empty ? sounds : 0);
    empty &&= stays;
  }
  for (let one = 1; one < 8; one++) {
    if ((singles & (1 << one)) === 0) continue;
    if (one < 4) low |= 1 << (one * 8);
    else high |= 1 << (one * 8 - 32);
  }
  if (empty) low |= 1;
  into[at] = low;
  into[at + 1] = high;
  const long = folded.length > 3;
  into[at + 2] = long ? hashOfLetters(folded, 0, 3) : 0;
  into[at + 3] = long ? hashOfLetters(folded, folded.length - 4, folded.length) : 0;
}

/** Whether the words whose keys begin at `a` and at `b` share one. */
export function sharesSoundKey(keys: Int32Array, a: number, b: number): boolean {
  return (
    (keys[a]! & keys[b]!) !== 0 ||
    (keys[a + 1]! & keys[b + 1]!) !== 0 ||
    (keys[a + 2] === keys[b + 2] && keys[a + 2] !== 0) ||
    (keys[a + 3] === keys[b + 3] && keys[a + 3] !== 0)
  );
}

/** Of the words that share one key only so many are found, those that come next before. */
const longestList = 400;

/** Finds the words that share a key with another, without looking at all. */
export class SoundIndex {
  private readonly lists = new Map<number, number[]>();
  private readonly stamps: Int32Array;
  private next = 0;

  constructor(private readonly keys: Int32Array) {
    this.stamps = new Int32Array(keys.length / soundKeySize).fill(-1);
  }

  /** Indexes of the words before word `b` that share a key with it, the first one first. Ask for one word after another. */
  before(b: number): number[] {
    for (; this.next < b; this.next++) {
      const word = this.next;
      this.each(word, (key) => {
        const list = this.lists.get(key);
        if (list === undefined) this.lists.set(key, [word]);
        else list.push(word);
      });
    }
    const found: number[] = [];
    this.each(b, (key) => {
      const list = this.lists.get(key);
      if (list === undefined) return;
      for (let i = Math.max(0, list.length - longestList); i < list.length; i++) {
        const a = list[i]!;
        if (this.stamps[a] === b) continue;
        this.stamps[a] = b;
        found.push(a);
      }
    });
    return found.sort((x, y) => x - y);
  }

  /** Calls `take` with each key of a word as one number: bits of the sets, then the hashes. */
  private each(word: number, take: (key: number) => void): void {
    const at = word * soundKeySize;
    for (let half = 0; half < 2; half++) {
      for (let set = this.keys[at + half]!; set !== 0; set &= set - 1)
        take(half * 32 + 31 - Math.clz32(set & -set));
    }
    for (let k = 2; k < soundKeySize; k++) {
      const hash = this.keys[at + k]!;
      if (hash !== 0) take(k * 2 ** 32 + hash);
    }
  }
}

function readingOf(folded: string, i: number): Reading {
  const letter = folded.charCodeAt(i);
  const previous = i > 0 ? folded.charAt(i - 1) : '';
  const next = folded.charAt(i + 1);
  if (letter === 0x68 /* h */) return previous !== '' && 'cskptg'.includes(previous) ? mute : (1 << 3) | mute;
  const own = letter >= 97 && letter < 123 ? classes[letter - 97]! : 0;
  if (own === 0 || folded.charCodeAt(i - 1) === letter) return 0;
  // The later letters of `sch`, `ck`, `cz`, `sz`, `rz`, `tz`, `ts`, `dz`, `gn` may have no sound of their own.
  const soft = next !== '' && 'eiy'.includes(next);
  if (previous !== '' && later.has(previous + letters[letter - 97]!)) {
    // `Oscar`.
    const hard = letter === 0x63 && !soft ? 1 << 3 : 0;
    return (1 << own) | (1 << 4) | hard | mute;
  }
  switch (letter) {
    case 0x66 /* f */:
      return next === 'u' ? (1 << 2) | (1 << 3) | mute : 1 << 2;
    case 0x71 /* q */:
      return (1 << 3) | (1 << 4);
    case 0x72 /* r */:
      // `Parham`: few hear it.
      return next !== '' && !'aeiouy'.includes(next) ? (1 << 6) | mute : 1 << 6;
    case 0x63 /* c */:
      return soft ? 1 << 4 : (1 << 3) | (1 << 4);
    case 0x6a /* j */:
      return (1 << 4) | (1 << 3) | mute;
    case 0x70 /* p */:
      return next === 'h' ? (1 << 2) | (1 << 1) : 1 << 1;
    case 0x67 /* g */:
      return soft ? (1 << 3) | (1 << 4) : 1 << 3;
    case 0x78 /* x */:
      return (1 << 3) | (1 << 4);
    case 0x76 /* v */:
    case 0x77 /* w */:
      return (1 << 2) | (1 << 1) | mute;
    case 0x74 /* t */:
      return next !== '' && 'scz'.includes(next) ? (1 << 5) | (1 << 4) : 1 << 5;
    case 0x64 /* d */:
      return next === 'z' || next === 'j' ? (1 << 5) | (1 << 4) : 1 << 5;
    default:
      return 1 << own;
  }
}

/** FNV-1a, never 0. */
function hashOfLetters(word: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash | 1;
}
