import {preferredForm} from '../../src/engine/preferred-form.js';
import {defineRule} from '../../src/engine/rule.js';

export default defineRule({
  meta: {
    id: 'terms/preferred',
    description: 'Terms for which a dictionary prefers another',
    mqm: 'termbase',
    severity: 'warning',
    scope: 'block',
    recommended: true,
    fixable: 'letters',
    letters: 'replace',
    hasSuggestions: true,
    dictionaries: ['term'],
    needs: 0,
    messages: {
      preferred: '“{{text}}”: the preferred term is “{{better}}”{{note}}',
    },
  },
  create(context) {
    return {
      phrase(match) {
        const report = preferredForm(context.text, match);
        if (report) context.report({...report, messageId: 'preferred'});
      },
    };
  },
});
