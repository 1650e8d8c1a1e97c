import {defineRule} from '../../src/engine/rule.js';
import {entryFacts, suggestionsFor} from '../../src/lexicon/phrases/suggest.js';
import {notProse, Zone} from '../../src/text/tokens.js';

export default defineRule({
  meta: {
    id: 'fluency/word-form',
    description: 'Forms and constructions that English does not have, from a closed list',
    mqm: 'grammar',
    severity: 'warning',
    scope: 'block',
    recommended: true,
    hasSuggestions: true,
    languages: ['en'],
    dictionaries: ['fluency/word-form'],
    needs: 0,
    messages: {
      replace: '“{{text}}” is not English: “{{better}}”',
      explain: '“{{text}}” is not English. {{note}}',
    },
  },
  create(context) {
    const {text} = context;
    return {
      phrase(match) {
        const {entry, first, start, end} = match;
        // What people say is quoted as they say it.
        if ((text.tokens.zones[first] as number) & (notProse | Zone.Title | Zone.Quotation)) return;
        const suggestions = suggestionsFor(text, match, entry.replace ?? []);
        const better = suggestions[0]?.text;
        context.report({
          messageId: better === undefined ? 'explain' : 'replace',
          start,
          end,
          data: {text: text.prose.slice(start, end), better: better ?? '', note: entry.note ?? ''},
          facts: entryFacts(entry),
          suggestions: suggestions.map((s) => ({message: `Write “${s.text}”`, edits: s.edits})),
        });
      },
    };
  },
});
