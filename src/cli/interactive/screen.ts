import picocolors from 'picocolors';
import {changeInWords} from '../../report/change-in-words.js';
import {excerptOf} from '../../report/excerpt.js';
import {printable, printablePath} from '../../report/visible.js';
import {wrapped} from '../../report/wrap.js';
import type {Walk} from './walk.js';

const indent = '      ';
const smallestWidth = 40;

/** The open question of a walk as lines for a terminal; the last has no line end. Nothing of an article can control the terminal. */
export function screenOf(walk: Walk, color: boolean, width: number): string {
  const question = walk.current;
  if (!question) return '';
  const columns = Math.max(smallestWidth, width);
  const colors = picocolors.createColors(color);
  const {file, finding, choices, forms} = question;
  const {severity, line, column} = finding;
  const paint = severity === 'error' ? colors.red : severity === 'warning' ? colors.yellow : colors.blue;
  const sight = walk.sight(question);
  const excerpt = excerptOf(sight.text, sight.start, sight.end, columns - indent.length - 2);
  const mark = excerpt.marked > 1 ? `^${'~'.repeat(excerpt.marked - 1)}` : '^';
  const said = `${printable(finding.message)}  ${colors.dim(printable(finding.rule))}`;
  const out = [
    `${colors.underline(printablePath(file.path))}:${line}:${column}  ${colors.dim(`${walk.at + 1} of ${walk.questions.length}`)}`,
    `  ${paint(severity)}  ${wrapped(said, severity.length + 4, columns)}`,
    `${indent}${colors.dim('│')} ${excerpt.line}`,
    `${indent}${colors.dim('│')} ${' '.repeat(excerpt.indent)}${paint(mark)}`,
  ];
  const choice = (i: number, text: string): void => {
    out.push(`   ${colors.bold(String(i + 1))}  ${wrapped(text, indent.length, columns)}`);
  };
  if (walk.phase === 'spelling') {
    for (const [i, form] of forms.entries()) choice(i, colors.green(printable(form)));
    const offers = [
      `${keys(forms.length)} the spelling that the dictionary shall have`,
      ...(forms.length < 2
        ? []
        : [`[t] ${forms.length === 2 ? 'two' : `${forms.length}`} different names, each right`]),
      '[?] help',
      '[Esc] back',
    ];
    out.push(`${wrapped(offers.join('  '), 0, columns)} `);
    return out.join('\n');
  }
  for (const [i, one] of choices.entries()) {
    const change = printable(changeInWords(sight.text, walk.editsInSight(question, one)));
    choice(
      i,
      one.message === undefined
        ? `${colors.green(change)}  ${colors.dim('(safe)')}`
        : `${colors.green(printable(one.message))}  ${colors.dim(change)}`,
    );
  }
  const all = forms.length > 0 ? 'for this name' : `of ${finding.rule}`;
  const offers = [
    ...(choices.length > 0 ? [`${keys(choices.length)} take`, `[a] 1 and all ${all}`] : []),
    '[s]kip',
    `[x] skip all ${all}`,
    ...(forms.length > 0 ? ['[d]ictionary'] : []),
    '[u]ndo',
    '[?] help',
    '[q]uit',
  ];
  out.push(`${wrapped(printable(offers.join('  ')), 0, columns)} `);
  return out.join('\n');
}

/** What every key does, for who asks. */
export function helpOf(walk: Walk): string {
  const rows =
    walk.phase === 'spelling'
      ? [
          ['1-9', 'the dictionary gets this spelling, and the others as its variants; the article is mended'],
          [
            't',
            'these are names of their own: the dictionary gets each, and they are told apart from now on',
          ],
          ['Esc', 'back to the finding'],
        ]
      : [
          ['1-9', 'make this change'],
          ['a', 'make the first change here and for all later findings that are like this one'],
          ['s', 'leave this one as it is'],
          ['x', 'leave all that are like this one'],
          ['d', 'put the right spelling of a name into the dictionary of the project'],
          ['u', 'take the last answer back'],
          ['q', 'ask no more, and write what was taken'],
          ['Ctrl-C', 'stop, and write nothing'],
        ];
  return rows.map(([key, text]) => `  ${(key as string).padEnd(8)}${text}\n`).join('');
}

function keys(last: number): string {
  return last === 1 ? '[1]' : `[1-${last}]`;
}
