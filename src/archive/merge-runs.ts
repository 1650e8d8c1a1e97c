import {LineReader, LineWriter} from './line-file.js';
import {FormTally} from './tally.js';

/** A run that is being read: the tally that stands at its head, and how many came before. */
interface Head {
  readonly run: number;
  readonly reader: LineReader;
  tally: FormTally;
  index: number;
}

/**
 * Merges sorted runs of tallies. Only one tally of each run is in memory.
 *
 * @param target the merged run
 * @returns for each run, which form of the merged run each of its forms became; and how many forms there are
 */
export function mergeRuns(runs: readonly string[], target: string): {numbers: Uint32Array[]; count: number} {
  const writer = new LineWriter(target);
  const numbers: number[][] = runs.map(() => []);
  const heap: Head[] = [];
  for (const [run, file] of runs.entries()) {
    const reader = new LineReader(file);
    const line = reader.next();
    if (line !== undefined) push(heap, {run, reader, tally: FormTally.of(line), index: 0});
  }
  let count = 0;
  while (heap.length > 0) {
    const first = heap[0] as Head;
    const merged = first.tally;
    for (
      let head: Head | undefined = first, isFirst = true;
      head?.tally.form === merged.form;
      head = heap[0]
    ) {
      if (!isFirst) merged.add(head.tally);
      isFirst = false;
      (numbers[head.run] as number[]).push(count);
      advance(heap, head);
      if (heap.length === 0) break;
    }
    writer.write(merged.toLine());
    count++;
  }
  writer.close();
  return {numbers: numbers.map((list) => Uint32Array.from(list)), count};
}

const isBefore = (a: Head, b: Head): boolean =>
  a.tally.form < b.tally.form || (a.tally.form === b.tally.form && a.run < b.run);

function push(heap: Head[], head: Head): void {
  heap.push(head);
  for (let i = heap.length - 1; i > 0; ) {
    const parent = (i - 1) >> 1;
    if (!isBefore(heap[i] as Head, heap[parent] as Head)) break;
    swap(heap, i, parent);
    i = parent;
  }
}

/** Reads the next tally of the run at the top, or takes the run away. */
function advance(heap: Head[], head: Head): void {
  const line = head.reader.next();
  if (line === undefined) {
    const last = heap.pop() as Head;
    if (heap.length === 0) return;
    heap[0] = last;
  } else {
    head.tally = FormTally.of(line);
    head.index++;
  }
  for (let i = 0; ; ) {
    let least = i;
    for (const child of [2 * i + 1, 2 * i + 2])
      if (child < heap.length && isBefore(heap[child] as Head, heap[least] as Head)) least = child;
    if (least === i) return;
    swap(heap, i, least);
    i = least;
  }
}

function swap(heap: Head[], i: number, k: number): void {
  const kept = heap[i] as Head;
  heap[i] = heap[k] as Head;
  heap[k] = kept;
}
