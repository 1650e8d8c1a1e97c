import {defineRule} from '../../src/engine/rule.js';
import {entryFacts, suggestionsFor} from '../../src/lexicon/phrases/suggest.js';
import {primaryLanguage} from '../../src/text/language-tag.js';
import {notProse, Zone} from '../../src/text/tokens.js';

export default defineRule({
  meta: {
    id: 'terms/calque',
    description: 'Phrases translated word for word, by the language they come from',
    mqm: 'overly-literal',
    severity: 'warning',
    scope: 'block',
    recommended: true,
    hasSuggestions: true,
    languages: ['en'],
    dictionaries: ['calque'],
    needs: 0,
    messages: {
      replace: '“{{text}}” is a word-for-word translation: English says “{{better}}”',
      explain: '“{{text}}” is a word-for-word translation. {{note}}',
      bare: '“{{text}}” is a word-for-word translation',
      perhaps: '“{{text}}” may be a word-for-word translation: English mostly says “{{better}}”',
      perhapsExplain: '“{{text}}” may be a word-for-word translation. {{note}}',
      perhapsBare: '“{{text}}” may be a word-for-word translation',
    },
    schema: {
      type: 'object',
      properties: {
        risky: {
          type: 'boolean',
          description:
            'Also hint at phrases that are good English elsewhere, with the source language unknown.',
        },
        hints: {type: 'boolean', description: 'Also hint at formulas of style (“It should be noted that”).'},
      },
      additionalProperties: false,
    },
    defaultOptions: {risky: false, hints: false},
    strictOptions: {risky: true, hints: true},
  },
  create(context) {
    const {text, options, settings} = context;
    const source = primaryLanguage(settings.sourceLanguage);
    let told = -1;
    return {
      phrase(match) {
        const {entry, first, last, start, end} = match;
        if (last <= told || (text.tokens.zones[first] as number) & (notProse | Zone.Title)) return;
        const safe = entry.risk !== 'context';
        const known = source !== '' && (entry.source ?? []).some((tag) => primaryLanguage(tag) === source);
        if (!safe && !known && !options.risky) return;
        const hint = (!safe && !known) || entry.severity === 'info';
        if (hint && !options.hints && !safe) return;
        told = last;
        const written = text.prose.slice(start, end);
        const suggestions = suggestionsFor(text, match, entry.replace ?? []);
        const better = suggestions[0]?.text;
        const messageId = better
          ? hint
            ? 'perhaps'
            : 'replace'
          : entry.note
            ? hint
              ? 'perhapsExplain'
              : 'explain'
            : hint
              ? 'perhapsBare'
              : 'bare';
        context.report({
          messageId,
          start,
          end,
          data: {text: written, better: better ?? '', note: entry.note ?? ''},
          facts: {...entryFacts(entry), ...(entry.source ? {sourceLanguages: entry.source} : {})},
          ...(hint ? {severity: 'info' as const} : {}),
          ...(entry.mqm ? {mqm: entry.mqm} : {}),
          suggestions: suggestions.map((s) => ({message: `Write “${s.text}”`, edits: s.edits})),
        });
      },
    };
  },
});
