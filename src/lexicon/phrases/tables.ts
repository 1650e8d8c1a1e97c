/**
 * All phrases of all dictionaries as one graph over token hashes, in typed arrays so that it can be stored as it is.
 * An output is `entry * 4 + form`, form 0 its phrase, 1 a variant, 2 an exception (a longer phrase that is right).
 */
export interface PhraseTables {
  /** Open-addressing table, three slots an edge: node, token hash, target node + 1 (0: free). */
  readonly edges: Int32Array;
  /**
   * {@link nodeSlots} slots a node: targets of <number>, <name> and <word>, of its first gap; first output; and, where
   * the node is itself the target of a gap, that gap's length and the target of the next gap from the same node; and
   * {@link maskBit} of the hashes that lead on, all bits where something else does, or where a phrase ends.
   */
  readonly nodes: Int32Array;
  /** Three slots an output: value, next output (0: none), index of its exact text + 1 (0: capitals do not matter). */
  readonly outputs: Int32Array;
  /** 65,536 bits: may a phrase begin with a token of this hash? */
  readonly first: Int32Array;
  readonly exact: readonly string[];
}

export const nodeSlots = 8;
export const Slot = {
  Number: 0,
  Name: 1,
  Word: 2,
  Gap: 3,
  Output: 4,
  GapLength: 5,
  NextGap: 6,
  Mask: 7,
} as const;

/** The bit of a hash in a node's mask. */
export const maskBit = (hash: number): number => 1 << (hash >>> 27);

/** The number of slots in {@link PhraseTables.edges} is a power of two, times three. */
export function slotOf(node: number, hash: number, size: number): number {
  return (Math.imul(node + 1, 0x9e3779b1) ^ Math.imul(hash, 0x85ebca6b) ^ (hash >>> 15)) & (size - 1);
}
