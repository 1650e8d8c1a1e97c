import {getHeapStatistics} from 'node:v8';
import type {MappedPart} from '../archive/map-articles.js';
import {Project, type ProjectOptions} from '../config/project.js';
import type {Baseline} from '../engine/baseline.js';
import {type Answer, answerTo, type QuestionJob} from '../service/answer.js';
import {answerOf, errorLine} from '../stream/lint-stream.js';
import type {FixTypes} from '../unified/fix.js';
import {failed, type LintedFile, lintFiles} from '../unified/lint-files.js';
import type {ArchiveJob} from './archive/map-part.js';

/** One batch for a worker thread; everything in it can be cloned. */
export interface Job {
  readonly files: readonly string[];
  readonly project: ProjectOptions;
  readonly cwd: string;
  /** Those of the files that a person named. */
  readonly named: readonly string[];
  readonly fix?: FixTypes;
}

/** One record of a stream. */
export interface RecordJob {
  readonly line: Uint8Array;
  /** Of the line, 1-based; undefined: it is not told. */
  readonly number: number | undefined;
  readonly project: ProjectOptions;
  readonly baseline?: Baseline;
  /** That are told. */
  readonly mostFindings: number;
}

let project: Project | undefined;

/** Lints a batch of files, or a record, or answers a question of the service, in a worker thread. All jobs of a run have the same project. */
export default async function work(
  job: Job | RecordJob | QuestionJob | ArchiveJob,
): Promise<LintedFile[] | string | Answer | MappedPart> {
  project ??= new Project(job.project);
  if ('step' in job) return (await import('./archive/map-part.js')).mapPart(job, project);
  if ('task' in job) return answerTo(job, project);
  return 'line' in job ? answerRecord(job, project) : lintBatch(job, project);
}

async function lintBatch(job: Job, project: Project): Promise<LintedFile[]> {
  const results: LintedFile[] = [];
  for await (const result of lintFiles(job.files, project, {
    cwd: job.cwd,
    named: job.named,
    ...(job.fix ? {fix: job.fix} : {}),
  })) {
    if (result.findings.length > mostFindings()) {
      const count = result.findings.length;
      results.push(failed(result.file, job.cwd, `has ${count} findings, more than there is memory for`));
    }
    // An unchanged text need not cross twice.
    else results.push(result.fixed === 0 ? {...result, original: ''} : result);
  }
  return results;
}

async function answerRecord(
  {line: record, number, baseline, mostFindings: most}: RecordJob,
  project: Project,
): Promise<string> {
  const {line: answer} = await answerOf(
    record,
    {
      mostFindings: most,
      linterFor: (languages) => project.linterFor(languages),
      maxLength: Number.POSITIVE_INFINITY,
      ...(baseline ? {baseline} : {}),
    },
    number,
  );
  const limit = getHeapStatistics().heap_size_limit / 8;
  return answer.length > limit
    ? errorLine(null, number, `the answer has ${answer.length} characters, more than there is memory for`)
    : answer;
}

/** What the thread that collects results can hold: each takes it some kilobytes. */
const mostFindings = (): number => getHeapStatistics().heap_size_limit / 4096;
