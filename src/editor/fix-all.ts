import type {Article} from '../article/article.js';
import {loadedReader} from '../article/read.js';
import {applyBaselineTo} from '../engine/baseline.js';
import {editsBetween} from '../engine/edits-between.js';
import type {Edit, Finding} from '../engine/finding.js';
import {fixToConvergence, type Linted as Told} from '../engine/fixer.js';
import type {Linted} from './articles.js';

/** What is found in another text by the settings of a document: its baseline hides what it hides there. */
export function findIn(checked: Linted, text: string): readonly Finding[] {
  const read = loadedReader(checked.linting.format);
  return read ? lintAs(checked, read(text)).findings : [];
}

function lintAs({linting: {linter, baseline}}: Linted, article: Article): Told {
  const result = linter.lint(article);
  return baseline
    ? applyBaselineTo({path: baseline.path, source: article.source, ...result}, baseline.known)
    : result;
}

/** Edits that apply all safe fixes, again and again until none is left; of one rule when it is named. */
export function fixAll(checked: Linted, rule?: string): Edit[] {
  const before = checked.text.text;
  const wants = (finding: Finding): boolean => rule === undefined || finding.rule === rule;
  const read = loadedReader(checked.linting.format);
  if (!read || !checked.findings.some((f) => f.fix && wants(f))) return [];
  const {text} = fixToConvergence(before, {read, lint: (article) => lintAs(checked, article), wants});
  return text === before ? [] : editsBetween(before, text);
}
