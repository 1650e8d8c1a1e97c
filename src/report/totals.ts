import type {Finding, Severity, SuppressedFinding} from '../engine/finding.js';
import {inEnglish} from './frame.js';
import type {FileResult, ReportOptions, Run} from './report.js';

/** Sums over a run. */
export interface Totals {
  readonly files: number;
  readonly filesWithFindings: number;
  readonly failed: number;
  readonly findings: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Findings that carry a fix. */
  readonly fixable: number;
  /** Fixes that were applied. */
  readonly fixed: number;
  /** Findings that the baseline hides. */
  readonly hidden: number;
  readonly words: number;
  /** MQM penalty, and the same for each 1000 words of all files together. */
  readonly penalty: number;
  readonly penalty_per_1000_words: number;
}

/** The findings of a file that this run shows: with `quiet`, errors alone. */
export function shownFindings(file: FileResult, options: Pick<ReportOptions, 'quiet'>): readonly Finding[] {
  return options.quiet ? file.findings.filter((finding) => finding.severity === 'error') : file.findings;
}

/** The hidden findings of a file that this run shows: none unless they are asked for. */
export function shownSuppressed(
  file: FileResult,
  options: Pick<ReportOptions, 'quiet' | 'suppressed'>,
): readonly SuppressedFinding[] {
  if (!options.suppressed || !file.suppressed) return [];
  return options.quiet ? file.suppressed.filter(({severity}) => severity === 'error') : file.suppressed;
}

export function totalsOf(run: Run, options: Pick<ReportOptions, 'quiet'>): Totals {
  const count: Record<Severity, number> = {error: 0, warning: 0, info: 0};
  let filesWithFindings = 0;
  let failed = 0;
  let fixable = 0;
  let fixed = 0;
  let hidden = 0;
  let words = 0;
  let penalty = 0;
  for (const file of run.files) {
    const findings = shownFindings(file, options);
    if (findings.length > 0) filesWithFindings++;
    if (file.error !== undefined) failed++;
    for (const finding of findings) {
      count[finding.severity]++;
      if (finding.fix && file.document === undefined) fixable++;
    }
    fixed += file.fixed;
    hidden += file.hidden;
    words += file.score.words;
    penalty += file.score.penalty;
  }
  return {
    files: run.files.length,
    filesWithFindings,
    failed,
    findings: count.error + count.warning + count.info,
    errors: count.error,
    warnings: count.warning,
    infos: count.info,
    fixable,
    fixed,
    hidden,
    words,
    penalty: round(penalty),
    penalty_per_1000_words: words > 0 ? round((1000 * penalty) / words) : 0,
  };
}

const round = (x: number): number => Math.round(x * 100) / 100;

/** `1 file`, `2 files`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `3 findings: 1 error, 2 warnings in 4 files`; `No findings in 1 file`; of files that could be linted. */
export function headline(totals: Totals, options: Pick<ReportOptions, 'quiet' | 'say'>): string {
  const {say = inEnglish} = options;
  const linted = totals.files - totals.failed;
  if (linted === 0 && totals.failed > 0) return say('nothingLinted');
  return say('headline', {counts: countsInWords(totals, options), n: linted});
}

/** `3 findings: 1 error, 2 warnings`; `No findings`; with `quiet`, `No errors`. */
export function countsInWords(
  totals: Totals,
  {quiet, say = inEnglish}: Pick<ReportOptions, 'quiet' | 'say'>,
): string {
  if (totals.findings === 0) return say(quiet ? 'noErrors' : 'noFindings');
  const parts = [
    [totals.errors, 'errors'],
    [totals.warnings, 'warnings'],
    [totals.infos, 'notes'],
  ] as const;
  const list = parts.filter(([n]) => n > 0).map(([n, key]) => say(key, {n}));
  return say('counts', {findings: say('findings', {n: totals.findings}), list: list.join(', ')});
}
