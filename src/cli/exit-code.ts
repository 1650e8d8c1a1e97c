import type {FileResult} from '../report/report.js';
import type {Options} from './parse.js';

/** 0 nothing that counts, 1 findings, 2 a file could not be linted. */
export function exitCode(
  files: readonly Pick<FileResult, 'findings' | 'score' | 'error'>[],
  options: Options,
): number {
  if (files.some((file) => file.error !== undefined)) return 2;
  if (options['exit-zero']) return 0;
  let errors = 0;
  let warnings = 0;
  for (const {findings} of files) {
    for (const {severity} of findings) {
      if (severity === 'error') errors++;
      else if (severity === 'warning') warnings++;
    }
  }
  if (errors > 0 || warnings > (options['max-warnings'] ?? Number.POSITIVE_INFINITY)) return 1;
  const limit = options['max-penalty'] ?? Number.POSITIVE_INFINITY;
  return files.some(({score}) => score.penalty_per_1000_words > limit) ? 1 : 0;
}
