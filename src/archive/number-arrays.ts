/** Numbers of forms are below that: a form, and 29 bits of a hash or an index, are together exact in a double. */
export const formLimit = 2 ** 24;

/** The array, or a copy of it twice as long as what is to go in. */
export function withRoom<A extends Uint8Array | Uint32Array | Int32Array | Float64Array>(
  array: A,
  length: number,
): A {
  if (length <= array.length) return array;
  const grown = new (array.constructor as new (length: number) => A)(2 * length);
  grown.set(array as never);
  return grown;
}

/** Items by group: those of group `g` stand in `items` from `starts[g]` up to `starts[g + 1]`, ascending. */
export interface Groups {
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly items: Uint32Array<ArrayBuffer>;
}

/** @param groupOf of each item from 0 up to `length`; -1 for none */
export function grouped(length: number, groups: number, groupOf: (item: number) => number): Groups {
  const starts = new Uint32Array(groups + 1);
  for (let i = 0; i < length; i++) {
    const group = groupOf(i);
    if (group >= 0) (starts[group + 1] as number)++;
  }
  for (let g = 0; g < groups; g++) starts[g + 1] = (starts[g + 1] as number) + (starts[g] as number);
  const next = starts.slice();
  const items = new Uint32Array(starts[groups] as number);
  for (let i = 0; i < length; i++) {
    const group = groupOf(i);
    if (group < 0) continue;
    items[next[group] as number] = i;
    (next[group] as number)++;
  }
  return {starts, items};
}
