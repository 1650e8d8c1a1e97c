import {defineRule} from '../../src/engine/rule.js';
import {endOfBlock, firstOfBlock} from '../../src/text/blocks.js';
import {wordSet} from '../../src/text/hash.js';
import {TokenFlag} from '../../src/text/tokens.js';
import {deleteBlock} from '../residue/_shared/delete-block.js';
import {deletion, matchedBlock, placeOf} from '../residue/_shared/labels.js';
import {shortBlocks} from '../residue/_shared/short-blocks.js';

const mostWords = 12;
/** Bylines stand at the head or at the foot. */
const edge = 4;

const dateWords = wordSet(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun am pm a p m gmt utc est edt et pst pdt pt cet cest bst ist msk at on of the th st nd rd hours hrs h',
);

export default defineRule({
  meta: {
    id: 'structure/byline',
    description: 'Lines with the author, the source or the date of the page that the article came from',
    mqm: 'addition',
    severity: 'info',
    recommended: 'strict',
    hasSuggestions: true,
    messages: {
      author: '“{{text}}” names the author or the source on the page of the original',
      date: '“{{text}}” is the date line of the page, not part of the article',
    },
    dictionaries: ['structure/byline'],
  },
  create(context) {
    const {article, text} = context;
    const seen = new Set<number>();
    return {
      phrase(match) {
        const block = matchedBlock(context, match);
        if (!block || block.words > mostWords || !isAtEdge(block.index) || seen.has(block.index)) return;
        seen.add(block.index);
        context.report({messageId: 'author', ...placeOf(block), ...deletion(context, block)});
      },
      article() {
        for (const block of shortBlocks(context)) {
          if (block.words > mostWords || !isAtEdge(block.index) || seen.has(block.index)) continue;
          if (!isDate(block.index)) continue;
          const edits = deleteBlock(article, block.start, block.end);
          context.report({
            messageId: 'date',
            ...placeOf(block),
            suggestions: [{message: 'Delete the line', edits}],
          });
        }
      },
    };

    function isAtEdge(block: number): boolean {
      return block > 0 && (block <= edge || block >= article.blocks.length - edge);
    }

    /** Nothing but figures and the words of dates, a year among them. */
    function isDate(b: number): boolean {
      const {flags, hashes} = text.tokens;
      let year = false;
      for (let i = firstOfBlock(text, b); i < endOfBlock(text, b); i++) {
        if (flags[i]! & TokenFlag.Number) year ||= /(?:^|\D)(?:19|20)\d\d$/.test(text.token(i));
        else if (flags[i]! & TokenFlag.Word && !dateWords.has(hashes[i]!)) return false;
      }
      return year && endOfBlock(text, b) - firstOfBlock(text, b) > 2;
    }
  },
});
