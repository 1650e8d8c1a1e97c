import {distance} from 'fastest-levenshtein';
import {defineRule} from '../../src/engine/rule.js';
import {parseLexicon} from '../../src/lexicon/lexicon.js';
import {foldWord, hashOf, wordSet} from '../../src/text/hash.js';
import {Feature, notProse, TokenFlag} from '../../src/text/tokens.js';

/** A name with its meaning in brackets: `Ata-Meken (Homeland)`. */
interface Gloss {
  readonly name: string;
  readonly gloss: string;
  /** The gloss. */
  readonly start: number;
  readonly end: number;
  /** The name. */
  readonly nameStart: number;
  readonly nameEnd: number;
}

const small = wordSet('of the and for in on to a an our my with');
const the = hashOf('the');
const mostGloss = 5;
const mostName = 4;
/** Two names of one meaning that share half of their letters, the first among them, are one name misspelt. */
const mostApart = 0.5;
/** So many names of one meaning are compared. */
const mostCompared = 8;

export default defineRule({
  meta: {
    id: 'terms/gloss-conflict',
    description: 'One foreign name with two translations in brackets, or two spellings with one translation',
    mqm: 'term-inconsistency',
    severity: 'warning',
    basis: 'article',
    mqmSeverity: 'major',
    recommended: true,
    hasSuggestions: true,
    languages: ['en'],
    needs: Feature.Parenthesis,
    messages: {
      names: '“{{name}}” and “{{other}}” are both explained as “{{gloss}}”: one name, two spellings?',
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
            nameStart: starts[first] as number,
            nameEnd: ends[open - 1] as number,
          });
        },
      },
      article() {
        const byName = new Map<string, Gloss>();
        const byGloss = new Map<string, Gloss[]>();
        for (const gloss of glosses) {
          const known = byName.get(gloss.name);
          if (known) {
            if (areTwo(known.gloss, gloss.gloss)) twoGlosses(known, gloss);
            continue;
          }
          byName.set(gloss.name, gloss);
          const namesakes = byGloss.get(gloss.gloss) ?? [];
          byGloss.set(gloss.gloss, namesakes);
          const twin = namesakes.find((other) => areSpellings(other.name, gloss.name));
          if (twin) twoNames(twin, gloss);
          if (namesakes.length < mostCompared) namesakes.push(gloss);
        }
      },
    };

    function twoGlosses(known: Gloss, {name, start, end}: Gloss): void {
      const other = text.prose.slice(known.start, known.end);
      context.report({
        messageId: 'two',
        start,
        end,
        data: {name, gloss: text.prose.slice(start, end), other},
        related: [{message: `“${other}” here`, start: known.start, end: known.end}],
        suggestions: [{message: `Write “${other}”`, edits: [{start, end, text: other}]}],
      });
    }

    function twoNames(known: Gloss, {name, gloss, nameStart: start, nameEnd: end}: Gloss): void {
      // What spelling alone tells is told by the rules of names.
      const isKnown = context
        .names()
        .clusters.some(({forms}) =>
          [known.name, name].every((n) => forms.some((f) => n.includes(foldWord(f.text)))),
        );
      if (isKnown) return;
      const other = text.prose.slice(known.nameStart, known.nameEnd);
      context.report({
        messageId: 'names',
        start,
        end,
        data: {name: text.prose.slice(start, end), other, gloss},
        related: [{message: `“${other}” here`, start: known.nameStart, end: known.nameEnd}],
        suggestions: [{message: `Write “${other}”`, edits: [{start, end, text: other}]}],
      });
    }
  },
});

/** Neither translation is part of the other. */
const areTwo = (a: string, b: string): boolean => a !== b && !a.includes(b) && !b.includes(a);

/** Word by word equal or near, with the same first letter: no two parties that mean one thing. */
function areSpellings(a: string, b: string): boolean {
  const x = a.split(/[ -]/);
  const y = b.split(/[ -]/);
  return (
    x.length === y.length &&
    x.every((word, i) => {
      const other = y[i] as string;
      if (word === other) return true;
      const longer = Math.max(word.length, other.length);
      return word[0] === other[0] && longer > 3 && distance(word, other) <= mostApart * longer;
    })
  );
}
