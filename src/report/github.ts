import type {Severity} from '../engine/finding.js';
import type {Reporter} from './report.js';
import {countsInWords, plural, shownFindings, totalsOf} from './totals.js';
import {visible} from './visible.js';

const commands: Readonly<Record<Severity, string>> = {error: 'error', warning: 'warning', info: 'notice'};
/** GitHub shows ten annotations of each level a step, and drops the others without a word. */
const cap = 10;

/**
 * Annotations of GitHub Actions
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands): what is past GitHub's limit
 * is counted by rule in a last notice.
 */
export const github: Reporter = {
  name: 'github',
  description: 'Annotations of GitHub Actions, ten of each level, the rest counted',
  pathsFromRoot: true,
  report(run, options) {
    const lines: Record<Severity, string[]> = {error: [], warning: [], info: []};
    const rules: Record<Severity, string[]> = {error: [], warning: [], info: []};
    for (const file of run.files) {
      if (file.error !== undefined) {
        lines.error.push(command('error', {file: visible(file.path), title: 'calque'}, file.error));
        rules.error.push('not linted');
      }
      for (const finding of shownFindings(file, options)) {
        const {severity, rule, line, column, endLine, endColumn, message} = finding;
        // GitHub draws columns only on a range within one line.
        const columns = line === endLine ? {col: column, endColumn: Math.max(column, endColumn - 1)} : {};
        const place = {file: visible(file.path), line, endLine, ...columns, title: rule};
        lines[severity].push(command(commands[severity], place, message));
        rules[severity].push(rule);
      }
    }
    const over = Object.values(lines).some((list) => list.length > cap);
    const limit = {error: cap, warning: cap, info: cap};
    // The last notice is one of the ten.
    if (over && lines.info.length >= cap) limit.info = cap - 1;
    let out = '';
    const rest: string[] = [];
    for (const severity of ['error', 'warning', 'info'] as const) {
      for (const line of lines[severity].slice(0, limit[severity])) out += `${line}\n`;
      rest.push(...rules[severity].slice(limit[severity]));
    }
    if (over) {
      const counts = countsInWords(totalsOf(run, options), options);
      out += `${command('notice', {title: 'calque'}, `${counts}. Not shown as annotations: ${plural(rest.length, 'finding')} (${byRule(rest)}).`)}\n`;
    }
    return out;
  },
};

function byRule(rules: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const rule of rules) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return sorted.map(([rule, count]) => `${rule} ${count}`).join(', ');
}

function command(
  name: string,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(',')}::${escapeData(visible(message))}`;
}

/** The escapes of GitHub's runner (`escapeData` and `escapeProperty` of @actions/core). */
function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
