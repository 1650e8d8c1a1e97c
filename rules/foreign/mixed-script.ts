import {defineRule} from '../../src/engine/rule.js';
import {Feature} from '../../src/text/tokens.js';
import {foreignAnalysis} from './_shared/analysis.js';

export default defineRule({
  meta: {
    id: 'foreign/mixed-script',
    description: 'A word with a letter of another alphabet that looks like the right one',
    mqm: 'character-encoding',
    severity: 'error',
    recommended: true,
    fixable: 'letters',
    letters: 'replace',
    hasSuggestions: true,
    messages: {
      mixed:
        '“{{text}}” has {{script}} “{{letters}}” among its letters: it looks right, but a search will not find it',
      alone:
        '“{{text}}” is written in {{script}} letters that look like “{{plain}}”: a search will not find it',
    },
    needs: Feature.Cyrillic | Feature.Greek,
  },
  create(context) {
    /** In quotation marks or brackets, it may be the word of the other language that is meant: the word “не”. */
    const isNamed = (start: number, end: number): boolean => {
      const {prose} = context.text;
      return /["“”'‘’(«]/.test(prose[start - 1] ?? '') || /["“”'’)»]/.test(prose[end] ?? '');
    };
    return {
      article() {
        for (const {start, end, plain, strangers, script} of foreignAnalysis(context).mixed) {
          const text = context.text.prose.slice(start, end);
          const whole = [...text].every((letter) => strangers.includes(letter));
          context.report({
            messageId: whole ? 'alone' : 'mixed',
            start,
            end,
            data: {text, script, letters: strangers, plain},
            facts: {plain},
            ...(whole && isNamed(start, end)
              ? {suggestions: [{message: `Write “${plain}”`, edits: [{start, end, text: plain}]}]}
              : {fix: [{start, end, text: plain}]}),
          });
        }
      },
    };
  },
});
