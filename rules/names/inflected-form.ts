import {defineRule} from '../../src/engine/rule.js';
import {primaryLanguage} from '../../src/text/language-tag.js';
import {factsOf, isInflected, lineOf, mostMentions, otherPlaces, respell} from './_shared/clusters.js';

const languageNames: Readonly<Record<string, string>> = {
  is: 'an Icelandic',
  ru: 'a Russian',
  uk: 'a Ukrainian',
  pl: 'a Polish',
  cs: 'a Czech',
  bg: 'a Bulgarian',
  lt: 'a Lithuanian',
  lv: 'a Latvian',
  et: 'an Estonian',
  fi: 'a Finnish',
  tr: 'a Turkish',
  hu: 'a Hungarian',
};

export default defineRule({
  meta: {
    id: 'names/inflected-form',
    description: 'A name with a case ending left from the source language',
    mqm: 'transliteration',
    severity: 'warning',
    basis: 'article',
    recommended: true,
    hasSuggestions: true,
    languages: ['en'],
    messages: {
      inflected:
        '“{{text}}” looks like “{{base}}” (line {{line}}) with {{language}} case ending (-{{ending}})',
    },
  },
  create(context) {
    const source = primaryLanguage(context.settings.sourceLanguage);
    return {
      name(cluster) {
        const facts = factsOf(cluster);
        for (const form of cluster.forms) {
          const {derivation} = form;
          if (!derivation || !isInflected(form, source)) continue;
          const base = cluster.forms.find((other) => other.text === derivation.base);
          if (base === undefined) continue;
          const language =
            languageNames[source] ??
            (derivation.languages.length === 1 ? languageNames[derivation.languages[0]!] : undefined) ??
            'a foreign';
          const related = otherPlaces(cluster, form);
          const isShort = form.mentions.length <= mostMentions;
          const wherever = isShort ? form.mentions.map((place) => respell(context, place, base.text)) : [];
          for (const mention of form.mentions) {
            context.report({
              messageId: 'inflected',
              start: mention.start,
              end: mention.end,
              data: {
                text: context.text.prose.slice(mention.start, mention.end),
                base: base.text,
                line: lineOf(context, base.mentions[0]!),
                language,
                ending: derivation.ending,
              },
              facts,
              related,
              suggestions: [
                {message: `Write “${base.text}” here`, edits: [respell(context, mention, base.text)]},
                ...(isShort
                  ? [{message: `Write “${base.text}” wherever “${form.text}” stands`, edits: wherever}]
                  : []),
              ],
            });
          }
        }
      },
    };
  },
});
