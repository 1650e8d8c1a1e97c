import {defineRule} from '../../src/engine/rule.js';
import {languageName} from '../../src/lexicon/language-name.js';
import {foreignAnalysis} from './_shared/analysis.js';
import {excerpt, languageFacts, namesOf} from './_shared/wording.js';

const kinds: Readonly<Record<string, string>> = {
  title: 'headline',
  heading: 'heading',
  caption: 'caption',
  quote: 'quotation',
  'list-item': 'list item',
  cell: 'table cell',
};

export default defineRule({
  meta: {
    id: 'foreign/untranslated-block',
    description: 'A whole headline, caption or paragraph in the source language',
    mqm: 'untranslated',
    severity: 'error',
    passage: 'foreign',
    recommended: true,
    messages: {
      block: 'This {{kind}} was left in {{which}}: “{{text}}”',
      article:
        'The whole text seems to be in {{which}}, but is checked as {{target}}: set the language it is in, or translate it',
    },
  },
  create(context) {
    return {
      article() {
        const {article, settings} = context;
        for (const {block, start, end, languages, wholeArticle} of foreignAnalysis(context).blocks) {
          context.report({
            messageId: wholeArticle ? 'article' : 'block',
            start,
            end,
            data: {
              kind: kinds[article.blocks[block]!.kind] ?? 'paragraph',
              which: namesOf(languages) ?? 'another language',
              target: languageName(settings.language),
              text: excerpt(context.text.prose.slice(start, end)),
            },
            facts: {...languageFacts(languages), wholeArticle},
          });
        }
      },
    };
  },
});
