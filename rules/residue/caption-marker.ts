import {defineRule} from '../../src/engine/rule.js';
import {deleteSpan} from './_shared/delete-block.js';
import {deletion, interfaceLines, matchedBlock, placeOf} from './_shared/labels.js';
import {pageOf} from './_shared/page/page.js';
import {isMarkedHeading, shortBlocks} from './_shared/short-blocks.js';

const captionLead = /^(?:image|media) (?:caption|copyright|source)\b/i;
const counter = /^(?:\d{1,3} of \d{1,3}|\d{1,3} \/ \d{1,3})$/i;
/** The marker and the caption have lost the space between them: `Image captionThe bridge`. */
const glued = /^(?:image|media|video) (?:caption|copyright|source)(?=\p{Lu}\p{Ll})/iu;

export default defineRule({
  meta: {
    id: 'residue/caption-marker',
    description: 'Markers beside captions and labels of picture galleries',
    mqm: 'addition',
    severity: 'warning',
    recommended: true,
    hasSuggestions: true,
    messages: {
      marker: '“{{text}}” is a label of the page’s pictures, not part of the article',
      file: '“{{text}}” is the name of a file, not a caption',
      counter: '“{{text}}” counts the pictures of a gallery; it is not part of the article',
    },
    dictionaries: ['residue/caption-marker'],
  },
  create(context) {
    const {article, text} = context;
    const page = pageOf(context);
    const captions = new Set<number>();
    return {
      phrase(match) {
        const block = matchedBlock(context, match);
        if (!block || block.index === 0) return;
        const isPart = match.entry.position !== 'whole-block' && captionLead.test(block.text);
        if (!isPart) {
          if (block.words > 8) return;
          page.mark(block.index);
          context.report({messageId: 'marker', ...placeOf(block), ...deletion(context, block)});
          return;
        }
        // The marker goes, the caption stays.
        captions.add(block.index);
        const {start} = match;
        const end = text.tokens.ends[match.first + 1]!;
        report(start, end);
      },
      article() {
        for (const line of interfaceLines(context, 'caption-marker', (block) => captions.has(block)))
          context.report({messageId: 'marker', ...line});
        for (const block of shortBlocks(context)) {
          if (block.index === 0 || isMarkedHeading(article, block)) continue;
          if (block.words <= 2 && counter.test(block.text)) {
            context.report({messageId: 'counter', ...placeOf(block), ...deletion(context, block)});
          } else if (page.shapeOf(block.index) === 'file') {
            context.report({messageId: 'file', ...placeOf(block), ...deletion(context, block)});
          } else if (glued.test(block.text) && text.prose.startsWith(block.text.slice(0, 12), block.start)) {
            report(block.start, block.start + glued.exec(block.text)![0].length);
          }
        }
      },
    };

    function report(start: number, end: number): void {
      const suggestions = [{message: 'Delete the marker', edits: deleteSpan(text.prose, start, end)}];
      context.report({
        messageId: 'marker',
        start,
        end,
        data: {text: text.prose.slice(start, end)},
        suggestions,
      });
    }
  },
});
