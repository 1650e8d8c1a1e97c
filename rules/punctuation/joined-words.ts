import type {Suggestion} from '../../src/engine/finding.js';
import {defineRule} from '../../src/engine/rule.js';
import {Entry, type Lexicon, parseLexicon, stemEnd} from '../../src/lexicon/lexicon.js';
import {hashOf, hashWord, wordSet} from '../../src/text/hash.js';
import {Feature, notProse, TokenFlag} from '../../src/text/tokens.js';

/** A new sentence begins with these; no brand’s second half. */
const openers = wordSet(
  'the they she according however this these those there when while after meanwhile his their but',
);
/** Nothing is called by these and a capital word: `ofTexas`, `asI`. */
const small = wordSet(
  'of at as and from with to by for is was were are that which upon the in on said says told has had',
);
/** First halves of brands, of made-up words and of names in programs: `easyJet`, `wikiLeaks`, `setTimeout`. */
const prefixes = wordSet(
  `easy air jet open wiki deviant my you we one mini micro web net tele bio cyber pre pro anti auto euro inter super ultra
  multi neo post non semi mid info life home smart first last play game food book video photo blue green sky data cloud
  power fast quick live real true pay cash med health edu geo eco agro fin tech soft game in on to set get is has add read write load file user name type max min`,
);
/** Brands that are two everyday words, the first of them without a capital. */
const brands = wordSet('indrive theguardian thescore theskimm atwar thetimes');
/** Words of the closed classes that a lost space glues to the word behind: `thepostponed`. */
const heads = wordSet(
  'the that this these those they there their which with from and was were has have had would could should been',
);
/** Short ones, which begin many a word of English and other languages: only a determiner behind shows the joint. */
const shortHeads = wordSet('of to in is for on at by as');
const determiners = wordSet('the this that these those their his her its');
/** And to the word before: `minorsthey`. */
const tails = wordSet(
  'the that this these those they there their which with from was were has have had would could should been said and',
);
/** `the areareceived a complaint`: behind a verb stands its object. */
const objects = wordSet('a an the his her its their our no several many some him them it');
/** None of them is the end of an address or of the name of a file: `stopfire.of the region`. */
const behindStop = wordSet('of the and that with from this which were was they his her their for');
const shortestGlued = 5;
/** Longer ones are no two words; each place in them would be tried. */
const longestGlued = 40;
/** The lowest tier of the lexicon. */
const rare = 1;
const signsOfCode = Feature.Brace | Feature.Backtick | Feature.Underscore | Feature.Angle;
const single = hashOf('i');

export default defineRule({
  meta: {
    id: 'punctuation/joined-words',
    description: 'Finds two words written as one, as in “presidentKovač” and “saidThe”',
    mqm: 'whitespace',
    severity: 'warning',
    recommended: true,
    hasSuggestions: true,
    languages: ['en'],
    messages: {
      joined: 'A space, or a full stop and a space, is missing: “{{left}} {{right}}”',
    },
  },
  create(context) {
    const {text} = context;
    const {prose} = text;
    const {count, flags, hashes, starts, ends, zones, blocks} = text.tokens;
    const notSmall =
      TokenFlag.InitialCap |
      TokenFlag.AllCaps |
      TokenFlag.InnerCap |
      TokenFlag.Alphanumeric |
      TokenFlag.NonAscii |
      TokenFlag.Apostrophe;
    let lexicon: Lexicon | undefined;
    const wanted = TokenFlag.Word | TokenFlag.InnerCap;
    const unwanted = TokenFlag.AllCaps | TokenFlag.Alphanumeric;
    let tally: Map<number, number> | undefined;
    /** How often a word stands in the article; a brand stands there more than once. */
    const times = (hash: number): number => {
      if (!tally) {
        tally = new Map();
        for (let i = 0; i < count; i++) {
          const h = hashes[i] as number;
          tally.set(h, (tally.get(h) ?? 0) + 1);
        }
      }
      return tally.get(hash) ?? 0;
    };

    return {
      mark: {
        chars: '.',
        on: stopInside,
      },
      article() {
        for (let i = 0; i < count; i++) {
          const f = flags[i] as number;
          if ((f & (wanted | unwanted)) === wanted) examine(i);
          else if ((f & (TokenFlag.Word | notSmall)) === TokenFlag.Word) examineSmall(i);
        }
      },
    };

    /** `stopfire.of the region`: a stop between two words in small letters, of which the second is of a closed class. */
    function stopInside(i: number): void {
      const next = i + 1;
      if (i === 0 || next >= count || !behindStop.has(hashes[next] as number) || text.features & signsOfCode)
        return;
      const small = (k: number): boolean =>
        ((flags[k] as number) & (TokenFlag.Word | notSmall)) === TokenFlag.Word;
      if (!small(i - 1) || !small(next) || blocks[i - 1] !== blocks[next + 1]) return;
      if (ends[i - 1] !== starts[i] || ends[i] !== starts[next] || (zones[i] as number) & notProse) return;
      // A call or a chain goes on; prose has a space and a word.
      if (!((flags[next + 1] as number) & TokenFlag.SpaceBefore) || !small(next + 1)) return;
      if (
        i > 1 &&
        ends[i - 2] === starts[i - 1] &&
        '._/@-'.includes(prose[(starts[i - 1] as number) - 1] as string)
      )
        return;
      if ((ends[i - 1] as number) - (starts[i - 1] as number) < 3) return;
      const at = starts[i] as number;
      context.report({
        messageId: 'joined',
        start: starts[i - 1] as number,
        end: ends[next] as number,
        data: {left: text.token(i - 1), right: text.token(next)},
        suggestions: [
          {message: 'Write a space for the full stop', edits: [{start: at, end: at + 1, text: ' '}]},
        ],
      });
    }

    /** `thatthe`, `minorsthey`: no capital shows where the words part, so one of them is of a closed class. */
    function examineSmall(i: number): void {
      const start = starts[i] as number;
      const end = ends[i] as number;
      if (end - start < shortestGlued || end - start > longestGlued) return;
      if ((zones[i] as number) & notProse || isGlued(i)) return;
      lexicon ??= context.resource('lexicon-en.bin', parseLexicon);
      const hash = hashes[i] as number;
      // A chance likeness of fingerprints makes one in 4000 a rare word, so that the surest joints are asked even then.
      if (!lexicon || lexicon.get(hash) > rare || !isEnglish(lexicon, i - 1) || !isEnglish(lexicon, i + 1))
        return;
      const cut = smallBoundary(lexicon, i, start, end);
      if (cut < 0 || times(hash) > 1) return;
      if (lexicon.has(hash) && !shortHeads.has(hashWord(prose, start, cut))) return;
      tell(start, end, cut, [{message: 'Part the words', edits: edit(cut, ' ')}]);
    }

    /** Amid words of another language, what looks joined is one of theirs: German `beenden`, `offen`. */
    function isEnglish(lexicon: Lexicon, i: number): boolean {
      return !((flags[i] as number) & TokenFlag.Word) || lexicon.has(hashes[i] as number);
    }

    /** Where the word falls into two that are known; -1 where it does not, or in more than one way. */
    function smallBoundary(lexicon: Lexicon, i: number, start: number, end: number): number {
      let at = -1;
      for (let cut = start + 2; cut <= end - 2; cut++) {
        const left = hashWord(prose, start, cut);
        const right = hashWord(prose, cut, end);
        if (
          !(
            isPair(lexicon, left, right, cut - start, end - cut) || isVerbBehind(lexicon, i, left, right, cut)
          )
        )
          continue;
        if (at >= 0) return -1;
        at = cut;
      }
      return at;
    }

    function isPair(lexicon: Lexicon, left: number, right: number, before: number, behind: number): boolean {
      if (shortHeads.has(left)) return determiners.has(right);
      if (heads.has(left)) return behind >= 3 && (lexicon.get(right) & Entry.Tier) === 3;
      return tails.has(right) && before >= 4 && lexicon.isOrdinaryWord(left);
    }

    /** `the areareceived a complaint`. */
    function isVerbBehind(lexicon: Lexicon, i: number, left: number, right: number, cut: number): boolean {
      if (i === 0 || blocks[i - 1] !== blocks[i] || blocks[i + 1] !== blocks[i]) return false;
      return (
        (ends[i] as number) - cut > 4 &&
        prose.slice((ends[i] as number) - 2, ends[i]) === 'ed' &&
        objects.has(hashes[i + 1] as number) &&
        objects.has(hashes[i - 1] as number) &&
        lexicon.isOrdinaryWord(left) &&
        lexicon.isOrdinaryWord(right)
      );
    }

    function edit(at: number, gap: string) {
      return [{start: at, end: at, text: gap}];
    }

    function tell(start: number, end: number, cut: number, suggestions: readonly Suggestion[]): void {
      context.report({
        messageId: 'joined',
        start,
        end,
        data: {left: prose.slice(start, cut), right: prose.slice(cut, end)},
        suggestions,
      });
    }

    function examine(i: number): void {
      if ((zones[i] as number) & notProse || isGlued(i)) return;
      const start = starts[i] as number;
      const end = ends[i] as number;
      const cut = onlyBoundary(start, end);
      const hash = hashes[i] as number;
      if (cut < 0 || brands.has(hash)) return;
      lexicon ??= context.resource('lexicon-en.bin', parseLexicon);
      if (!lexicon || lexicon.has(hash) || times(hash) > 1) return;
      const left = hashWord(prose, start, cut);
      const right = hashWord(prose, cut, stemEnd(prose, cut, end));
      const capital = ((flags[i] as number) & TokenFlag.InitialCap) !== 0;
      if (
        !(capital ? joinsSentences(lexicon, left, right) : joinsWords(lexicon, left, right, cut, start, end))
      )
        return;
      const one = {message: 'Part the words', edits: edit(cut, ' ')};
      const two = {message: 'End the sentence between them', edits: edit(cut, '. ')};
      const opens = openers.has(right) && !small.has(left);
      tell(start, end, cut, opens ? [two, one] : [one]);
    }

    /** `Moscow|The`: a name or word, and a word that begins a sentence. */
    function joinsSentences(lexicon: Lexicon, left: number, right: number): boolean {
      return openers.has(right) && lexicon.has(left) && !prefixes.has(left);
    }

    function joinsWords(
      lexicon: Lexicon,
      left: number,
      right: number,
      cut: number,
      start: number,
      end: number,
    ): boolean {
      if (cut - start < 2 || (lexicon.get(left) & Entry.Tier) < 2) return false;
      if (end - cut === 1) return right === single && small.has(left) && !prefixes.has(left);
      if (end - cut === 2 && times(right) === 0) return false;
      const known = lexicon.isOrdinaryWord(right) || lexicon.isKnownName(right) || times(right) > 0;
      if (!known) return false;
      if (openers.has(right)) return true;
      // Of a brand’s first half, only the name behind it shows that it is none: inLondon.
      if (prefixes.has(left))
        return small.has(left) && lexicon.isKnownName(right) && !lexicon.isOrdinaryWord(right);
      // `fileName`, `userData`: in an article with code, two everyday words may be a name of the program.
      return small.has(left) || !lexicon.isOrdinaryWord(right) || !(text.features & signsOfCode);
    }

    /** Where the only capital after the first letter stands, with a small letter before it; else -1. */
    function onlyBoundary(start: number, end: number): number {
      let at = -1;
      for (let k = start + 1; k < end; k++) {
        const c = prose[k] as string;
        if (c === c.toLowerCase()) continue;
        if (at >= 0) return -1;
        at = k;
      }
      return at;
    }

    /** Part of a name in code, of an address or of a compound. */
    function isGlued(i: number): boolean {
      const before = prose[(starts[i] as number) - 1];
      const after = prose[ends[i] as number];
      if (before !== undefined && '._/\\@#$=-<&:'.includes(before)) return true;
      return after !== undefined && (/[_/\\@=(<[{-]/.test(after) || isDotted(i));
    }

    /** `path.joinAll.x`: a stop and a letter right behind. */
    function isDotted(i: number): boolean {
      const end = ends[i] as number;
      return prose[end] === '.' && /[\p{L}\d]/u.test(prose[end + 1] ?? '');
    }
  },
});
