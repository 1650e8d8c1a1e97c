import type {Reporter} from './report.js';
import {shownFindings} from './totals.js';
import {attributes} from './xml.js';

/** Checkstyle's XML, which most CI servers and review bots read. */
export const checkstyle: Reporter = {
  name: 'checkstyle',
  description: 'Checkstyle XML',
  report(run, options) {
    let out = '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n';
    for (const file of run.files) {
      const findings = shownFindings(file, options);
      if (findings.length === 0 && file.error === undefined) continue;
      out += `  <file${attributes({name: file.path})}>\n`;
      if (file.error !== undefined) {
        out += `    <error${attributes({line: 1, severity: 'error', message: file.error, source: 'calque'})}/>\n`;
      }
      for (const {line, column, severity, message, rule} of findings) {
        out += `    <error${attributes({line, column, severity, message, source: `calque.${rule}`})}/>\n`;
      }
      out += '  </file>\n';
    }
    return `${out}</checkstyle>\n`;
  },
};
