import {mixedHash} from '../../text/mixed-hash.js';

/** Classes of consonants that spellings of one name exchange. Vowels, `h` and `y` have none. */
const classOf: Readonly<Record<string, string>> = {
  b: 'p',
  p: 'p',
  d: 't',
  t: 't',
  g: 'k',
  k: 'k',
  q: 'k',
  c: 'k',
  f: 'f',
  v: 'f',
  w: 'f',
  s: 's',
  z: 's',
  j: 's',
  x: 's',
  l: 'l',
  r: 'r',
  m: 'n',
  n: 'n',
};
const hushing = /tsch|tch|dsch|dzh|zsch|sch|sh|zh|ts|tz|dz|dj|cs|sz|zs|cz|rz|c(?=[eiy])/g;

/** Which way two letters are read that languages read in two ways. */
interface Reading {
  /** `j` as in `Jurgen`, not as in `John`. */
  readonly glide: boolean;
  /** `ch` as in `Bach`, not as in `Chavez`. */
  readonly back: boolean;
}

const readings: readonly Reading[] = [
  {glide: false, back: false},
  {glide: true, back: false},
  {glide: false, back: true},
  {glide: true, back: true},
];

/** Most letters of a skeleton that count: what follows may have an ending. */
const longest = 4;

function skeletonOf(word: string, {glide, back}: Reading): string {
  let letters = word.replace(/ch/g, back ? 'k' : 's');
  if (glide) letters = letters.replace(/j/g, '');
  letters = letters.replace(/ph/g, 'f').replace(/[kg]h/g, 'k').replace(hushing, 's');
  let skeleton = '';
  for (const letter of letters) {
    const own = classOf[letter];
    if (own !== undefined && !skeleton.endsWith(own)) skeleton += own;
    if (skeleton.length === longest) break;
  }
  return skeleton;
}

/** What all likely spellings of a name have in common: the consonants of its first and its last word, by class. */
export function nameKey(words: readonly string[], reading: Reading = readings[0]!): string {
  const last = skeletonOf(words.at(-1)!, reading);
  return words.length === 1 ? `|${last}` : `${skeletonOf(words[0]!, reading)}|${last}`;
}

/** The keys under which spellings of a name may lie. */
export const nameKeys = (words: readonly string[]): string[] =>
  readInTwoWays.test(words[0]!) || readInTwoWays.test(words.at(-1)!)
    ? [...new Set(readings.map((reading) => nameKey(words, reading)))]
    : [nameKey(words)];

/** The letters that a {@link Reading} is of. */
const readInTwoWays = /ch|j/;

/** The bucket of a key among 2 ** bits. */
export const placeOfKey = (key: string, bits: number): number =>
  bits === 0 ? 0 : mixedHash(key) >>> (32 - bits);
