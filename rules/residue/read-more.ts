import {defineRule} from '../../src/engine/rule.js';
import {wordSet} from '../../src/text/hash.js';
import {TokenFlag, Zone} from '../../src/text/tokens.js';
import {deleteSpan} from './_shared/delete-block.js';
import {deletion, matchedBlock, placeOf} from './_shared/labels.js';
import {pageOf} from './_shared/page/page.js';
import {excerpt, type ShortBlock} from './_shared/short-blocks.js';
import {endsWithStop} from './_shared/stops.js';
import {sentenceOf, sentenceRange} from './_shared/tail.js';

const mostWords = 30;
const colons = new Set([':', '：'].map((mark) => mark.charCodeAt(0)));
/** Words that go on with an ordinary sentence: “Also read the report”, “Read too much”. */
const ordinary = wordSet('the a an this that much many out and in on from to aloud');

export default defineRule({
  meta: {
    id: 'residue/read-more',
    description: 'Links to other articles: read also, read more, related articles',
    mqm: 'addition',
    severity: 'warning',
    recommended: true,
    hasSuggestions: true,
    needs: 0,
    messages: {
      label: '“{{text}}” introduces links to other articles; it is not part of this one',
      link: '“{{text}}” is a link to another article, not part of this one',
    },
    dictionaries: ['residue/read-more'],
  },
  create(context) {
    const {text} = context;
    const page = pageOf(context);
    const {flags, hashes, zones} = text.tokens;
    const seen = new Set<number>();
    return {
      phrase(match) {
        const block = matchedBlock(context, match);
        if (match.entry.position === 'whole-block') {
          if (block && !seen.has(block.index)) tell(block, 'label');
          return;
        }
        if (zones[match.first]! & Zone.Quotation) return;
        const next = match.last + 1;
        const sentence = sentenceOf(text, match.first);
        const last = text.sentences.last[sentence]!;
        const leads = colons.has(hashes[match.last]!) || (next <= last && colons.has(hashes[next]!));
        const isForeign = match.entry.source !== undefined;
        const isAlone = next > last;
        // Without a colon the title of the other article must follow: a capital, and no ordinary sentence.
        if (!leads && !isForeign && !isAlone) {
          if (!(flags[next]! & TokenFlag.InitialCap) || ordinary.has(hashes[next]!)) return;
        }
        if (block && block.words <= mostWords && isBlockStart(match.first)) {
          if (!leads && !isAlone && !isForeign && endsWithStop(block.text)) return;
          if (!seen.has(block.index)) tell(block, isAlone ? 'label' : 'link');
          return;
        }
        if (!leads && !isForeign) return;
        const {start, end} = sentenceRange(text, sentence);
        if (end - start > 300) return;
        const place = {start, end, data: {text: excerpt(text.prose.slice(start, end))}};
        if (end - start > 120) {
          // Where the other headline ends, only a person can tell.
          context.report({messageId: 'link', ...place});
          return;
        }
        const edits = deleteSpan(text.prose, start, end);
        context.report({messageId: 'link', ...place, suggestions: [{message: 'Delete it', edits}]});
      },
    };

    function tell(block: ShortBlock, messageId: 'label' | 'link'): void {
      seen.add(block.index);
      page.mark(block.index);
      context.report({messageId, ...placeOf(block), ...deletion(context, block)});
    }

    function isBlockStart(token: number): boolean {
      for (let i = text.blockFirst[text.tokens.blocks[token]!]!; i < token; i++) {
        if (!(flags[i]! & TokenFlag.Mark)) return false;
      }
      return true;
    }
  },
});
