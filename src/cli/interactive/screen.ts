import picocolors from 'picocolors';
import {excerptOf} from '../../report/excerpt.js';
import {printable, printablePath} from '../../report/visible.js';
import type {Walk} from './walk.js';

const indent = '      ';

/** The open question of a walk as lines for a terminal; the last has no line end. Nothing of an article can control the terminal. */
export function screenOf(walk: Walk, color: boolean, width: number): string {
  const question = walk.current;
  if (!question) return '';
  const colors = picocolors.createColors(color);
  const {file, finding, choices, forms} = question;
  const {severity, line, column, start, end} = finding;
  const paint = severity === 'error' ? colors.red : severity === 'warning' ? colors.yellow : colors.blue;
  const excerpt = excerptOf(file.source, start, end, Math.max(40, width) - indent.length - 2);
  const mark = excerpt.marked > 1 ? `^${'~'.repeat(excerpt.marked - 1)}` : '^';
  const out = [
    `${colors.underline(printablePath(file.path))}:${line}:${column}  ${colors.dim(`${walk.at + 1} of ${walk.questions.length}`)}`,
    `  ${paint(severity)}  ${printable(finding.message)}  ${colors.dim(printable(finding.rule))}`,
    `${indent}${colors.dim('│')} ${excerpt.line}`,
    `${indent}${colors.dim('│')} ${' '.repeat(excerpt.indent)}${paint(mark)}`,
  ];
  if (walk.phase === 'spelling') {
    for (const [i, form] of forms.entries())
      out.push(`   ${colors.bold(String(i + 1))}  ${colors.green(printable(form))}`);
    const apart =
      forms.length < 2
        ? ''
        : `  [t] ${forms.length === 2 ? 'two' : `${forms.length}`} different names, each right`;
    out.push(`${keys(1, forms.length)} the spelling that the dictionary shall have${apart}  [Esc] back `);
    return out.join('\n');
  }
  for (const [i, {message}] of choices.entries())
    out.push(`   ${colors.bold(String(i + 1))}  ${colors.green(printable(message))}`);
  const all = forms.length > 0 ? 'for this name' : `of ${finding.rule}`;
  const offers = [
    ...(choices.length > 0 ? [`${keys(1, choices.length)} take`, `[a] 1 and all ${all}`] : []),
    '[s]kip',
    `[x] skip all ${all}`,
    ...(forms.length > 0 ? ['[d]ictionary'] : []),
    '[u]ndo',
    '[q]uit',
  ];
  out.push(`${offers.join('  ')} `);
  return out.join('\n');
}

function keys(from: number, to: number): string {
  return from === to ? `[${from}]` : `[${from}-${to}]`;
}
