import {defineRule} from '../../src/engine/rule.js';
import {blockOf} from '../../src/text/blocks.js';
import {Zone} from '../../src/text/tokens.js';
import {deleteSpan} from './_shared/delete-block.js';
import {deletion, holdsForSource, placeOf} from './_shared/labels.js';
import {excerpt, shortBlockAt} from './_shared/short-blocks.js';

export default defineRule({
  meta: {
    id: 'residue/wire-mark',
    description: 'Marks of agencies and editors for their own use: (approx. ed.), ROUNDUP 2:, (adds details)',
    mqm: 'addition',
    severity: 'warning',
    recommended: true,
    hasSuggestions: true,
    needs: 0,
    messages: {
      mark: '“{{text}}” is a mark of an editor or an agency in the original; write “Ed.” or leave it out',
      line: '“{{text}}” is a mark of an agency for its subscribers, not part of the article',
    },
    dictionaries: ['residue/wire-mark'],
  },
  create(context) {
    const {text} = context;
    return {
      phrase(match) {
        if (!holdsForSource(context.settings, match.entry)) return;
        if (text.tokens.zones[match.first]! & (Zone.Code | Zone.Url)) return;
        if (match.entry.position === 'whole-block') {
          const block = shortBlockAt(context, blockOf(text, match.first));
          if (block) context.report({messageId: 'line', ...placeOf(block), ...deletion(context, block)});
          return;
        }
        const {start, end} = match;
        const isLine = match.entry.position === 'block-start';
        const data = {text: excerpt(text.prose.slice(start, end))};
        context.report({
          messageId: isLine ? 'line' : 'mark',
          start,
          end,
          data,
          suggestions: edit(start, end),
        });
      },
    };

    /** A mark at the head of a block goes with the space after it, one in the text with the space before it. */
    function edit(
      start: number,
      end: number,
    ): {message: string; edits: {start: number; end: number; text: string}[]}[] {
      const isHead = start === 0 || text.prose[start - 1] === '\n';
      if (!isHead) return [{message: 'Delete it', edits: deleteSpan(text.prose, start, end)}];
      const after = /^ */.exec(text.prose.slice(end, end + 4))![0].length;
      return [{message: 'Delete it', edits: [{start, end: end + after, text: ''}]}];
    }
  },
});
