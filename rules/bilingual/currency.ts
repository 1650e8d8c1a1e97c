import {defineRule} from '../../src/engine/rule.js';
import type {Quantity, QuantityWord} from '../../src/quantities/quantity.js';
import {comparisonOf} from './_shared/compare.js';

/** A currency that a text names, and where. */
interface Money {
  readonly start: number;
  readonly end: number;
  readonly kinds: readonly string[];
}

export default defineRule({
  meta: {
    id: 'bilingual/currency',
    description: 'Finds currencies that are not those of the source text, as “€5” for “$5”',
    mqm: 'mistranslation',
    severity: 'warning',
    mqmSeverity: 'major',
    recommended: true,
    needsSource: true,
    messages: {
      changed: 'The source says {{source}}, the text {{text}}',
    },
  },
  create(context) {
    const bitext = context.bitext();
    return {
      link(link) {
        const {counterparts, sourceItems, targetItems, sourceWords, targetWords} = comparisonOf(
          bitext,
          link,
          context.shared,
        );
        const told = new Set<number>();
        const tell = (target: Money, source: Money): void => {
          if (told.has(target.start)) return;
          told.add(target.start);
          context.report({
            messageId: 'changed',
            start: target.start,
            end: target.end,
            source: {start: source.start, end: source.end},
            data: {
              source: bitext.source.prose.slice(source.start, source.end),
              text: context.article.prose.slice(target.start, target.end),
            },
          });
        };
        // The same amount in another currency.
        for (const [target, equals] of counterparts) {
          const money = moneyOf(target);
          if (!money) continue;
          const all = equals.map(moneyOf);
          if (all.some((other) => other === undefined || meet(other, money))) continue;
          const [source] = all;
          if (source) tell(money, source);
        }
        // One that the source does not name, while one of the source is missed.
        const sources = moneysOf(sourceItems, sourceWords);
        const targets = moneysOf(targetItems, targetWords);
        const missed = sources.filter((s) => !targets.some((t) => meet(s, t)));
        for (const target of targets) {
          if (missed.length === 0 || sources.some((s) => meet(s, target))) continue;
          tell(target, missed[0] as Money);
        }
      },
    };
  },
});

/** Away from a number, these are other words as often: `won`, `real`, `crown`, `pound`. */
const otherwise = new Set([
  'won',
  'real',
  'crown',
  'pound',
  'rand',
  'leu',
  'lev',
  'yen',
  'franc',
  'lira',
  'dong',
  'lari',
  'dram',
]);

const meet = (a: Money, b: Money): boolean => a.kinds.some((kind) => b.kinds.includes(kind));

function moneyOf({currencies, currencyStart, currencyEnd}: Quantity): Money | undefined {
  return currencies && currencyStart !== undefined && currencyEnd !== undefined
    ? {start: currencyStart, end: currencyEnd, kinds: currencies}
    : undefined;
}

function moneysOf(items: readonly Quantity[], words: readonly QuantityWord[]): Money[] {
  const out: Money[] = [];
  for (const item of items) {
    const money = moneyOf(item);
    if (money) out.push(money);
  }
  for (const {kind, start, end, values} of words)
    if (kind === 'currency' && !values.some((value) => otherwise.has(value)))
      out.push({start, end, kinds: values});
  return out;
}
