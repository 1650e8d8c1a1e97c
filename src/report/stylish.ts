import picocolors from 'picocolors';
import type {Finding, Severity, Suppression} from '../engine/finding.js';
import {isWithheld} from '../engine/guard.js';
import {alsoSaid} from '../engine/voice/one-voice.js';
import {changeInWords} from './change-in-words.js';
import {excerptOf} from './excerpt.js';
import {inEnglish, type Say} from './frame.js';
import type {FileResult, Reporter, ReportOptions, Run} from './report.js';
import {scoreInWords} from './score-scale.js';
import {headline, shownFindings, shownSuppressed, type Totals, totalsOf} from './totals.js';
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
  const {say = inEnglish} = options;
  const findings = shownFindings(file, options);
  const suppressed = shownSuppressed(file, options);
  if (findings.length + suppressed.length === 0 && file.error === undefined) return '';
  let out = colors.underline(printablePath(file.path));
  if (file.score.penalty > 0)
    out += colors.dim(`  ${say('penaltyOfFile', {n: file.score.penalty_per_1000_words})}`);
  out += '\n';
  const columns = options.wrap ? Math.max(smallestWidth, options.width) : undefined;
  if (file.error !== undefined)
    out += `  ${colors.red(say('error'))}  ${wrapped(printable(file.error), 9, columns)}\n`;
  const places = [...findings, ...suppressed].map(({line, column}) => `${line}:${column}`);
  const wide = places.reduce((most, place) => Math.max(most, place.length), 0);
  findings.forEach((finding, i) => {
    out += findingText(file.source, finding, (places[i] as string).padStart(wide), options, colors);
  });
  suppressed.forEach((finding, i) => {
    const place = (places[findings.length + i] as string).padStart(wide);
    const line = `${place}  ${say('hidden').padEnd(say('warning').length)}  ${printable(finding.message)}  ${printable(finding.rule)}`;
    out += `  ${colors.dim(line)}\n${indent}${colors.dim(`(${suppressionInWords(finding.suppression, say)})`)}\n`;
  });
  return `${out}\n`;
}

function suppressionInWords({kind, line, justification}: Suppression, say: Say): string {
  if (kind === 'baseline') return say('knownToBaseline');
  const where = line === undefined ? say('byDirective') : say('byDirectiveIn', {line});
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
  const {say = inEnglish} = options;
  const wide = say('warning').length;
  const label = paint(say(finding.severity).padEnd(wide));
  const said = `${printable(finding.message)}  ${colors.dim(printable(finding.rule))}`;
  // Two spaces, the place, two, the severity, two.
  let out = `  ${colors.dim(place)}  ${label}  ${wrapped(said, place.length + wide + 6, columns)}\n`;
  if (source !== '') {
    const width = Math.max(smallestWidth, options.width) - indent.length - gutter.length;
    const excerpt = excerptOf(source, finding.start, finding.end, width);
    const mark = excerpt.marked > 1 ? `^${'~'.repeat(excerpt.marked - 1)}` : '^';
    const edge = `${indent}${colors.dim(gutter)}`;
    out += `${edge}${excerpt.line}\n${edge}${' '.repeat(excerpt.indent)}${paint(mark)}\n`;
  }
  for (const {rule, message} of alsoSaid(finding))
    out += `${indent}${wrapped(colors.dim(say('also', {rule: printable(rule), message: printable(message)})), indent.length, columns)}\n`;
  for (const line of remedies(source, finding, options.say))
    out += `${indent}${wrapped(colors.green(printable(line)), indent.length, columns)}\n`;
  return out;
}

/** What can be done about a finding: its fix, then its first suggestions. */
function remedies(source: string, finding: Finding, say: Say = inEnglish): string[] {
  const lines: string[] = [];
  if (finding.fix) lines.push(say('fix', {change: changeInWords(source, finding.fix.edits, {say})}));
  const {suggestions} = finding;
  for (const {message} of suggestions.slice(0, shownSuggestions)) lines.push(`→ ${message}`);
  if (suggestions.length > shownSuggestions)
    lines.push(`→ ${say('moreSuggestions', {n: suggestions.length - shownSuggestions})}`);
  return lines;
}

function painter(severity: Severity, colors: Colors): (text: string) => string {
  if (severity === 'error') return colors.red;
  return severity === 'warning' ? colors.yellow : colors.blue;
}

function summary(run: Run, options: ReportOptions, colors: Colors): string {
  const {say = inEnglish} = options;
  const totals = totalsOf(run, options);
  const head = headline(totals, options);
  const paint = headPainter(totals, colors);
  const lines = totals.failed === totals.files && totals.failed > 0 ? [] : [paint(colors.bold(head))];
  if (totals.words > 0) {
    lines.push(
      say('penalty', {
        per: totals.penalty_per_1000_words,
        penalty: totals.penalty,
        n: totals.words,
      }),
    );
    if (totals.penalty > 0)
      lines.push(colors.dim(scoreInWords(totals.penalty_per_1000_words, totals.words, say)));
  }
  const unshown = options.quiet ? totalsOf(run, {quiet: false}).findings - totals.findings : 0;
  if (unshown > 0) lines.push(say('unshown', {n: unshown}));
  if (totals.failed > 0) lines.push(colors.red(say('failed', {n: totals.failed})));
  if (totals.fixed > 0) lines.push(say('fixed', {n: totals.fixed}));
  const withheld = run.files.flatMap((file) => shownFindings(file, options)).filter(isWithheld).length;
  if (withheld > 0) lines.push(say('withheld', {n: withheld}));
  if (totals.fixable > 0) lines.push(say('fixable', {n: totals.fixable}));
  if (totals.hidden > 0) lines.push(say('hiddenByBaseline', {n: totals.hidden}));
  const disabled = run.files
    .flatMap((file) => shownSuppressed(file, options))
    .filter(({suppression}) => suppression.kind === 'directive').length;
  if (disabled > 0) lines.push(say('hiddenByDirectives', {n: disabled}));
  return lines.join('\n');
}

function headPainter(totals: Totals, colors: Colors): (text: string) => string {
  if (totals.errors > 0 || totals.failed > 0) return colors.red;
  return totals.warnings > 0 ? colors.yellow : colors.green;
}
