import {hashWord} from '../../text/hash.js';
import {type TextIndex, TokenFlag} from '../../text/tokens.js';
import type {DictionaryEntry, PhraseMatch} from './entry.js';
import type {Hit, PhraseHit} from './hits.js';
import {PairFilter} from './pair-filter.js';
import {sameText} from './same-text.js';
import {Settlement} from './settle.js';
import {maskBit, nodeSlots, type PhraseTables, Slot, slotOf} from './tables.js';

export {compilePhrases, type PhraseProblem} from './compile.js';
export {exceptionForm, type PhraseHit, phraseForm} from './hits.js';
export {nearWindow} from './settle.js';
export type {PhraseTables} from './tables.js';

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

/** Finds the phrases of one dictionary set in texts. Holds no state between texts. */
export class PhraseMatcher {
  private readonly settlement: Settlement;
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
    this.settlement = new Settlement(entries);
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

  /** Which of these hits are matches; see {@link Settlement}. */
  settle(text: TextIndex, hits: readonly Hit[], from: number, to: number): PhraseMatch[] | undefined {
    return this.settlement.of(text, hits, from, to);
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
}
