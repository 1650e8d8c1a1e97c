import {defineRule} from '../../src/engine/rule.js';
import {comparisonOf} from './_shared/compare.js';
import {inFigures, saidInSource} from './_shared/say.js';

export default defineRule({
  meta: {
    id: 'bilingual/number',
    description: 'Finds numbers that are not those of the source text',
    mqm: 'mistranslation',
    severity: 'warning',
    mqmSeverity: 'major',
    recommended: true,
    needsSource: true,
    hasSuggestions: true,
    messages: {
      changed: 'The source says {{source}}, the text {{text}}',
      added: 'The source does not have the number {{text}}',
    },
  },
  create(context) {
    const bitext = context.bitext();
    return {
      link(link) {
        const {changed, added} = comparisonOf(bitext, link, context.shared);
        for (const {target, source} of changed) {
          if (target.kind === 'month' || target.kind === 'weekday' || target.year || target.day) continue;
          const {start, end} = target;
          const text = context.article.prose.slice(start, end);
          const right = plainForm(text, source.values);
          context.report({
            messageId: 'changed',
            start,
            end,
            source,
            data: {source: saidInSource(bitext, source), text},
            suggestions:
              right === undefined ? [] : [{message: `Write “${right}”`, edits: [{start, end, text: right}]}],
          });
        }
        for (const target of added) {
          if (target.kind !== 'number' || !target.figure || target.year || !isTelling(target.values))
            continue;
          const {start, end} = target;
          context.report({
            messageId: 'added',
            start,
            end,
            source: link.source,
            data: {text: context.article.prose.slice(start, end)},
          });
        }
      },
    };
  },
});

/** Small and round numbers are made explicit by honest translators: “24 hours” for a day, “a round of 16”. */
function isTelling(values: readonly number[]): boolean {
  return values.every(
    (v) =>
      String(v).replace(/0+$/, '').replace('.', '').length >= 3 ||
      v >= 1e6 ||
      (v >= 13 && v % 10 !== 0 && v !== 24 && v !== 16 && v > 60),
  );
}

/** The source's number written like the text's, where both are plain figures. */
function plainForm(text: string, values: readonly number[]): string | undefined {
  const [value] = values;
  if (value === undefined || values.length > 1 || !/^[\d,.]+$/.test(text)) return undefined;
  const right = inFigures(value);
  return right === text ? undefined : right;
}
