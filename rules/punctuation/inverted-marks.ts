import {defineRule} from '../../src/engine/rule.js';
import {parseLexicon} from '../../src/lexicon/lexicon.js';
import {notProse, TokenFlag, Zone} from '../../src/text/tokens.js';

/** How many words behind the mark are asked whether they are English. */
const asked = 4;
const isMark = (sign: string): boolean => sign === '¿' || sign === '¡';

export default defineRule({
  meta: {
    id: 'punctuation/inverted-marks',
    description: 'Finds the opening ¿ and ¡ of Spanish before English words',
    mqm: 'punctuation',
    severity: 'warning',
    scope: 'block',
    recommended: true,
    hasSuggestions: true,
    languages: ['en'],
    messages: {
      inverted: 'English sets no “{{mark}}” before a question or an exclamation',
    },
  },
  create(context) {
    const {text} = context;
    const {flags, hashes, starts, ends, zones, blocks} = text.tokens;

    return {
      mark: {
        chars: '¿¡',
        on(i) {
          if ((zones[i] as number) & (notProse | Zone.Title)) return;
          const start = starts[i] as number;
          if (isMark(text.prose[start - 1] ?? '') || !isBeforeEnglish(i)) return;
          let last = i;
          while (isMark(text.prose[ends[last] as number] ?? '') && blocks[last + 1] === blocks[i]) last++;
          const end = ends[last] as number;
          context.report({
            messageId: 'inverted',
            start,
            end,
            data: {mark: text.prose.slice(start, end)},
            suggestions: [{message: 'Take the mark out', edits: [{start, end, text: ''}]}],
          });
        },
      },
    };

    /** Spanish that is quoted keeps its marks; a name or two (¡Viva Lima!) do not tell which language it is. */
    function isBeforeEnglish(i: number): boolean {
      const lexicon = context.resource('lexicon-en.bin', parseLexicon);
      if (!lexicon) return false;
      let words = 0;
      let ordinary = 0;
      for (let k = i + 1; words < asked && blocks[k] === blocks[i]; k++) {
        const f = flags[k] as number;
        if (!(f & TokenFlag.Word)) {
          if (words > 0) break;
          continue;
        }
        words++;
        if (lexicon.isOrdinaryWord(hashes[k] as number)) ordinary++;
        else if (!(f & TokenFlag.InitialCap) || words === 1) return false;
      }
      return ordinary > 0 && ordinary * 2 >= words;
    }
  },
});
