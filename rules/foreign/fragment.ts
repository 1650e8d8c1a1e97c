import {defineRule} from '../../src/engine/rule.js';
import {foreignAnalysis} from './_shared/analysis.js';
import {excerpt, factsOf, howSure, isDeliberate, namesOf, whatLanguage} from './_shared/wording.js';

export default defineRule({
  meta: {
    id: 'foreign/fragment',
    description: 'Words of the source language that the translation left as they were',
    mqm: 'untranslated',
    severity: 'warning',
    passage: 'foreign',
    mqmSeverity: 'major',
    recommended: true,
    schema: {
      type: 'object',
      properties: {
        names: {
          type: 'boolean',
          description: 'Note foreign names of companies, papers, streets and the like, too',
        },
      },
      additionalProperties: false,
    },
    defaultOptions: {names: false},
    strictOptions: {names: true},
    messages: {
      word: '“{{text}}” is {{sure}} {{which}}, left untranslated: translate it, or put it in italics if it is meant',
      words: '“{{text}}” is {{sure}} {{which}}, left untranslated: translate it, or leave it out',
      quoted:
        '“{{text}}” is {{sure}} {{which}}: if readers are meant to see the original, give a translation with it',
      name: '“{{text}}” looks like a name in {{which}}: readers may want to be told what it is',
    },
  },
  create(context) {
    return {
      article() {
        const {fragments, names} = foreignAnalysis(context);
        for (const {start, end, ...name} of context.options.names ? names : []) {
          context.report({
            messageId: 'name',
            start,
            end,
            data: {
              text: excerpt(context.text.prose.slice(start, end)),
              which: namesOf(name.languages) ?? 'another language',
            },
            facts: factsOf({start, end, ...name}),
            severity: 'info',
          });
        }
        for (const fragment of fragments) {
          const {start, end} = fragment;
          const deliberate = isDeliberate(fragment);
          context.report({
            messageId: deliberate ? 'quoted' : fragment.words === 1 ? 'word' : 'words',
            start,
            end,
            data: {
              text: excerpt(context.text.prose.slice(start, end)),
              sure: howSure(fragment),
              which: whatLanguage(fragment),
            },
            facts: factsOf(fragment),
            ...(deliberate ? {severity: 'info' as const} : {}),
          });
        }
      },
    };
  },
});
