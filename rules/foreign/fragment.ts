import {defineRule} from '../../src/engine/rule.js';
import {foreignAnalysis} from './_shared/analysis.js';
import {excerpt, factsOf, howSure, isDeliberate, whatLanguage} from './_shared/wording.js';

export default defineRule({
  meta: {
    id: 'foreign/fragment',
    description: 'Words of the source language that the translation left as they were',
    mqm: 'untranslated',
    severity: 'warning',
    passage: 'foreign',
    mqmSeverity: 'major',
    recommended: true,
    messages: {
      word: '“{{text}}” is {{sure}} {{language}}, left untranslated: translate it, or put it in italics if it is meant',
      words: '“{{text}}” is {{sure}} {{language}}, left untranslated: translate it, or leave it out',
      quoted:
        '“{{text}}” is {{sure}} {{language}}: if readers are meant to see the original, give a translation with it',
    },
  },
  create(context) {
    return {
      article() {
        for (const fragment of foreignAnalysis(context).fragments) {
          const {start, end} = fragment;
          const deliberate = isDeliberate(fragment);
          context.report({
            messageId: deliberate ? 'quoted' : fragment.words === 1 ? 'word' : 'words',
            start,
            end,
            data: {
              text: excerpt(context.text.prose.slice(start, end)),
              sure: howSure(fragment.certainty),
              language: whatLanguage(fragment),
            },
            facts: factsOf(fragment),
            ...(deliberate ? {severity: 'info' as const} : {}),
          });
        }
      },
    };
  },
});
