import {foldCode, hashOf, hashWord} from '../../text/hash.js';
import {type TextIndex, TokenFlag} from '../../text/tokens.js';
import type {DictionaryEntry, PhraseMatch} from './entry.js';
import {expandPhrase, Wild} from './syntax.js';

/**
 * All phrases of all dictionaries as one trie over token hashes, in typed arrays so that it can be stored as it is.
 * An output is `entry * 4 + form`, form 0 its phrase, 1 a variant, 2 an exception (a longer phrase that is right).
 */
export interface PhraseTables {
  /** Open-addressing table, three slots an edge: node, token hash, target node + 1 (0: free). */
  readonly edges: Int32Array;
  /** Six slots a node: targets of <number>, <name>, <word>, a gap's target, the gap's length, first output. */
  readonly nodes: Int32Array;
  /** Three slots an output: value, next output (0: none), index of its exact text + 1 (0: capitals do not matter). */
  readonly outputs: Int32Array;
  /** 65,536 bits: may a phrase begin with a token of this hash? */
  readonly first: Int32Array;
  readonly exact: readonly string[];
  /** Some phrase begins with a wildcard, so every token has to be tried. */
  readonly anyFirst: boolean;
}

const nodeSlots = 6;

/** A phrase that could not be compiled. */
export interface PhraseProblem {
  readonly entry: DictionaryEntry;
  readonly phrase: string;
  readonly reason: string;
}

/** Compiles entries; entry indices in the tables are indices into `entries`. Broken phrases are left out and told. */
export function compilePhrases(entries: readonly DictionaryEntry[]): {tables: PhraseTables; problems: PhraseProblem[]} {
  const edges = new Map<string, number>();
  const nodes: number[] = [];
  const outputs: number[] = [0, 0, 0];
  const exact: string[] = [];
  const first = new Int32Array(2048);
  let anyFirst = false;
  const problems: PhraseProblem[] = [];
  const addNode = (): number => {
    nodes.push(0, 0, 0, 0, 0, 0);
    return nodes.length / nodeSlots - 1;
  };
  addNode();
  const wild = (node: number, slot: number, gap: number): number => {
    const at = node * nodeSlots + slot;
    if (nodes[at] === 0) {
      const made = addNode();
      nodes[at] = made;
    }
    if (gap > 0) nodes[node * nodeSlots + 4] = Math.max(nodes[node * nodeSlots + 4] as number, gap);
    return nodes[at] as number;
  };
  const add = (phrase: string, value: number, entry: DictionaryEntry): void => {
    let sequences: ReturnType<typeof expandPhrase>;
    try {
      sequences = expandPhrase(phrase);
    } catch (error) {
      problems.push({entry, phrase, reason: (error as Error).message});
      return;
    }
    for (const {elements, text} of sequences) {
      let node = 0;
      for (const [i, element] of elements.entries()) {
        if (element > 0xffffffff) {
          if (i === 0) anyFirst = true;
          if (element > Wild.Gap) node = wild(node, 3, element - Wild.Gap);
          else node = wild(node, element - Wild.Number, 0);
        } else {
          if (i === 0) first[(element & 0xffff) >> 5] = (first[(element & 0xffff) >> 5] as number) | (1 << (element & 31));
          const key = `${node} ${element}`;
          let target = edges.get(key);
          if (target === undefined) {
            target = addNode();
            edges.set(key, target);
          }
          node = target;
        }
      }
      const head = node * nodeSlots + 5;
      outputs.push(value, nodes[head] as number, entry.case === 'exact' ? exact.push(text) : 0);
      nodes[head] = outputs.length / 3 - 1;
    }
  };
  for (const [i, entry] of entries.entries()) {
    add(entry.phrase, i * 4, entry);
    for (const variant of entry.variants ?? []) add(variant, i * 4 + 1, entry);
    for (const right of entry.except ?? []) add(right, i * 4 + 2, entry);
  }
  let size = 16;
  while (size < edges.size * 2) size *= 2;
  const table = new Int32Array(size * 3);
  for (const [key, target] of edges) {
    const [node, hash] = key.split(' ').map(Number) as [number, number];
    let slot = slotOf(node, hash | 0, size);
    while (table[slot * 3 + 2] !== 0) slot = (slot + 1) & (size - 1);
    table[slot * 3] = node;
    table[slot * 3 + 1] = hash | 0;
    table[slot * 3 + 2] = target + 1;
  }
  return {
    tables: {edges: table, nodes: Int32Array.from(nodes), outputs: Int32Array.from(outputs), first, exact, anyFirst},
    problems,
  };
}

function slotOf(node: number, hash: number, size: number): number {
  return (Math.imul(node + 1, 0x9e3779b1) ^ Math.imul(hash, 0x85ebca6b) ^ (hash >>> 15)) & (size - 1);
}

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

/** One place that the trie found, before exceptions and overlaps are settled. */
interface Hit {
  readonly entry: number;
  readonly form: number;
  readonly first: number;
  readonly last: number;
  readonly end: number;
}

/** Finds the phrases of one dictionary set in texts. Holds no state between texts. */
export class PhraseMatcher {
  private readonly near: (ReadonlySet<number> | undefined)[] = [];

  /** `active` says, entry by entry, which ones are wanted; others are never reported. */
  constructor(
    private readonly entries: readonly DictionaryEntry[],
    private readonly tables: PhraseTables,
    active: (entry: DictionaryEntry) => boolean,
  ) {
    this.wanted = Uint8Array.from(entries, (entry) => (active(entry) ? 1 : 0));
  }

  private readonly wanted: Uint8Array;

  /** False when no entry is wanted, so that the pass can skip matching altogether. */
  get isActive(): boolean {
    return this.wanted.includes(1);
  }

  /** The matches within the tokens `from` to `to` (both included) of one sentence, in order of their start. */
  matchSentence(text: TextIndex, from: number, to: number): PhraseMatch[] | undefined {
    const {tables} = this;
    const {hashes, flags} = text.tokens;
    let hits: Hit[] | undefined;
    for (let i = from; i <= to; i++) {
      const hash = hashes[i] as number;
      if (
        !tables.anyFirst &&
        !(((tables.first[(hash & 0xffff) >> 5] as number) >>> (hash & 31)) & 1) &&
        !((flags[i] as number) & TokenFlag.Possessive)
      ) {
        continue;
      }
      hits = this.walk(text, 0, i, i, to, hits);
    }
    return hits === undefined ? undefined : this.settle(text, hits, from, to);
  }

  private walk(text: TextIndex, node: number, start: number, at: number, to: number, hits: Hit[] | undefined): Hit[] | undefined {
    const {nodes} = this.tables;
    const base = node * nodeSlots;
    let found = hits;
    if (node !== 0 && nodes[base + 5] !== 0) found = this.emit(text, nodes[base + 5] as number, start, at - 1, 0, found);
    if (nodes[base + 3] !== 0) {
      const gap = nodes[base + 4] as number;
      for (let skip = 0; skip <= gap && at + skip <= to + 1; skip++) {
        found = this.walk(text, nodes[base + 3] as number, start, at + skip, to, found);
      }
    }
    if (at > to) return found;
    const {hashes, flags, starts, ends} = text.tokens;
    const f = flags[at] as number;
    const next = step(this.tables, node, hashes[at] as number);
    if (next >= 0) found = this.walk(text, next, start, at + 1, to, found);
    if (f & TokenFlag.Possessive) {
      const plain = step(this.tables, node, hashWord(text.prose, starts[at] as number, (ends[at] as number) - 2));
      if (plain >= 0 && nodes[plain * nodeSlots + 5] !== 0) {
        found = this.emit(text, nodes[plain * nodeSlots + 5] as number, start, at, 2, found);
      }
    }
    if (f & TokenFlag.Number && nodes[base] !== 0) found = this.walk(text, nodes[base] as number, start, at + 1, to, found);
    if (f & TokenFlag.Word) {
      if (f & TokenFlag.InitialCap && nodes[base + 1] !== 0) found = this.walk(text, nodes[base + 1] as number, start, at + 1, to, found);
      if (nodes[base + 2] !== 0) found = this.walk(text, nodes[base + 2] as number, start, at + 1, to, found);
    }
    return found;
  }

  private emit(text: TextIndex, head: number, first: number, last: number, cut: number, hits: Hit[] | undefined): Hit[] | undefined {
    const {outputs, exact} = this.tables;
    let found = hits;
    const end = (text.tokens.ends[last] as number) - cut;
    for (let o = head; o !== 0; o = outputs[o * 3 + 1] as number) {
      const value = outputs[o * 3] as number;
      if (!this.wanted[value >> 2]) continue;
      const literal = outputs[o * 3 + 2] as number;
      if (literal !== 0 && !sameText(text.prose, text.tokens.starts[first] as number, end, exact[literal - 1] as string)) continue;
      found ??= [];
      found.push({entry: value >> 2, form: value & 3, first, last, end});
    }
    return found;
  }

  /** Drops what an exception covers and what a longer match of the same kind covers; checks place and company. */
  private settle(text: TextIndex, hits: Hit[], from: number, to: number): PhraseMatch[] | undefined {
    const out: PhraseMatch[] = [];
    hits.sort((a, b) => a.first - b.first || b.last - a.last || a.form - b.form);
    const kept: Hit[] = [];
    for (const hit of hits) {
      if (hit.form === 2) continue;
      const entry = this.entries[hit.entry] as DictionaryEntry;
      if (hits.some((h) => h.form === 2 && h.entry === hit.entry && h.first <= hit.first && h.last >= hit.last)) continue;
      if (kept.some((k) => k.first <= hit.first && k.last >= hit.last && (this.entries[k.entry] as DictionaryEntry).kind === entry.kind)) continue;
      if (!this.placed(text, entry, hit, from, to) || !this.accompanied(text, hit)) continue;
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

  private placed(text: TextIndex, entry: DictionaryEntry, hit: Hit, from: number, to: number): boolean {
    if (entry.position === undefined) return true;
    const {flags, blocks} = text.tokens;
    const word = (i: number): boolean => ((flags[i] as number) & TokenFlag.Mark) === 0;
    for (let i = from; i < hit.first; i++) if (word(i)) return false;
    if (entry.position === 'sentence-start') return true;
    const block = blocks[hit.first] as number;
    for (let i = text.blockFirst[block] as number; i < from; i++) if (word(i)) return false;
    if (entry.position === 'block-start') return true;
    const stop = text.blockFirst[block + 1] as number;
    for (let i = hit.last + 1; i < Math.max(stop, to); i++) if (i < stop && word(i)) return false;
    return true;
  }

  private accompanied(text: TextIndex, hit: Hit): boolean {
    const words = (this.entries[hit.entry] as DictionaryEntry).near;
    if (words === undefined) return true;
    this.near[hit.entry] ??= new Set(words.map(hashOf));
    const near = this.near[hit.entry] as ReadonlySet<number>;
    const block = text.tokens.blocks[hit.first] as number;
    const stop = text.blockFirst[block + 1] as number;
    for (let i = text.blockFirst[block] as number; i < stop; i++) {
      if ((i < hit.first || i > hit.last) && near.has(text.tokens.hashes[i] as number)) return true;
    }
    return false;
  }
}

/** Equal but for white space and the kind of apostrophe; capitals count. */
function sameText(prose: string, start: number, end: number, wanted: string): boolean {
  const got = prose.slice(start, end).replace(/\s+/g, ' ');
  if (got.length !== wanted.length) return false;
  for (let i = 0; i < got.length; i++) {
    const a = got.charCodeAt(i);
    const b = wanted.charCodeAt(i);
    if (a !== b && !(foldCode(a) === 0x27 && foldCode(b) === 0x27)) return false;
  }
  return true;
}
