import {defineRule} from '../../src/engine/rule.js';
import {Feature} from '../../src/text/tokens.js';
import {foreignAnalysis} from './_shared/analysis.js';
import {excerpt, factsOf, isDeliberate, whatLanguage} from './_shared/wording.js';

export default defineRule({
  meta: {
    id: 'foreign/script',
    description: 'Words in another script, left in the text without a translation or transliteration',
    mqm: 'untranslated',
    severity: 'error',
    passage: 'foreign',
    recommended: true,
    messages: {
      left: '“{{text}}” is {{which}}, left untranslated: translate it, or write the name in the letters of this text',
      quoted: '“{{text}}” is {{which}}: if readers are meant to see the original, give a translation with it',
    },
    needs: Feature.Cyrillic | Feature.Greek | Feature.OtherScript,
  },
  create(context) {
    return {
      article() {
        for (const run of foreignAnalysis(context).scripts) {
          const {start, end} = run;
          const deliberate = isDeliberate(run);
          context.report({
            messageId: deliberate ? 'quoted' : 'left',
            start,
            end,
            data: {text: excerpt(context.text.prose.slice(start, end)), which: whatLanguage(run)},
            facts: factsOf(run),
            ...(deliberate ? {severity: 'info' as const} : {}),
          });
        }
      },
    };
  },
});
