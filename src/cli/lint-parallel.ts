import {availableParallelism} from 'node:os';
import {fileURLToPath} from 'node:url';
import type {LintedFile} from '../unified/lint-files.js';
import type {Job} from './worker.js';

/** Fewer files are done before the threads have started. */
const worthwhile = 3000;
/** More threads than this gain little and cost memory each. */
const mostThreads = 4;
const batchSize = 64;

/** How many threads to use: 1 means none beside this one. */
export function threadsFor(jobs: number | 'auto', files: number): number {
  if (jobs !== 'auto') return Math.min(jobs, Math.ceil(files / batchSize));
  return files < worthwhile ? 1 : Math.min(mostThreads, availableParallelism());
}

/** Lints files in worker threads; results come in the order of `files`, the same as from one thread. */
export async function* lintParallel(
  files: readonly string[],
  job: Omit<Job, 'files'>,
  threads: number,
): AsyncGenerator<LintedFile, void> {
  const {Tinypool} = await import('tinypool');
  const pool = new Tinypool({filename: workerFile(), minThreads: threads, maxThreads: threads});
  try {
    const named = new Set(job.named);
    const batches: (() => Promise<LintedFile[]>)[] = [];
    for (let at = 0; at < files.length; at += batchSize) {
      const some = files.slice(at, at + batchSize);
      const batch: Job = {...job, files: some, named: some.filter((file) => named.has(file))};
      batches.push(() => pool.run(batch) as Promise<LintedFile[]>);
    }
    // A few batches ahead keep every thread busy; all of them at once would pile up results.
    const running: Promise<LintedFile[]>[] = [];
    let next = 0;
    while (next < batches.length || running.length > 0) {
      while (next < batches.length && running.length < 3 * threads) {
        const started = (batches[next++] as () => Promise<LintedFile[]>)();
        // It is awaited later, in its turn; until then a failure must not count as unhandled.
        started.catch(() => {});
        running.push(started);
      }
      for (const result of (await running.shift()) as LintedFile[]) {
        yield result.fixed === 0 ? {...result, original: result.source} : result;
      }
    }
  } finally {
    await pool.destroy();
  }
}

/** The worker stands in `dist`, beside the folder of chunks that this code is in. */
function workerFile(): string {
  return fileURLToPath(new URL('../worker.js', import.meta.url));
}
