import {defineRule} from '../../src/engine/rule.js';
import {wordSet} from '../../src/text/hash.js';
import {tokenAt} from '../../src/text/positions.js';
import {tokenTests} from '../../src/text/token-tests.js';
import {Feature, notProse, TokenFlag} from '../../src/text/tokens.js';
import {ordinalEnding} from './_shared/written-date.js';

const endings = wordSet('st nd rd th');
/** Endings that other languages glue to the figures of a decade: 90-ies, 1990-s, 90-ties. */
const decadeEndings = wordSet('s ies ties ths');
const romans: Readonly<Record<string, number>> = {I: 1, V: 5, X: 10, L: 50};

export default defineRule({
  meta: {
    id: 'locale/ordinals',
    description:
      'Finds ordinal numbers with a wrong ending, as 21th and 1-st, decades as 90-ies, and centuries in Roman figures',
    mqm: 'number-format',
    severity: 'warning',
    recommended: true,
    fixable: 'letters',
    letters: 'replace',
    hasSuggestions: true,
    languages: ['en'],
    needs: Feature.Digit,
    words: ['century', 'centuries'],
    messages: {
      ending: 'English writes “{{right}}”',
      hyphen: 'No hyphen stands before the ending: “{{right}}”',
      decade: 'English writes the decade as “{{right}}”',
      century: 'English numbers centuries in Arabic figures: “{{right}} {{word}}”',
    },
  },
  create(context) {
    const {text} = context;
    const {prose} = text;
    const {flags, hashes, starts, ends, zones} = text.tokens;
    const {same, spaced} = tokenTests(text, context.shared);

    /** `1-st`, `90-ies`: figures, a hyphen, an ending. */
    const hyphened = (i: number): void => {
      const dash = i + 1;
      const tail = i + 2;
      if (!same(i, tail) || hashes[dash] !== 0x2d || spaced(dash) || spaced(tail)) return;
      if (
        same(i, tail + 1) &&
        !spaced(tail + 1) &&
        (hashes[tail + 1] === 0x2d || hashes[tail + 1] === 0x2e) &&
        prose[ends[tail] as number] === '-'
      )
        return;
      if (same(i, i - 1) && !spaced(i) && hashes[i - 1] === 0x2d) return;
      const digits = text.token(i);
      if (!/^\d{1,4}$/.test(digits)) return;
      const start = starts[i] as number;
      const end = ends[tail] as number;
      const hash = hashes[tail] as number;
      if (endings.has(hash)) {
        const right = digits + ordinalEnding(Number(digits));
        context.report({messageId: 'hyphen', start, end, data: {right}, fix: [{start, end, text: right}]});
      } else if (decadeEndings.has(hash) && /^(?:\d0|(?:1[5-9]|20)\d0)$/.test(digits)) {
        const right = `${digits}s`;
        const edits = [{start, end, text: right}];
        // `a 30-s clip`: seconds.
        const safe = digits.length > 2 || text.token(tail).length > 1;
        context.report({
          messageId: 'decade',
          start,
          end,
          data: {right},
          ...(safe ? {fix: edits} : {suggestions: [{message: `Write “${right}”`, edits}]}),
        });
      }
    };

    return {
      number(i) {
        if ((zones[i] as number) & notProse) return;
        const f = flags[i] as number;
        if (!(f & TokenFlag.Alphanumeric)) {
          hyphened(i);
          return;
        }
        const length = (ends[i] as number) - (starts[i] as number);
        if (length < 3 || length > 7) return;
        const match = /^(\d[\d,]*)(st|nd|rd|th)$/.exec(text.token(i));
        if (!match) return;
        const digits = match[1] as string;
        const value = Number(digits.replace(/,/g, ''));
        const right = ordinalEnding(value);
        if (right === match[2]) return;
        // `11st`, `12st 4lb`: the weight of people in stones.
        if (match[2] === 'st' && value > 3 && value < 40) return;
        const start = starts[i] as number;
        const end = ends[i] as number;
        context.report({
          messageId: 'ending',
          start,
          end,
          data: {right: digits + right},
          fix: [{start: start + digits.length, end, text: right}],
        });
      },
      article() {
        // A search over the text is cheaper than a look at each word of it.
        if (!text.prose.includes(' centur')) return;
        for (const match of text.prose.matchAll(/\b([IVXL]{1,6}) (century|centuries)\b/g)) {
          const token = match[1] as string;
          const value = fromRoman(token);
          const start = match.index;
          if (value < 2 || value > 22 || (zones[tokenAt(text.tokens, start)] as number) & notProse) continue;
          const end = start + token.length;
          const right = value + ordinalEnding(value);
          context.report({
            messageId: 'century',
            start,
            end,
            data: {right, word: match[2] as string},
            suggestions: [{message: `Write “${right}”`, edits: [{start, end, text: right}]}],
          });
        }
      },
    };
  },
});

function fromRoman(token: string): number {
  let sum = 0;
  for (let i = 0; i < token.length; i++) {
    const here = romans[token[i] as string] as number;
    const next = romans[token[i + 1] as string] ?? 0;
    sum += here < next ? -here : here;
  }
  return sum;
}
