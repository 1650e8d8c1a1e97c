import {defineRule} from '../../src/engine/rule.js';
import {blockOf, endOfBlock} from '../../src/text/blocks.js';
import {holdsForSource} from './_shared/labels.js';

export default defineRule({
  meta: {
    id: 'residue/company-form',
    description: 'Foreign forms of companies before a name in quotation marks, as in UAB “…” or OOO “…”',
    mqm: 'untranslated',
    severity: 'info',
    scope: 'block',
    recommended: true,
    languages: ['en'],
    needs: 0,
    messages: {
      form: '“{{form}}” is a form of company in the language of the original; English usually leaves it out, and the quotation marks with it',
    },
    dictionaries: ['residue/company-form'],
  },
  create(context) {
    const {text} = context;
    const {ends, hashes, starts} = text.tokens;
    return {
      phrase(match) {
        if (!holdsForSource(context.settings, match.entry)) return;
        const stop = Math.min(endOfBlock(text, blockOf(text, match.first)), match.last + 12);
        let last = match.last + 1;
        while (last < stop && !isQuote(hashes[last]!)) last++;
        const start = starts[match.first]!;
        const end = last < stop ? ends[last]! : ends[match.last]!;
        context.report({messageId: 'form', start, end, data: {form: text.token(match.first)}});
      },
    };
  },
});

function isQuote(code: number): boolean {
  return code === 0x22 || code === 0x201c || code === 0x201d || code === 0xbb;
}
