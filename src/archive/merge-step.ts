import fs from 'node:fs';
import type {KnownWords} from '../names/between-articles.js';
import {findNames, type OnPair} from './find-names.js';
import {mergeRuns} from './merge-runs.js';
import {type Input, partsOf} from './parts.js';
import {ArticleForms, checkFormCount} from './postings.js';
import type {NameRecord} from './records.js';
import {tallyPart} from './tally-part.js';
import type {Workbench} from './workbench.js';

/** Bytes of mention records that are added up in memory before they are written as a sorted run. */
const partSize = 1 << 26;
/** Runs that are merged at once. */
const mostRuns = 64;

export interface MergeProgress {
  /** Told after each part of the input, and before the last, long step. */
  readonly onPart?: (done: {readonly parts: number; readonly bytes: number; readonly reused: number}) => void;
  readonly onMerged?: (forms: number) => void;
  readonly onPair?: OnPair;
  /** Bytes a part; for tests. */
  readonly partSize?: number;
}

export interface MergedNames {
  readonly names: readonly NameRecord[];
  /** Spellings in all. */
  readonly forms: number;
  /** The merged run of all forms. */
  readonly formsFile: string;
  /** Lines that are no records, and records of articles that could not be read. */
  readonly broken: number;
  readonly errors: number;
}

/**
 * Finds the names that mention records write in several ways: adds them up part by part into sorted runs, merges the runs,
 * and judges pairs of forms. Every piece is a file of the workbench; what is there is not made again.
 */
export async function mergeMentions(
  inputs: readonly Input[],
  bench: Workbench,
  known: KnownWords,
  dictionary: ReadonlySet<string>,
  progress: MergeProgress = {},
): Promise<MergedNames> {
  const runs: string[] = [];
  let bytes = 0;
  let broken = 0;
  let errors = 0;
  for await (const part of partsOf(inputs, progress.partSize ?? partSize)) {
    const name = `part-${String(part.index).padStart(6, '0')}-${part.key}`;
    const run = `${name}.run`;
    if (bench.has(run)) bench.reused++;
    else {
      const tally = tallyPart(part.read());
      bench.write(`${name}.postings`, tally.postings.toBytes());
      bench.write(`${name}.counts`, JSON.stringify([tally.broken, tally.errors]));
      // The run comes last: where it is, the others are.
      bench.write(run, tally.forms.map((form) => `${form.toLine()}\n`).join(''));
    }
    const [b, e] = JSON.parse(fs.readFileSync(bench.path(`${name}.counts`), 'utf8')) as [number, number];
    broken += b;
    errors += e;
    bytes += part.size;
    runs.push(name);
    progress.onPart?.({parts: runs.length, bytes, reused: bench.reused});
  }
  const merged = mergeAll(
    runs.map((run) => bench.path(`${run}.run`)),
    bench,
  );
  checkFormCount(merged.count);
  progress.onMerged?.(merged.count);
  const articles = new ArticleForms(
    runs.map((run, i) => ({file: bench.path(`${run}.postings`), numbers: merged.numbers[i] as Uint32Array})),
  );
  const names = findNames(merged.file, articles, known, dictionary, progress.onPair);
  return {names, forms: merged.count, formsFile: merged.file, broken, errors};
}

interface Merged {
  readonly file: string;
  readonly count: number;
  /** For each run, which form of the merged run each of its forms became. */
  readonly numbers: readonly Uint32Array[];
}

/** Merges runs, some at a time where there are many; the pieces lie on the bench. */
function mergeAll(runs: readonly string[], bench: Workbench, level = 0): Merged {
  const groups: (readonly string[])[] = [];
  for (let at = 0; at < Math.max(1, runs.length); at += mostRuns) groups.push(runs.slice(at, at + mostRuns));
  const merged = groups.map((group, i) => mergeGroup(group, bench, `merged-${level}-${i}`));
  if (merged.length === 1) return merged[0] as Merged;
  const above = mergeAll(
    merged.map(({file}) => file),
    bench,
    level + 1,
  );
  return {
    file: above.file,
    count: above.count,
    numbers: merged.flatMap(({numbers}, i) => {
      const upper = above.numbers[i] as Uint32Array;
      return numbers.map((own) => own.map((number) => upper[number] as number));
    }),
  };
}

function mergeGroup(runs: readonly string[], bench: Workbench, name: string): Merged {
  const file = bench.path(`${name}.run`);
  const index = bench.path(`${name}.numbers`);
  if (bench.has(`${name}.run`)) bench.reused++;
  else {
    const fresh = `${file}.tmp`;
    const {numbers, count} = mergeRuns(runs, fresh);
    const lengths = Uint32Array.from([count, ...numbers.map(({length}) => length)]);
    const parts = [lengths, ...numbers].map(({buffer, byteOffset, byteLength}) =>
      Buffer.from(buffer, byteOffset, byteLength),
    );
    bench.write(`${name}.numbers`, Buffer.concat(parts));
    fs.renameSync(fresh, file);
  }
  const bytes = fs.readFileSync(index);
  const all = new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  const numbers: Uint32Array[] = [];
  let at = 1 + runs.length;
  for (let i = 0; i < runs.length; i++) {
    const length = all[1 + i] as number;
    numbers.push(all.subarray(at, at + length));
    at += length;
  }
  return {file, count: all[0] as number, numbers};
}
