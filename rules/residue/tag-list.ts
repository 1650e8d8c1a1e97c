import {defineRule} from '../../src/engine/rule.js';
import {Feature} from '../../src/text/tokens.js';
import {deleteBlock} from './_shared/delete-block.js';
import {deletion, interfaceLines, matchedBlock, placeOf} from './_shared/labels.js';
import {pageOf} from './_shared/page/page.js';
import {isMarkedHeading, shortBlocks} from './_shared/short-blocks.js';
import {endsWithStop} from './_shared/stops.js';
import {isTailBlock} from './_shared/tail.js';

const mostWords = 50;
const hashtags = /^(?:#[\p{L}\p{N}_]+[\s,;]*){3,}$/u;

export default defineRule({
  meta: {
    id: 'residue/tag-list',
    description: 'Lists of tags and topics',
    mqm: 'addition',
    severity: 'warning',
    recommended: true,
    fixable: 'letters',
    letters: 'delete',
    hasSuggestions: true,
    messages: {
      tags: '“{{text}}” is a list of the page’s tags, not part of the article',
      hashtags: '“{{text}}” is a row of hashtags, not part of the article',
    },
    dictionaries: ['residue/tag-list'],
  },
  create(context) {
    const {article, text} = context;
    const page = pageOf(context);
    const seen = new Set<number>();
    const fix = ({start, end}: {start: number; end: number}) => ({fix: deleteBlock(article, start, end)});
    return {
      phrase(match) {
        const block = matchedBlock(context, match);
        if (!block || block.index === 0 || block.words > mostWords || seen.has(block.index)) return;
        if (match.entry.position !== 'whole-block' && endsWithStop(block.text)) return;
        seen.add(block.index);
        page.mark(block.index);
        context.report({messageId: 'tags', ...placeOf(block), ...fix(block)});
      },
      article() {
        for (const line of interfaceLines(context, 'tag-list')) context.report({messageId: 'tags', ...line});
        if (!(text.features & Feature.Hash)) return;
        for (const block of shortBlocks(context)) {
          if (block.index === 0 || seen.has(block.index) || isMarkedHeading(article, block)) continue;
          if (!hashtags.test(block.text)) continue;
          page.mark(block.index);
          if (isTailBlock(text, block.index))
            context.report({messageId: 'hashtags', ...placeOf(block), ...fix(block)});
          else context.report({messageId: 'hashtags', ...placeOf(block), ...deletion(context, block)});
        }
      },
    };
  },
});
