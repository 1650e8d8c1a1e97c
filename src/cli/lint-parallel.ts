import {availableParallelism} from 'node:os';
import type {MappedPart} from '../archive/map-articles.js';
import {openThreads, type Threads} from '../service/threads.js';
import {failed, type LintedFile} from '../unified/lint-files.js';
import type {ArchiveJob} from './archive/map-part.js';
import type {Job, RecordJob} from './worker.js';
import {workerFile} from './worker-file.js';

/** Fewer files are done before the threads have started. */
const worthwhile = 3000;
/**
 * With two processors V8's own threads have the second one: two threads of ours took a sixth less time there, and a third
 * more of the machine.
 */
const fewestProcessors = 3;
/** More threads than this gain little and cost memory each. */
const mostThreads = 4;
const batchSize = 64;

/** How many threads to use: 1 means none beside this one. */
export function threadsFor(
  jobs: number | 'auto',
  files: number,
  processors = availableParallelism(),
): number {
  if (jobs !== 'auto') return Math.min(jobs, Math.ceil(files / batchSize));
  return files < worthwhile || processors < fewestProcessors ? 1 : Math.min(mostThreads, processors);
}

/**
 * Lints files in worker threads; results come in the order of `files`, the same as from one thread. A thread that dies
 * costs the results of no other file: those of its batch are linted one by one, and the one at which a thread dies again
 * is told.
 *
 * @param size files a batch
 */
export async function* lintParallel(
  files: readonly string[],
  job: Omit<Job, 'files'>,
  threads: number,
  size = batchSize,
): AsyncGenerator<LintedFile, void> {
  const pool = await openThreads(workerFile(), threads);
  try {
    const named = new Set(job.named);
    const batches: Job[] = [];
    for (let at = 0; at < files.length; at += size) {
      const some = files.slice(at, at + size);
      batches.push({...job, files: some, named: some.filter((file) => named.has(file))});
    }
    // A few batches ahead keep every thread busy; all of them at once would pile up results.
    const running: Promise<LintedFile[]>[] = [];
    let next = 0;
    while (next < batches.length || running.length > 0) {
      while (next < batches.length && running.length < 3 * threads) {
        const started = runOrSplit(pool, batches[next++] as Job);
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

/** Answers one record of a stream in a thread of its own. */
export const answerInThread = (job: RecordJob): Promise<string> => inOwnThread<string>(job);

/** The mention records of a long line, made in a thread of their own; an error record where it dies of them. */
export async function mapLineInThread(job: ArchiveJob): Promise<string> {
  try {
    return (await inOwnThread<MappedPart>(job)).text;
  } catch (error) {
    const {brokenLine} = await import('../archive/map-articles.js');
    return brokenLine(null, whyItDied(error));
  }
}

async function inOwnThread<T>(job: RecordJob | ArchiveJob): Promise<T> {
  const pool = await openThreads(workerFile(), 1);
  try {
    return (await pool.run(job)) as T;
  } finally {
    await pool.destroy();
  }
}

async function runOrSplit(pool: Threads, job: Job): Promise<LintedFile[]> {
  try {
    return (await pool.run(job)) as LintedFile[];
  } catch (error) {
    const [only, second] = job.files;
    if (only === undefined) throw error;
    if (second === undefined) return [failed(only, job.cwd, whyItDied(error))];
    const results: LintedFile[] = [];
    for (const file of job.files)
      results.push(
        ...(await runOrSplit(pool, {...job, files: [file], named: job.named.filter((n) => n === file)})),
      );
    return results;
  }
}

/** Why a thread has died, as a reason after the name of the file. */
export function whyItDied(error: unknown): string {
  const {code, message} = error as NodeJS.ErrnoException;
  return code === 'ERR_WORKER_OUT_OF_MEMORY' || /memory limit/.test(message)
    ? 'needs more memory than there is: split it, or give Node more (NODE_OPTIONS=--max-old-space-size=8192)'
    : `calque failed on this file: ${message}`;
}
