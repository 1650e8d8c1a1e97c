import {defineRule} from '../../src/engine/rule.js';
import {endSentenceOf, firstSentenceOf} from '../../src/text/blocks.js';
import {sentenceOf} from '../../src/text/positions.js';
import {deleteBlock, deleteSpan} from './_shared/delete-block.js';
import {deletion, interfaceLines, matchedBlock, placeOf} from './_shared/labels.js';
import {pageOf} from './_shared/page/page.js';
import {
  excerpt,
  isMarkedHeading,
  type ShortBlock,
  shortBlockAt,
  shortBlocks,
} from './_shared/short-blocks.js';
import {isTailBlock, sentenceRange} from './_shared/tail.js';

/** A shop’s or a feed’s mark: `abc-20`. */
const mark = /^[a-z]{2,5}-\d{1,4}$/;
const source = /^(?:source|sources|via|original)\s*(?:[:：]|[–—-](?=\s))\s*\S.{1,60}$/i;

/** Whose figures and findings an article gives, and not where a site took it from. */
const authority =
  /\b(?:statistics|statistical|ministry|minister|university|institute|police|court|bank|council|municipality|department|survey|census|report|study|data|figures|calculations?|eurostat|oecd|imf|who|nasa|un|office|authority|laboratory|observatory|academy|encyclopa?edia|museum|library|parliament)\b/i;

export default defineRule({
  meta: {
    id: 'residue/repost-tail',
    description:
      'What re-posting sites put under an article: source links, feed notices, hidden e-mail addresses',
    mqm: 'addition',
    severity: 'warning',
    recommended: true,
    fixable: 'letters',
    letters: 'delete',
    hasSuggestions: true,
    messages: {
      tail: '“{{text}}” is a line that a re-posting site puts under an article',
      source:
        '“{{text}}” names where the article was taken from; keep it only if the house credits sources so',
      address: '“{{text}}” is the address of a page, left on a line of its own',
      cloak: '“{{text}}” stands where a script hid an e-mail address',
    },
    dictionaries: ['residue/repost-tail'],
  },
  create(context) {
    const {article, text} = context;
    const page = pageOf(context);
    const seen = new Set<number>();
    return {
      phrase(match) {
        if (match.entry.position === 'sentence-start') {
          cloak(match.first);
          return;
        }
        const block = matchedBlock(context, match);
        if (!block || block.index === 0 || seen.has(block.index)) return;
        seen.add(block.index);
        page.mark(block.index);
        context.report({messageId: 'tail', ...placeOf(block), ...deletion(context, block)});
      },
      article() {
        const isTold = (block: number): boolean => {
          const line = shortBlockAt(context, block);
          return line !== undefined && source.test(line.text);
        };
        for (const line of interfaceLines(context, 'repost-tail', isTold))
          context.report({messageId: 'tail', ...line});
        const last = article.blocks.length - 1;
        for (const block of shortBlocks(context)) {
          if (block.index === 0 || seen.has(block.index) || isMarkedHeading(article, block)) continue;
          if (block.index === last && mark.test(block.text)) {
            context.report({messageId: 'tail', ...placeOf(block), ...deletion(context, block)});
          } else if (isCredit(block)) {
            context.report({
              messageId: 'source',
              ...placeOf(block),
              ...deletion(context, block),
              severity: 'info',
            });
          } else if (page.shapeOf(block.index) === 'address') {
            const severity = 'info';
            context.report({messageId: 'address', ...placeOf(block), ...deletion(context, block), severity});
          }
        }
      },
    };

    /** `Source: …` behind the article, however many lines of the page follow. */
    function isCredit({index, words, text: line}: ShortBlock): boolean {
      const isAtEdge =
        page.proseAfter(index) === 0 || page.proseBefore(index) === 0 || isTailBlock(text, index, 3);
      if (words > 8 || !isAtEdge) return false;
      return source.test(line) && !authority.test(line);
    }

    function cloak(token: number): void {
      const sentence = sentenceOf(text, token);
      if (seen.has(-1 - sentence)) return;
      const block = text.sentences.blocks[sentence]!;
      const from = firstSentenceOf(text, block);
      const {start, end} = sentenceRange(text, sentence);
      seen.add(-1 - sentence);
      const isWhole = endSentenceOf(text, block) - from === 1;
      const edits = isWhole ? deleteBlock(article, start, end) : deleteSpan(text.prose, start, end);
      context.report({
        messageId: 'cloak',
        start,
        end,
        data: {text: excerpt(text.prose.slice(start, end))},
        fix: edits,
      });
    }
  },
});
