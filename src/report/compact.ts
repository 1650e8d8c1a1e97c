import type {Reporter} from './report.js';
import {headline, plural, shownFindings, totalsOf} from './totals.js';
import {printable, printablePath} from './visible.js';

/** One line a finding, as compilers write it, so that editors and `grep` can read it. */
export const compact: Reporter = {
  name: 'compact',
  description: 'One line a finding: path:line:column: severity: message [rule]',
  report(run, options) {
    let out = '';
    for (const file of run.files) {
      const path = printablePath(file.path);
      if (file.error !== undefined) out += `${path}: error: ${printable(file.error)}\n`;
      for (const {line, column, severity, message, rule} of shownFindings(file, options)) {
        out += `${path}:${line}:${column}: ${severity}: ${printable(message)} [${printable(rule)}]\n`;
      }
    }
    const totals = totalsOf(run, options);
    const failed = totals.failed > 0 ? `, ${plural(totals.failed, 'file')} could not be linted` : '';
    const hidden = totals.hidden > 0 ? `, ${totals.hidden} hidden by the baseline` : '';
    return `${out}${out === '' ? '' : '\n'}${headline(totals, options)}${failed}${hidden}\n`;
  },
};
