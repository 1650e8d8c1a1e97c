import picocolors from 'picocolors';
import type {Finding, Severity, Suppression} from '../engine/finding.js';
import {isWithheld} from '../engine/guard.js';
import {alsoSaid} from '../engine/voice/one-voice.js';
import {changeInWords} from './change-in-words.js';
import {excerptOf} from './excerpt.js';
import type {FileResult, Reporter, ReportOptions, Run} from './report.js';
import {scoreInWords} from './score-scale.js';
import {headline, plural, shownFindings, shownSuppressed, type Totals, totalsOf} from './totals.js';
import {printable, printablePath} from './visible.js';
import {wrapped} from './wrap.js';

type Colors = ReturnType<typeof picocolors.createColors>;

/** Suggestions that are shown beneath a finding; the rest is counted. */
const shownSuggestions = 3;
const indent = '        ';
/** Before a line of an article: a line that begins with `::` would be a command of GitHub Actions. */
const gutter = '│ ';
const smallestWidth = 40;

/** For people at a terminal: every finding with the line it is in, the place marked. */
export const stylish: Reporter = {
  name: 'stylish',
  description: 'For terminals: findings by file, each with its line and the place marked',
  tellsSuppressed: true,
  report(run, options) {
    const colors = picocolors.createColors(options.color);
    let out = '';
    for (const file of run.files) out += fileText(file, options, colors);
    return `${out}${summary(run, options, colors)}\n`;
  },
};

function fileText(file: FileResult, options: ReportOptions, colors: Colors): string {
  const findings = shownFindings(file, options);
  const suppressed = shownSuppressed(file, options);
  if (findings.length + suppressed.length === 0 && file.error === undefined) return '';
  let out = colors.underline(printablePath(file.path));
  if (file.score.penalty > 0)
    out += colors.dim(`  ${file.score.penalty_per_1000_words} penalty per 1000 words`);
  out += '\n';
  const columns = options.wrap ? Math.max(smallestWidth, options.width) : undefined;
  if (file.error !== undefined)
    out += `  ${colors.red('error')}  ${wrapped(printable(file.error), 9, columns)}\n`;
  const places = [...findings, ...suppressed].map(({line, column}) => `${line}:${column}`);
  const wide = places.reduce((most, place) => Math.max(most, place.length), 0);
  findings.forEach((finding, i) => {
    out += findingText(file.source, finding, (places[i] as string).padStart(wide), options, colors);
  });
  suppressed.forEach((finding, i) => {
    const place = (places[findings.length + i] as string).padStart(wide);
    const line = `${place}  ${'hidden'.padEnd('warning'.length)}  ${printable(finding.message)}  ${printable(finding.rule)}`;
    out += `  ${colors.dim(line)}\n${indent}${colors.dim(`(${suppressionInWords(finding.suppression)})`)}\n`;
  });
  return `${out}\n`;
}

function suppressionInWords({kind, line, justification}: Suppression): string {
  if (kind === 'baseline') return 'known to the baseline';
  const where = line === undefined ? 'by a directive' : `by the directive in line ${line}`;
  return justification === undefined ? where : `${where}: ${printable(justification)}`;
}

function findingText(
  source: string,
  finding: Finding,
  place: string,
  options: ReportOptions,
  colors: Colors,
): string {
  const paint = painter(finding.severity, colors);
  const columns = options.wrap ? Math.max(smallestWidth, options.width) : undefined;
  const label = paint(finding.severity.padEnd('warning'.length));
  const said = `${printable(finding.message)}  ${colors.dim(printable(finding.rule))}`;
  // Two spaces, the place, two, the severity, two.
  let out = `  ${colors.dim(place)}  ${label}  ${wrapped(said, place.length + 'warning'.length + 6, columns)}\n`;
  if (source !== '') {
    const width = Math.max(smallestWidth, options.width) - indent.length - gutter.length;
    const excerpt = excerptOf(source, finding.start, finding.end, width);
    const mark = excerpt.marked > 1 ? `^${'~'.repeat(excerpt.marked - 1)}` : '^';
    const edge = `${indent}${colors.dim(gutter)}`;
    out += `${edge}${excerpt.line}\n${edge}${' '.repeat(excerpt.indent)}${paint(mark)}\n`;
  }
  for (const {rule, message} of alsoSaid(finding))
    out += `${indent}${wrapped(colors.dim(`also ${printable(rule)}: ${printable(message)}`), indent.length, columns)}\n`;
  for (const line of remedies(source, finding))
    out += `${indent}${wrapped(colors.green(printable(line)), indent.length, columns)}\n`;
  return out;
}

/** What can be done about a finding: its fix, then its first suggestions. */
function remedies(source: string, finding: Finding): string[] {
  const lines: string[] = [];
  if (finding.fix) lines.push(`fix: ${changeInWords(source, finding.fix.edits)}`);
  const {suggestions} = finding;
  for (const {message} of suggestions.slice(0, shownSuggestions)) lines.push(`→ ${message}`);
  if (suggestions.length > shownSuggestions)
    lines.push(`→ and ${suggestions.length - shownSuggestions} more`);
  return lines;
}

function painter(severity: Severity, colors: Colors): (text: string) => string {
  if (severity === 'error') return colors.red;
  return severity === 'warning' ? colors.yellow : colors.blue;
}

function summary(run: Run, options: ReportOptions, colors: Colors): string {
  const totals = totalsOf(run, options);
  const head = headline(totals, options);
  const paint = headPainter(totals, colors);
  const lines = totals.failed === totals.files && totals.failed > 0 ? [] : [paint(colors.bold(head))];
  if (totals.words > 0) {
    lines.push(
      `MQM penalty ${totals.penalty_per_1000_words} per 1000 words (${totals.penalty} in ${plural(totals.words, 'word')})`,
    );
    if (totals.penalty > 0) lines.push(colors.dim(scoreInWords(totals.penalty_per_1000_words, totals.words)));
  }
  const unshown = options.quiet ? totalsOf(run, {quiet: false}).findings - totals.findings : 0;
  if (unshown > 0)
    lines.push(
      `${plural(unshown, 'warning or note', 'warnings and notes')} not shown (--quiet); the penalty counts all`,
    );
  if (totals.failed > 0) lines.push(colors.red(`${plural(totals.failed, 'file')} could not be linted`));
  if (totals.fixed > 0) lines.push(`${plural(totals.fixed, 'fix', 'fixes')} applied`);
  const withheld = run.files.flatMap((file) => shownFindings(file, options)).filter(isWithheld).length;
  if (withheld > 0)
    lines.push(
      `${plural(withheld, 'fix', 'fixes')} left out, which would do harm: a person decides, see --interactive`,
    );
  if (totals.fixable > 0) lines.push(`${plural(totals.fixable, 'finding')} fixable with --fix`);
  if (totals.hidden > 0) lines.push(`${plural(totals.hidden, 'finding')} hidden by the baseline`);
  const disabled = run.files
    .flatMap((file) => shownSuppressed(file, options))
    .filter(({suppression}) => suppression.kind === 'directive').length;
  if (disabled > 0) lines.push(`${plural(disabled, 'finding')} hidden by directives`);
  return lines.join('\n');
}

function headPainter(totals: Totals, colors: Colors): (text: string) => string {
  if (totals.errors > 0 || totals.failed > 0) return colors.red;
  return totals.warnings > 0 ? colors.yellow : colors.green;
}
