import {defineRule} from '../../src/engine/rule.js';
import {comparisonOf} from './_shared/compare.js';
import {saidInSource} from './_shared/say.js';

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const weekdays = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

export default defineRule({
  meta: {
    id: 'bilingual/date',
    description: 'Finds years, months, days and weekdays that are not those of the source text',
    mqm: 'mistranslation',
    severity: 'warning',
    mqmSeverity: 'major',
    recommended: true,
    needsSource: true,
    hasSuggestions: true,
    messages: {
      changed: 'The source says {{source}}, the text {{text}}',
    },
  },
  create(context) {
    const bitext = context.bitext();
    const inEnglish = context.settings.language.startsWith('en');
    return {
      link(link) {
        const {changed} = comparisonOf(bitext, link, context.shared);
        for (const {target, source} of changed) {
          const {kind, start, end, year, day} = target;
          const [value = 0] = source.values;
          const named = kind === 'month' || kind === 'weekday';
          if (!named && !year && !day) continue;
          const name =
            kind === 'month' ? months[value - 1] : kind === 'weekday' ? weekdays[value - 1] : String(value);
          const words = bitext.source.prose.slice(source.start, source.end);
          context.report({
            messageId: 'changed',
            start,
            end,
            source,
            data: {
              source:
                named && name !== undefined && name !== words
                  ? `${words} (${name})`
                  : named
                    ? words
                    : saidInSource(bitext, source),
              text: context.article.prose.slice(start, end),
            },
            suggestions:
              inEnglish && name !== undefined
                ? [{message: `Write “${name}”`, edits: [{start, end, text: name}]}]
                : [],
          });
        }
      },
    };
  },
});
