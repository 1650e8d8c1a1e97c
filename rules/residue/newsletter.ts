import {defineRule} from '../../src/engine/rule.js';
import {deletion, interfaceLines, matchedBlock, placeOf} from './_shared/labels.js';
import {pageOf} from './_shared/page/page.js';
import {isMarkedHeading, shortBlocks} from './_shared/short-blocks.js';

const mostWords = 45;
const invitation = /^(?:sign up|subscribe|register|get|join|download|install|want (?:more|to))\b/i;
const goods =
  /\b(?:newsletters?|inbox|mailing list|(?:our|the) (?:free )?apps?|telegram|whatsapp|(?:news|e-?mail|push) alerts|push notifications)\b/i;
const address = /\b(?:our|us|your|you)\b/i;

export default defineRule({
  meta: {
    id: 'residue/newsletter',
    description: 'Invitations to subscribe to a newsletter, a channel or an app',
    mqm: 'addition',
    severity: 'warning',
    recommended: true,
    hasSuggestions: true,
    messages: {
      invitation: '“{{text}}” invites the reader to subscribe; it is not part of the article',
    },
    dictionaries: ['residue/newsletter'],
  },
  create(context) {
    const page = pageOf(context);
    const seen = new Set<number>();
    return {
      phrase(match) {
        const block = matchedBlock(context, match);
        if (!block || block.words > mostWords || seen.has(block.index)) return;
        seen.add(block.index);
        page.mark(block.index);
        context.report({messageId: 'invitation', ...placeOf(block), ...deletion(context, block)});
      },
      article() {
        for (const line of interfaceLines(context, 'newsletter'))
          context.report({messageId: 'invitation', ...line});
        for (const block of shortBlocks(context)) {
          if (block.words < 3 || block.words > mostWords || seen.has(block.index)) continue;
          if (!invitation.test(block.text) || !goods.test(block.text) || !address.test(block.text)) continue;
          if (isMarkedHeading(context.article, block)) continue;
          page.mark(block.index);
          context.report({messageId: 'invitation', ...placeOf(block), ...deletion(context, block)});
        }
      },
    };
  },
});
