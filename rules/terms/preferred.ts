import type {MqmCategory} from '../../src/engine/mqm.js';
import {defineRule} from '../../src/engine/rule.js';
import type {DictionaryEntry} from '../../src/lexicon/phrases/entry.js';
import {suggestionsFor} from '../../src/lexicon/phrases/suggest.js';
import {notProse} from '../../src/text/tokens.js';

export default defineRule({
  meta: {
    id: 'terms/preferred',
    description: 'Terms for which a dictionary prefers another',
    mqm: 'termbase',
    severity: 'warning',
    scope: 'block',
    recommended: true,
    fixable: true,
    hasSuggestions: true,
    dictionaries: ['term'],
    needs: 0,
    messages: {
      preferred: '“{{text}}”: the preferred term is “{{better}}”{{note}}',
    },
  },
  create(context) {
    const {text} = context;
    return {
      phrase(match) {
        const {entry, first, start, end} = match;
        if (match.form !== 'variant' || (text.tokens.zones[first] as number) & notProse) return;
        const suggestions = suggestionsFor(text, match, preferred(entry));
        const best = suggestions[0];
        if (!best) return;
        context.report({
          messageId: 'preferred',
          start,
          end,
          data: {
            text: text.prose.slice(start, end),
            better: best.text,
            note: entry.note ? `. ${entry.note}` : '',
          },
          facts: {entry: entry.origin},
          ...(entry.severity === 'info' || entry.severity === 'warning' ? {severity: entry.severity} : {}),
          ...(entry.mqm ? {mqm: entry.mqm as MqmCategory} : {}),
          ...(entry.apply === 'fix'
            ? {fix: best.edits}
            : {suggestions: suggestions.map((s) => ({message: `Write “${s.text}”`, edits: s.edits}))}),
        });
      },
    };
  },
});

/** What to write: the replacements of the entry or, without any, its phrase, where that is plain text. */
function preferred(entry: DictionaryEntry): readonly string[] {
  if (entry.replace) return entry.replace;
  return /[()<|\\]/.test(entry.phrase) ? [] : [entry.phrase];
}
