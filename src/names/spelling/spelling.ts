import {endings, sounds, unitSounds, units} from '../../generated/romanization.js';
import {foldLatin} from './fold.js';

const unitIds: ReadonlyMap<string, number> = new Map(units.map((unit, id) => [unit, id]));
/** The trie of all units: from a node by a letter, at `node << 16 | letter`, to the next one. The root is 0. */
const trie = new Map<number, number>();
/** The unit that ends at each node of the trie; undefined at those inside units only. */
const unitAtNode: (number | undefined)[] = [undefined];
for (const [id, unit] of units.entries()) {
  let node = 0;
  for (let i = 0; i < unit.length; i++) {
    const edge = (node << 16) | unit.charCodeAt(i);
    node = trie.get(edge) ?? unitAtNode.push(undefined) - 1;
    trie.set(edge, node);
  }
  unitAtNode[node] = id;
}
const longestEnding = [...endings.keys()].reduce((n, ending) => Math.max(n, ending.length), 0);
const other = unitIds.get('?')!;

/** A word cut, at every position, into all spelling units that begin there: a lattice for the alignment. */
export interface Spelling {
  /** Lower case, NFC, letters that no table knows folded to ASCII. */
  readonly letters: string;
  /** Units that begin at position `i`: `unitsAt[first[i]]` up to `unitsAt[first[i + 1] - 1]`; the single letter first. */
  readonly first: Uint16Array;
  readonly unitsAt: Uint16Array;
  /** For each position up to the length: classes of endings that the rest of the word is in, as bits. */
  readonly endings: Int32Array;
}

/** The lattice of a word. Words beyond 64 letters are cut: no name is that long. */
export function readSpelling(word: string): Spelling {
  const lower = word.normalize('NFC').toLowerCase().normalize('NFC').slice(0, 64);
  let letters = '';
  for (const letter of lower) {
    if (unitIds.has(letter)) letters += letter;
    else for (const folded of foldLatin(letter)) letters += unitIds.has(folded) ? folded : '?';
  }
  const n = letters.length;
  const first = new Uint16Array(n + 1);
  const found: number[] = [];
  const classes = new Int32Array(n + 1);
  for (let i = 0; i < n; i++) {
    first[i] = found.length;
    let node = trie.get(letters.charCodeAt(i));
    found.push((node === undefined ? undefined : unitAtNode[node]) ?? other);
    for (let k = i + 1; k < n && node !== undefined; k++) {
      node = trie.get((node << 16) | letters.charCodeAt(k));
      const id = node === undefined ? undefined : unitAtNode[node];
      if (id !== undefined) found.push(id);
    }
    if (n - i <= longestEnding) classes[i] = endings.get(letters.slice(i)) ?? 0;
  }
  first[n] = found.length;
  classes[n] = endings.get('') ?? 0;
  return {letters, first, unitsAt: Uint16Array.from(found), endings: classes};
}

export const unitCount = units.length;
export const unitLengths = Uint8Array.from(units, (unit) => unit.length);
/** The unit of each unit's first letter without diacritic. */
export const foldedLetters: readonly string[] = units.map((unit) =>
  unit.length === 1 ? foldLatin(unit).charAt(0) : '',
);
const vowelLetters = new Set('aeiouyыё');
export const isVowelUnit: readonly boolean[] = units.map(
  (unit) => unit.length === 1 && vowelLetters.has(foldLatin(unit).charAt(0)),
);
export const isLetterUnit: readonly boolean[] = units.map(
  (unit) => unit.length === 1 && /\p{L}/u.test(unit) && !'ʹʺʻʼʾʿ'.includes(unit),
);

/** The first sound of the tables that both units may stand for, or -1. */
export function sharedSound(u: number, v: number): number {
  const low = unitSounds[2 * u]! & unitSounds[2 * v]!;
  if (low !== 0) return 31 - Math.clz32(low & -low);
  const high = unitSounds[2 * u + 1]! & unitSounds[2 * v + 1]!;
  return high === 0 ? -1 : 62 - Math.clz32(high & -high);
}

/** How far apart two single letters are that share no sound: 0 (like) up; the nearest of all their readings. */
export function soundDistance(
  u: number,
  v: number,
): {first: number; second: number; voice: number} | undefined {
  let best: {first: number; second: number; voice: number} | undefined;
  for (const a of soundsOf(u)) {
    for (const b of soundsOf(v)) {
      if (a.vowel !== b.vowel) continue;
      const d = {
        first: a.vowel ? Math.abs(a.first - b.first) : Number(a.first !== b.first),
        second: a.vowel ? Math.abs(a.second - b.second) : Number(a.second !== b.second),
        voice: Number(a.voiced !== b.voiced),
      };
      if (best === undefined || d.first + d.second + d.voice < best.first + best.second + best.voice)
        best = d;
    }
  }
  return best;
}

const soundsOfUnit: (typeof sounds | undefined)[] = [];

function soundsOf(unit: number): typeof sounds {
  let found = soundsOfUnit[unit];
  if (found === undefined) {
    found = sounds.filter(
      (_, s) => ((s < 31 ? unitSounds[2 * unit]! >> s : unitSounds[2 * unit + 1]! >> (s - 31)) & 1) === 1,
    );
    soundsOfUnit[unit] = found;
  }
  return found;
}
