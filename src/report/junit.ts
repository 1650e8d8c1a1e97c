import type {FileResult, Reporter, ReportOptions} from './report.js';
import {shownFindings, totalsOf} from './totals.js';
import {attributes, escapeXml} from './xml.js';

/**
 * JUnit's XML as Jenkins, GitLab and Azure read it: a suite a file, a failed case an error or warning. Findings of
 * severity `info` are told in a case that passes; a clean file is one case that passes.
 */
export const junit: Reporter = {
  name: 'junit',
  description: 'JUnit XML: a suite a file, errors and warnings as failures',
  report(run, options) {
    const totals = totalsOf(run, options);
    const suites = run.files.map((file) => suite(file, options));
    const tests = suites.reduce((sum, {cases}) => sum + cases, 0);
    const head = {name: 'calque', tests, failures: totals.errors + totals.warnings, errors: totals.failed};
    const body = suites.map(({xml}) => xml).join('');
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes(head)}>\n${body}</testsuites>\n`;
  },
};

function suite(file: FileResult, options: ReportOptions): {cases: number; xml: string} {
  const {path} = file;
  const findings = shownFindings(file, options);
  const cases: string[] = [];
  let failures = 0;
  if (file.error !== undefined) {
    cases.push(testCase(path, 'calque', `<error${attributes({message: file.error, type: 'file'})}/>`));
  }
  for (const finding of findings) {
    const {line, column, message, severity, rule} = finding;
    const name = `${rule} (${line}:${column})`;
    const text = `${path}:${line}:${column}: ${severity}: ${message} [${rule}]`;
    if (severity === 'info') {
      cases.push(testCase(path, name, `<system-out>${escapeXml(text)}</system-out>`));
      continue;
    }
    failures++;
    cases.push(
      testCase(path, name, `<failure${attributes({message, type: severity})}>${escapeXml(text)}</failure>`),
    );
  }
  if (cases.length === 0) cases.push(testCase(path, 'calque', ''));
  const head = {name: path, tests: cases.length, failures, errors: file.error === undefined ? 0 : 1};
  return {cases: cases.length, xml: `  <testsuite${attributes(head)}>\n${cases.join('')}  </testsuite>\n`};
}

function testCase(path: string, name: string, inside: string): string {
  const head = `    <testcase${attributes({name, classname: path.replace(/\.[^./]*$/, ''), file: path})}`;
  return inside === '' ? `${head}/>\n` : `${head}>${inside}</testcase>\n`;
}
