import {loadedReader} from '../article/read.js';
import {applyBaselineTo} from '../engine/baseline.js';
import type {Edit, Finding} from '../engine/finding.js';
import {fixToConvergence} from '../engine/fixer.js';
import type {Linted} from './articles.js';
import {editsBetween} from './text-edits.js';

/** What is found in another text by the settings of a document: its baseline hides what it hides there. */
export function findIn(checked: Linted, text: string): readonly Finding[] {
  const {linter, format, baseline} = checked.linting;
  const read = loadedReader(format);
  if (!read) return [];
  const result = linter.lint(read(text));
  return baseline
    ? applyBaselineTo({path: baseline.path, source: text, ...result}, baseline.known).findings
    : result.findings;
}

/** Edits that apply all safe fixes, again and again until none is left; of one rule when it is named. */
export function fixAll(checked: Linted, rule?: string): Edit[] {
  const before = checked.text.text;
  const wanted = (finding: Finding): boolean => rule === undefined || finding.rule === rule;
  if (!checked.findings.some((f) => f.fix && wanted(f))) return [];
  const {text} = fixToConvergence(before, (t) => findIn(checked, t), wanted);
  return text === before ? [] : editsBetween(before, text);
}
