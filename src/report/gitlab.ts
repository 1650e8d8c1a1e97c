import type {Severity} from '../engine/finding.js';
import {fingerprintsOf, hash64} from '../engine/fingerprint.js';
import {jsonText} from './json-text.js';
import type {Reporter} from './report.js';
import {shownFindings} from './totals.js';

const severities: Readonly<Record<Severity, string>> = {error: 'major', warning: 'minor', info: 'info'};

/**
 * GitLab's code quality report (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format). The
 * fingerprint outlives edits elsewhere in the file, so a merge request shows just what it adds and mends.
 */
export const gitlab: Reporter = {
  name: 'gitlab',
  description: 'GitLab code quality report',
  pathsFromRoot: true,
  report(run, options) {
    const issues: object[] = [];
    for (const file of run.files) {
      const path = file.path.replace(/^\.\//, '');
      const id = hash64(path);
      if (file.error !== undefined) {
        const location = {path, lines: {begin: 1}};
        issues.push({
          description: file.error,
          check_name: 'calque/file',
          fingerprint: `${id}-error`,
          severity: 'critical',
          location,
        });
      }
      const findings = shownFindings(file, options);
      const prints = fingerprintsOf(file.source, findings);
      findings.forEach((finding, i) => {
        issues.push({
          description: finding.message,
          check_name: finding.rule,
          fingerprint: `${id}-${prints[i]}`,
          severity: severities[finding.severity],
          location: {path, lines: {begin: finding.line, end: finding.endLine}},
        });
      });
    }
    return `${jsonText(issues, 2)}\n`;
  },
};
