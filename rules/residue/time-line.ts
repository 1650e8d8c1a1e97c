import {defineRule} from '../../src/engine/rule.js';
import {Feature} from '../../src/text/tokens.js';
import {deleteBlock} from './_shared/delete-block.js';
import {deletion, interfaceLines, matchedBlock, placeOf} from './_shared/labels.js';
import {pageOf} from './_shared/page/page.js';
import {shortBlocks} from './_shared/short-blocks.js';

export default defineRule({
  meta: {
    id: 'residue/time-line',
    description: 'Lines that say when a page was updated or how long it takes to read, and labels of players',
    mqm: 'addition',
    severity: 'warning',
    recommended: true,
    fixable: 'letters',
    letters: 'delete',
    hasSuggestions: true,
    messages: {
      stamp: '“{{text}}” says when the page was published or changed; it is not part of the article',
      machinery: '“{{text}}” belongs to the machinery of the page (player, reading time), not to the article',
    },
    dictionaries: ['residue/time-line'],
  },
  create(context) {
    const {article, text} = context;
    const page = pageOf(context);
    const seen = new Set<number>();
    return {
      phrase(match) {
        const block = matchedBlock(context, match);
        if (!block || seen.has(block.index)) return;
        seen.add(block.index);
        page.mark(block.index);
        if (match.entry.apply === 'fix' && block.words > 1) {
          const fix = deleteBlock(article, block.start, block.end);
          context.report({messageId: 'machinery', ...placeOf(block), fix});
        } else context.report({messageId: 'machinery', ...placeOf(block), ...deletion(context, block)});
      },
      article() {
        for (const line of interfaceLines(context, 'time-line'))
          context.report({messageId: 'machinery', ...line});
        if (!(text.features & Feature.Digit)) return;
        for (const block of shortBlocks(context)) {
          const shape = page.shapeOf(block.index);
          if (seen.has(block.index)) continue;
          if (shape === 'player') {
            const fix = deleteBlock(article, block.start, block.end);
            context.report({messageId: 'machinery', ...placeOf(block), fix});
          } else if (shape === 'stamp') {
            context.report({messageId: 'stamp', ...placeOf(block), ...deletion(context, block)});
          }
        }
      },
    };
  },
});
