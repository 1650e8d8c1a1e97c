import {defineRule} from '../../src/engine/rule.js';
import {nameDictionaryOf} from '../../src/names/name-dictionary.js';
import {foldWord, hashOf, wordSet} from '../../src/text/hash.js';
import {Feature, notProse, TokenFlag} from '../../src/text/tokens.js';
import {lineOf} from './_shared/clusters.js';

/** A name in full with its acronym in brackets behind it, or the other way round. Offsets into the prose. */
interface Definition {
  readonly acronym: string;
  readonly acronymStart: number;
  readonly acronymEnd: number;
  /** Content words of the name, folded; `of`, `the` and their like left out. */
  readonly words: readonly string[];
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Token behind the last word of the name: a bracket. */
  readonly bracket: number;
  /** Two words or more, none of them an initial. */
  readonly isName: boolean;
  /** The acronym is made of the first letters of the name's words. */
  readonly fits: boolean;
}

const small = wordSet('of the and for in on at to a an de la le du des von der und y e');
const article = wordSet('the a an');
/** Stand in brackets in capitals, but are no one’s acronym: agencies under pictures, parties, offices, countries. */
const noAcronyms = wordSet(
  'ap afp epa pa dpa tass reuters getty mp mep pm msp ceo coo usa uk us eu un tv dj pdf phd',
);
/** Words that two organisations share without being related. */
const general = wordSet(
  `party ministry committee commission council bank company corporation group agency university institute academy
  association union federation foundation fund club league court parliament assembly bureau department service office
  authority board inspectorate administration registry fleet force forces army police
  national international organisation organization front movement centre center society system programme program`,
);
const closing = 0x29;
const hyphen = 0x2d;
const mostWords = 9;
const longestAcronym = 8;
/** So many definitions with one acronym, or one last word, are compared with a later one. */
const mostCompared = 20;

export default defineRule({
  meta: {
    id: 'names/acronym',
    description: 'Two acronyms for one name, or two names for one acronym',
    mqm: 'term-inconsistency',
    severity: 'warning',
    basis: 'article',
    recommended: true,
    hasSuggestions: true,
    languages: ['en'],
    needs: Feature.Parenthesis,
    messages: {
      acronyms: '“{{name}}” is “{{acronym}}” here and “{{other}}” in line {{line}}: one name, two acronyms',
      names: '“{{acronym}}” is “{{name}}” here and “{{other}}” in line {{line}}: one acronym, two names',
    },
  },
  create(context) {
    const {text} = context;
    const {hashes, flags, starts, ends, zones, blocks} = text.tokens;
    const found: Definition[] = [];
    /** Where something has been told. */
    const told = new Set<number>();
    return {
      mark: {
        chars: '(',
        on(open) {
          if ((zones[open] as number) & notProse) return;
          const definition =
            isAcronym(open + 1) && hashes[open + 2] === closing ? before(open, open + 1) : inside(open);
          if (definition !== undefined) found.push(definition);
        },
      },
      article() {
        // Only definitions with one acronym, or with one last word, can contradict each other.
        const alike = new Map<string, Definition[]>();
        for (const definition of found) {
          const {acronym, bracket} = definition;
          const keys = [acronym, `${wordAt(bracket - 1)} `];
          if (!keys.some((key) => alike.get(key)?.some((earlier) => tell(earlier, definition)))) {
            for (const key of keys) {
              const list = alike.get(key) ?? [];
              if (list.length < mostCompared) alike.set(key, [...list, definition]);
            }
          }
        }
      },
    };

    /** Two capitals or more, `TsIK` among them. */
    function isAcronym(i: number): boolean {
      const f = flags[i] as number;
      const length = (ends[i] as number) - (starts[i] as number);
      if (length < 2 || length > longestAcronym || noAcronyms.has(hashes[i] as number)) return false;
      if (f & (TokenFlag.Apostrophe | TokenFlag.Alphanumeric)) return false;
      return (f & TokenFlag.AllCaps) !== 0 || (f & TokenFlag.InnerCap && isCapital(ends[i] as number)) !== 0;
    }

    function isCapital(end: number): boolean {
      const letter = text.prose.charAt(end - 1);
      return letter !== letter.toLowerCase();
    }

    function isPart(i: number, block: number): boolean {
      const f = flags[i] as number;
      return (
        blocks[i] === block &&
        (hashes[i] === hyphen ||
          ((f & TokenFlag.Word) !== 0 &&
            ((f & TokenFlag.InitialCap) !== 0 || small.has(hashes[i] as number))))
      );
    }

    /**
     * `Central Election Commission (CEC)`: the words run back to the one that the acronym’s first letter stands for;
     * where the letters do not fit, over all capitalised ones.
     */
    function before(open: number, at: number): Definition | undefined {
      const block = blocks[open] as number;
      const letters = foldWord(text.token(at));
      let left = letters.length;
      for (let i = open - 1; i >= 0 && blocks[i] === block; i--) {
        const f = flags[i] as number;
        if (hashes[i] === hyphen || (small.has(hashes[i] as number) && !(f & TokenFlag.InitialCap))) continue;
        if (!(f & TokenFlag.Word) || wordAt(i).charAt(0) !== letters.charAt(left - 1)) break;
        left--;
        if (left === 0) return define(i, open, at, true);
      }
      let first = open;
      while (first > 0 && open - first < mostWords && isPart(first - 1, block)) first--;
      // `Later the World Corn Fund`: the capital is that of the sentence.
      if (
        first + 1 < open &&
        (flags[first] as number) & TokenFlag.SentenceStart &&
        small.has(hashes[first + 1] as number)
      )
        first++;
      return define(first, open, at, false);
    }

    function wordAt(i: number): string {
      return foldWord(text.token(i)).replace(/'s?$/, '');
    }

    /** `CEC (Central Election Commission)`. */
    function inside(open: number): Definition | undefined {
      const at = open - 1;
      if (at < 0 || blocks[at] !== blocks[open] || !isAcronym(at)) return undefined;
      let close = open + 1;
      while (close - open <= mostWords + 1 && isPart(close, blocks[open] as number)) close++;
      if (hashes[close] !== closing) return undefined;
      const letters = foldWord(text.token(at));
      let initials = '';
      for (let i = open + 1; i < close; i++)
        if ((flags[i] as number) & TokenFlag.InitialCap && !article.has(hashes[i] as number))
          initials += foldWord(text.token(i)).charAt(0);
      return define(open + 1, close, at, initials === letters);
    }

    /** Of the words from token `from` up to the bracket `to`. */
    function define(from: number, to: number, at: number, fits: boolean): Definition {
      let first = from;
      while (first < to && (small.has(hashes[first] as number) || hashes[first] === hyphen)) first++;
      const words: string[] = [];
      for (let i = first; i < to; i++) {
        if ((flags[i] as number) & TokenFlag.Word && !small.has(hashes[i] as number)) words.push(wordAt(i));
      }
      const start = starts[first] as number;
      const end = Math.max(start, ends[to - 1] as number);
      return {
        acronym: text.token(at),
        acronymStart: starts[at] as number,
        acronymEnd: ends[at] as number,
        words,
        text: text.prose.slice(start, end),
        start,
        end,
        bracket: to,
        fits,
        // A player with a country is no organisation: `J Smith (NZ)`.
        isName: words.length > 1 && words.every((word) => word.length > 1),
      };
    }

    /**
     * Whether the words before a bracket are just these. A further name word in front (`Ukrainian Central Election
     * Commission`) makes another organisation.
     */
    function endsWith(bracket: number, words: readonly string[]): boolean {
      const block = blocks[bracket];
      let left = words.length;
      let i = bracket - 1;
      for (; i >= 0 && left > 0 && blocks[i] === block; i--) {
        if (hashes[i] === hyphen || small.has(hashes[i] as number)) continue;
        if (!((flags[i] as number) & TokenFlag.Word) || wordAt(i) !== words[left - 1]) return false;
        left--;
      }
      if (left > 0) return false;
      if (i < 0 || blocks[i] !== block) return true;
      const f = flags[i] as number;
      return !(f & TokenFlag.Word && f & TokenFlag.InitialCap) || small.has(hashes[i] as number);
    }

    /** Of capitalised words before a bracket the last ones: `Later the World Corn Fund`. */
    function shorten(definition: Definition, length: number): Definition {
      const {bracket, words} = definition;
      if (hashes[bracket] === closing || words.length <= length) return definition;
      let left = length;
      let i = bracket;
      while (left > 0) {
        i--;
        if ((flags[i] as number) & TokenFlag.Word && !small.has(hashes[i] as number)) left--;
      }
      return define(i, bracket, bracket + 1, false);
    }

    function tell(a: Definition, b: Definition): boolean {
      const dictionary = nameDictionaryOf(context.entries('name'));
      if (dictionary.areApart(a.text, b.text) || dictionary.areApart(a.acronym, b.acronym)) return false;
      if (a.acronym === b.acronym) return a.text !== b.text && tellNames(a, b);
      return tellAcronyms(a, b);
    }

    function tellAcronyms(a: Definition, b: Definition): boolean {
      // Which words are the name is sure where the letters say so; else the shorter run of words is taken for it.
      const name = a.fits !== b.fits ? (a.fits ? a : b) : a.words.length <= b.words.length ? a : b;
      const other = name === a ? b : a;
      if (!name.isName || !(name.fits || isForeign(name, other))) return false;
      const same = a.words.length === b.words.length && a.words.every((word, i) => word === b.words[i]);
      if (!same && !endsWith(other.bracket, name.words)) return false;
      // The same letters in another order are told where the order is wrong.
      if ([...a.acronym].sort().join('') === [...b.acronym].sort().join('')) return false;
      const [odd, right] = a.fits && !b.fits ? [b, a] : b.fits && !a.fits ? [a, b] : [b, a];
      if (told.has(odd.acronymStart)) return true;
      told.add(odd.acronymStart);
      context.report({
        messageId: 'acronyms',
        start: odd.acronymStart,
        end: odd.acronymEnd,
        data: {
          name: name.text,
          acronym: odd.acronym,
          other: right.acronym,
          line: lineOf(context, {start: right.acronymStart, end: right.acronymEnd}),
        },
        related: [{message: `“${right.acronym}” here`, start: right.acronymStart, end: right.acronymEnd}],
        suggestions: [
          {
            message: `Write “${right.acronym}”`,
            edits: [{start: odd.acronymStart, end: odd.acronymEnd, text: right.acronym}],
          },
        ],
      });
      return true;
    }

    function tellNames(one: Definition, two: Definition): boolean {
      const a = two.fits && !one.fits ? shorten(one, two.words.length) : one;
      const b = one.fits && !two.fits ? shorten(two, one.words.length) : two;
      if (!a.isName || !b.isName) return false;
      const shared = a.words.filter((word) => b.words.includes(word));
      if (shared.length === a.words.length || shared.length === b.words.length) return false;
      // Behind a person stands their party or country: two who share an office or a surname are no two names of it.
      if (!a.fits && !b.fits && !(isBody(a) || isBody(b))) return false;
      // One word of the name in other words, and the letters then fit no more.
      const isOneOff =
        a.fits !== b.fits && a.words.length === b.words.length && shared.length === a.words.length - 1;
      if (shared.length === 0 || !(isOneOff || shared.some((word) => !general.has(hashOf(word)))))
        return false;
      const [odd, right] = a.fits && !b.fits ? [b, a] : b.fits && !a.fits ? [a, b] : [b, a];
      if (told.has(odd.start)) return true;
      told.add(odd.start);
      context.report({
        messageId: 'names',
        start: odd.start,
        end: odd.end,
        data: {name: odd.text, acronym: odd.acronym, other: right.text, line: lineOf(context, right)},
        related: [{message: `“${right.text}” here`, start: right.start, end: right.end}],
        suggestions: [
          {message: `Write “${right.text}”`, edits: [{start: odd.start, end: odd.end, text: right.text}]},
        ],
      });
      return true;
    }
  },
});

/** Holds a word that only names of bodies have. */
const isBody = ({words}: Definition): boolean => words.some((word) => general.has(hashOf(word)));

/** Two acronyms that are both of another language, as `CIK` and `TsIK`: three words, and two letters in common. */
function isForeign(a: Definition, b: Definition): boolean {
  const letters = [...new Set(a.acronym.toUpperCase())];
  return (
    a.words.length > 2 && letters.filter((letter) => b.acronym.toUpperCase().includes(letter)).length > 1
  );
}
