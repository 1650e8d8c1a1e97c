import {defineRule} from '../../src/engine/rule.js';
import {Feature} from '../../src/text/tokens.js';
import {foreignAnalysis} from './_shared/analysis.js';
import {excerpt, factsOf, whatLanguage} from './_shared/wording.js';

export default defineRule({
  meta: {
    id: 'foreign/bracketed-insert',
    description: 'An editor’s insertion in square brackets that was not translated with the text round it',
    mqm: 'untranslated',
    severity: 'warning',
    passage: 'foreign',
    mqmSeverity: 'major',
    recommended: true,
    messages: {
      insert: 'The insertion “{{text}}” is {{which}}, left untranslated: translate it, or take it out',
    },
    needs: Feature.SquareBracket,
  },
  create(context) {
    return {
      article() {
        for (const run of foreignAnalysis(context).inserts) {
          const {starts, ends} = context.text.tokens;
          const start = starts[run.first - 1]!;
          let close = run.last + 1;
          while (context.text.prose.charCodeAt(starts[close]!) !== 0x5d) close++;
          const end = ends[close]!;
          context.report({
            messageId: 'insert',
            start,
            end,
            data: {text: excerpt(context.text.prose.slice(start, end)), which: whatLanguage(run)},
            facts: factsOf(run),
          });
        }
      },
    };
  },
});
