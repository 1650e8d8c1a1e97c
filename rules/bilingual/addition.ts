import {defineRule} from '../../src/engine/rule.js';
import {loneSentences} from './_shared/sentences.js';

const enough = 1;
const shortest = 20;

export default defineRule({
  meta: {
    id: 'bilingual/addition',
    description: 'Finds paragraphs and sentences that the source text does not have',
    mqm: 'addition',
    severity: 'warning',
    mqmSeverity: 'major',
    recommended: true,
    needsSource: true,
    hasSuggestions: true,
    messages: {
      paragraph: 'The source has no paragraph like this',
      sentence: 'The source has no sentence like this',
    },
  },
  create(context) {
    const bitext = context.bitext();
    return {
      link(link) {
        const {source, target, alone, sure} = link;
        if (alone === 'target') {
          if (sure < 0.3 || target.end - target.start < shortest) return;
          context.report({
            messageId: 'paragraph',
            start: target.start,
            end: target.end,
            source: {start: source.start, end: source.start},
            suggestions: [{message: 'Delete it', edits: [{start: target.start, end: target.end, text: ''}]}],
          });
          return;
        }
        for (const {side, range, at, evidence} of loneSentences(bitext, link, context.shared)) {
          if (side !== 'target' || evidence < enough || range.end - range.start < shortest) continue;
          const {start, end} = range;
          context.report({
            messageId: 'sentence',
            start,
            end,
            source: {start: at, end: at},
            suggestions: [{message: 'Delete it', edits: [{start, end, text: ''}]}],
          });
        }
      },
    };
  },
});
