import {defineRule} from '../../src/engine/rule.js';
import {hashOf, wordSet} from '../../src/text/hash.js';
import {tokenAt} from '../../src/text/positions.js';
import {notProse, TokenFlag} from '../../src/text/tokens.js';
import {numberNeighbours} from './_shared/number-neighbours.js';
import {currencies} from './_shared/units.js';

const millions = new Map([
  [hashOf('millions'), 'million'],
  [hashOf('billions'), 'billion'],
  [hashOf('trillions'), 'trillion'],
]);
const thousand = hashOf('thousand');
/** A thousand of each. */
const next: Readonly<Record<string, string>> = {
  million: 'billion',
  billion: 'trillion',
  trillion: 'quadrillion',
};
const ofWord = hashOf('of');
const people = wordSet(
  'people persons tons tonnes barrels hectares liters litres citizens inhabitants voters copies',
);

export default defineRule({
  meta: {
    id: 'locale/big-number',
    description:
      'Finds milliard, thousand million, 5 millions, and amounts as 20 thousand in figures and words',
    mqm: 'number-format',
    severity: 'warning',
    recommended: true,
    fixable: 'letters',
    letters: 'replace',
    hasSuggestions: true,
    languages: ['en'],
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        thousand: {type: 'boolean', description: 'Report 20 thousand, which news writes as 20,000.'},
      },
    },
    defaultOptions: {thousand: false},
    strictOptions: {thousand: true},
    words: ['thousand', 'milliard', 'milliards', 'millions', 'billions', 'trillions'],
    messages: {
      milliard: '“{{word}}” is not English today: a thousand millions are a billion',
      double: '“{{words}}” is “{{right}}” in English today',
      plural: 'Behind a number English says “{{right}}”',
      thousand: 'News writes “{{right}}”',
    },
  },
  create(context) {
    const {text, options} = context;
    const {flags, hashes, starts, ends, zones} = text.tokens;
    const {same, isNumber, isPlain} = numberNeighbours(context);

    return {
      article() {
        // A search over the text is cheaper than a look at each word of it.
        if (!text.prose.includes('thousand ') && !text.prose.includes('illiard')) return;
        for (const match of text.prose.matchAll(
          /\bthousand (million|billion|trillion)\b|\b[Mm]illiards?\b/g,
        )) {
          const start = match.index;
          const end = start + match[0].length;
          const token = tokenAt(text.tokens, start);
          if ((zones[token] as number) & notProse) continue;
          if (match[1]) {
            const right = next[match[1]] as string;
            context.report({
              messageId: 'double',
              start,
              end,
              data: {words: match[0], right},
              suggestions: [{message: `Write “${right}”`, edits: [{start, end, text: right}]}],
            });
          } else if (match[0].startsWith('m') || (flags[token] as number) & TokenFlag.SentenceStart) {
            context.report({
              messageId: 'milliard',
              start,
              end,
              data: {word: match[0]},
              suggestions: [{message: 'Write “billion”', edits: [{start, end, text: 'billion'}]}],
            });
          }
        }
      },
      number(i) {
        const next = i + 1;
        if (!same(i, next) || !isPlain(i)) return;
        const hash = hashes[next] as number;
        const right = millions.get(hash);
        if (right !== undefined) plural(i, next, right);
        else if (options.thousand && hash === thousand) thousands(i, next);
      },
    };

    /** `5 millions euros`, `5 millions of people`, but not `In Formula 1 millions of fans`. */
    function plural(i: number, next: number, right: string): void {
      let what = next + 1;
      const hasOf = same(i, what) && hashes[what] === ofWord;
      if (hasOf) what++;
      const counted =
        same(i, what) &&
        (currencies.has(hashes[what] as number) || (!hasOf && people.has(hashes[what] as number)));
      if (!counted) return;
      const start = starts[next] as number;
      const end = hasOf ? (ends[what - 1] as number) : (ends[next] as number);
      context.report({
        messageId: 'plural',
        start,
        end,
        data: {right: `${text.token(i)} ${right} ${text.token(what)}`},
        fix: [{start, end, text: right}],
      });
    }

    function thousands(i: number, next: number): void {
      const token = text.token(i);
      if (!/^\d{1,3}(?:\.\d)?$/.test(token)) return;
      if (same(i, i - 1) && isNumber(i - 1)) return;
      const start = starts[i] as number;
      const end = ends[next] as number;
      const right = Math.round(Number(token) * 1000).toLocaleString('en-US');
      context.report({
        messageId: 'thousand',
        start,
        end,
        severity: 'info',
        data: {right},
        suggestions: [{message: `Write “${right}”`, edits: [{start, end, text: right}]}],
      });
    }
  },
});
