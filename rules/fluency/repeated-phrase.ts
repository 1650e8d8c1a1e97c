import {defineRule} from '../../src/engine/rule.js';
import {parseLexicon} from '../../src/lexicon/lexicon.js';
import {hashOf, wordSet} from '../../src/text/hash.js';
import {notProse, TokenFlag, Zone} from '../../src/text/tokens.js';

/** Hardly ever right twice in a row. */
const never = wordSet(
  'the a an of and with from for at as or but than into this these those their its his our your my',
);
/** Of these, the ones that may end one phrase and begin the next: “spoke of of course”, “after this this changed”. */
const meeting = wordSet('of with from for at as this these those');
/** Begin a noun, which no phrase that such a word begins on its own does: “of of the town”. */
const nounOpeners = wordSet('the a an his her its their our my your this these those');
/** Right twice in a row, or so common in speech that nobody minds. */
const allowed =
  wordSet(`that had is was in on do did will can her you who it very so no not yes long many much really too never now there hear
  night knock bye ha blah yada rah far big more way old little hot bang boom beep tick hey oh go come run wait please step
  chop tut pretty super quite deep good high hard fast quick slow well right fine okay ok all what why how up down out over
  extra dear poor sorry stop help look listen new still lower upper cha tom yo tuk pom goody so-so mama papa dada`);
/** Titles before a name: doubled, they are a slip even with their capitals. */
const titles = wordSet(
  `mr mrs ms miss dr prof professor president minister chancellor premier senator governor mayor judge general colonel
  captain lieutenant sergeant admiral ambassador director chairman king queen prince princess bishop archbishop pope
  sheikh imam`,
);
/** `Prof. Dr. Dr. h. c.`: German doctors twice over. */
const professor = hashOf('prof');
const doctor = hashOf('dr');
/** Stand twice where the first is a verb’s particle: `log in in the evening`, `carry on on Monday`. */
const prepositions = wordSet('in on');
const particled = wordSet(
  `go goes going went gone come comes coming came move moves moving moved carry carries carrying carried live lives living lived
  pass passed catch caught keep keeps kept hold holds held get gets got log logs logged logging sign signs signed signing turn turns
  turned turning switch switched switching take takes took taken put puts playing play played work worked working press pressed
  pressing drag dragged dragging fight fought battle battled soldier soldiered march marched marching walk walked walking run ran running
  drive drove driving ride rode riding read reading look looked looking stay stayed staying check checked checking checks
  give gave given gives hand handed turnout break broke broken breaks tune tuned cash cashed drop dropped settle settled set sets
  setting kick kicked bring brought let phone phoned call called calling step stepped weigh weighed cave caved join joined
  plug plugged fill filled opt opted dial dialled dialed pitch pitched chip chipped sink sank zoom zoomed bow bowed buy bought
  lock locked move-in sit sat start started stand stood follow followed head hands later early lie lying lay spot add added
  what where it them him her this that he she they who is are was were be been being i we you tagged trade traded swear sworn swore
  build built bid hook hooked latch seize seized try tried usher ushered phase phased factor factored rope roped pencil pencilled all`,
);
/** What an `X and X` of emphasis repeats: `a bigger and bigger`, `an over and over`. */
const growing = wordSet('more less over again on through up down round out far by further better worse');
const determiners = wordSet('a an this that its his her their our my your each every no');
const joiners = wordSet('and or by to after in on for of against upon with');
/** Begin a phrase of two words that may rightly come twice: `more and more and more`, `makes a tool a tool`. */
const openers = wordSet('and or nor but by to after upon a an the this that his her its their our my your');
const echo = wordSet('who which');
const and = hashOf('and');
const ofHash = hashOf('of');
const forHash = hashOf('for');
const stop = 0x2e;
const hyphen = 0x2d;
const shortestNoun = 4;

export default defineRule({
  meta: {
    id: 'fluency/repeated-phrase',
    description: 'Words and phrases that stand twice in a row',
    mqm: 'duplication',
    severity: 'warning',
    scope: 'block',
    recommended: true,
    fixable: 'letters',
    letters: 'delete',
    hasSuggestions: true,
    languages: ['en'],
    messages: {
      word: '“{{word}}” stands twice in a row',
      phrase: '“{{word}}” stands twice in a row',
      joined: '“{{text}}”: one word stands for two of the original',
      echo: '“{{text}}” says “{{word}}” twice: the clause was begun again',
    },
  },
  create(context) {
    const {text} = context;
    const {hashes, flags, starts, ends, zones, blocks} = text.tokens;
    /** The words `from` to `to` stand side by side in one block, with nothing but white space between. */
    const plain = (from: number, to: number): boolean => {
      if (from < 0 || blocks[from] !== blocks[to]) return false;
      for (let i = from; i <= to; i++) {
        if (!((flags[i] as number) & TokenFlag.Word) || (zones[i] as number) & (notProse | Zone.Title))
          return false;
        if (i > from && (flags[i] as number) & TokenFlag.SentenceStart) return false;
      }
      return true;
    };
    const capital = (i: number): boolean =>
      ((flags[i] as number) & (TokenFlag.InitialCap | TokenFlag.SentenceStart)) === TokenFlag.InitialCap;
    const ordinary = (i: number): boolean =>
      context.resource('lexicon-en.bin', parseLexicon)?.isOrdinaryWord(hashes[i] as number) ?? false;
    let told = -1;

    /** Behind a particle, or at the edge of a hyphenated word, the second may be right. */
    const isParticle = (i: number): boolean => {
      const verb = i - 2;
      if (verb < 0 || blocks[verb] !== blocks[i] || !((flags[verb] as number) & TokenFlag.Word)) return true;
      return particled.has(hashes[verb] as number) || !ordinary(verb) || hashes[i + 1] === hyphen;
    };

    /** `Mr. Mr. Lund`: the title with its stop, or without. */
    const titleBefore = (i: number): void => {
      const hash = hashes[i] as number;
      if (!titles.has(hash) || !((flags[i] as number) & TokenFlag.InitialCap)) return;
      if ((zones[i] as number) & (notProse | Zone.Title)) return;
      const dotted = hashes[i - 1] === stop && starts[i - 1] === ends[i - 2];
      let first = dotted ? i - 2 : i - 1;
      if (first < 0 || hashes[first] !== hash || blocks[first] !== blocks[i]) return;
      if (!((flags[first] as number) & TokenFlag.InitialCap)) return;
      // Of a longer run the last two are reached with all the others before them.
      const step = i - first;
      if (hashes[i + step] === hash && blocks[i + step] === blocks[i]) return;
      while (first >= step && hashes[first - step] === hash && blocks[first - step] === blocks[i])
        first -= step;
      const last = hashes[i + 1] === stop && starts[i + 1] === ends[i] ? i + 1 : i;
      const name = last + 1;
      if (blocks[name] !== blocks[i] || !((flags[name] as number) & TokenFlag.InitialCap)) return;
      if (hash === doctor && (hashes[first - 1] === professor || hashes[first - 2] === professor)) return;
      told = last;
      const start = starts[first] as number;
      const kept = starts[i] as number;
      context.report({
        messageId: 'word',
        start,
        end: ends[last] as number,
        data: {word: text.prose.slice(kept, ends[last])},
        suggestions: [{message: 'Write it once', edits: [{start, end: kept, text: ''}]}],
      });
    };

    /** `Minister of Forestry and Forestry`, `a clear purpose and purpose`: the engine found one word for two. */
    const joined = (i: number): void => {
      const first = i - 2;
      const hash = hashes[i] as number;
      if (hashes[i - 1] !== and || (ends[i] as number) - (starts[i] as number) < shortestNoun) return;
      if (!plain(first, i) || growing.has(hash) || allowed.has(hash) || !ordinary(i)) return;
      const f = flags[i] as number;
      if (f & TokenFlag.InitialCap) {
        // Smith and Smith is a firm; what a ministry is of is no name.
        if (!((flags[first] as number) & TokenFlag.InitialCap)) return;
        const of = first - 1;
        if (blocks[of] !== blocks[i] || (hashes[of] !== ofHash && hashes[of] !== forHash)) return;
        if (!((flags[of - 1] as number) & TokenFlag.InitialCap)) return;
        if (context.resource('lexicon-en.bin', parseLexicon)?.isKnownName(hash)) return;
      } else {
        if ((flags[first] as number) & TokenFlag.InitialCap || /(?:er|s)$/.test(text.token(i))) return;
        // `a year and a year`, `for mile and mile`: only a noun that one word makes single is never said twice.
        const near = determiners.has(hashes[first - 1] as number) ? first - 1 : first - 2;
        if (!plain(near, i) || !determiners.has(hashes[near] as number)) return;
        if (hashes[i + 1] === ofHash || hashes[i + 1] === hyphen) return;
      }
      told = i;
      context.report({
        messageId: 'joined',
        start: starts[first] as number,
        end: ends[i] as number,
        data: {text: text.prose.slice(starts[first], ends[i])},
        suggestions: [
          {
            message: 'Take one out',
            edits: [{start: ends[first] as number, end: ends[i] as number, text: ''}],
          },
        ],
      });
    };

    const doubledWord = (i: number): void => {
      const hash = hashes[i] as number;
      if (prepositions.has(hash)) {
        if (isParticle(i)) return;
      } else if (allowed.has(hash) || (ends[i] === (starts[i] as number) + 1 && !never.has(hash))) return;
      if (!plain(i - 1, i) || capital(i)) return;
      // `three of the four four-ball matches`: the second belongs to a compound.
      if (hashes[i + 1] === hyphen && starts[i + 1] === ends[i]) return;
      const sure = never.has(hash);
      if (!sure && ((zones[i] as number) & Zone.Quotation || capital(i - 1) || !ordinary(i))) return;
      // Three in a row are emphasis, or a loop.
      if (!sure && (hashes[i - 2] === hash || hashes[i + 1] === hash)) return;
      // Hepatitis A a year ago.
      if (sure && capital(i - 1)) return;
      const next = i + 1;
      const safe =
        sure &&
        (!meeting.has(hash) ||
          (blocks[next] === blocks[i] &&
            (nounOpeners.has(hashes[next] as number) ||
              capital(next) ||
              (flags[next] as number) & TokenFlag.Number) &&
            !nounOpeners.has(hash)));
      told = i;
      const edit = {start: ends[i - 1] as number, end: ends[i] as number, text: ''};
      context.report({
        messageId: 'word',
        start: starts[i - 1] as number,
        end: ends[i] as number,
        data: {word: text.token(i)},
        ...(safe ? {fix: [edit]} : {suggestions: [{message: 'Take one out', edits: [edit]}]}),
      });
    };

    const doubledPhrase = (i: number, n: number): void => {
      const from = i - 2 * n + 1;
      if (from <= told) return;
      for (let k = 1; k < n; k++) if (hashes[i - k] !== hashes[i - n - k]) return;
      if (!plain(from, i) || hashes[i] === hashes[i - 1]) return;
      for (let k = from; k <= i; k++) if (capital(k)) return;
      // “step by step by step”, “back to back to back”, “what makes a tool a tool”
      if (
        n === 2 &&
        !never.has(hashes[i] as number) &&
        (joiners.has(hashes[i] as number) || openers.has(hashes[i - 1] as number))
      )
        return;
      for (let k = i - n + 1; k <= i; k++) if (!ordinary(k) && !never.has(hashes[k] as number)) return;
      if (hashes[from - 1] === hashes[i] || hashes[i + 1] === hashes[from]) return;
      told = i;
      context.report({
        messageId: 'phrase',
        start: starts[from] as number,
        end: ends[i] as number,
        data: {word: text.prose.slice(starts[i - n + 1], ends[i])},
        suggestions: [
          {
            message: 'Take one out',
            edits: [{start: ends[i - n] as number, end: ends[i] as number, text: ''}],
          },
        ],
      });
    };

    const echoed = (i: number): void => {
      const hash = hashes[i] as number;
      if (!echo.has(hashes[i - 1] as number) || (ends[i] as number) - (starts[i] as number) < 3) return;
      if (
        !plain(i - 2, i) ||
        capital(i) ||
        capital(i - 2) ||
        never.has(hash) ||
        allowed.has(hash) ||
        !ordinary(i)
      )
        return;
      told = i;
      const word = text.token(i - 2);
      context.report({
        messageId: 'echo',
        start: starts[i - 2] as number,
        end: ends[i] as number,
        data: {text: text.prose.slice(starts[i - 2], ends[i]), word},
        suggestions: [
          {
            message: `Write “${word}”`,
            edits: [{start: ends[i - 2] as number, end: ends[i] as number, text: ''}],
          },
        ],
      });
    };

    const doubledPhraseOrEcho = (i: number): void => {
      if (i > 2) doubledPhrase(i, 2);
      echoed(i);
      if (told !== i) joined(i);
    };

    const {first, last} = text.sentences;
    return {
      sentence(s) {
        const end = last[s] as number;
        for (let i = Math.max(1, first[s] as number); i <= end; i++) {
          const hash = hashes[i] as number;
          if (hash === hashes[i - 1]) {
            if (capital(i) && titles.has(hash)) titleBefore(i);
            else doubledWord(i);
          } else if (hash === hashes[i - 2] && hashes[i - 1] === stop) titleBefore(i);
          else if (i >= 4) {
            if (hash === hashes[i - 2]) doubledPhraseOrEcho(i);
            else if (hash === hashes[i - 3]) doubledPhrase(i, 3);
            else if (hash === hashes[i - 4]) doubledPhrase(i, 4);
          } else if (i >= 2 && hash === hashes[i - 2]) doubledPhraseOrEcho(i);
        }
      },
    };
  },
});
