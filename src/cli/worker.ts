import {Project, type ProjectOptions} from '../config/project.js';
import type {FixTypes} from '../unified/fix.js';
import {type LintedFile, lintFiles} from '../unified/lint-files.js';

/** One batch for a worker thread; everything in it can be cloned. */
export interface Job {
  readonly files: readonly string[];
  readonly project: ProjectOptions;
  readonly cwd: string;
  /** Those of the files that a person named. */
  readonly named: readonly string[];
  readonly fix?: FixTypes;
}

let project: Project | undefined;

/** Lints a batch of files in a worker thread. All batches of a run have the same project. */
export default async function lintBatch(job: Job): Promise<LintedFile[]> {
  project ??= new Project(job.project);
  const results: LintedFile[] = [];
  for await (const result of lintFiles(job.files, project, {
    cwd: job.cwd,
    named: job.named,
    ...(job.fix ? {fix: job.fix} : {}),
  })) {
    // An unchanged text need not cross twice.
    results.push(result.fixed === 0 ? {...result, original: ''} : result);
  }
  return results;
}
