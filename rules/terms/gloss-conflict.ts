import {defineRule} from '../../src/engine/rule.js';
import {parseLexicon} from '../../src/lexicon/lexicon.js';
import {foldWord, hashOf} from '../../src/text/hash.js';
import {Feature, notProse, TokenFlag} from '../../src/text/tokens.js';

/** A name with its meaning in brackets: `Ata-Meken (Homeland)`. */
interface Gloss {
  readonly name: string;
  readonly gloss: string;
  readonly start: number;
  readonly end: number;
}

const small = new Set('of the and for in on to a an our my with'.split(' ').map(hashOf));
const the = hashOf('the');
const mostGloss = 5;
const mostName = 4;

export default defineRule({
  meta: {
    id: 'terms/gloss-conflict',
    description: 'One foreign name with two translations in brackets',
    mqm: 'term-inconsistency',
    severity: 'warning',
    recommended: true,
    hasSuggestions: true,
    languages: ['en'],
    needs: Feature.Parenthesis,
    messages: {
      two: '“{{name}}” is explained as “{{gloss}}” here and as “{{other}}” elsewhere',
    },
  },
  create(context) {
    const {text} = context;
    const {hashes, flags, starts, ends, zones, blocks} = text.tokens;
    const glosses: Gloss[] = [];
    const lexicon = () => context.resource('lexicon-en.bin', parseLexicon);
    return {
      mark: {
        chars: '(',
        on(open) {
          const words = lexicon();
          if (!words || (zones[open] as number) & notProse) return;
          let close = open + 1;
          let capital = false;
          while (hashes[close] !== 0x29) {
            const f = flags[close] as number;
            if (close > open + mostGloss || blocks[close] !== blocks[open]) return;
            if (hashes[close] !== 0x2d && !(f & TokenFlag.Word)) return;
            if (f & TokenFlag.AllCaps && (ends[close] as number) - (starts[close] as number) > 1) return;
            if (f & TokenFlag.InitialCap) capital = true;
            // The translation is made of ordinary English words alone.
            if (f & TokenFlag.Word && !words.isOrdinaryWord(hashes[close] as number)) return;
            close++;
          }
          if (close === open + 1 || !capital) return;
          let first = open;
          let foreign = false;
          while (open - first < mostName * 2 && blocks[first - 1] === blocks[open]) {
            const f = flags[first - 1] as number;
            const hash = hashes[first - 1] as number;
            if (hash === 0x2d && first < open) first--;
            else if (f & TokenFlag.Word && f & TokenFlag.InitialCap && !small.has(hash)) {
              if (words.get(hash) === 0) foreign = true;
              first--;
            } else break;
          }
          while (first < open && !((flags[first] as number) & TokenFlag.Word)) first++;
          if (first === open || !foreign) return;
          const from = hashes[open + 1] === the ? open + 2 : open + 1;
          glosses.push({
            name: foldWord(text.prose.slice(starts[first], ends[open - 1])),
            gloss: foldWord(text.prose.slice(starts[from], ends[close - 1])),
            start: starts[from] as number,
            end: ends[close - 1] as number,
          });
        },
      },
      article() {
        const seen = new Map<string, Gloss>();
        for (const gloss of glosses) {
          const known = seen.get(gloss.name);
          if (!known) seen.set(gloss.name, gloss);
          else if (
            known.gloss !== gloss.gloss &&
            !known.gloss.includes(gloss.gloss) &&
            !gloss.gloss.includes(known.gloss)
          ) {
            const other = text.prose.slice(known.start, known.end);
            const {start, end} = gloss;
            context.report({
              messageId: 'two',
              start,
              end,
              data: {name: gloss.name, gloss: text.prose.slice(start, end), other},
              related: [{message: `“${other}” here`, start: known.start, end: known.end}],
              suggestions: [{message: `Write “${other}”`, edits: [{start, end, text: other}]}],
            });
          }
        }
      },
    };
  },
});
