import type {Finding, SuppressedFinding} from './finding.js';
import {type Score, scoreOf} from './score.js';

/** What a text was found to be. */
export interface LintResult {
  /** In the order of their places. */
  readonly findings: readonly Finding[];
  /** The MQM penalty of these findings. */
  readonly score: Score;
  /** What directives in the article hide; absent where they hide nothing. */
  readonly suppressed?: readonly SuppressedFinding[];
  /** What is told with another finding, or not at all, because one place has one voice; absent for none. */
  readonly silenced?: readonly Finding[];
  /** BCP 47 tag of the language that the article says it is in, where it was linted in that and not in the configured one. */
  readonly language?: string;
  /** How many directives of the article were not obeyed, where none are to be; absent where there are none. */
  readonly disobeyed?: number;
  /** Milliseconds by rule id, and `(text)` for tokens, sentences and zones; only with a clock. */
  readonly timings?: Readonly<Record<string, number>>;
}

/** What several articles of one file were found to be, with what was found of the file itself. */
export function joinResults(results: readonly LintResult[], ofFile: readonly Finding[]): LintResult {
  const findings = [...ofFile, ...results.flatMap(({findings}) => findings)].sort(byPlace);
  const words = results.reduce((sum, {score}) => sum + score.words, 0);
  const suppressed = results.flatMap(({suppressed = []}) => suppressed).sort(byPlace);
  const silenced = results.flatMap(({silenced = []}) => silenced);
  const disobeyed = results.reduce((sum, {disobeyed = 0}) => sum + disobeyed, 0);
  return {
    findings,
    score: scoreOf(findings, words),
    ...(suppressed.length > 0 ? {suppressed} : {}),
    ...(silenced.length > 0 ? {silenced} : {}),
    ...(disobeyed > 0 ? {disobeyed} : {}),
    ...(results.some(({timings}) => timings) ? {timings: summed(results)} : {}),
  };
}

function summed(results: readonly LintResult[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const {timings = {}} of results)
    for (const [rule, time] of Object.entries(timings)) total[rule] = (total[rule] ?? 0) + time;
  return total;
}

/** The order in which findings are told. */
export function byPlace(a: Finding, b: Finding): number {
  return a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
