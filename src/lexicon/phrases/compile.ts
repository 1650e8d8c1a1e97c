import type {DictionaryEntry} from './entry.js';
import {expandPhrase, type Sequence, Wild} from './syntax.js';
import {maskBit, nodeSlots, type PhraseTables, Slot, slotOf} from './tables.js';

/** A phrase that could not be compiled. */
export interface PhraseProblem {
  readonly entry: DictionaryEntry;
  /** Its beginning, where it is very long. */
  readonly phrase: string;
  readonly reason: string;
}

/** A node while phrases are added. `wild` holds the targets of <number>, <name>, <word>; `gaps` those of gaps by length. */
interface Node {
  readonly edges: Map<number, Node>;
  readonly wild: (Node | undefined)[];
  readonly gaps: Map<number, Node>;
  /** Pairs: value, index of its exact text + 1. */
  readonly outputs: number[];
}

const newNode = (): Node => ({
  edges: new Map(),
  wild: [undefined, undefined, undefined],
  gaps: new Map(),
  outputs: [],
});

/** Compiles entries; entry indices in the tables are indices into `entries`. Broken phrases are left out and told. */
export function compilePhrases(entries: readonly DictionaryEntry[]): {
  tables: PhraseTables;
  problems: PhraseProblem[];
} {
  const root = newNode();
  const exact: string[] = [];
  const first = new Int32Array(2048);
  const problems: PhraseProblem[] = [];
  const add = (phrase: string, value: number, entry: DictionaryEntry, isExact: boolean): void => {
    let sequences: Sequence[];
    try {
      sequences = expandPhrase(phrase);
    } catch (error) {
      problems.push({entry, phrase: shortened(phrase), reason: (error as Error).message});
      return;
    }
    for (const {elements, text} of sequences) {
      const head = elements[0] as number;
      if (head <= 0xffffffff)
        first[(head & 0xffff) >> 5] = (first[(head & 0xffff) >> 5] as number) | (1 << (head & 31));
      const node = extend(root, elements);
      if (isExact) node.outputs.push(value, exact.push(text));
      else if (!hasPlain(node.outputs, value)) node.outputs.push(value, 0);
    }
  };
  for (const [i, entry] of entries.entries()) {
    const isExact = entry.case === 'exact';
    add(entry.phrase, i * 4, entry, isExact);
    for (const variant of entry.variants ?? []) add(variant, i * 4 + 1, entry, isExact);
    // An exception begins a sentence too, and stands in a headline.
    for (const right of entry.except ?? []) add(right, i * 4 + 2, entry, false);
  }
  return {tables: {...layOut(root), first, exact}, problems};
}

function extend(root: Node, elements: readonly number[]): Node {
  let node = root;
  for (const element of elements) {
    if (element > Wild.Gap) node = reach(node.gaps, element - Wild.Gap);
    else if (element <= 0xffffffff) node = reach(node.edges, element);
    else {
      const slot = element - Wild.Number;
      const next = node.wild[slot] ?? newNode();
      node.wild[slot] = next;
      node = next;
    }
  }
  return node;
}

function reach(targets: Map<number, Node>, key: number): Node {
  const known = targets.get(key);
  if (known) return known;
  const made = newNode();
  targets.set(key, made);
  return made;
}

function hasPlain(outputs: readonly number[], value: number): boolean {
  for (let i = 0; i < outputs.length; i += 2) if (outputs[i] === value && outputs[i + 1] === 0) return true;
  return false;
}

/**
 * Numbers the nodes and lays them out. Nodes from which the same can follow become one, as in a minimal acyclic
 * automaton (J. Daciuk et al., 2000), so that `(a|b|c) x y` costs no more than `a x y` and two edges.
 */
function layOut(root: Node): Pick<PhraseTables, 'edges' | 'nodes' | 'outputs'> {
  const nodes: number[] = new Array(nodeSlots).fill(0) as number[];
  const outputs: number[] = [0, 0, 0];
  const edges: number[] = [];
  const known = new Map<string, number>();
  const place = (node: Node, gapLength: number, nextGap: number): number => {
    const wild = node.wild.map((target) => (target ? place(target, 0, 0) : 0));
    let gap = 0;
    for (const [length, target] of [...node.gaps].sort((a, b) => b[0] - a[0]))
      gap = place(target, length, gap);
    const targets: number[] = [];
    for (const [hash, target] of [...node.edges].sort((a, b) => a[0] - b[0]))
      targets.push(hash | 0, place(target, 0, 0));
    const key = `${wild.join()};${gap};${gapLength};${nextGap};${node.outputs.join()};${targets.join()}`;
    const same = node === root ? undefined : known.get(key);
    if (same !== undefined) return same;
    const id = node === root ? 0 : nodes.length / nodeSlots;
    known.set(key, id);
    let output = 0;
    for (let i = node.outputs.length - 2; i >= 0; i -= 2) {
      outputs.push(node.outputs[i] as number, output, node.outputs[i + 1] as number);
      output = outputs.length / 3 - 1;
    }
    const base = id * nodeSlots;
    for (const [slot, target] of wild.entries()) nodes[base + slot] = target;
    nodes[base + Slot.Gap] = gap;
    nodes[base + Slot.Output] = output;
    nodes[base + Slot.GapLength] = gapLength;
    nodes[base + Slot.NextGap] = nextGap;
    let mask = output !== 0 || gap !== 0 || wild.some((target) => target !== 0) ? -1 : 0;
    for (let i = 0; i < targets.length; i += 2) mask |= maskBit(targets[i] as number);
    nodes[base + Slot.Mask] = mask;
    for (let i = 0; i < targets.length; i += 2)
      edges.push(id, targets[i] as number, targets[i + 1] as number);
    return id;
  };
  place(root, 0, 0);
  let size = 16;
  while (size < (edges.length / 3) * 1.5) size *= 2;
  const table = new Int32Array(size * 3);
  for (let i = 0; i < edges.length; i += 3) {
    const [node, hash, target] = edges.slice(i, i + 3) as [number, number, number];
    let slot = slotOf(node, hash, size);
    while (table[slot * 3 + 2] !== 0) slot = (slot + 1) & (size - 1);
    table[slot * 3] = node;
    table[slot * 3 + 1] = hash;
    table[slot * 3 + 2] = target + 1;
  }
  return {edges: table, nodes: Int32Array.from(nodes), outputs: Int32Array.from(outputs)};
}

/** As much of a phrase as a message needs to show which one it is. */
const shortened = (phrase: string): string => (phrase.length > 100 ? `${phrase.slice(0, 100)}…` : phrase);
