import {distance as within} from 'fastest-levenshtein';
import {foldedWords, type KnownWords, spellingKeys} from '../names/between-articles.js';
import {letterMask, lettersApart} from '../names/spelling/letter-mask.js';
import {mixedHash} from '../text/mixed-hash.js';
import type {FormList} from './form-list.js';
import {formLimit, grouped, withRoom} from './number-arrays.js';

/** Pairs of forms by their numbers, the smaller first, in their order. */
export interface FormPairs {
  readonly count: number;
  readonly first: Uint32Array;
  readonly second: Uint32Array;
}

/** A form is compared with so many of a block: those in most articles. */
const mostInBlock = 300;
/** A form keeps so many forms in more articles than it, the nearest: names are more alike the more of them there are. */
const mostNear = 8;

/**
 * Pairs of forms that are near enough to be one name: of as many words, sharing the consonants of the first and the last,
 * or all words but one. Each form looks, in the blocks that its keys name, for forms in more articles.
 */
export function candidatePairs(forms: FormList, known: KnownWords): FormPairs {
  const {count} = forms;
  const words: (readonly string[])[] = [];
  const masks = new Uint32Array(count);
  const blocks = new Blocks();
  for (let form = 0; form < count; form++) {
    const text = forms.texts[form] as string;
    const own = mayVary(text, known) ? foldedWords(text) : [];
    words.push(own);
    if (own.length === 0 || own.length > 5) continue;
    masks[form] = letterMask(own.join(''));
    for (const key of blockKeys(text, own)) blocks.add(key, form);
  }
  const rank = ranksOf(forms);
  blocks.close(rank);
  const found: number[] = [];
  const stamps = new Int32Array(count).fill(-1);
  for (let form = 0; form < count; form++) {
    const nearest: Near[] = [];
    for (const [start, end] of blocks.of(form)) {
      for (let i = start; i < end && i < start + mostInBlock; i++) {
        const other = blocks.members[i] as number;
        if ((rank[other] as number) >= (rank[form] as number)) break;
        if (stamps[other] === form) continue;
        stamps[other] = form;
        if (lettersApart(masks[form] as number, masks[other] as number) > 6) continue;
        const edits = editsOf(words[form] as readonly string[], words[other] as readonly string[]);
        if (edits >= 0) keepNearest(nearest, {other, edits, rank: rank[other] as number});
      }
    }
    for (const {other} of nearest) found.push(Math.min(form, other) * count + Math.max(form, other));
  }
  const sorted = Float64Array.from(found).sort();
  const first = Uint32Array.from(sorted, (pair) => Math.floor(pair / count));
  return {count: sorted.length, first, second: Uint32Array.from(sorted, (pair) => pair % count)};
}

interface Near {
  readonly other: number;
  readonly edits: number;
  readonly rank: number;
}

function keepNearest(nearest: Near[], one: Near): void {
  let at = nearest.length;
  while (at > 0 && isNearer(one, nearest[at - 1] as Near)) at--;
  if (at === mostNear) return;
  nearest.splice(at, 0, one);
  if (nearest.length > mostNear) nearest.pop();
}

const isNearer = (a: Near, b: Near): boolean => a.edits < b.edits || (a.edits === b.edits && a.rank < b.rank);

/** The place of each form among all, the one in most articles first. */
function ranksOf({articles, count}: FormList): Uint32Array {
  const order = Float64Array.from({length: count}, (_, form) => form);
  order.sort((a, b) => (articles[b] as number) - (articles[a] as number) || b - a);
  const rank = new Uint32Array(count);
  for (let place = 0; place < count; place++) rank[order[place] as number] = place;
  return rank;
}

/** Forms by the hash of a key that they have: of forms and blocks as many as there may be, in arrays of numbers. */
class Blocks {
  /** Hash of a key (29 bits) and number of a form (24 bits), exact in a double. */
  private entries = new Float64Array(1 << 12);
  private length = 0;
  /** The forms of all blocks, of each the one in most articles first. */
  members = new Uint32Array(0);
  private starts = new Uint32Array(0);
  /** The blocks of each form, and where they begin. */
  private own = new Uint32Array(0);
  private ownStarts = new Uint32Array(0);

  add(key: string, form: number): void {
    this.entries = withRoom(this.entries, this.length + 1);
    this.entries[this.length++] = (mixedHash(key) >>> 3) * formLimit + form;
  }

  close(rank: Uint32Array): void {
    const sorted = this.entries.subarray(0, this.length).sort();
    const members = new Uint32Array(this.length);
    const blockOf = new Uint32Array(this.length);
    const starts: number[] = [];
    let last = -1;
    for (let i = 0; i < sorted.length; i++) {
      const entry = sorted[i] as number;
      const hash = Math.floor(entry / formLimit);
      if (hash !== last) starts.push(i);
      last = hash;
      members[i] = entry - hash * formLimit;
      blockOf[i] = starts.length - 1;
    }
    starts.push(this.length);
    const own = grouped(this.length, rank.length, (i) => members[i] as number);
    this.own = own.items.map((i) => blockOf[i] as number);
    this.ownStarts = own.starts;
    for (let block = 0; block + 1 < starts.length; block++) {
      const slice = members.subarray(starts[block], starts[block + 1]);
      if (slice.length > 1) slice.sort((a, b) => (rank[a] as number) - (rank[b] as number));
    }
    this.members = members;
    this.starts = Uint32Array.from(starts);
    this.entries = new Float64Array(0);
  }

  /** Where the blocks of a form begin and end among {@link members}. */
  *of(form: number): Generator<readonly [start: number, end: number]> {
    for (let i = this.ownStarts[form] as number; i < (this.ownStarts[form + 1] as number); i++) {
      const block = this.own[i] as number;
      yield [this.starts[block] as number, this.starts[block + 1] as number];
    }
  }
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

/** The letters in which the words of two names differ, one by one; -1 where they are too far apart, or alike by chance. */
function editsOf(a: readonly string[], b: readonly string[]): number {
  if (a.length !== b.length) return -1;
  let differing = 0;
  let edits = 0;
  for (let i = 0; i < a.length; i++) {
    const x = a[i] as string;
    const y = b[i] as string;
    if (x === y) continue;
    if (++differing > 2 || Math.min(x.length, y.length) < 3) return -1;
    const long = Math.max(x.length, y.length);
    if (Math.abs(x.length - y.length) > 4) return -1;
    const own = within(x, y);
    if (own > (long < 5 ? 1 : Math.max(2, Math.floor(long * 0.45)))) return -1;
    edits += own;
  }
  return edits;
}
