import {defineRule} from '../../src/engine/rule.js';
import {Feature} from '../../src/text/tokens.js';
import {deleteSpan} from './_shared/delete-block.js';
import {deletion, matchedBlock, placeOf} from './_shared/labels.js';
import {pageOf} from './_shared/page/page.js';
import {isMarkedHeading, shortBlocks} from './_shared/short-blocks.js';

const mostWords = 40;
/** How an embedded post signs: name, handle, date. */
const signature = /^.{2,60}\(@\w{1,20}\)\s+\p{L}{3,12}\.? \d{1,2}, (?:19|20)\d\d$/u;
/** Addresses that only an embedded post brings along. */
const address = /(?:https?:\/\/)?(?:pic\.twitter\.com|t\.co)\/\w{4,20}/g;

export default defineRule({
  meta: {
    id: 'residue/social-embed',
    description: 'What remains of posts embedded from social networks',
    mqm: 'addition',
    severity: 'info',
    recommended: true,
    hasSuggestions: true,
    schema: {
      type: 'object',
      properties: {
        tweets: {
          type: 'boolean',
          description: 'Also tell signatures and picture addresses of quoted tweets.',
        },
      },
      additionalProperties: false,
    },
    defaultOptions: {tweets: false},
    strictOptions: {tweets: true},
    needs: Feature.Slash | Feature.At,
    messages: {
      embed: '“{{text}}” is left of a post from a social network that was embedded here',
      address: '“{{text}}” is the address of a picture in an embedded post; the reader cannot see it here',
    },
    dictionaries: ['residue/social-embed'],
  },
  create(context) {
    const {article, text} = context;
    const {prose} = text;
    const seen = new Set<number>();
    return {
      phrase(match) {
        const block = matchedBlock(context, match);
        if (!block || block.words > mostWords || seen.has(block.index)) return;
        seen.add(block.index);
        pageOf(context).mark(block.index);
        context.report({messageId: 'embed', ...placeOf(block), ...deletion(context, block)});
      },
      article() {
        if (!context.options.tweets) return;
        if (text.features & Feature.Slash) addresses();
        if (!(text.features & Feature.At)) return;
        for (const block of shortBlocks(context)) {
          if (seen.has(block.index) || block.words > 16 || isMarkedHeading(article, block)) continue;
          if (!signature.test(block.text)) continue;
          context.report({messageId: 'embed', ...placeOf(block), ...deletion(context, block)});
        }
      },
    };

    function addresses(): void {
      if (!prose.includes('pic.twitter.com/') && !prose.includes('//t.co/')) return;
      for (const match of prose.matchAll(address)) {
        const start = match.index;
        const end = start + match[0].length;
        // `out.co/…` is another site.
        if (start > 0 && /[\w.]/.test(prose[start - 1]!)) continue;
        const suggestions = [{message: 'Delete the address', edits: deleteSpan(prose, start, end)}];
        context.report({messageId: 'address', start, end, data: {text: match[0]}, suggestions});
      }
    }
  },
});
