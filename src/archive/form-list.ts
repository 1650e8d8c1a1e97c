import {distance as within} from 'fastest-levenshtein';
import {foldedWords, type KnownWords, spellingKeys} from '../names/between-articles.js';
import type {NameKind} from '../names/name-table.js';
import {letterMask, lettersApart} from '../names/spelling/letter-mask.js';
import {LineReader} from './line-file.js';
import {FormTally, ranked} from './tally.js';

/** What all pairs of forms are looked for by; of a form in a pair more is read again. */
export class FormList {
  readonly texts: string[] = [];
  /** Articles that have each. */
  readonly articles: number[] = [];
  /** Articles that name it so and tell no fuller name. */
  readonly alone: number[] = [];

  constructor(file: string) {
    const reader = new LineReader(file);
    for (let line = reader.next(); line !== undefined; line = reader.next()) {
      const tally = FormTally.of(line);
      this.texts.push(tally.form);
      this.articles.push(tally.articles);
      let full = 0;
      for (const n of tally.full.values()) full += n;
      this.alone.push(tally.articles - full);
    }
  }

  get count(): number {
    return this.texts.length;
  }
}

/** Reads the tallies of some forms, by number. */
export function readTallies(file: string, wanted: ReadonlySet<number>): Map<number, FormTally> {
  const found = new Map<number, FormTally>();
  const reader = new LineReader(file);
  let number = 0;
  for (let line = reader.next(); line !== undefined; line = reader.next()) {
    if (wanted.has(number)) found.set(number, FormTally.of(line));
    number++;
  }
  return found;
}

/** What a form names in most articles that tell it; `unknown` where none does or two kinds are near. */
export function kindOf({kinds}: FormTally): NameKind {
  const [first, second] = ranked(kinds).filter(([kind]) => kind !== 'unknown');
  if (first === undefined) return 'unknown';
  return second !== undefined && second[1] * 2 > first[1] ? 'unknown' : (first[0] as NameKind);
}

/** A pair of forms by their numbers, the smaller first. */
export type FormPair = readonly [a: number, b: number];

/** Of one block only so many forms are compared with each other: those in most articles. */
const mostInBlock = 300;

/**
 * Pairs of forms that are near enough to be one name: of as many words, sharing the consonants of the first and the last,
 * or all words but one. Blocks by keys; in a block each with each.
 */
export function candidatePairs(forms: FormList, known: KnownWords): FormPair[] {
  const blocks = new Map<string, number[]>();
  const words: (readonly string[] | undefined)[] = [];
  const masks = new Uint32Array(forms.count);
  for (let i = 0; i < forms.count; i++) {
    const text = forms.texts[i] as string;
    const own = mayVary(text, known) ? foldedWords(text) : [];
    words.push(own.length > 0 && own.length < 6 ? own : undefined);
    if (own.length === 0 || own.length > 5) continue;
    masks[i] = letterMask(own.join(''));
    for (const key of blockKeys(text, own)) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [i]);
      else block.push(i);
    }
  }
  const pairs = new Set<number>();
  for (const block of blocks.values()) {
    if (block.length < 2) continue;
    const kept = block.length > mostInBlock ? mostFrequent(block, forms) : block;
    for (let k = 1; k < kept.length; k++) {
      for (let j = 0; j < k; j++) {
        const a = kept[j] as number;
        const b = kept[k] as number;
        if (lettersApart(masks[a] as number, masks[b] as number) > 6) continue;
        const x = words[a] as readonly string[];
        const y = words[b] as readonly string[];
        if (areNear(x, y)) pairs.add(Math.min(a, b) * forms.count + Math.max(a, b));
      }
    }
  }
  return [...pairs]
    .sort((a, b) => a - b)
    .map((pair): FormPair => [Math.floor(pair / forms.count), pair % forms.count]);
}

/** Abbreviations, and single words of ordinary English, are no names that are spelt in several ways. */
function mayVary(text: string, known: KnownWords): boolean {
  // `Nobuhiro ISHIGO`: capitals are the page’s, not the name’s.
  if (text.length < 4 || /\d|\p{Lu}{3}/u.test(text)) return false;
  return text.includes(' ') || !known.isOrdinary(text);
}

function blockKeys(text: string, words: readonly string[]): Set<string> {
  const keys = new Set<string>();
  for (const key of spellingKeys(text)) keys.add(`${words.length}${key}`);
  if (words.length === 1) {
    const [word] = words as [string];
    keys.add(`1<${word.slice(0, 3)}`);
    keys.add(`1>${word.slice(-4)}`);
    return keys;
  }
  const [first, last] = [words[0] as string, words.at(-1) as string];
  keys.add(`${words.length}<${first.slice(0, 2)} ${last.slice(0, 2)}`);
  keys.add(`${words.length}>${first.slice(-3)} ${last.slice(-2)}`);
  for (let i = 0; i < words.length; i++) {
    const others = words.filter((_, k) => k !== i);
    keys.add(`${words.length}-${i}${others.join(' ')}`);
  }
  return keys;
}

const mostFrequent = (block: readonly number[], forms: FormList): number[] =>
  [...block]
    .sort((a, b) => (forms.articles[b] as number) - (forms.articles[a] as number) || a - b)
    .slice(0, mostInBlock)
    .sort((a, b) => a - b);

/** Whether the words of two names, one by one, are the same or not too far apart, and not all alike by chance. */
function areNear(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  let differing = 0;
  for (let i = 0; i < a.length; i++) {
    const x = a[i] as string;
    const y = b[i] as string;
    if (x === y) continue;
    differing++;
    if (Math.min(x.length, y.length) < 3) return false;
    const long = Math.max(x.length, y.length);
    if (Math.abs(x.length - y.length) > 4) return false;
    if (within(x, y) > (long < 5 ? 1 : Math.max(2, Math.floor(long * 0.45)))) return false;
  }
  return differing <= 2;
}
