import type {Edit} from '../../src/engine/finding.js';
import {defineRule} from '../../src/engine/rule.js';
import {comparedLanguages} from '../../src/names/inflection/endings.js';
import type {NameCluster} from '../../src/names/name-table.js';
import {asGeoNames, rankForms} from '../../src/names/ranking.js';
import {foldLatin} from '../../src/names/spelling/fold.js';
import {
  factsOf,
  inflect,
  isInflected,
  lineOf,
  mostEdits,
  mostMentions,
  mostSpellings,
  nouns,
  numberWord,
  otherPlaces,
  respell,
  respellAll,
} from './_shared/clusters.js';

/** The place as GeoNames writes it, in plain letters, where no form of the text is so written. */
function unwrittenPlace({place, forms}: NameCluster): string | undefined {
  if (place === undefined || !/^[A-Za-z-]+$/.test(place)) return undefined;
  const key = place.toLowerCase();
  return forms.some(({text}) => foldLatin(text).toLowerCase() === key) ? undefined : place;
}

export default defineRule({
  meta: {
    id: 'names/inconsistent-spelling',
    description: 'One person, place or organisation whose name is spelt in several ways',
    mqm: 'transliteration',
    severity: 'warning',
    basis: 'article',
    mqmSeverity: 'major',
    recommended: true,
    hasSuggestions: true,
    languages: ['en', ...comparedLanguages],
    messages: {
      spelt:
        '“{{text}}” is also spelt “{{other}}” here (line {{line}}): one {{kind}}, {{number}} spellings ({{why}})',
      garbled: '“{{text}}” is “{{other}}” (line {{line}}) with its end repeated',
    },
  },
  create(context) {
    const source = context.settings.sourceLanguage;
    let edits = 0;
    return {
      name(cluster) {
        const ranked = rankForms(cluster, context.names(), context.entries('name'));
        // What is only inflected is names/inflected-form's to tell.
        const spelt = ranked.filter(({form}) => !isInflected(form, source));
        if (spelt.length < 2) return;
        const keep = spelt[0]!.form;
        const whole = new Map<string, Edit[]>();
        const everywhere = (spelling: string): Edit[] => {
          let all = whole.get(spelling);
          if (all === undefined) {
            all = respellAll(context, cluster, spelling);
            whole.set(spelling, all);
          }
          edits += all.length;
          return all;
        };
        const isShort = cluster.forms.reduce((sum, form) => sum + form.mentions.length, 0) <= mostMentions;
        const facts = factsOf(cluster);
        const place = unwrittenPlace(cluster);
        const why = cluster.evidence.slice(0, 2).join('; ');
        for (const {form} of spelt.slice(1)) {
          const others = spelt.filter((other) => other.form !== form).slice(0, mostSpellings);
          const related = otherPlaces(cluster, form);
          for (const mention of form.mentions) {
            const text = context.text.prose.slice(mention.start, mention.end);
            const isDeclined = form.stem !== undefined;
            context.report({
              messageId:
                form.derivation?.kind === 'repeat' && form.derivation.base === keep.text
                  ? 'garbled'
                  : 'spelt',
              start: mention.start,
              end: mention.end,
              data: {
                text,
                other: keep.text,
                line: lineOf(context, keep.mentions[0]!),
                kind: nouns[cluster.kind],
                number: numberWord(cluster.forms.length),
                why,
              },
              facts,
              related,
              suggestions: [
                ...(place === undefined ? [] : [{text: place, reasons: [asGeoNames]}]),
                ...others.flatMap(({form: other, reasons}) => {
                  const spelling = inflect(text, form, other);
                  return spelling === undefined ? [] : [{text: spelling, reasons}];
                }),
              ].flatMap(({text: spelling, reasons}) => {
                const because = reasons.length > 0 ? ` (${reasons.join(', ')})` : '';
                const here = {
                  message: `Write “${spelling}” here${because}`,
                  edits: [respell(context, mention, spelling)],
                };
                if (isDeclined || !isShort || edits > mostEdits) return [here];
                return [
                  here,
                  {
                    message: `Write “${spelling}” everywhere in the article${because}`,
                    edits: everywhere(spelling),
                  },
                ];
              }),
            });
          }
        }
      },
    };
  },
});
