import {defineRule} from '../../src/engine/rule.js';
import {parseLexicon} from '../../src/lexicon/lexicon.js';
import {wordSet} from '../../src/text/hash.js';
import {notProse, TokenFlag, Zone} from '../../src/text/tokens.js';

/** Never right twice in a row, so that one may be taken out unseen. */
const never = wordSet(
  'the a an of and with from for at as or but than into this these those their its his our your my',
);
/** Right twice in a row, or so common in speech that nobody minds. */
const allowed =
  wordSet(`that had is was in on do did will can her you who it very so no not yes long many much really too never now there hear
  night knock bye ha blah yada rah far big more way old little hot bang boom beep tick hey oh go come run wait please step
  chop tut pretty super quite deep good high hard fast quick slow well right fine okay ok all what why how up down out over
  extra dear poor sorry stop help look listen new still lower upper cha tom yo tuk pom goody so-so mama papa dada`);
const joiners = wordSet('and or by to after in on for of against upon with');
/** Begin a phrase of two words that may rightly come twice: `more and more and more`, `makes a tool a tool`. */
const openers = wordSet('and or nor but by to after upon a an the this that his her its their our my your');
const echo = wordSet('who which');

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

    const doubledWord = (i: number): void => {
      const hash = hashes[i] as number;
      if (
        allowed.has(hash) ||
        !plain(i - 1, i) ||
        capital(i) ||
        (ends[i] === (starts[i] as number) + 1 && !never.has(hash))
      ) {
        return;
      }
      const sure = never.has(hash);
      if (!sure && ((zones[i] as number) & Zone.Quotation || capital(i - 1) || !ordinary(i))) return;
      // Three in a row are emphasis, or a loop.
      if (!sure && (hashes[i - 2] === hash || hashes[i + 1] === hash)) return;
      told = i;
      const edit = {start: ends[i - 1] as number, end: ends[i] as number, text: ''};
      context.report({
        messageId: 'word',
        start: starts[i - 1] as number,
        end: ends[i] as number,
        data: {word: text.token(i)},
        ...(sure ? {fix: [edit]} : {suggestions: [{message: 'Take one out', edits: [edit]}]}),
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
    };

    const {first, last} = text.sentences;
    return {
      sentence(s) {
        const end = last[s] as number;
        for (let i = Math.max(1, first[s] as number); i <= end; i++) {
          const hash = hashes[i] as number;
          if (hash === hashes[i - 1]) doubledWord(i);
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
