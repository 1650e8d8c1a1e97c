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
    const {count, flags, hashes, starts, ends, zones} = text.tokens;
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
      article() {
        for (let i = 0; i < count; i++) {
          if (((flags[i] as number) & (wanted | unwanted)) === wanted) examine(i);
        }
      },
    };

    function examine(i: number): void {
      if ((zones[i] as number) & notProse || isGlued(i)) return;
      const start = starts[i] as number;
      const end = ends[i] as number;
      const cut = onlyBoundary(start, end);
      const hash = hashes[i] as number;
      if (cut < 0 || brands.has(hash)) return;
      const lexicon = context.resource('lexicon-en.bin', parseLexicon);
      if (!lexicon || lexicon.has(hash) || times(hash) > 1) return;
      const left = hashWord(prose, start, cut);
      const right = hashWord(prose, cut, stemEnd(prose, cut, end));
      const capital = ((flags[i] as number) & TokenFlag.InitialCap) !== 0;
      if (
        !(capital ? joinsSentences(lexicon, left, right) : joinsWords(lexicon, left, right, cut, start, end))
      )
        return;
      const edit = (gap: string) => [{start: cut, end: cut, text: gap}];
      const one = {message: 'Part the words', edits: edit(' ')};
      const two = {message: 'End the sentence between them', edits: edit('. ')};
      const opens = openers.has(right) && !small.has(left);
      context.report({
        messageId: 'joined',
        start,
        end,
        data: {left: prose.slice(start, cut), right: prose.slice(cut, end)},
        suggestions: opens ? [two, one] : [one],
      });
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
