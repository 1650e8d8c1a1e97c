import {defineRule} from '../../src/engine/rule.js';
import {endSentenceOf, firstSentenceOf} from '../../src/text/blocks.js';
import {hashOf} from '../../src/text/hash.js';
import {sentenceOf} from '../../src/text/positions.js';
import {deleteBlock, deleteSpan} from './_shared/delete-block.js';
import {interfaceLines} from './_shared/labels.js';
import {pageOf} from './_shared/page/page.js';
import {isReportedSpeech} from './_shared/reported-speech.js';
import {isRightsNotice, wordsOfNotices} from './_shared/rights-notice.js';
import {excerpt, shortBlocks} from './_shared/short-blocks.js';
import {firstTailSentence, sentenceRange} from './_shared/tail.js';

const hashesOfNotices = wordsOfNotices.map(hashOf);

export default defineRule({
  meta: {
    id: 'residue/boilerplate',
    description: 'Rights notices of agencies and sites, translated along with the article',
    mqm: 'addition',
    severity: 'warning',
    recommended: true,
    hasSuggestions: true,
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
    /** Of these, those count that stand in the tail or among lines of the page. */
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
        if (hashesOfNotices.some(text.mayHold))
          for (let s = 0; s < text.sentences.count; s++)
            if (!likely.has(s) && isRightsNotice(text, s)) likely.set(s, 'rights');
        const whole = wholeNotices();
        const inCompany = new Set([...whole].filter((block) => hasCompany(block, whole)));
        for (const block of inCompany) page.markCredit(block);
        const firstTail = firstTailSentence(text, page);
        for (const [s, messageId] of likely) {
          const block = text.sentences.blocks[s]!;
          if (s >= firstTail || inCompany.has(block)) notices.set(s, messageId);
        }
        for (const {index} of shortBlocks(context)) {
          if (index === 0 || page.shapeOf(index) !== 'copyright') continue;
          for (let s = firstSentenceOf(text, index); s < endSentenceOf(text, index); s++)
            notices.set(s, 'copyright');
        }
        const toldAlready = new Set([...notices.keys()].map((s) => text.sentences.blocks[s]!));
        for (const line of interfaceLines(context, 'boilerplate', (block) => toldAlready.has(block)))
          context.report({messageId: 'listed', ...line});
        for (const {index, text: line} of notices.size > 0 ? shortBlocks(context) : [])
          if (isReportedSpeech(line))
            for (let s = firstSentenceOf(text, index); s < endSentenceOf(text, index); s++) notices.delete(s);
        const done = new Set<number>();
        for (const [first, messageId] of [...notices].sort((a, b) => a[0] - b[0])) {
          if (done.has(first)) continue;
          const block = text.sentences.blocks[first]!;
          let last = first;
          while (notices.has(last + 1) && text.sentences.blocks[last + 1] === block) done.add(++last);
          const {start} = sentenceRange(text, first);
          const {end} = sentenceRange(text, last);
          const from = firstSentenceOf(text, block);
          const isWhole = first === from && last === endSentenceOf(text, block) - 1;
          const whole = article.blocks[block]!;
          report(messageId, start, end, isWhole ? whole : undefined);
        }
      },
    };

    /** Blocks that hold nothing but notices. */
    function wholeNotices(): Set<number> {
      const found = new Set<number>();
      for (const s of likely.keys()) {
        const block = text.sentences.blocks[s]!;
        const first = firstSentenceOf(text, block);
        const end = endSentenceOf(text, block);
        let all = block > 0 && !found.has(block);
        for (let i = first; all && i < end; i++) all = likely.has(i);
        if (all) found.add(block);
      }
      return found;
    }

    /** Beside a line of the page, or beside another notice. */
    function hasCompany(block: number, whole: ReadonlySet<number>): boolean {
      return [block - 1, block + 1].some(
        (b) => b > 0 && b < article.blocks.length && (page.isPage(b) || whole.has(b)),
      );
    }

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
