import type {ProjectOptions} from '../config/project.js';
import type {Answer, Question, QuestionJob} from './answer.js';
import {openThreads} from './threads.js';

/** How much one server takes on. */
export interface Limits {
  /** Threads that answer. */
  readonly threads: number;
  /** Longest time for one question, in milliseconds: then its thread is ended, and only that question is lost. */
  readonly timeout: number;
  /** Questions that may wait; more are turned away. */
  readonly waiting: number;
}

/** Why a question has no answer. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';

  constructor(
    readonly reason: 'busy' | 'late' | 'failed',
    message: string,
  ) {
    super(message);
  }
}

/** Answers questions in threads, so that no text, whatever it holds, keeps another one waiting for long. */
export interface AnswerPool {
  /**
   * @param signal given up by the one who asked: the thread that works on it is ended
   * @throws NoAnswer
   */
  ask(question: Question, signal?: AbortSignal): Promise<Answer>;
  /** Ends all threads. */
  close(): Promise<void>;
}

const emptyRecord = new TextEncoder().encode('{"text": "A text."}');

/** Opens the threads, and waits until they are ready; `worker` is the module that they run. */
export async function openAnswerPool(
  worker: string,
  project: ProjectOptions,
  limits: Limits,
): Promise<AnswerPool> {
  const {threads, timeout, waiting} = limits;
  const pool = await openThreads(worker, threads);
  let running = 0;
  const queue: (() => void)[] = [];
  /** A thread loads rules and words with its first text: that is no time of anybody's question. */
  const warmUp = (): Promise<unknown> =>
    pool.run({task: 'lint', record: emptyRecord, project} satisfies QuestionJob);
  await Promise.all(Array.from({length: threads}, warmUp));
  /** Waits for a free thread: the time of a question begins when one works on it. */
  const turn = (): Promise<void> | undefined =>
    running++ < threads ? undefined : new Promise((resolve) => queue.push(resolve));
  const done = (): void => {
    running--;
    queue.shift()?.();
  };
  return {
    async ask(question, signal) {
      if (queue.length >= waiting && running >= threads)
        throw new NoAnswer('busy', `${running} texts are being read or wait: try again in a moment`);
      await turn();
      const late = new AbortController();
      const timer = setTimeout(() => late.abort(), timeout);
      try {
        const job: QuestionJob = {...question, project};
        return (await pool.run(job, {
          signal: signal ? AbortSignal.any([signal, late.signal]) : late.signal,
        })) as Answer;
      } catch (error) {
        if (late.signal.aborted)
          throw new NoAnswer('late', `the text takes more than ${timeout / 1000} s and was given up`);
        throw new NoAnswer('failed', `calque failed on this text: ${(error as Error).message}`);
      } finally {
        clearTimeout(timer);
        // What was given up has cost its thread; the next question waits for the new one.
        if (late.signal.aborted || signal?.aborted)
          void warmUp()
            .catch(() => {})
            .finally(done);
        else done();
      }
    },
    close: () => pool.destroy(),
  };
}
