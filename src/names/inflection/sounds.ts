import {romanize} from '../../romanize/romanize.js';
import {foldLatin} from '../spelling/fold.js';

/** Letters of the Latin reading that write one sound, and the sign that stands for it. The longest come first. */
const multigraphs: readonly (readonly [string, string])[] = [
  ['shch', 'Q'],
  ['tsch', 'C'],
  ['dzh', 'J'],
  ['tch', 'C'],
  ['sch', 'S'],
  ['zh', 'J'],
  ['sh', 'S'],
  ['sz', 'S'],
  ['ch', 'C'],
  ['cz', 'C'],
  ['kh', 'h'],
  ['ph', 'f'],
  ['th', 't'],
  ['ck', 'k'],
  ['x', 'ks'],
  ['yo', 'o'],
  ['ya', 'a'],
  ['yu', 'u'],
  ['ye', 'e'],
];

/** Letters with a mark that are consonants of their own. */
const marked: Readonly<Record<string, string>> = {
  č: 'C',
  ć: 'C',
  š: 'S',
  ś: 'S',
  ş: 'S',
  ž: 'J',
  ż: 'J',
  ź: 'J',
  ř: 'r',
  ł: 'l',
};
const markedLetters = /[čćšśşžżźřł]/g;

/** A stem as a row of sounds, one sign each, a doubled one once. */
export function soundsOf(stem: string, language: string): string {
  const read = romanize(stem, language) ?? stem;
  let latin = foldLatin(read.replace(markedLetters, (letter) => marked[letter] as string));
  for (const [letters, sign] of multigraphs)
    if (latin.includes(letters)) latin = latin.replaceAll(letters, sign);
  let out = '';
  for (const sign of latin) {
    if (sign === out.at(-1) || sign === "'" || sign === '’' || sign === 'ʹ') continue;
    out += sign;
  }
  return out;
}

const vowels = 'aeiouy';
export const isVowel = (sign: string): boolean => vowels.includes(sign);

/** Consonants that transliterations take for each other. */
const confused = [
  'ghJjk',
  'gJCj',
  'vwufb',
  'szcSx',
  'kcqCgx',
  'td',
  'pb',
  'SCcQ',
  'lw',
  'yji',
  'hx',
  'bp',
  'Jzsy',
];

/** Vowels that stand for one sound of English or of Arabic. */
const near = ['ae', 'eiy', 'ou', 'ao', 'au', 'ai', 'uy'];

/** How two rows of sounds differ, where one edit leads from one to the other. */
export interface SoundEdit {
  /** `none`: the letters differ, the sounds do not. */
  readonly kind: 'none' | 'vowel' | 'far-vowel' | 'confused' | 'consonant';
  /** Whether it is the first or the last sound. */
  readonly first: boolean;
  readonly last: boolean;
}

/** `undefined` when more than one sound differs. Two that stand crosswise are one edit. */
export function soundEdit(a: string, b: string): SoundEdit | undefined {
  if (a === b) return {kind: 'none', first: false, last: false};
  const long = a.length >= b.length ? a : b;
  const short = long === a ? b : a;
  if (long.length - short.length > 1) return undefined;
  let i = 0;
  while (i < short.length && long[i] === short[i]) i++;
  let tail = 0;
  while (tail < short.length - i && long[long.length - 1 - tail] === short[short.length - 1 - tail]) tail++;
  const left = long.slice(i, long.length - tail);
  const right = short.slice(i, short.length - tail);
  const first = i === 0;
  const last = tail === 0;
  if (left.length === 1 && right === '') {
    const isPart = /^(?:t[scCS]|d[Jz])/.test(left + long[i + 1]);
    const kind = isVowel(left) ? 'vowel' : isPart || 'hjyw'.includes(left) ? 'confused' : 'consonant';
    return {kind, first, last};
  }
  if (left.length === 1 && right.length === 1) {
    if (isVowel(left) && isVowel(right)) {
      const kind = near.some((set) => set.includes(left) && set.includes(right)) ? 'vowel' : 'far-vowel';
      return {kind, first, last};
    }
    const sounds = confused.some((set) => set.includes(left) && set.includes(right));
    return {kind: sounds ? 'confused' : 'consonant', first, last};
  }
  if (left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0])
    return {kind: isVowel(left[0]!) !== isVowel(left[1]!) ? 'confused' : 'consonant', first, last};
  return undefined;
}

/** Keys that two rows of sounds share where one edit at most parts them: the row, and the row without each of its sounds. */
export function deletionKeys(sounds: string): string[] {
  const keys = [sounds];
  for (let i = 0; i < sounds.length; i++) keys.push(sounds.slice(0, i) + sounds.slice(i + 1));
  return keys;
}
