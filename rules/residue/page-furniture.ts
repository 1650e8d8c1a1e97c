import {defineRule} from '../../src/engine/rule.js';
import {firstOfBlock} from '../../src/text/blocks.js';
import {TokenFlag} from '../../src/text/tokens.js';
import {deletion, matchedBlock, placeOf} from './_shared/labels.js';
import {pageOf} from './_shared/page/page.js';
import {isSectionName} from './_shared/page/shapes.js';
import {isMarkedHeading, type ShortBlock, shortBlocks} from './_shared/short-blocks.js';
import {endsWithStop} from './_shared/stops.js';

const mostWordsOfLine = 20;
/** So many lines of a tail must be known before those between them are told. */
const leastKnown = 2;

export default defineRule({
  meta: {
    id: 'residue/page-furniture',
    description:
      'Lines of the page round the article: menus, paths, counters, footers, links to other articles',
    mqm: 'addition',
    severity: 'info',
    recommended: true,
    hasSuggestions: true,
    messages: {
      line: '“{{text}}” belongs to the page, not to the article',
      path: '“{{text}}” is the path of the page through the site, not part of the article',
      among: '“{{text}}” stands among the lines of the page, not in the article',
    },
    dictionaries: ['residue/page-furniture', 'residue/page-label'],
  },
  create(context) {
    const {article, text} = context;
    const page = pageOf(context);
    const lines: ShortBlock[] = [];
    /** Blocks that are ordinary words too. */
    const labels = new Set<number>();
    return {
      phrase(match) {
        const block = matchedBlock(context, match);
        if (!block || page.isKnown(block.index)) return;
        if (match.entry.kind === 'residue/page-label') {
          // What is made of the words of an interface as well needs no company.
          if (!page.claim(block.index)) labels.add(block.index);
          else if (block.index > 0) lines.push(block);
          return;
        }
        page.mark(block.index);
        lines.push(block);
      },
      article() {
        for (const block of new Set(lines)) tell(block, 'line');
        for (const block of page.linesOf('page-furniture')) tell(block, 'line');
        const runs = shortBlocks(context);
        let first = 0;
        while (first < runs.length) {
          if (page.isProse(runs[first]!.index)) {
            first++;
            continue;
          }
          let last = first;
          while (
            last + 1 < runs.length &&
            runs[last + 1]!.index === runs[last]!.index + 1 &&
            !page.isProse(runs[last + 1]!.index)
          )
            last++;
          judge(runs, first, last);
          first = last + 1;
        }
      },
    };

    /** Judges the lines between two blocks of prose together. */
    function judge(runs: readonly ShortBlock[], first: number, last: number): void {
      let known = 0;
      let firstKnown = -1;
      let lastKnown = -1;
      for (let i = first; i <= last; i++) {
        const {index} = runs[i]!;
        if (!page.isPage(index)) continue;
        if (firstKnown < 0) firstKnown = i;
        lastKnown = i;
        known++;
      }
      const isTail = page.proseAfter(runs[first]!.index) === 0 && page.proseBefore(runs[first]!.index) > 0;
      for (let i = first; i <= last; i++) {
        const block = runs[i]!;
        if (isMarkedHeading(article, block)) continue;
        if (page.isPage(block.index)) {
          if (page.shapeOf(block.index) === 'breadcrumb') tell(block, 'path');
          continue;
        }
        if (page.isMarked(block.index)) continue;
        if (labels.has(block.index)) {
          if (known > 0 || (isTail && first === last && block.words > 1)) tell(block, 'line');
          continue;
        }
        if (!isLine(block) || isSectionName(block.text)) continue;
        if (
          isTail
            ? known >= leastKnown && i > firstKnown
            : i > firstKnown && i < lastKnown && isBeside(runs, i)
        )
          tell(block, 'among');
      }
    }

    /** Between two lines of the page, with no other between. */
    function isBeside(runs: readonly ShortBlock[], i: number): boolean {
      return page.isPage(runs[i - 1]!.index) && page.isPage(runs[i + 1]!.index);
    }

    /** A label, a name or a headline of another article: short, no sentence, no item of a list. */
    function isLine(block: ShortBlock): boolean {
      if (block.index === 0 || block.words > mostWordsOfLine || block.words === 0) return false;
      if (block.kind === 'list-item' || block.kind === 'caption') return false;
      if (endsWithStop(block.text) && block.words > 3) return false;
      const start = firstOfBlock(text, block.index);
      return !(text.tokens.flags[start]! & TokenFlag.Mark);
    }

    function tell(block: ShortBlock, messageId: 'line' | 'path' | 'among'): void {
      page.mark(block.index);
      context.report({messageId, ...placeOf(block), ...deletion(context, block)});
    }
  },
});
