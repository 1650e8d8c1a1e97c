import {nodeSlots, type PhraseTables, Slot} from './tables.js';

const pairBits = 18;

/**
 * Says of two words in a row whether a phrase may begin with them: most words that begin a phrase (“in”, “the”) are
 * followed by one that goes on with none, and the automaton need not be asked. May say yes for nothing, never no for
 * something. Possessive words are not its business: they match with and without their ending.
 */
export class PairFilter {
  /** Bits by the lower 16 bits of a hash: a phrase may end right after this word, or go on with a wildcard. */
  private readonly open = new Int32Array(2048);
  private readonly pairs = new Int32Array(1 << (pairBits - 5));

  constructor(tables: PhraseTables) {
    const {edges, nodes} = tables;
    /** The hashes that lead from the root to a node: more than one where phrases share their endings. */
    const seconds = new Map<number, number[]>();
    for (let slot = 0; slot < edges.length; slot += 3) {
      const target = (edges[slot + 2] as number) - 1;
      if (target < 0 || edges[slot] !== 0) continue;
      const hash = edges[slot + 1] as number;
      const firsts = seconds.get(target);
      if (firsts) firsts.push(hash);
      else seconds.set(target, [hash]);
      const base = target * nodeSlots;
      const isOpen =
        nodes[base + Slot.Output] !== 0 ||
        nodes[base + Slot.Number] !== 0 ||
        nodes[base + Slot.Name] !== 0 ||
        nodes[base + Slot.Word] !== 0 ||
        nodes[base + Slot.Gap] !== 0;
      if (isOpen)
        this.open[(hash & 0xffff) >> 5] = (this.open[(hash & 0xffff) >> 5] as number) | (1 << (hash & 31));
    }
    for (let slot = 0; slot < edges.length; slot += 3) {
      if (edges[slot + 2] === 0) continue;
      const firsts = seconds.get(edges[slot] as number);
      if (!firsts) continue;
      for (const first of firsts) {
        const bit = pairBit(first, edges[slot + 1] as number);
        this.pairs[bit >>> 5] = (this.pairs[bit >>> 5] as number) | (1 << (bit & 31));
      }
    }
  }

  mayBegin(first: number, second: number): boolean {
    if (((this.open[(first & 0xffff) >> 5] as number) >>> (first & 31)) & 1) return true;
    const bit = pairBit(first, second);
    return (((this.pairs[bit >>> 5] as number) >>> (bit & 31)) & 1) !== 0;
  }
}

function pairBit(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - pairBits);
}
