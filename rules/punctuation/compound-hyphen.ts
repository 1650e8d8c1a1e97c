import {defineRule} from '../../src/engine/rule.js';
import {parseLexicon} from '../../src/lexicon/lexicon.js';
import {hashOf, wordSet} from '../../src/text/hash.js';
import {tokenTests} from '../../src/text/token-tests.js';
import {notProse, TokenFlag} from '../../src/text/tokens.js';

/** In the singular behind a number, they are half of an adjective: a 5 mile walk. */
const unitWords =
  `year month week day hour minute mile kilometer kilometre meter metre foot inch ton tonne storey story point acre
  hectare megawatt degree magnitude pound kilogram gallon liter litre dollar euro`.split(/\s+/);
const units = new Set(unitWords.map(hashOf));
const ages = wordSet('year month week day');
const quakes = wordSet('earthquake quake tremor aftershock shock temblor');
const articles = wordSet('a an');
const determiners = wordSet('a an the this that his her its their our my your another every each');
const numbers = wordSet(
  `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen twenty thirty forty fifty sixty seventy eighty ninety`,
);
/** No nouns: `a 10 mile or so`, `a two day further`. */
const others = wordSet(
  `a an the of in to and or but on at by for from with as is was are were be been has had have will would can could may
  might than then that this it he she they we you who which when while where if so more less ago later earlier before
  after too also only just old per each up down out away off`,
);
/** With these the unit makes a word of its own. */
const pairs = new Set(
  'foot soldier|foot patrol|foot bridge|day trip|day care|day job|day school|year group|year end|point guard|point man|week night|hour hand|minute hand|pound sterling|dollar bill|story line|story teller|day labourer|day laborer'.split(
    '|',
  ),
);
const people = wordSet(
  `man woman boy girl child son daughter pupil student teenager resident citizen player driver brother sister father
  mother grandmother grandfather native soldier officer actor actress singer baby toddler pensioner worker`,
);
const old = hashOf('old');
const years = hashOf('years');
const hyphen = 0x2d;
const filter = new Uint8Array(1024);
for (const unit of [...units, years]) filter[unit & 1023] = 1;
const month = wordSet(
  'january february march april may june july august september october november december no number article chapter day page room grade class',
);

export default defineRule({
  meta: {
    id: 'punctuation/compound-hyphen',
    description: 'Finds numbers with a unit before a noun without hyphens, as in “a 10-year old boy”',
    mqm: 'punctuation',
    severity: 'warning',
    scope: 'block',
    recommended: true,
    hasSuggestions: true,
    languages: ['en'],
    words: [...unitWords, 'years'],
    messages: {
      half: 'All parts of “{{right}}” are joined by hyphens',
      none: 'Before a noun, number and unit are joined by a hyphen: “{{right}}”',
      years: 'Before a noun, an age is written “{{right}}”',
    },
  },
  create(context) {
    const {text} = context;
    const {hashes, flags, starts, ends, zones} = text.tokens;
    const {first, last} = text.sentences;
    const {same, spaced, isNumber} = tokenTests(text, context.shared);
    const isHyphen = (i: number): boolean => hashes[i] === hyphen;

    return {
      sentence(s) {
        const end = last[s] as number;
        for (let i = (first[s] as number) + 1; i <= end; i++) {
          const hash = hashes[i] as number;
          if (filter[hash & 1023] === 0) continue;
          if (hash === years) manyYears(i);
          else if (units.has(hash)) unit(i, hash);
        }
      },
    };

    function unit(i: number, hash: number): void {
      if ((flags[i] as number) & TokenFlag.InitialCap || (zones[i] as number) & notProse) return;
      const joined = isHyphen(i - 1) && !spaced(i) && !spaced(i - 1);
      const number = joined ? i - 2 : i - 1;
      if (!same(i, number) || !isCount(number) || (!joined && !spaced(i))) return;
      const next = i + 1;
      if (!same(i, next)) return;
      if (
        ages.has(hash) &&
        isHyphen(next) &&
        !spaced(next) &&
        hashes[next + 1] === old &&
        !spaced(next + 1)
      ) {
        // `10 year-old`
        if (!joined && isFree(next + 1)) report('half', number, next + 1);
        return;
      }
      if (ages.has(hash) && hashes[next] === old && isFree(next)) {
        // `10-year old`, `a 10 year old`.
        if (joined) report('half', number, next);
        else if (isDetermined(number)) report('half', number, next);
        return;
      }
      if (!joined) bare(i, hash, number, next);
    }

    /** `a 5 mile walk`. */
    function bare(i: number, hash: number, number: number, next: number): void {
      const noun = hashes[next] as number;
      if (!isDetermined(number) || !((flags[next] as number) & TokenFlag.Word) || others.has(noun)) return;
      if ((flags[next] as number) & TokenFlag.InitialCap) return;
      if (hash === hashOf('magnitude') && !quakes.has(noun)) return;
      const word = text.token(next).toLowerCase();
      // “the two year groups” are two, and so may “the two foot soldiers” be; “a two day trip” is one.
      if (!articles.has(hashes[number - 1] as number)) {
        if (/[^sui]s$/.test(word) || pairs.has(`${text.token(i)} ${word}`)) return;
      }
      const lexicon = context.resource('lexicon-en.bin', parseLexicon);
      if (!lexicon?.isOrdinaryWord(noun) || /(?:ing|ed|ly)$/.test(word)) return;
      report('none', number, i, 'info');
    }

    /** `a 15 years old girl`. */
    function manyYears(i: number): void {
      const number = i - 1;
      if (!same(i, number) || !isCount(number) || !spaced(i) || !same(i, i + 2)) return;
      if (hashes[i + 1] !== old || !people.has(hashes[i + 2] as number) || !isDetermined(number)) return;
      if ((zones[i] as number) & notProse) return;
      const right = `${text.token(number)}-year-old`;
      const [start, end] = [starts[number] as number, ends[i + 1] as number];
      context.report({
        messageId: 'years',
        start,
        end,
        data: {right},
        suggestions: [{message: `Write “${right}”`, edits: [{start, end, text: right}]}],
      });
    }

    /** A number above one: not a year, a day of a month or the number of a thing. */
    function isCount(i: number): boolean {
      const hash = hashes[i] as number;
      if (numbers.has(hash)) return true;
      if (!isNumber(i) || (flags[i] as number) & TokenFlag.Alphanumeric) return false;
      const written = text.token(i);
      if (written === '1' || /^(?:1[89]|20)\d\d$/.test(written)) return false;
      return !(same(i, i - 1) && month.has(hashes[i - 1] as number));
    }

    function isDetermined(number: number): boolean {
      const before = number - 1;
      if (!same(number, before) || !spaced(number)) return false;
      return (
        determiners.has(hashes[before] as number) || ((flags[before] as number) & TokenFlag.Possessive) !== 0
      );
    }

    /** Nothing is glued to the end of it. */
    function isFree(i: number): boolean {
      return !same(i, i + 1) || spaced(i + 1) || !isHyphen(i + 1);
    }

    function report(messageId: 'half' | 'none', from: number, to: number, severity?: 'info'): void {
      const start = starts[from] as number;
      const end = ends[to] as number;
      const right = text.prose.slice(start, end).replace(/[\s-]+/g, '-');
      context.report({
        messageId,
        start,
        end,
        data: {right},
        ...(severity ? {severity} : {}),
        suggestions: [{message: `Write “${right}”`, edits: [{start, end, text: right}]}],
      });
    }
  },
});
