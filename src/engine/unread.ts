import type {Article} from '../article/article.js';
import type {Finding, Severity} from './finding.js';
import {type LineStarts, positionAt} from './lines.js';

/** Id under which the engine tells what it has not read; it can be set in `rules` like any other. */
export const unreadRule = 'reading/unread';

/** A note for each stretch of an article that its reader left out because it would take too long. */
export function tellUnread(
  {opaque, source}: Article,
  lines: () => LineStarts,
  severity: Severity,
): Finding[] {
  return opaque
    .filter(({kind}) => kind === 'unread')
    .map(({start, end}) => {
      const from = positionAt(lines(), start);
      const to = positionAt(lines(), end);
      return {
        rule: unreadRule,
        messageId: 'unread',
        message:
          `Lines ${from.line} to ${to.line} were not read: their markup would take too long. ` +
          'Part them with blank lines, and they are',
        severity,
        mqm: 'markup',
        start,
        end,
        ...from,
        endLine: to.line,
        endColumn: to.column,
        text: source.slice(start, end),
        suggestions: [],
        related: [],
        data: {},
      };
    });
}
