import {defineRule} from '../../src/engine/rule.js';
import {parseLexicon} from '../../src/lexicon/lexicon.js';
import {hashOf} from '../../src/text/hash.js';
import {notProse, TokenFlag, Zone} from '../../src/text/tokens.js';

/** Where a pair of words stands: indices of the first token. */
interface Places {
  readonly capital: number[];
  readonly small: number[];
}

const the = hashOf('the');
const filterBits = 4095;

export default defineRule({
  meta: {
    id: 'terms/inconsistent-capitals',
    description: 'A term of two words with capitals here and without them there',
    mqm: 'term-inconsistency',
    severity: 'info',
    basis: 'article',
    recommended: 'strict',
    hasSuggestions: true,
    languages: ['en'],
    messages: {
      mixed: '“{{text}}” is also written “{{other}}” here ({{count}} times)',
    },
  },
  create(context) {
    const {text} = context;
    const {hashes, flags, starts, ends, zones, blocks, count} = text.tokens;
    const {first, last} = text.sentences;
    const pairs = new Map<number, Places>();
    const filter = new Uint8Array(filterBits + 1);
    const key = (i: number): number => (Math.imul(hashes[i] as number, 31) + (hashes[i + 1] as number)) | 0;
    const capital = (i: number): boolean =>
      i >= 0 && i < count && ((flags[i] as number) & TokenFlag.InitialCap) !== 0;

    /** “the” and two capital words alone among small ones, in the middle of a sentence. */
    const isCapitalPair = (i: number, from: number, to: number): boolean => {
      const both = (flags[i] as number) & (flags[i + 1] as number);
      const either = (flags[i] as number) | (flags[i + 1] as number);
      if (
        !(both & TokenFlag.InitialCap) ||
        either & (TokenFlag.AllCaps | TokenFlag.InnerCap | TokenFlag.Apostrophe | TokenFlag.NonAscii)
      )
        return false;
      if (i === from || (i + 2 <= to && capital(i + 2)) || capital(i - 1)) return false;
      return hashes[i - 1] === the && !((zones[i] as number) & (notProse | Zone.Title));
    };

    return {
      sentence(s) {
        const from = first[s] as number;
        const to = last[s] as number;
        for (let i = from + 1; i < to; i++) {
          if (!((flags[i] as number) & TokenFlag.InitialCap) || !isCapitalPair(i, from, to)) continue;
          // “a Bill of Rights”, “the Bank of England”: the name goes on after a small word.
          if (i + 3 <= to && capital(i + 3) && !((flags[i + 2] as number) & TokenFlag.Mark)) continue;
          const k = key(i);
          const places = pairs.get(k);
          if (places) places.capital.push(i);
          else pairs.set(k, {capital: [i], small: []});
          filter[(hashes[i] as number) & filterBits] = 1;
        }
      },
      article() {
        if (pairs.size === 0) return;
        for (let i = 1; i + 1 < count; i++) {
          if (filter[(hashes[i] as number) & filterBits] === 0 || capital(i) || capital(i + 1)) continue;
          const places = pairs.get(key(i));
          if (
            places &&
            hashes[i - 1] === the &&
            blocks[i - 1] === blocks[i + 1] &&
            !((zones[i] as number) & notProse)
          )
            places.small.push(i);
        }
        const lexicon = context.resource('lexicon-en.bin', parseLexicon);
        if (!lexicon) return;
        for (const {capital: capitals, small} of pairs.values()) {
          if (small.length === 0) continue;
          const i = capitals[0] as number;
          if (
            !lexicon.isOrdinaryWord(hashes[i] as number) ||
            !lexicon.isOrdinaryWord(hashes[i + 1] as number)
          )
            continue;
          const [kept, other] = small.length >= capitals.length ? [small, capitals] : [capitals, small];
          const written = (at: number): string => text.prose.slice(starts[at], ends[at + 1]);
          const better = written(kept[0] as number);
          for (const at of other) {
            const range = {start: starts[at] as number, end: ends[at + 1] as number};
            context.report({
              messageId: 'mixed',
              ...range,
              data: {text: written(at), other: better, count: kept.length},
              related: kept.slice(0, 5).map((k) => ({
                message: `“${better}” here`,
                start: starts[k] as number,
                end: ends[k + 1] as number,
              })),
              suggestions: [{message: `Write “${better}”`, edits: [{...range, text: better}]}],
            });
          }
        }
      },
    };
  },
});
