import {defineRule} from '../../src/engine/rule.js';
import {isSameUnit} from '../../src/quantities/measures.js';
import {comparisonOf} from './_shared/compare.js';

export default defineRule({
  meta: {
    id: 'bilingual/measure',
    description: 'Finds units of measure that are not those of the source text, as “85 km” for “85 miles”',
    mqm: 'mistranslation',
    severity: 'warning',
    mqmSeverity: 'major',
    recommended: true,
    needsSource: true,
    messages: {
      changed: 'The source says {{source}}, the text {{text}}: the number is the same, the unit is not',
    },
  },
  create(context) {
    const bitext = context.bitext();
    return {
      link(link) {
        const {counterparts} = comparisonOf(bitext, link, context.shared);
        for (const [target, all] of counterparts) {
          // `dozens` is no amount.
          const equals = all.filter(({kind}) => kind !== 'scale');
          if (target.unit === undefined || target.unitStart === undefined || target.unitEnd === undefined)
            continue;
          const {unit} = target;
          if (equals.some((s) => s.unit === undefined || isSameUnit(s.unit, unit) || s.year || s.day))
            continue;
          const [source] = equals;
          if (!source) continue;
          const end = Math.max(source.end, source.unitEnd ?? source.end);
          context.report({
            messageId: 'changed',
            start: target.start,
            end: Math.max(target.end, target.unitEnd),
            source: {start: source.start, end},
            data: {
              source: bitext.source.prose.slice(source.start, end),
              text: context.article.prose.slice(target.start, Math.max(target.end, target.unitEnd)),
            },
          });
        }
      },
    };
  },
});
