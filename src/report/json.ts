import type {Finding, SuppressedFinding} from '../engine/finding.js';
import {fixFacts} from '../engine/fix-class.js';
import {jsonText} from './json-text.js';
import type {FileResult, Reporter, ReportOptions, Run} from './report.js';
import {shownFindings, shownSuppressed, totalsOf} from './totals.js';

/** Raised when a reader of the old shape could misread the new one. */
export const formatVersion = 1;

/** A finding as the JSON formats write it: the keys of {@link Finding} in a fixed order. */
export function findingJson(finding: Finding): Finding {
  const {rule, messageId, message, severity, mqm, start, end, line, column, endLine, endColumn, text} =
    finding;
  const {mqmSeverity, fix, suggestions, related, data} = finding;
  return {
    rule,
    messageId,
    message,
    severity,
    mqm,
    ...(mqmSeverity ? {mqmSeverity} : {}),
    start,
    end,
    line,
    column,
    endLine,
    endColumn,
    text,
    ...(fix ? {fix} : {}),
    suggestions,
    related,
    data,
  };
}

/** {@link findingJson} of a hidden finding, and why it is hidden. */
export function suppressedJson(finding: SuppressedFinding): SuppressedFinding {
  return {...findingJson(finding), suppression: finding.suppression};
}

/** A file as the JSON formats write it. */
export function fileJson(file: FileResult, options: ReportOptions): Record<string, unknown> {
  return {
    path: file.path,
    findings: shownFindings(file, options).map(findingJson),
    ...(options.suppressed ? {suppressed: shownSuppressed(file, options).map(suppressedJson)} : {}),
    score: file.score,
    fixed: file.fixed,
    hidden: file.hidden,
    ...(file.error === undefined ? {} : {error: file.error}),
  };
}

/** One object; its schema is `schema/report.schema.json`. */
export const json: Reporter = {
  name: 'json',
  description: 'One JSON object, described by the published schema',
  tellsSuppressed: true,
  report(run, options) {
    const report = {
      version: formatVersion,
      calque: run.version,
      summary: totalsOf(run, options),
      files: run.files.map((file) => fileJson(file, options)),
      rules: rulesJson(run, options),
      ...(run.timings ? {timings: run.timings} : {}),
    };
    return `${jsonText(report, 2)}\n`;
  },
};

/** What is said of each rule that has findings here. */
function rulesJson(run: Run, options: ReportOptions): Record<string, unknown> {
  const ids = new Set(
    run.files.flatMap((file) =>
      [...shownFindings(file, options), ...shownSuppressed(file, options)].map(({rule}) => rule),
    ),
  );
  const rules: Record<string, unknown> = {};
  for (const id of [...ids].sort()) {
    const meta = run.rules.get(id);
    if (!meta) continue;
    rules[id] = {
      description: meta.description,
      mqm: meta.mqm,
      severity: meta.severity,
      ...fixFacts(meta),
      hasSuggestions: meta.hasSuggestions ?? false,
      ...(meta.docs?.url === undefined ? {} : {url: meta.docs.url}),
    };
  }
  return rules;
}
