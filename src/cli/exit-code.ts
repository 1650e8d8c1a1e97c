import {isFailure} from '../engine/report.js';
import type {FileResult} from '../report/report.js';
import {plural} from '../report/totals.js';
import {printablePath} from '../report/visible.js';
import type {Options} from './parse.js';

/** How a run ends, and what of that no report tells. */
export interface Verdict {
  /** 0 nothing that counts, 1 findings, 2 a file could not be linted or a rule failed. */
  readonly code: 0 | 1 | 2;
  /** Which gates failed and by how much, a line each. */
  readonly reasons: readonly string[];
}

/** Articles over the limit that are named. */
const mostNamed = 10;

/** Judges the findings that are new: those that neither directives nor the baseline hide. */
export function verdictOf(
  files: readonly Pick<FileResult, 'path' | 'findings' | 'score' | 'error'>[],
  options: Options,
): Verdict {
  let errors = 0;
  let warnings = 0;
  let failures = files.filter(({error}) => error !== undefined).length;
  for (const {findings} of files) {
    for (const finding of findings) {
      if (isFailure(finding)) failures++;
      else if (finding.severity === 'error') errors++;
      else if (finding.severity === 'warning') warnings++;
    }
  }
  const reasons = options['exit-zero'] ? [] : failedGates(files, warnings, options);
  if (failures > 0) return {code: 2, reasons};
  return {code: reasons.length > 0 || (errors > 0 && !options['exit-zero']) ? 1 : 0, reasons};
}

function failedGates(
  files: readonly Pick<FileResult, 'path' | 'score'>[],
  warnings: number,
  options: Options,
): string[] {
  const reasons: string[] = [];
  const {'max-warnings': most, 'max-penalty': limit} = options;
  if (most !== undefined && warnings > most) reasons.push(`too many warnings (${warnings}, allowed ${most})`);
  if (limit !== undefined) {
    const over = files.filter(({score}) => score.penalty_per_1000_words > limit);
    for (const {path, score} of over.slice(0, mostNamed))
      reasons.push(
        `${printablePath(path)}: MQM penalty too high (${score.penalty_per_1000_words} per 1000 words, allowed ${limit})`,
      );
    if (over.length > mostNamed)
      reasons.push(`${plural(over.length - mostNamed, 'more article')} with too high a penalty`);
  }
  return reasons;
}
