import {defineRule} from '../../src/engine/rule.js';
import {parseLexicon} from '../../src/lexicon/lexicon.js';
import {mayBeAbbreviated} from '../../src/text/abbreviation.js';
import {wordSet} from '../../src/text/hash.js';
import {notProse, TokenFlag, Zone} from '../../src/text/tokens.js';

const shortest = 4;
/** Words of the closed classes with which a sentence begins, and no name that its bearer writes small. */
const begins = wordSet(
  `the a an this that these those there here he she it they we you his her its their our my in on at by for from with to of as if when
  while after before since but and or so yet however also then now not no what who why how where according during under over about
  because although even only just meanwhile later earlier both each every all some many most several other another one two three`,
);

export default defineRule({
  meta: {
    id: 'fluency/sentence-case',
    description: 'A small letter after a full stop',
    mqm: 'capitalization',
    severity: 'warning',
    scope: 'block',
    recommended: true,
    hasSuggestions: true,
    languages: ['en'],
    messages: {
      small: '“{{word}}” begins a sentence with a small letter, or the full stop before it ends none',
    },
  },
  create(context) {
    const {text} = context;
    const {hashes, flags, starts, ends, zones, blocks, count} = text.tokens;
    const lexicon = () => context.resource('lexicon-en.bin', parseLexicon);
    const {first, last} = text.sentences;
    return {
      sentence(s) {
        const end = last[s] as number;
        // A sentence never ends before a small letter, so the stop is inside one.
        for (let i = first[s] as number; i < end; i++) if (hashes[i] === 0x2e) check(i);
      },
    };

    /** `bell hooks`: a name that its bearer writes small stands so amid sentences too, with the same word behind it. */
    function isNameInSmall(at: number): boolean {
      const pair = hashes[at + 1] as number;
      if (!((flags[at + 1] as number) & TokenFlag.Word) || begins.has(pair)) return false;
      for (let k = 1; k + 1 < count; k++) {
        if (hashes[k] !== hashes[at] || k === at || hashes[k + 1] !== pair) continue;
        const before = flags[k - 1] as number;
        if (
          before & TokenFlag.Word &&
          blocks[k - 1] === blocks[k] &&
          !((flags[k] as number) & TokenFlag.InitialCap)
        )
          return true;
      }
      return false;
    }

    function check(i: number): void {
      const next = i + 1;
      if (i === 0 || next >= count || blocks[next] !== blocks[i]) return;
      const f = flags[next] as number;
      const before = flags[i - 1] as number;
      if (!(f & TokenFlag.Word) || f & (TokenFlag.InitialCap | TokenFlag.InnerCap | TokenFlag.Alphanumeric))
        return;
      if (
        !(f & TokenFlag.Latin) ||
        !(f & TokenFlag.SpaceBefore) ||
        (flags[i] as number) & TokenFlag.SpaceBefore
      )
        return;
      // The word before is a whole one and no abbreviation; with a capital, only one that is known as a word or name.
      if (!(before & TokenFlag.Word) || before & (TokenFlag.AllCaps | TokenFlag.InnerCap)) return;
      const capital = (before & TokenFlag.InitialCap) !== 0;
      if ((ends[i - 1] as number) - (starts[i - 1] as number) < shortest || isAbbreviation(text.token(i - 1)))
        return;
      if (capital && (mayBeAbbreviated(text, i) || !begins.has(hashes[next] as number))) return;
      if (
        (zones[next] as number) &
        (notProse | Zone.Quotation | Zone.Title | Zone.Parenthesis | Zone.Bracket)
      )
        return;
      const words = lexicon();
      if (!words?.isOrdinaryWord(hashes[next] as number)) return;
      if (
        !words.isOrdinaryWord(hashes[i - 1] as number) &&
        !(capital && words.isKnownName(hashes[i - 1] as number))
      )
        return;
      if (!begins.has(hashes[next] as number) && isNameInSmall(next)) return;
      // Words cut off one by one (“Never. ever. again.”) are emphasis.
      if (hashes[i - 2] === 0x2e || hashes[next] === 0x2e) return;
      const word = text.token(next);
      const start = starts[next] as number;
      const stop = {start: starts[i] as number, end: ends[i] as number};
      context.report({
        messageId: 'small',
        start,
        end: ends[next] as number,
        data: {word},
        suggestions: [
          ...(word.length > 1 || word === 'a'
            ? [
                {
                  message: 'Begin with a capital',
                  edits: [{start, end: start + 1, text: word.charAt(0).toUpperCase()}],
                },
              ]
            : []),
          {message: 'Take the full stop out', edits: [{...stop, text: ''}]},
        ],
      });
    }
  },
});

const abbreviations = new Set(
  'approx dept incl temp figs vols seqs etal assn assoc corp bros univ prof capt misc contd resp spec'.split(
    ' ',
  ),
);

function isAbbreviation(word: string): boolean {
  return abbreviations.has(word.toLowerCase());
}
