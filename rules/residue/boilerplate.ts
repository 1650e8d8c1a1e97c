import {defineRule} from '../../src/engine/rule.js';
import {Feature} from '../../src/text/tokens.js';
import {deleteBlock, deleteSpan} from './_shared/delete-block.js';
import {pageOf} from './_shared/page/page.js';
import {isRightsNotice, wordsOfNotices} from './_shared/rights-notice.js';
import {excerpt, shortBlocks} from './_shared/short-blocks.js';
import {firstTailSentence, sentenceOf, sentenceRange} from './_shared/tail.js';

export default defineRule({
  meta: {
    id: 'residue/boilerplate',
    description: 'Rights notices of agencies and sites, translated along with the article',
    mqm: 'addition',
    severity: 'warning',
    recommended: true,
    hasSuggestions: true,
    needs: Feature.Replacement,
    words: ['copyright', 'c', ...wordsOfNotices],
    messages: {
      rights: 'This is the rights notice of an agency or a site, not part of the article: “{{text}}”',
      copyright: 'This is the copyright line of the page, not part of the article: “{{text}}”',
      listed: '“{{text}}” is a line of the page, not part of the article',
    },
    dictionaries: ['boilerplate', 'residue'],
  },
  create(context) {
    const {article, text} = context;
    const page = pageOf(context);
    /** Sentences of notices, with the message each calls for. */
    const notices = new Map<number, 'rights' | 'copyright' | 'listed'>();
    /** Of these, those count that stand in the tail. */
    const likely: typeof notices = new Map();
    return {
      phrase(match) {
        const sentence = sentenceOf(text, match.first);
        const {kind, position} = match.entry;
        (position === 'whole-block' ? notices : likely).set(
          sentence,
          kind === 'residue' ? 'listed' : 'rights',
        );
      },
      article() {
        const firstTail = firstTailSentence(text, page);
        for (const [s, messageId] of likely) if (s >= firstTail) notices.set(s, messageId);
        for (let s = firstTail; s < text.sentences.count; s++) {
          if (!notices.has(s) && isRightsNotice(text, s)) notices.set(s, 'rights');
        }
        for (const block of shortBlocks(context)) {
          const from = text.blockFirstSentence[block.index]!;
          if (from < firstTail || block.index === 0 || page.shapeOf(block.index) !== 'copyright') continue;
          for (let s = from; s < text.blockFirstSentence[block.index + 1]!; s++) notices.set(s, 'copyright');
        }
        const done = new Set<number>();
        for (const [first, messageId] of [...notices].sort((a, b) => a[0] - b[0])) {
          if (done.has(first)) continue;
          const block = text.sentences.blocks[first]!;
          let last = first;
          while (notices.has(last + 1) && text.sentences.blocks[last + 1] === block) done.add(++last);
          const {start} = sentenceRange(text, first);
          const {end} = sentenceRange(text, last);
          const from = text.blockFirstSentence[block]!;
          const isWhole = first === from && last === text.blockFirstSentence[block + 1]! - 1;
          const whole = article.blocks[block]!;
          report(messageId, start, end, isWhole ? whole : undefined);
        }
      },
    };

    function report(
      messageId: 'rights' | 'listed' | 'copyright',
      start: number,
      end: number,
      block: {start: number; end: number} | undefined,
    ): void {
      const edits = block ? deleteBlock(article, block.start, block.end) : deleteSpan(text.prose, start, end);
      context.report({
        messageId,
        start,
        end,
        data: {text: excerpt(text.prose.slice(start, Math.min(end, start + 100)))},
        suggestions: [{message: 'Delete it, or keep it in a field for rights', edits}],
      });
    }
  },
});
