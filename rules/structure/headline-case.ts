import {defineRule} from '../../src/engine/rule.js';
import {endOfBlock, firstOfBlock} from '../../src/text/blocks.js';
import {TokenFlag} from '../../src/text/tokens.js';

const leastWords = 4;
/** Short words stay small in title case, so they say nothing. */
const leastLetters = 4;

export default defineRule({
  meta: {
    id: 'structure/headline-case',
    description: 'Headings of one article in two styles: Every Word With a Capital, and as in a sentence',
    mqm: 'capitalization',
    severity: 'info',
    recommended: 'strict',
    languages: ['en'],
    messages: {
      title:
        'This heading has a capital in each word, but the other {{others}} headings are written like sentences',
      sentence:
        'This heading is written like a sentence, but the other {{others}} headings have a capital in each word',
    },
  },
  create(context) {
    const {article, text} = context;
    const {flags, starts, ends} = text.tokens;
    return {
      article() {
        const inTitleCase: number[] = [];
        const inSentenceCase: number[] = [];
        for (const [b, {kind}] of article.blocks.entries()) {
          if (kind !== 'title' && kind !== 'heading') continue;
          const style = styleOf(b);
          if (style === 'title') inTitleCase.push(b);
          else if (style === 'sentence') inSentenceCase.push(b);
        }
        // In plain text short lines pass for headings: where half the blocks do, they are a list.
        if ((inTitleCase.length + inSentenceCase.length) * 2 > article.blocks.length) return;
        tell(inTitleCase, inSentenceCase, 'title');
        tell(inSentenceCase, inTitleCase, 'sentence');
      },
    };

    /** Tells the headings of the rarer style, if the other one is at least three times as frequent. */
    function tell(
      rare: readonly number[],
      frequent: readonly number[],
      messageId: 'title' | 'sentence',
    ): void {
      if (rare.length === 0 || frequent.length < 3 * rare.length) return;
      const other = article.blocks[frequent[0]!]!;
      for (const b of rare) {
        const {start, end} = article.blocks[b]!;
        const related = [{message: 'Another style here', start: other.start, end: other.end}];
        context.report({messageId, start, end, data: {others: frequent.length}, related});
      }
    }

    function styleOf(b: number): 'title' | 'sentence' | undefined {
      let long = 0;
      let capitals = 0;
      let words = 0;
      for (let i = firstOfBlock(text, b) + 1; i < endOfBlock(text, b); i++) {
        const f = flags[i]!;
        if (!(f & TokenFlag.Word)) continue;
        words++;
        if (ends[i]! - starts[i]! < leastLetters || f & TokenFlag.AllCaps) continue;
        long++;
        if (f & TokenFlag.InitialCap) capitals++;
      }
      if (words < leastWords || long < 3) return undefined;
      if (capitals === long) return 'title';
      return capitals * 2 <= long && long - capitals >= 2 ? 'sentence' : undefined;
    }
  },
});
