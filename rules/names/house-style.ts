import type {MqmCategory} from '../../src/engine/mqm.js';
import {defineRule} from '../../src/engine/rule.js';
import {suggestionsFor} from '../../src/lexicon/phrases/suggest.js';
import {notProse} from '../../src/text/tokens.js';

export default defineRule({
  meta: {
    id: 'names/house-style',
    description: 'A name that a dictionary of names writes in another way',
    mqm: 'termbase',
    severity: 'warning',
    scope: 'block',
    recommended: true,
    fixable: true,
    hasSuggestions: true,
    dictionaries: ['name'],
    needs: 0,
    messages: {
      other: '“{{text}}”: the dictionary of names writes “{{better}}”{{note}}',
    },
  },
  create(context) {
    const {text} = context;
    return {
      phrase(match) {
        const {entry, first, start, end} = match;
        if (match.form !== 'variant' || text.tokens.zones[first]! & notProse) return;
        const suggestions = suggestionsFor(text, match, entry.replace ?? [entry.phrase]);
        const best = suggestions[0];
        if (!best) return;
        const spelt = text.prose.slice(start, end);
        context.report({
          messageId: 'other',
          start,
          end,
          data: {text: spelt, better: best.text, note: entry.note ? `. ${entry.note}` : ''},
          facts: {entry: entry.origin, variants: [entry.phrase, ...(entry.variants ?? [])]},
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
