import {defineRule} from '../../src/engine/rule.js';
import {Zone} from '../../src/text/tokens.js';
import {deletion, interfaceLines, matchedBlock, placeOf} from './_shared/labels.js';
import {pageOf} from './_shared/page/page.js';

const mostWords = 60;
/** A notice speaks to its reader; an article about cookies seldom does. */
const address = /\b(?:we|our|us|you|your|please)\b/i;

export default defineRule({
  meta: {
    id: 'residue/cookie-notice',
    description: 'Notices about cookies, JavaScript, ad blockers and paywalls',
    mqm: 'addition',
    severity: 'warning',
    recommended: true,
    hasSuggestions: true,
    messages: {
      notice: '“{{text}}” is a notice of the site (cookies, scripts, subscription), not part of the article',
    },
    dictionaries: ['residue/cookie-notice'],
  },
  create(context) {
    const page = pageOf(context);
    const seen = new Set<number>();
    return {
      phrase(match) {
        const block = matchedBlock(context, match);
        if (!block || block.index === 0 || block.words > mostWords || seen.has(block.index)) return;
        if (context.text.tokens.zones[match.first]! & Zone.Quotation) return;
        if (match.entry.source === undefined && block.words > 8 && !address.test(block.text)) return;
        seen.add(block.index);
        page.mark(block.index);
        context.report({messageId: 'notice', ...placeOf(block), ...deletion(context, block)});
      },
      article() {
        for (const line of interfaceLines(context, 'cookie-notice'))
          context.report({messageId: 'notice', ...line});
      },
    };
  },
});
