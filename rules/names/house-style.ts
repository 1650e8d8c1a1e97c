import {preferredForm} from '../../src/engine/preferred-form.js';
import {defineRule} from '../../src/engine/rule.js';

export default defineRule({
  meta: {
    id: 'names/house-style',
    description: 'A name that a dictionary of names writes in another way',
    mqm: 'termbase',
    severity: 'warning',
    scope: 'block',
    recommended: true,
    fixable: 'letters',
    letters: 'replace',
    hasSuggestions: true,
    dictionaries: ['name'],
    needs: 0,
    messages: {
      other: '“{{text}}”: the dictionary of names writes “{{better}}”{{note}}',
    },
  },
  create(context) {
    return {
      phrase(match) {
        const {entry} = match;
        const report = preferredForm(context.text, match);
        if (!report) return;
        const variants = [entry.phrase, ...(entry.variants ?? [])];
        context.report({...report, messageId: 'other', facts: {...report.facts, variants}});
      },
    };
  },
});
