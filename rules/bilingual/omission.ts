import {defineRule} from '../../src/engine/rule.js';
import {loneSentences} from './_shared/sentences.js';

const enough = 1.5;
const shortest = 20;
const longestQuote = 80;

export default defineRule({
  meta: {
    id: 'bilingual/omission',
    description: 'Finds paragraphs and sentences of the source text that the translation lacks',
    mqm: 'omission',
    severity: 'warning',
    mqmSeverity: 'major',
    recommended: true,
    needsSource: true,
    messages: {
      paragraph: 'A paragraph of the source is missing here: “{{source}}”',
      sentence: 'A sentence of the source is missing here: “{{source}}”',
    },
  },
  create(context) {
    const bitext = context.bitext();
    const quote = (start: number, end: number): string => {
      const text = bitext.source.prose.slice(start, end);
      return text.length > longestQuote ? `${text.slice(0, longestQuote - 1).trimEnd()}…` : text;
    };
    return {
      link(link) {
        const {source, target, alone, sure} = link;
        if (alone === 'source') {
          if (sure < 0.3 || (source.end - source.start) * bitext.ratio < shortest) return;
          context.report({
            messageId: 'paragraph',
            start: target.start,
            end: target.start,
            source,
            data: {source: quote(source.start, source.end)},
          });
          return;
        }
        for (const {side, range, at, evidence} of loneSentences(bitext, link, context.shared)) {
          if (side !== 'source' || evidence < enough || (range.end - range.start) * bitext.ratio < shortest)
            continue;
          context.report({
            messageId: 'sentence',
            start: at,
            end: at,
            source: range,
            data: {source: quote(range.start, range.end)},
          });
        }
      },
    };
  },
});
