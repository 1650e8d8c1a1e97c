import {defineRule} from '../../src/engine/rule.js';
import {deleteBlock} from './_shared/delete-block.js';
import {deletion, interfaceLines, isWholeBlock, matchedBlock, placeOf} from './_shared/labels.js';
import {pageOf} from './_shared/page/page.js';
import type {ShortBlock} from './_shared/short-blocks.js';
import {isTailBlock} from './_shared/tail.js';

/** Longer blocks that only begin with a prompt may hold more than that. */
const mostWordsOfPrompt = 16;

export default defineRule({
  meta: {
    id: 'residue/comment-prompt',
    description: 'Headings and prompts of a comment section',
    mqm: 'addition',
    severity: 'warning',
    recommended: true,
    fixable: 'letters',
    letters: 'delete',
    hasSuggestions: true,
    messages: {
      prompt: '“{{text}}” belongs to the comment section of the page, not to the article',
    },
    dictionaries: ['residue/comment-prompt'],
  },
  create(context) {
    const page = pageOf(context);
    /** Prompts, and whether one of the entries that found them is sure. */
    const prompts = new Map<ShortBlock, boolean>();
    return {
      phrase(match) {
        const block = matchedBlock(context, match);
        if (!block || block.index === 0) return;
        page.mark(block.index);
        // One word may head a part of the article, and a longer block may hold more than the prompt.
        const isSure =
          match.entry.apply === 'fix' &&
          (isWholeBlock(context.text, match)
            ? block.words > 1 || isTailBlock(context.text, block.index)
            : block.words <= mostWordsOfPrompt);
        prompts.set(block, prompts.get(block) === true || isSure);
      },
      article() {
        for (const line of interfaceLines(context, 'comment-prompt'))
          context.report({messageId: 'prompt', ...line});
        for (const [block, isSure] of prompts) {
          const change = isSure
            ? {fix: deleteBlock(context.article, block.start, block.end)}
            : deletion(context, block);
          context.report({messageId: 'prompt', ...placeOf(block), ...change});
        }
      },
    };
  },
});
