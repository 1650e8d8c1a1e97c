import {defineRule} from '../../src/engine/rule.js';
import type {DictionaryEntry} from '../../src/lexicon/phrases/entry.js';
import {preferredForm} from '../../src/lexicon/phrases/suggest.js';

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
        const report = preferredForm(context.text, match, preferred(match.entry));
        if (report) context.report({...report, messageId: 'preferred'});
      },
    };
  },
});

/** What to write: the replacements of the entry or, without any, its phrase, where that is plain text. */
function preferred(entry: DictionaryEntry): readonly string[] {
  if (entry.replace) return entry.replace;
  return /[()<|\\]/.test(entry.phrase) ? [] : [entry.phrase];
}
