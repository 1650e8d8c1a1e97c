import type {Article, ReadArticle} from '../article/article.js';
import type {Finding} from '../engine/finding.js';
import {type Fixing, fixToConvergence, withholdHarmful} from '../engine/fixer.js';
import type {LintResult} from '../engine/lint-result.js';
import type {Linter} from '../engine/linter.js';

/** Which fixes to apply: all, or those of these rules (`family/name`) and families (`family`). */
export type FixTypes = 'all' | readonly string[];

/** A fixed text, and what is left to find in it. */
export interface FixedText extends LintResult {
  /** The text after the fixes. */
  readonly text: string;
  /** How many fixes were applied. */
  readonly fixed: number;
}

/** Whether a finding has a fix that is wanted. */
export function isWanted({fix, rule}: Finding, types: FixTypes): boolean {
  return (
    fix !== undefined &&
    (types === 'all' || types.some((type) => rule === type || rule.startsWith(`${type}/`)))
  );
}

const fixing = (linter: Linter, read: ReadArticle, types: FixTypes): Fixing<LintResult> => ({
  read,
  lint: (article: Article) => linter.lint(article),
  wants: (finding) => isWanted(finding, types),
});

/**
 * Fixes a text until no wanted fix is left; the result is of the fixed text. A fix that would do harm is left out, and
 * is a suggestion there. `first` is the result of linting the text, where it is known already.
 */
export function fixArticle(
  text: string,
  linter: Linter,
  read: ReadArticle,
  types: FixTypes,
  first?: LintResult,
): FixedText {
  const fixed = fixToConvergence(text, fixing(linter, read, types), first);
  return {...fixed.result, findings: fixed.findings, text: fixed.text, fixed: fixed.fixed};
}

/** Findings of a text, in which the fixes that would do harm are suggestions. */
export function proveFixes(
  text: string,
  linter: Linter,
  read: ReadArticle,
  findings: readonly Finding[],
): readonly Finding[] {
  return withholdHarmful(text, fixing(linter, read, 'all'), findings);
}
