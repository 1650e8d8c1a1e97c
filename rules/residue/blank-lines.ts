import {defineRule} from '../../src/engine/rule.js';
import {isLineBreak, isSpaceInLine} from './_shared/line-breaks.js';

const most = 2;

export default defineRule({
  meta: {
    id: 'residue/blank-lines',
    description: 'Three blank lines or more in a row',
    mqm: 'whitespace',
    severity: 'warning',
    recommended: true,
    fixable: 'typography',
    messages: {
      run: '{{count}} blank lines in a row: something may have been taken out of the page here',
      end: '{{count}} blank lines at the end of the text',
    },
  },
  create(context) {
    const {article} = context;
    const {prose, blocks} = article;
    return {
      article() {
        // In Markdown and HTML blank lines mean nothing, and are no prose.
        if (article.format !== 'text') return;
        let from = 0;
        for (const block of blocks) {
          between(from, block.start);
          from = block.end;
        }
        between(from, prose.length);
      },
    };

    /** Looks for runs of blank lines in a stretch without prose, which may hold directives and front matter. */
    function between(start: number, end: number): void {
      if (end - start <= most) return;
      let run = -1;
      let count = 0;
      let lineStart = start === 0;
      let blankStart = start;
      let i = start;
      while (i < end) {
        const code = prose.charCodeAt(i);
        if (isLineBreak(code)) {
          const next = code === 13 && prose.charCodeAt(i + 1) === 10 ? i + 2 : i + 1;
          if (lineStart) {
            if (count === 0) run = blankStart;
            count++;
          }
          lineStart = true;
          blankStart = next;
          i = next;
          continue;
        }
        if (!isSpaceInLine(code)) {
          report(run, blankStart, count);
          count = 0;
          lineStart = false;
        }
        i++;
      }
      if (end === prose.length && lineStart && blankStart < end) {
        if (count === 0) run = blankStart;
        count++;
        blankStart = end;
      }
      report(run, blankStart, count);
    }

    function report(start: number, end: number, count: number): void {
      if (count <= most) return;
      const isEdge = start === 0 || end === prose.length;
      const text = isEdge ? '' : firstBreak(start);
      const messageId = end === prose.length ? 'end' : 'run';
      context.report({messageId, start, end, data: {count}, fix: [{start, end, text}]});
    }

    function firstBreak(from: number): string {
      let at = from;
      while (!isLineBreak(prose.charCodeAt(at))) at++;
      return prose.charCodeAt(at) === 13 && prose.charCodeAt(at + 1) === 10 ? '\r\n' : prose[at]!;
    }
  },
});
