import {defineRule} from '../../src/engine/rule.js';
import {deleteBlock} from './_shared/delete-block.js';
import {deletion, interfaceLines, matchedBlock, placeOf} from './_shared/labels.js';
import {pageOf} from './_shared/page/page.js';
import {isMarkedHeading, type ShortBlock, shortBlocks} from './_shared/short-blocks.js';

const mostWords = 12;

/** What such a line names at its end; without it, it may be a heading: “The story continues after the flood”. */
const interrupter =
  /\b(?:ads?|adverts?|advertis\w*|banners?|promos?|sponsors?|photos?|pictures?|images?|videos?|galler\w+|tweets?|posts?|maps?|graphics?|infographics?|inserts?|break|jump|below)[\s.!:…»→↓)\]]*$/i;
/** Headings of a part of an article, too. */
const headings =
  /^(?:advertising|advertorial|sponsored|promoted|promotions?|ads?|partners?|sponsors?|display|notice|view|indication|announcement)$/i;
/** “The article continues after the advertisement” and what translation makes of it. */
const interruption =
  /^(?:(?:the )?(?:rest|continuation|sequel|remainder) (?:of the (?:article|story|news|text) )?(?:is )?(?:below|after|under|follows)|(?:the )?(?:story|article|content|text|news|post|report)(?: is)? (?:continues?|continued|goes on|runs on) (?:below|after|under|behind)|(?:continue reading|read on) (?:below|after|the main story))\b/i;

export default defineRule({
  meta: {
    id: 'residue/ad-label',
    description: 'Labels of advertisements, and lines that say the text goes on after one',
    mqm: 'addition',
    severity: 'warning',
    recommended: true,
    fixable: 'letters',
    letters: 'delete',
    hasSuggestions: true,
    messages: {
      label: '“{{text}}” labels an advertisement of the page; it is not part of the article',
      interruption: '“{{text}}” belongs to an advertisement or a picture of the page, not to the article',
    },
    dictionaries: ['residue/ad-label'],
  },
  create(context) {
    const page = pageOf(context);
    const labels = new Set<number>();
    const fix = ({start, end}: ShortBlock) => ({fix: deleteBlock(context.article, start, end)});
    return {
      phrase(match) {
        const block = matchedBlock(context, match);
        if (!block || labels.has(block.index)) return;
        labels.add(block.index);
        page.mark(block.index);
        const isUnsure = match.entry.apply === 'suggest' || headings.test(block.text);
        const change = isUnsure ? deletion(context, block) : fix(block);
        context.report({messageId: 'label', ...placeOf(block), ...change});
      },
      article() {
        for (const line of interfaceLines(context, 'ad-label')) context.report({messageId: 'label', ...line});
        for (const block of shortBlocks(context)) {
          if (block.words > mostWords || block.words < 3 || labels.has(block.index)) continue;
          if (isMarkedHeading(context.article, block) || !interruption.test(block.text)) continue;
          page.mark(block.index);
          const change = interrupter.test(block.text) ? fix(block) : deletion(context, block);
          context.report({messageId: 'interruption', ...placeOf(block), ...change});
        }
      },
    };
  },
});
