import {defineRule} from '../../src/engine/rule.js';
import {hashOf, wordSet} from '../../src/text/hash.js';
import {notProse, TokenFlag, Zone} from '../../src/text/tokens.js';
import {weekdayNames, weekdays} from './_shared/weekdays.js';

const on = hashOf('on');
const relativeDays = ['today', 'yesterday', 'tomorrow', 'tonight'];
const [today, yesterday, tomorrow, tonight] = relativeDays.map(hashOf);
/** Between two mentions of a day these begin a second statement, which may rightly name the day again. */
const between = wordSet(
  'and or but as than while when before after from until till to that which who because if so where not nor then whether',
);
const afterwards = wordSet('morning afternoon evening night nights mornings evenings afternoons at from');

export default defineRule({
  meta: {
    id: 'fluency/time-adverbials',
    description: 'The day told twice in one clause',
    mqm: 'duplication',
    severity: 'warning',
    scope: 'block',
    recommended: true,
    hasSuggestions: true,
    languages: ['en'],
    words: [...relativeDays, ...weekdayNames],
    messages: {
      twice: '“{{text}}” stands twice in one clause',
      stacked: '“{{text}}” tells the day twice',
    },
  },
  create(context) {
    const {text} = context;
    const {hashes, flags, starts, ends, zones} = text.tokens;
    const {first, last} = text.sentences;
    /** Token after which the last adverbial of the sentence ended, its day, and where it began. */
    let sentence = -1;
    let day = 0;
    let from = 0;
    let to = 0;

    const report = (messageId: 'twice' | 'stacked', start: number, end: number): void => {
      // Taking the second one out needs the space before it too.
      const cut = {start: ends[start - 1] as number, end: ends[end] as number, text: ''};
      const shown = messageId === 'twice' ? start : from;
      context.report({
        messageId,
        start: starts[shown] as number,
        end: ends[end] as number,
        data: {text: text.prose.slice(starts[shown], ends[end])},
        ...(messageId === 'twice'
          ? {related: [{message: 'first here', start: starts[from] as number, end: ends[to] as number}]}
          : {}),
        suggestions: [{message: 'Take the second one out', edits: [cut]}],
      });
    };

    const see = (s: number, key: number, start: number, end: number): void => {
      if (s === sentence) {
        if (start === to + 1 && key !== day && stacked(day, key)) report('stacked', start, end);
        else if (key === day && start > to + 1 && sameClause(to + 1, start - 1)) report('twice', start, end);
      }
      sentence = s;
      day = key;
      from = start;
      to = end;
    };

    const sameClause = (a: number, b: number): boolean => {
      for (let i = a; i <= b; i++) {
        const hash = hashes[i] as number;
        if ((flags[i] as number) & TokenFlag.Mark) {
          if (hash !== 0x2d) return false;
        } else if (between.has(hash)) return false;
      }
      return true;
    };

    return {
      sentence(s) {
        const stop = last[s] as number;
        for (let i = first[s] as number; i <= stop; i++) {
          const hash = hashes[i] as number;
          if (
            hash === on
              ? i < stop && weekdays.has(hashes[i + 1] as number)
              : hash === today || hash === yesterday || hash === tomorrow || hash === tonight
          ) {
            const end = hash === on ? i + 1 : i;
            if (
              (zones[i] as number) & (notProse | Zone.Quotation | Zone.Title) ||
              (flags[end] as number) & TokenFlag.Possessive
            )
              continue;
            // “Today” with a capital in mid-sentence is a programme or a newspaper.
            if (
              hash !== on &&
              ((flags[i] as number) & (TokenFlag.InitialCap | TokenFlag.SentenceStart)) ===
                TokenFlag.InitialCap
            )
              continue;
            if (afterwards.has(hashes[end + 1] as number)) continue;
            see(s, hashes[end] as number, i, end);
          }
        }
      },
    };
  },
});

/** `yesterday on Tuesday`, `on Tuesday today`: one day told in two ways, side by side. */
function stacked(a: number, b: number): boolean {
  const relative = (hash: number): boolean => hash === today || hash === yesterday || hash === tomorrow;
  return (relative(a) && weekdays.has(b)) || (relative(b) && weekdays.has(a));
}
