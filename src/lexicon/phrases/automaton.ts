import {foldCode, hashWord} from '../../text/hash.js';
import {type TextIndex, TokenFlag} from '../../text/tokens.js';
import type {DictionaryEntry, PhraseMatch} from './entry.js';
import {PairFilter} from './pair-filter.js';
import {expandPhrase} from './syntax.js';
import {maskBit, nodeSlots, type PhraseTables, Slot, slotOf} from './tables.js';

export {compilePhrases, type PhraseProblem} from './compile.js';
export type {PhraseTables} from './tables.js';

/** How many tokens before and after a phrase, in its block, its `near` words may stand. */
export const nearWindow = 60;

function step(tables: PhraseTables, node: number, hash: number): number {
  const {edges} = tables;
  const size = edges.length / 3;
  const signed = hash | 0;
  let slot = slotOf(node, signed, size);
  for (;;) {
    const target = edges[slot * 3 + 2] as number;
    if (target === 0) return -1;
    if (edges[slot * 3] === node && edges[slot * 3 + 1] === signed) return target - 1;
    slot = (slot + 1) & (size - 1);
  }
}

/** Which tokens begin phrases that begin with a wildcard. */
function firstFlags({nodes}: PhraseTables): number {
  let bits = 0;
  if (nodes[Slot.Number] !== 0) bits |= TokenFlag.Number;
  if (nodes[Slot.Name] !== 0) bits |= TokenFlag.InitialCap;
  if (nodes[Slot.Word] !== 0) bits |= TokenFlag.Word;
  if (nodes[Slot.Gap] !== 0) bits |= TokenFlag.Word | TokenFlag.Number | TokenFlag.Mark;
  return bits;
}

/** One place that the automaton found, before exceptions and overlaps are settled. */
interface Hit extends PhraseHit {
  readonly end: number;
}

/** A place where a phrase, a variant or an exception of an entry stands, whatever becomes of it. */
export interface PhraseHit {
  /** Index of the entry. */
  readonly entry: number;
  /** {@link phraseForm}, {@link exceptionForm}, or between them that of a variant. */
  readonly form: number;
  /** Index of its first token. */
  readonly first: number;
  /** Index of its last token. */
  readonly last: number;
}

export const phraseForm = 0;
export const exceptionForm = 2;

/** Finds the phrases of one dictionary set in texts. Holds no state between texts. */
export class PhraseMatcher {
  private readonly near: (ReadonlySet<number> | undefined)[] = [];
  private readonly wanted: Uint8Array;
  private readonly filter: PairFilter;
  /** Bits of `TokenFlag`: a token with one of them may begin a phrase whatever its hash. */
  private readonly always: number;

  /** `active` says, entry by entry, which ones are wanted; others are never reported. */
  constructor(
    private readonly entries: readonly DictionaryEntry[],
    private readonly tables: PhraseTables,
    active: (entry: DictionaryEntry) => boolean,
  ) {
    this.wanted = Uint8Array.from(entries, (entry) => (active(entry) ? 1 : 0));
    this.filter = new PairFilter(tables);
    this.always = firstFlags(tables);
  }

  /** False when no entry is wanted, so that the pass can skip matching altogether. */
  get isActive(): boolean {
    return this.wanted.includes(1);
  }

  /**
   * The matches within the tokens `from` to `to` (both included) of one sentence, in order of their start. A match
   * inside another of the same kind is left out, unless it is safe to say and the other is not.
   */
  matchSentence(text: TextIndex, from: number, to: number): PhraseMatch[] | undefined {
    const hits = this.hitsIn(text, from, to);
    return hits && this.settle(text, hits, from, to);
  }

  /** All places within the tokens `from` to `to` of one sentence, in order of their start and the longest first. */
  hitsIn(text: TextIndex, from: number, to: number): readonly Hit[] | undefined {
    const {first} = this.tables;
    const {filter, always} = this;
    const {hashes, flags} = text.tokens;
    let hits: Hit[] | undefined;
    for (let i = from; i <= to; i++) {
      const f = flags[i] as number;
      // A possessive word may match without its ending too.
      if (!(f & TokenFlag.Possessive)) {
        const hash = hashes[i] as number;
        const mayBegin =
          (((first[(hash & 0xffff) >> 5] as number) >>> (hash & 31)) & 1) !== 0 &&
          (i === to ||
            ((flags[i + 1] as number) & TokenFlag.Possessive) !== 0 ||
            filter.mayBegin(hash, hashes[i + 1] as number));
        if (!mayBegin && !(f & always && this.wildMayBegin(text, f, i, to))) continue;
      }
      hits = this.walk(text, 0, i, i, to, hits);
    }
    return hits?.sort((a, b) => a.first - b.first || b.last - a.last || a.form - b.form);
  }

  entryOf({entry}: PhraseHit): DictionaryEntry {
    return this.entries[entry] as DictionaryEntry;
  }

  private walk(
    text: TextIndex,
    node: number,
    start: number,
    at: number,
    to: number,
    hits: Hit[] | undefined,
  ): Hit[] | undefined {
    const {nodes} = this.tables;
    const base = node * nodeSlots;
    let found = hits;
    const output = nodes[base + Slot.Output] as number;
    if (output !== 0) found = this.emit(text, output, start, at - 1, 0, found);
    for (
      let gap = nodes[base + Slot.Gap] as number;
      gap !== 0;
      gap = nodes[gap * nodeSlots + Slot.NextGap] as number
    ) {
      const length = nodes[gap * nodeSlots + Slot.GapLength] as number;
      for (let skip = 0; skip <= length && at + skip <= to + 1; skip++) {
        if (this.mayGoOn(text, gap, at + skip, to)) found = this.walk(text, gap, start, at + skip, to, found);
      }
    }
    if (at > to) return found;
    const {hashes, flags, starts, ends} = text.tokens;
    const f = flags[at] as number;
    const next = step(this.tables, node, hashes[at] as number);
    if (next >= 0 && this.mayGoOn(text, next, at + 1, to))
      found = this.walk(text, next, start, at + 1, to, found);
    if (f & TokenFlag.Possessive) {
      const plain = step(
        this.tables,
        node,
        hashWord(text.prose, starts[at] as number, (ends[at] as number) - 2),
      );
      if (plain >= 0 && nodes[plain * nodeSlots + Slot.Output] !== 0) {
        found = this.emit(text, nodes[plain * nodeSlots + Slot.Output] as number, start, at, 2, found);
      }
    }
    const number = nodes[base + Slot.Number] as number;
    const name = nodes[base + Slot.Name] as number;
    const word = nodes[base + Slot.Word] as number;
    if (number !== 0 && f & TokenFlag.Number && this.mayGoOn(text, number, at + 1, to))
      found = this.walk(text, number, start, at + 1, to, found);
    if (name !== 0 && f & TokenFlag.InitialCap && f & TokenFlag.Word && this.mayGoOn(text, name, at + 1, to))
      found = this.walk(text, name, start, at + 1, to, found);
    if (word !== 0 && f & TokenFlag.Word && this.mayGoOn(text, word, at + 1, to))
      found = this.walk(text, word, start, at + 1, to, found);
    return found;
  }

  /** Whether a phrase that begins with a wildcard may begin with the token at `at`, whose flags are `f`. */
  private wildMayBegin(text: TextIndex, f: number, at: number, to: number): boolean {
    const {nodes} = this.tables;
    if (nodes[Slot.Gap] !== 0) return true;
    const number = nodes[Slot.Number] as number;
    if (number !== 0 && f & TokenFlag.Number && this.mayGoOn(text, number, at + 1, to)) return true;
    if (!(f & TokenFlag.Word)) return false;
    const name = nodes[Slot.Name] as number;
    const word = nodes[Slot.Word] as number;
    return (
      (name !== 0 && (f & TokenFlag.InitialCap) !== 0 && this.mayGoOn(text, name, at + 1, to)) ||
      (word !== 0 && this.mayGoOn(text, word, at + 1, to))
    );
  }

  /** False when nothing can be found from a node with the token at `at`: most ways end here, and are not walked. */
  private mayGoOn({tokens}: TextIndex, node: number, at: number, to: number): boolean {
    const mask = this.tables.nodes[node * nodeSlots + Slot.Mask] as number;
    if (mask === -1) return true;
    if (at > to) return false;
    return (
      (mask & maskBit(tokens.hashes[at] as number)) !== 0 ||
      ((tokens.flags[at] as number) & TokenFlag.Possessive) !== 0
    );
  }

  private emit(
    text: TextIndex,
    head: number,
    first: number,
    last: number,
    cut: number,
    hits: Hit[] | undefined,
  ): Hit[] | undefined {
    const {outputs, exact} = this.tables;
    let found = hits;
    const end = (text.tokens.ends[last] as number) - cut;
    for (let o = head; o !== 0; o = outputs[o * 3 + 1] as number) {
      const value = outputs[o * 3] as number;
      if (!this.wanted[value >> 2]) continue;
      const literal = outputs[o * 3 + 2] as number;
      if (
        literal !== 0 &&
        !sameText(text.prose, text.tokens.starts[first] as number, end, exact[literal - 1] as string)
      )
        continue;
      found ??= [];
      found.push({entry: value >> 2, form: value & 3, first, last, end});
    }
    return found;
  }

  /** Drops what an exception covers and what a longer match of the same kind covers; checks place and company. */
  settle(text: TextIndex, hits: readonly Hit[], from: number, to: number): PhraseMatch[] | undefined {
    const out: PhraseMatch[] = [];
    // Hits that began earlier and may still cover what comes: as phrases are short, these lists stay short too.
    let exceptions: Hit[] = [];
    let kept: Hit[] = [];
    let edges: Edges | undefined;
    for (let i = 0; i < hits.length; i++) {
      const hit = hits[i] as Hit;
      if (exceptions.length > 0) exceptions = exceptions.filter((h) => h.last >= hit.first);
      if (kept.length > 0) kept = kept.filter((h) => h.last >= hit.first);
      if (hit.form === exceptionForm) {
        exceptions.push(hit);
        continue;
      }
      if (exceptions.some((h) => h.entry === hit.entry && h.last >= hit.last)) continue;
      if (sameSpanException(hits, i)) continue;
      const entry = this.entries[hit.entry] as DictionaryEntry;
      if (kept.some((k) => k.last >= hit.last && covers(this.entries[k.entry] as DictionaryEntry, entry)))
        continue;
      if (entry.position !== undefined) {
        edges ??= findEdges(text, from, to);
        if (!placed(entry.position, hit, edges)) continue;
      }
      if (!this.accompanied(text, hit)) continue;
      kept.push(hit);
      out.push({
        entry,
        form: hit.form === 0 ? 'phrase' : 'variant',
        first: hit.first,
        last: hit.last,
        start: text.tokens.starts[hit.first] as number,
        end: hit.end,
      });
    }
    return out.length > 0 ? out : undefined;
  }

  private accompanied(text: TextIndex, hit: Hit): boolean {
    const words = (this.entries[hit.entry] as DictionaryEntry).near;
    if (words === undefined) return true;
    this.near[hit.entry] ??= nearHashes(words);
    const near = this.near[hit.entry] as ReadonlySet<number>;
    const {blocks, hashes} = text.tokens;
    const block = blocks[hit.first] as number;
    const from = Math.max(text.blockFirst[block] as number, hit.first - nearWindow);
    const stop = Math.min(text.blockFirst[block + 1] as number, hit.last + 1 + nearWindow);
    for (let i = from; i < stop; i++) {
      if ((i < hit.first || i > hit.last) && near.has(hashes[i] as number)) return true;
    }
    return false;
  }
}

/** Hits of one span follow each other, the exception last: is there one for this hit's entry? */
function sameSpanException(hits: readonly Hit[], at: number): boolean {
  const hit = hits[at] as Hit;
  for (let i = at + 1; i < hits.length; i++) {
    const other = hits[i] as Hit;
    if (other.first !== hit.first || other.last !== hit.last) return false;
    if (other.form === exceptionForm && other.entry === hit.entry) return true;
  }
  return false;
}

function covers(outer: DictionaryEntry, inner: DictionaryEntry): boolean {
  return outer.kind === inner.kind && (outer.risk !== 'context' || inner.risk === 'context');
}

/** Token indexes of words and numbers, -1 for none: what stands outermost, marks not counted. */
interface Edges {
  readonly firstOfSentence: number;
  readonly firstOfBlock: number;
  readonly lastOfBlock: number;
}

/** Looked for once a sentence, not once a hit: a line of marks alone may be one long row of hits. */
function findEdges(text: TextIndex, from: number, to: number): Edges {
  const {flags, blocks} = text.tokens;
  const block = blocks[from] as number;
  const start = text.blockFirst[block] as number;
  const stop = text.blockFirst[block + 1] as number;
  const firstIn = (first: number, end: number): number => {
    for (let i = first; i < end; i++) if (!((flags[i] as number) & TokenFlag.Mark)) return i;
    return -1;
  };
  let last = stop - 1;
  while (last >= start && (flags[last] as number) & TokenFlag.Mark) last--;
  return {
    firstOfSentence: firstIn(from, to + 1),
    firstOfBlock: firstIn(start, stop),
    lastOfBlock: last >= start ? last : -1,
  };
}

/** Whether a hit stands where its entry's `position` wants it, marks not counted. */
function placed(position: NonNullable<DictionaryEntry['position']>, hit: Hit, edges: Edges): boolean {
  const opens = (first: number): boolean => first < 0 || first >= hit.first;
  if (!opens(edges.firstOfSentence)) return false;
  if (position === 'sentence-start') return true;
  if (!opens(edges.firstOfBlock)) return false;
  return position === 'block-start' || edges.lastOfBlock <= hit.last;
}

/** The words of a `near` list, `~` and choices expanded; phrases of several words count for none. */
function nearHashes(words: readonly string[]): ReadonlySet<number> {
  const hashes = new Set<number>();
  for (const word of words) {
    for (const {elements} of expandPhrase(word)) if (elements.length === 1) hashes.add(elements[0] as number);
  }
  return hashes;
}

/**
 * Whether the prose at `start`..`end` is written as `wanted`: equal but for white space and the kind of apostrophe,
 * capitals counting. What a wildcard of `wanted` stands for is not compared; its kind was matched before.
 */
function sameText(prose: string, start: number, end: number, wanted: string): boolean {
  const got = prose.slice(start, end).replace(/\s+/g, ' ');
  // A gap may be empty, and its spaces with it.
  const parts = wanted.split(/ ?<0-\d+> ?|<[^<>]*>/);
  const head = parts[0] as string;
  if (parts.length === 1) return got.length === wanted.length && startsAt(got, 0, wanted);
  const tail = parts.at(-1) as string;
  if (!startsAt(got, 0, head) || !startsAt(got, got.length - tail.length, tail)) return false;
  let at = head.length;
  for (const part of parts.slice(1, -1)) {
    while (at + part.length <= got.length - tail.length && !startsAt(got, at, part)) at++;
    if (at + part.length > got.length - tail.length) return false;
    at += part.length;
  }
  return true;
}

function startsAt(text: string, at: number, part: string): boolean {
  if (at < 0 || at + part.length > text.length) return false;
  for (let i = 0; i < part.length; i++) {
    const a = text.charCodeAt(at + i);
    const b = part.charCodeAt(i);
    if (a !== b && !(foldCode(a) === 0x27 && foldCode(b) === 0x27)) return false;
  }
  return true;
}
