import {defineRule} from '../../src/engine/rule.js';
import {sureEnough} from './_shared/compare.js';
import {claimedDenial, denies} from './_shared/negations.js';

const primary = (tag: string): string => (tag.split('-', 1)[0] as string).toLowerCase();

export default defineRule({
  meta: {
    id: 'bilingual/negation',
    description: 'Finds a “not” in whose passage the source text denies nothing',
    mqm: 'mistranslation',
    severity: 'info',
    recommended: true,
    needsSource: true,
    languages: ['en', 'de'],
    messages: {
      added: 'The source does not seem to deny anything here, but the text says “{{text}}”',
    },
  },
  create(context) {
    const bitext = context.bitext();
    const {prose} = context.article;
    const language = primary(context.settings.language);
    const source = primary(bitext.sourceLanguage ?? '');
    return {
      link(link) {
        if (link.alone || link.sure < sureEnough) return;
        const claim = claimedDenial(prose, link.target.start, link.target.end, language);
        if (!claim || denies(bitext.source.prose.slice(link.source.start, link.source.end), source) !== false)
          return;
        context.report({
          messageId: 'added',
          ...claim,
          source: link.source,
          data: {text: prose.slice(claim.start, claim.end)},
        });
      },
    };
  },
});
