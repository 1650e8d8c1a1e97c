import {findingJson, suppressedJson} from './json.js';
import {jsonText} from './json-text.js';
import type {Reporter} from './report.js';
import {shownFindings, shownSuppressed} from './totals.js';

/** For `jq`, DuckDB and the like: each line stands for itself. */
export const jsonl: Reporter = {
  name: 'jsonl',
  description:
    'One JSON object a finding and line: its path and the finding; a file that failed gives {path, error}',
  tellsSuppressed: true,
  report(run, options) {
    let out = '';
    for (const file of run.files) {
      const {path, error} = file;
      if (error !== undefined) out += `${jsonText({path, error})}\n`;
      for (const finding of shownFindings(file, options))
        out += `${jsonText({path, ...findingJson(finding)})}\n`;
      for (const finding of shownSuppressed(file, options))
        out += `${jsonText({path, ...suppressedJson(finding)})}\n`;
    }
    return out;
  },
};
