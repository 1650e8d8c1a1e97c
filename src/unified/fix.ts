import type {ReadArticle} from '../article/article.js';
import type {Finding} from '../engine/finding.js';
import {fixToConvergence} from '../engine/fixer.js';
import type {Linter, LintResult} from '../engine/linter.js';

/** Which fixes to apply: all, or those of these rules (`family/name`) and families (`family`). */
export type FixTypes = 'all' | readonly string[];

/** A fixed text, and what is left to find in it. */
export interface FixedText extends LintResult {
  /** The text after the fixes. */
  readonly text: string;
  /** How many fixes were applied. */
  readonly fixed: number;
}

const byteOrderMark = '\uFEFF';

/** Whether a finding has a fix that is wanted. */
export function isWanted({fix, rule}: Finding, types: FixTypes): boolean {
  return (
    fix !== undefined &&
    (types === 'all' || types.some((type) => rule === type || rule.startsWith(`${type}/`)))
  );
}

/** Fixes a text until no wanted fix is left; the result is of the fixed text. */
export function fixArticle(text: string, linter: Linter, read: ReadArticle, types: FixTypes): FixedText {
  const fixed = fixToConvergence(
    text,
    (t) => linter.lint(read(t)).findings,
    (finding) => isWanted(finding, types),
  );
  // A fix that empties the first line must not take the byte order mark with it.
  const marked = text.startsWith(byteOrderMark) && !fixed.text.startsWith(byteOrderMark);
  const result = marked ? byteOrderMark + fixed.text : fixed.text;
  return {...linter.lint(read(result)), text: result, fixed: fixed.fixed};
}
