import {defineRule} from '../../src/engine/rule.js';
import {wordSet} from '../../src/text/hash.js';
import {notProse, TokenFlag, Zone} from '../../src/text/tokens.js';

const titles =
  wordSet(`president minister chancellor mayor governor senator general colonel major captain judge king queen prince princess
  bishop archbishop patriarch ambassador premier prosecutor speaker`);
/** No more than this many small ones, and at least twice as many capitals, make it a slip. */
const most = 3;

export default defineRule({
  meta: {
    id: 'fluency/title-case',
    description: 'A title before a name in small letters, where the article otherwise gives titles a capital',
    mqm: 'capitalization',
    severity: 'info',
    recommended: 'strict',
    hasSuggestions: true,
    languages: ['en'],
    messages: {
      small:
        '“{{title}}” stands before a name with a small letter; {{count}} other titles here have a capital',
    },
  },
  create(context) {
    const {text} = context;
    const {hashes, flags, starts, ends, zones} = text.tokens;
    const small: number[] = [];
    let capitals = 0;
    const {first, last} = text.sentences;
    const see = (i: number): void => {
      const next = i + 1;
      const f = flags[i] as number;
      const after = flags[next] as number;
      if ((after & (TokenFlag.Word | TokenFlag.InitialCap)) !== (TokenFlag.Word | TokenFlag.InitialCap))
        return;
      if (after & TokenFlag.AllCaps || (zones[i] as number) & (notProse | Zone.Title)) return;
      if (f & TokenFlag.SentenceStart || f & TokenFlag.AllCaps) return;
      if (f & TokenFlag.InitialCap) capitals++;
      else small.push(i);
    };
    return {
      sentence(s) {
        const end = last[s] as number;
        for (let i = first[s] as number; i < end; i++) {
          if ((flags[i + 1] as number) & TokenFlag.InitialCap && titles.has(hashes[i] as number)) see(i);
        }
      },
      article() {
        if (small.length === 0 || small.length > most || capitals < Math.max(3, small.length * 2)) return;
        for (const i of small) {
          const title = text.token(i);
          const start = starts[i] as number;
          context.report({
            messageId: 'small',
            start,
            end: ends[i] as number,
            data: {title, count: capitals},
            suggestions: [
              {
                message: 'Begin with a capital',
                edits: [{start, end: start + 1, text: title.charAt(0).toUpperCase()}],
              },
            ],
          });
        }
      },
    };
  },
});
