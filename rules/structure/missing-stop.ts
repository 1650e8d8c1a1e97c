import {defineRule} from '../../src/engine/rule.js';
import {endOfBlock, firstOfBlock} from '../../src/text/blocks.js';
import {notProse, TokenFlag} from '../../src/text/tokens.js';

const leastWords = 15;
const leastParagraphs = 4;

export default defineRule({
  meta: {
    id: 'structure/missing-stop',
    description: 'A paragraph without a full stop at its end, where the others have one',
    mqm: 'punctuation',
    severity: 'info',
    recommended: 'strict',
    hasSuggestions: true,
    messages: {
      missing:
        'This paragraph ends without a full stop, unlike the {{others}} others: a caption, or a text that was cut',
    },
  },
  create(context) {
    const {article, text} = context;
    const {flags, starts, ends, hashes, zones} = text.tokens;
    return {
      article() {
        const open: number[] = [];
        let closed = 0;
        for (const [b, {kind}] of article.blocks.entries()) {
          if (kind !== 'paragraph' || countWords(b) < leastWords) continue;
          const last = endOfBlock(text, b) - 1;
          if (flags[last]! & TokenFlag.Mark) {
            // A colon, a comma or a bracket at the end is neither evidence for nor against.
            if (isStop(hashes[last]!)) closed++;
          } else if (!(zones[last]! & notProse)) open.push(b);
        }
        if (closed < leastParagraphs || open.length * 4 > closed) return;
        for (const b of open) {
          const last = endOfBlock(text, b) - 1;
          const start = starts[last]!;
          const end = ends[last]!;
          const suggestions = [{message: 'Add a full stop', edits: [{start: end, end, text: '.'}]}];
          context.report({messageId: 'missing', start, end, data: {others: closed}, suggestions});
        }
      },
    };

    function countWords(b: number): number {
      let words = 0;
      for (let i = firstOfBlock(text, b); i < endOfBlock(text, b) && words < leastWords; i++) {
        if (!(flags[i]! & TokenFlag.Mark)) words++;
      }
      return words;
    }
  },
});

function isStop(code: number): boolean {
  return '.!?…"”’»'.includes(String.fromCharCode(code));
}
