import {mqmCategories} from '../mqm/categories.js';
import type {Finding} from './finding.js';
import {isFailure} from './report.js';

/** The MQM penalty of an article by the linear model: sums of error weights, and the same for each 1000 words. */
export interface Score {
  /** Sum of the weights: an error 5, a warning 1, or 0.1 where it is punctuation or white space; `info` nothing. */
  readonly penalty: number;
  /** The same for each 1000 words; 0 for a text without words. */
  readonly penalty_per_1000_words: number;
  /** Words and numbers of the text. */
  readonly words: number;
  /** Penalty by MQM dimension, largest first. */
  readonly by_category: Readonly<Record<string, number>>;
  /** The source text was at hand: findings of the rules `bilingual/*` are among these. */
  readonly source?: true;
}

/**
 * Weights of the linear model as used for news at WMT (Freitag et al. 2021, "Experts, Errors, and Context"): minor 1,
 * major 5, minor punctuation 0.1. A finding of severity `error` is major, `info` neutral (0), and a `warning` minor, unless
 * its rule says that it is major.
 */
export function weightOf(finding: Pick<Finding, 'severity' | 'mqm' | 'mqmSeverity'>): number {
  if (finding.severity === 'info') return 0;
  if (finding.severity === 'error' || finding.mqmSeverity === 'major') return 5;
  const minor =
    finding.mqm === 'punctuation' || finding.mqm === 'unpaired-marks' || finding.mqm === 'whitespace';
  return minor ? 0.1 : 1;
}

export function scoreOf(findings: readonly Finding[], words: number): Score {
  let penalty = 0;
  const sums = new Map<string, number>();
  for (const finding of findings) {
    // A rule that fails says nothing of the article.
    const weight = isFailure(finding) ? 0 : weightOf(finding);
    if (weight === 0) continue;
    penalty += weight;
    const {dimension} = mqmCategories[finding.mqm];
    sums.set(dimension, (sums.get(dimension) ?? 0) + weight);
  }
  const sorted = [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return {
    penalty: round(penalty),
    penalty_per_1000_words: words > 0 ? round((1000 * penalty) / words) : 0,
    words,
    by_category: Object.fromEntries(sorted.map(([name, sum]) => [name, round(sum)])),
  };
}

const round = (x: number): number => Math.round(x * 100) / 100;
