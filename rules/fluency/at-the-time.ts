import {defineRule} from '../../src/engine/rule.js';
import {hashOf} from '../../src/text/hash.js';
import {notProse, TokenFlag, Zone} from '../../src/text/tokens.js';
import {weekdays} from './_shared/weekdays.js';

const [at, the, time, on] = ['at', 'the', 'time', 'on'].map(hashOf) as [number, number, number, number];
/** With these the sentence speaks of now, and “at the time” of then. */
const now = new Set(['currently', 'nowadays', 'today', 'presently'].map(hashOf));
const comma = 0x2c;
const clause = 12;

export default defineRule({
  meta: {
    id: 'fluency/at-the-time',
    description: '“At the time,” where the sentence speaks of the present or of the day of the news',
    mqm: 'overly-literal',
    severity: 'warning',
    scope: 'block',
    recommended: true,
    hasSuggestions: true,
    languages: ['en'],
    words: ['time'],
    messages: {
      meanwhile: '“{{text}}” points to the past, but the sentence says “{{word}}”: “Meanwhile” may be meant',
    },
  },
  create(context) {
    const {text} = context;
    const {first, last} = text.sentences;
    const {hashes, flags, starts, ends, zones} = text.tokens;
    return {
      sentence(s) {
        const begin = first[s] as number;
        const end = last[s] as number;
        if (
          hashes[begin] !== at ||
          hashes[begin + 1] !== the ||
          hashes[begin + 2] !== time ||
          hashes[begin + 3] !== comma
        )
          return;
        if ((zones[begin] as number) & (notProse | Zone.Quotation)) return;
        for (let i = begin + 4; i <= Math.min(end, begin + 4 + clause); i++) {
          const hash = hashes[i] as number;
          // Only the first clause: “At the time, he said, …” tells of then.
          if ((flags[i] as number) & TokenFlag.Mark && hash !== 0x2d) return;
          const day = hash === on && weekdays.has(hashes[i + 1] as number);
          if (!day && !now.has(hash)) continue;
          const range = {start: starts[begin] as number, end: ends[begin + 2] as number};
          context.report({
            messageId: 'meanwhile',
            ...range,
            data: {
              text: text.prose.slice(range.start, range.end),
              word: day ? text.prose.slice(starts[i], ends[i + 1]) : text.token(i),
            },
            related: [
              {
                message: `“${text.prose.slice(starts[i], ends[day ? i + 1 : i])}” here`,
                start: starts[i] as number,
                end: ends[day ? i + 1 : i] as number,
              },
            ],
            suggestions: [{message: 'Write “Meanwhile”', edits: [{...range, text: 'Meanwhile'}]}],
          });
          return;
        }
      },
    };
  },
});
