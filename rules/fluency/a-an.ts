import {defineRule} from '../../src/engine/rule.js';
import {parseLexicon} from '../../src/lexicon/lexicon.js';
import {hasVowelSound} from '../../src/lexicon/vowel-sound.js';
import {hashOf, wordSet} from '../../src/text/hash.js';
import {notProse, TokenFlag, Zone} from '../../src/text/tokens.js';

const a = hashOf('a');
const an = hashOf('an');
/** No article stands before these: the `a` is a letter, a foreign word or part of something broken. */
const noNoun = wordSet('and or is in of on at as a an it if i am are the to was were but for by');

export default defineRule({
  meta: {
    id: 'fluency/a-an',
    description: 'a before a vowel sound, an before a consonant sound',
    mqm: 'grammar',
    severity: 'warning',
    scope: 'block',
    recommended: true,
    fixable: 'letters',
    letters: 'replace',
    hasSuggestions: true,
    languages: ['en'],
    messages: {
      an: '“{{next}}” begins with a vowel sound: “an {{next}}”',
      a: '“{{next}}” begins with a consonant sound: “a {{next}}”',
    },
  },
  create(context) {
    const {text} = context;
    const {hashes, flags, starts, ends, zones, count, blocks} = text.tokens;
    const {first, last} = text.sentences;
    return {
      sentence(s) {
        const end = last[s] as number;
        for (let i = first[s] as number; i < end; i++) {
          const hash = hashes[i] as number;
          if (hash === a || hash === an) check(i, hash);
        }
      },
    };

    /** `Carta a Eva`: between words that English does not have, the `a` may be a word of their language. */
    function isEnglish(i: number, next: number): boolean {
      const lexicon = context.resource('lexicon-en.bin', parseLexicon);
      if (!lexicon || (flags[next] as number) & (TokenFlag.Number | TokenFlag.AllCaps)) return true;
      const isOrdinary = (k: number): boolean => lexicon.isOrdinaryWord(hashes[k] as number);
      // `sich an die Arbeit`: a word that English has, too, in a sentence of another language.
      const isStrange = (k: number): boolean =>
        blocks[k] === blocks[i] &&
        ((flags[k] as number) & TokenFlag.Word) !== 0 &&
        !lexicon.has(hashes[k] as number);
      if (isStrange(i - 1) && isStrange(next + 1)) return false;
      if (isOrdinary(next)) return true;
      const known = lexicon.has(hashes[next] as number) || text.token(next).includes('-');
      const before = i - 1;
      const begins = ((flags[i] as number) & TokenFlag.SentenceStart) !== 0 || before < 0;
      return known && (begins || ((flags[before] as number) & TokenFlag.Mark) !== 0 || isOrdinary(before));
    }

    function check(i: number, hash: number): void {
      const f = flags[i] as number;
      // A capital in mid-sentence is a letter (Vitamin A, Group A) or an initial.
      if (f & TokenFlag.InitialCap && !(f & TokenFlag.SentenceStart)) return;
      if ((zones[i] as number) & (notProse | Zone.Title | Zone.Bracket)) return;
      if (i > 1 && isLetterMark(hashes[i - 1] as number) && ends[i - 1] === starts[i]) {
        // Sana‘a: the mark is a letter, and this is the end of a word.
        if (ends[i - 2] === starts[i - 1] && !((flags[i - 2] as number) & TokenFlag.Mark)) return;
      }
      let next = i + 1;
      // “Quotation marks”, currency signs (“an $8 bill”) and the like are not spoken before the word.
      if (next < count && isOpening(hashes[next] as number, flags[next] as number)) next++;
      if (next >= count || blocks[next] !== blocks[i] || (flags[next] as number) & TokenFlag.Mark) return;
      if (starts[next] === ends[i] || !((flags[i + 1] as number) & TokenFlag.SpaceBefore)) return;
      if (noNoun.has(hashes[next] as number) || (zones[next] as number) & notProse) return;
      const word = text.token(next);
      // A decimal or grouped number is read from its first group.
      const vowel = hasVowelSound(word);
      if (vowel === undefined || vowel === (hash === an)) return;
      const better = vowel ? 'an' : 'a';
      const edits = [
        {
          start: starts[i] as number,
          end: ends[i] as number,
          text: f & TokenFlag.InitialCap ? `A${better.slice(1)}` : better,
        },
      ];
      context.report({
        messageId: better,
        start: starts[i] as number,
        end: ends[i] as number,
        data: {next: word},
        ...(isEnglish(i, next) ? {fix: edits} : {suggestions: [{message: `Write “${better}”`, edits}]}),
      });
    }
  },
});

function isOpening(code: number, flags: number): boolean {
  if (!(flags & TokenFlag.Mark)) return false;
  return (
    code === 0x201c || code === 0x2018 || code === 0x22 || code === 0x24 || code === 0x20ac || code === 0xa3
  );
}

/** What writers put for an ayn, a hamza or an okina. */
function isLetterMark(code: number): boolean {
  return code === 0x2018 || code === 0x60 || code === 0x27 || code === 0xb4;
}
