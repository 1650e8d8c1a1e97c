import type {Article} from '../article/article.js';
import type {Finding, Severity} from './finding.js';
import type {LineStarts} from './lines.js';
import {toOwnFinding} from './report.js';

/** Id under which the engine tells what it has not read; it can be set in `rules` like any other. */
export const unreadRule = 'reading/unread';

/** A note for each stretch of an article that its reader left out because it would take too long, and an error for a file that is broken. */
export function tellUnread(article: Article, lines: () => LineStarts, severity: Severity): Finding[] {
  const faults = (article.faults ?? []).map((fault) =>
    toOwnFinding(article, lines(), fault, unreadRule, 'error', ({line}) => `${fault.message} (line ${line})`),
  );
  return article.opaque
    .filter(({kind}) => kind === 'unread')
    .map((place) =>
      toOwnFinding(
        article,
        lines(),
        place,
        unreadRule,
        severity,
        ({line, endLine}) =>
          `Lines ${line} to ${endLine} were not read: their markup would take too long. Part them with blank lines, and they are`,
      ),
    )
    .concat(faults);
}
