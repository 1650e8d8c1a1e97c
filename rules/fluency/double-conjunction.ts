import {defineRule} from '../../src/engine/rule.js';
import {hashOf, wordSet} from '../../src/text/hash.js';
import {notProse, TokenFlag, Zone} from '../../src/text/tokens.js';

const although = new Set(['although', 'though'].map(hashOf));
const because = new Set(['because', 'since'].map(hashOf));
const [even, but, so, therefore, comma] = [
  hashOf('even'),
  hashOf('but'),
  hashOf('so'),
  hashOf('therefore'),
  0x2c,
];
/** `so` as an adverb: so far, so much; `so` before these does not join clauses. */
const adverb = wordSet('far much many long too called that');
const longest = 30;

export default defineRule({
  meta: {
    id: 'fluency/double-conjunction',
    description: '“Although …, but …” and “Because …, so …”: two conjunctions where English has one',
    mqm: 'grammar',
    severity: 'warning',
    scope: 'block',
    recommended: true,
    hasSuggestions: true,
    languages: ['en'],
    words: ['although', 'though', 'because', 'since'],
    messages: {
      double: '“{{first}} …, {{second}}”: English joins two clauses with one of the two',
    },
  },
  create(context) {
    const {text} = context;
    const {hashes, flags, starts, ends, zones} = text.tokens;
    const {first, last} = text.sentences;
    return {
      sentence(s) {
        let begin = first[s] as number;
        const stop = last[s] as number;
        while (begin < stop && (flags[begin] as number) & TokenFlag.Mark) begin++;
        const opener = hashes[begin] === even ? begin + 1 : begin;
        const hash = hashes[opener] as number;
        const wanted = although.has(hash) ? 1 : because.has(hash) && opener === begin ? 2 : 0;
        if (wanted === 0 || (zones[begin] as number) & (notProse | Zone.Title)) return;
        for (let i = opener + 1; i < Math.min(stop, opener + longest); i++) {
          if (!((flags[i] as number) & TokenFlag.Mark)) continue;
          if (hashes[i] !== comma) {
            if (hashes[i] === 0x2d) continue;
            return;
          }
          const next = hashes[i + 1] as number;
          // The first comma decides: “Although tired, they went on, but …” is right.
          const double =
            wanted === 1
              ? next === but
              : (next === so && !adverb.has(hashes[i + 2] as number)) || next === therefore;
          if (!double || i - opener < 4) return;
          context.report({
            messageId: 'double',
            start: starts[i + 1] as number,
            end: ends[i + 1] as number,
            data: {first: text.token(begin), second: text.token(i + 1)},
            related: [
              {message: 'the first conjunction', start: starts[begin] as number, end: ends[opener] as number},
            ],
            suggestions: [
              {
                message: `Take “${text.token(i + 1)}” out`,
                edits: [{start: ends[i] as number, end: ends[i + 1] as number, text: ''}],
              },
            ],
          });
          return;
        }
      },
    };
  },
});
