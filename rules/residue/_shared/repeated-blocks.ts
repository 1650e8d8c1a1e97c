import {endOfBlock, firstOfBlock} from '../../../src/text/blocks.js';
import {type TextIndex, TokenFlag} from '../../../src/text/tokens.js';

/** Block `second` says again what block `first` said. */
export interface Repetition {
  readonly first: number;
  readonly second: number;
  /** How alike the two are: 1 when all words are the same in the same order. */
  readonly likeness: number;
}

/** Five-word sequences are compared (shingles; Broder 1997, “On the resemblance and containment of documents”). */
const shingle = 5;
/** So many of the smallest shingle hashes of a block stand for it when candidates are looked for. */
const sketchSize = 4;
const leastWordsNear = 15;
const leastLikeness = 0.8;

/**
 * Blocks that repeat an earlier one, marks and capitals apart. Each block is compared with the earliest that it
 * repeats; those that `isAside` says of are left out. Linear in the number of tokens: equal blocks meet by hash, near-equal ones by a sketch of the smallest
 * hashes of their five-word sequences.
 */
export function findRepeatedBlocks(text: TextIndex, isAside: (block: number) => boolean): Repetition[] {
  const count = text.blockFirst.length - 1;
  const found: Repetition[] = [];
  if (count < 2) return found;
  const equal = new Map<number, number>();
  const sketches = new Map<number, number>();
  const sketch = new Uint32Array(sketchSize);
  const lengths = new Uint32Array(count);
  for (let b = 0; b < count; b++) {
    if (isAside(b)) continue;
    const {hash, words} = fingerprint(text, b, sketch);
    lengths[b] = words;
    if (words === 0) continue;
    const first = equal.get(hash);
    if (first !== undefined && sameWords(text, first, b)) {
      found.push({first, second: b, likeness: 1});
      continue;
    }
    if (first === undefined) equal.set(hash, b);
    if (words < leastWordsNear) continue;
    const candidates = new Set<number>();
    for (const part of sketch) {
      const earlier = sketches.get(part);
      if (earlier === undefined) sketches.set(part, b);
      else if (earlier !== b && alikeInLength(lengths[earlier]!, words)) candidates.add(earlier);
    }
    let best: Repetition | undefined;
    for (const candidate of candidates) {
      const likeness = resemblance(text, candidate, b);
      if (likeness > leastLikeness && likeness > (best?.likeness ?? 0))
        best = {first: candidate, second: b, likeness};
    }
    if (best) found.push(best);
  }
  return found;
}

/** Blocks of very different lengths cannot be near-equal, and are not compared. */
function alikeInLength(a: number, b: number): boolean {
  return a * leastLikeness <= b && b * leastLikeness <= a;
}

/** A hash of the words of a block in their order, how many they are, and its smallest shingle hashes. */
function fingerprint(text: TextIndex, block: number, sketch: Uint32Array): {hash: number; words: number} {
  const {hashes, flags} = text.tokens;
  const end = endOfBlock(text, block);
  let hash = 0x811c9dc5;
  let words = 0;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  sketch.fill(0xffffffff);
  for (let i = firstOfBlock(text, block); i < end; i++) {
    if (flags[i]! & TokenFlag.Mark) continue;
    const word = hashes[i]!;
    hash = Math.imul(hash ^ word, 0x01000193);
    words++;
    if (words >= shingle) keepSmallest(sketch, shingleHash(a, b, c, d, word));
    a = b;
    b = c;
    c = d;
    d = word;
  }
  return {hash, words};
}

function shingleHash(a: number, b: number, c: number, d: number, e: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ b;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ c;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ d;
  hash = Math.imul(hash ^ (hash >>> 16), 0x9e3779b1) ^ e;
  return (hash ^ (hash >>> 15)) >>> 0;
}

function keepSmallest(sketch: Uint32Array, hash: number): void {
  if (hash >= sketch[sketchSize - 1]!) return;
  let at = sketchSize - 1;
  while (at > 0 && sketch[at - 1]! > hash) {
    sketch[at] = sketch[at - 1]!;
    at--;
  }
  sketch[at] = hash;
}

function wordsOf(text: TextIndex, block: number): number[] {
  const {hashes, flags} = text.tokens;
  const out: number[] = [];
  for (let i = firstOfBlock(text, block); i < endOfBlock(text, block); i++) {
    if (!(flags[i]! & TokenFlag.Mark)) out.push(hashes[i]!);
  }
  return out;
}

function sameWords(text: TextIndex, first: number, second: number): boolean {
  const a = wordsOf(text, first);
  const b = wordsOf(text, second);
  return a.length === b.length && a.every((word, i) => word === b[i]);
}

/** Jaccard index of the sets of five-word sequences. */
function resemblance(text: TextIndex, first: number, second: number): number {
  const a = shinglesOf(wordsOf(text, first));
  const b = shinglesOf(wordsOf(text, second));
  let shared = 0;
  for (const hash of a) if (b.has(hash)) shared++;
  return shared / (a.size + b.size - shared);
}

function shinglesOf(words: readonly number[]): Set<number> {
  const out = new Set<number>();
  for (let i = shingle - 1; i < words.length; i++) {
    out.add(shingleHash(words[i - 4]!, words[i - 3]!, words[i - 2]!, words[i - 1]!, words[i]!));
  }
  return out;
}
