import {defineRule} from '../../src/engine/rule.js';
import {hashOf} from '../../src/text/hash.js';
import {primaryLanguage} from '../../src/text/language-tag.js';
import {Feature, notProse} from '../../src/text/tokens.js';
import {numberNeighbours} from './_shared/number-neighbours.js';
import {currencyCodes, currencySigns, scales} from './_shared/units.js';

const names: Readonly<Record<string, readonly string[]>> = {
  $: ['dollars', 'dollar', 'usd'],
  '€': ['euros', 'euro', 'eur'],
  '£': ['pounds', 'pound', 'gbp'],
  '¥': ['yen', 'yuan', 'jpy', 'cny'],
  '₽': ['rubles', 'roubles', 'rub'],
  '₴': ['hryvnia', 'hryvnias', 'uah'],
  '₺': ['lira', 'liras', 'try'],
};
const hashesOf = new Map(Object.entries(names).map(([sign, list]) => [sign, new Set(list.map(hashOf))]));
const per = new Set(['per', 'a', 'each'].map(hashOf));

export default defineRule({
  meta: {
    id: 'locale/currency-position',
    description:
      'Finds currency signs and codes behind the amount or apart from it, and currencies named twice',
    mqm: 'currency-format',
    severity: 'warning',
    scope: 'block',
    recommended: true,
    fixable: 'typography',
    hasSuggestions: true,
    languages: ['en'],
    needs: Feature.Digit,
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        codes: {
          type: 'boolean',
          description: 'Report codes behind the amount (300 RMB), whatever the source language.',
        },
      },
    },
    defaultOptions: {codes: false},
    strictOptions: {codes: true},
    messages: {
      sign: 'English puts the sign before the amount: “{{right}}”',
      space: 'No space stands between “{{sign}}” and the amount',
      code: 'News writes the currency’s name, or puts the code first: “{{right}}”',
      twice: 'The currency is named twice: “{{sign}}” and “{{word}}”',
    },
  },
  create(context) {
    const {text, options, settings} = context;
    const {prose} = text;
    const {hashes, starts, ends, zones} = text.tokens;
    const source = primaryLanguage(settings.sourceLanguage);
    const codes = options.codes || source === 'zh' || source === 'ja' || source === 'ko';
    const {same, spaced, isMark, isNumber, isPlain, endsRange, lastOfAmount} = numberNeighbours(context);
    /** The sign of the amount before: `5€ 10€`. */
    const endsAmount = (sign: number, i: number): boolean =>
      spaced(i) && !spaced(sign) && same(sign, sign - 1) && isNumber(sign - 1);

    return {
      number(i) {
        if ((zones[i] as number) & notProse) return;
        const before = i - 1;
        const signBefore =
          same(i, before) &&
          isMark(before) &&
          !endsAmount(before, i) &&
          currencySigns.includes(prose[starts[before] as number] as string)
            ? (prose[starts[before] as number] as string)
            : '';
        if (signBefore) apart(before, i, signBefore);
        if (!isPlain(i)) return;
        const last = lastOfAmount(i);
        const next = last + 1;
        if (!same(i, next)) return;
        if (signBefore) {
          const h = hashes[next] as number;
          if (isMark(next) || !spaced(next) || !hashesOf.get(signBefore)?.has(h)) return;
          if (signBefore === '$' && text.token(next) === 'USD') return;
          const start = starts[next] as number;
          const end = ends[next] as number;
          context.report({
            messageId: 'twice',
            start,
            end,
            data: {sign: signBefore, word: text.token(next)},
            suggestions: [
              {
                message: `Leave out “${text.token(next)}”`,
                edits: [{start: ends[last] as number, end, text: ''}],
              },
            ],
          });
          return;
        }
        if (
          same(i, before) &&
          !spaced(i) &&
          isMark(before) &&
          !'(“"‘\'[–—'.includes(prose[starts[before] as number] as string)
        )
          return;
        const start = starts[i] as number;
        const amount = prose.slice(start, ends[last]);
        if (isMark(next)) {
          const sign = prose[starts[next] as number] as string;
          if (!currencySigns.includes(sign) || sign === '¢') return;
          // `100 $50 notes`, `5 $-bills`: the sign belongs to what follows.
          const glued = same(i, next + 1) && !spaced(next + 1);
          if (glued && (!isMark(next + 1) || hashes[next + 1] === 0x2d)) return;
          let end = ends[next] as number;
          let right = sign + amount;
          // `50 € million`.
          if (last === i && same(i, next + 1) && spaced(next + 1) && scales.has(hashes[next + 1] as number)) {
            end = ends[next + 1] as number;
            right += ` ${text.token(next + 1)}`;
          }
          const edits = [{start, end, text: right}];
          context.report({
            messageId: 'sign',
            start,
            end,
            data: {right},
            // `5–10 €`, `between 5 and 10 €`: where the sign goes is for a person to say.
            ...(endsRange(i) ? {suggestions: [{message: `Write “${right}”`, edits}]} : {fix: edits}),
          });
          return;
        }
        if (!codes || !spaced(next) || !currencyCodes.has(hashes[next] as number)) return;
        const code = text.token(next);
        // `1 KRW 6000`: the code belongs to the number behind it.
        if (same(i, next + 1) && isNumber(next + 1)) return;
        if (code !== code.toUpperCase() || per.has(hashes[next] as number)) return;
        const end = ends[next] as number;
        const right = `${code} ${amount}`;
        context.report({
          messageId: 'code',
          start,
          end,
          severity: 'info',
          data: {right: code === 'RMB' ? `${amount} yuan` : right},
          suggestions: [
            ...(code === 'RMB' || code === 'CNY'
              ? [{message: `Write “${amount} yuan”`, edits: [{start, end, text: `${amount} yuan`}]}]
              : []),
            {message: `Write “${right}”`, edits: [{start, end, text: right}]},
          ],
        });
      },
    };

    /** `$ 472 million`, but not `50 € 10 people`: there the sign belongs to the number before. */
    function apart(sign: number, i: number, written: string): void {
      const before = sign - 1;
      if (!spaced(i) || written === '¢') return;
      if (same(i, before)) {
        if (isNumber(before) || scales.has(hashes[before] as number)) return;
      }
      const at = ends[sign] as number;
      context.report({
        messageId: 'space',
        start: starts[sign] as number,
        end: ends[i] as number,
        data: {sign: written},
        fix: [{start: at, end: starts[i] as number, text: ''}],
      });
    }
  },
});
