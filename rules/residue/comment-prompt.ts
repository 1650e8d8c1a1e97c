import {defineRule} from '../../src/engine/rule.js';
import {deleteBlock} from './_shared/delete-block.js';
import {matchedBlock, placeOf} from './_shared/labels.js';

export default defineRule({
  meta: {
    id: 'residue/comment-prompt',
    description: 'Headings and prompts of a comment section',
    mqm: 'addition',
    severity: 'warning',
    recommended: true,
    fixable: 'letters',
    letters: 'delete',
    needs: 0,
    messages: {
      prompt: '“{{text}}” belongs to the comment section of the page, not to the article',
    },
    dictionaries: ['residue/comment-prompt'],
  },
  create(context) {
    return {
      phrase(match) {
        const block = matchedBlock(context, match);
        if (!block || block.index === 0) return;
        const fix = deleteBlock(context.article, block.start, block.end);
        context.report({messageId: 'prompt', ...placeOf(block), fix});
      },
    };
  },
});
