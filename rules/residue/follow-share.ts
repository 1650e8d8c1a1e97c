import {defineRule} from '../../src/engine/rule.js';
import {endOfBlock} from '../../src/text/blocks.js';
import type {TextIndex} from '../../src/text/tokens.js';
import {deleteBlock} from './_shared/delete-block.js';
import {deletion, interfaceLines, matchedBlock, placeOf} from './_shared/labels.js';
import {pageOf} from './_shared/page/page.js';
import {ShareRow, shareRow} from './_shared/share-words.js';
import {isMarkedHeading, type ShortBlock, shortBlocks} from './_shared/short-blocks.js';

const mostWords = 30;
const colon = 0x3a;
const mostWordsOfRow = 16;
const networks =
  /\b(?:twitter|x|facebook|instagram|telegram|google (?:news|discover)|whatsapp|tiktok|youtube|linkedin|threads|bluesky|viber|social (?:media|networks))\b/i;

export default defineRule({
  meta: {
    id: 'residue/follow-share',
    description: 'Invitations to follow a site on social networks, and rows of share buttons',
    mqm: 'addition',
    severity: 'warning',
    recommended: true,
    fixable: 'letters',
    letters: 'delete',
    hasSuggestions: true,
    messages: {
      follow: '“{{text}}” invites the reader to follow the site; it is not part of the article',
      share: '“{{text}}” are the labels of share buttons, not part of the article',
    },
    dictionaries: ['residue/follow-share'],
  },
  create(context) {
    const page = pageOf(context);
    const seen = new Set<number>();
    const starts = new Set<number>();
    return {
      phrase(match) {
        const block = matchedBlock(context, match);
        if (!block || block.words > mostWords || seen.has(block.index)) return;
        const {position, source} = match.entry;
        if (position !== 'whole-block' && source === undefined && !networks.test(block.text)) return;
        if (shareRow(context.text, block.index) === ShareRow.Row) return;
        seen.add(block.index);
        starts.add(block.start);
        page.mark(block.index);
        const messageId = position === 'whole-block' ? 'share' : 'follow';
        context.report({messageId, ...placeOf(block), ...deletion(context, block)});
      },
      article() {
        let before: ShortBlock | undefined;
        let told = false;
        let isNamed = false;
        for (const block of shortBlocks(context)) {
          const row = block.words <= mostWordsOfRow ? shareRow(context.text, block.index) : ShareRow.No;
          if (row === ShareRow.No || isMarkedHeading(context.article, block)) {
            before = undefined;
            continue;
          }
          // One button alone may be a heading about that network; two running are buttons.
          const follows = before !== undefined && before.index === block.index - 1;
          if (!follows) isNamed = endsInColon(context.text, block.index - 1);
          if (follows && !told) share(before as ShortBlock, isNamed);
          told = row === ShareRow.Row || follows;
          if (told) share(block, isNamed);
          before = block;
        }
        // Last, so that what the rows took is theirs alone.
        for (const line of interfaceLines(context, 'follow-share'))
          if (!starts.has(line.start)) context.report({messageId: 'share', ...line});
      },
    };

    /** `isNamed`: in a list that a sentence of the article leads to: “These sites were blocked:”. */
    function share(block: ShortBlock, isNamed: boolean): void {
      if (seen.has(block.index)) return;
      seen.add(block.index);
      starts.add(block.start);
      page.mark(block.index);
      context.report({
        messageId: 'share',
        ...placeOf(block),
        ...(isNamed ? deletion(context, block) : {fix: deleteBlock(context.article, block.start, block.end)}),
      });
    }
  },
});

function endsInColon(text: TextIndex, block: number): boolean {
  return block >= 0 && text.tokens.hashes[endOfBlock(text, block) - 1] === colon;
}
