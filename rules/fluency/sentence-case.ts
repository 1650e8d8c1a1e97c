import {defineRule} from '../../src/engine/rule.js';
import {parseLexicon} from '../../src/lexicon/lexicon.js';
import {mayBeAbbreviated} from '../../src/text/abbreviation.js';
import {endOfBlock, firstOfBlock} from '../../src/text/blocks.js';
import {wordSet} from '../../src/text/hash.js';
import {notProse, TokenFlag, Zone} from '../../src/text/tokens.js';

const shortest = 4;
/** Words of the closed classes with which a sentence begins, and no name that its bearer writes small. */
const begins = wordSet(
  `the a an this that these those there here he she it they we you his her its their our my in on at by for from with to of as if when
  while after before since but and or so yet however also then now not no what who why how where according during under over about
  because although even only just meanwhile later earlier both each every all some many most several other another one two three around between among near behind inside outside despite instead`,
);

const joins = wordSet('and or but so if when as because although even while for to of by with in on at from');
const asking = wordSet(
  'asked asks asking wondered wonders said says told inquired replied added thought read reads',
);
const subjects = wordSet('she he it they we this these those there her his their');
const closing = new Set(['”', '"'].map((mark) => mark.charCodeAt(0)));
const leastTokensOfParagraph = 8;

export default defineRule({
  meta: {
    id: 'fluency/sentence-case',
    description: 'A small letter after a full stop',
    mqm: 'capitalization',
    severity: 'warning',
    recommended: true,
    hasSuggestions: true,
    languages: ['en'],
    messages: {
      head: '“{{word}}” begins a paragraph with a small letter',
      question: '“{{word}}” stands behind a question mark with a small letter',
      quoted: '“{{word}}” stands behind the end of a quoted sentence with a small letter',
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
        for (let i = first[s] as number; i < end; i++) {
          const code = hashes[i] as number;
          if (code === 0x2e && closing.has(hashes[i + 1] as number)) checkQuoted(i + 1);
          else if (code === 0x2e) check(i);
          else if (code === 0x3f) checkQuestion(i);
        }
        if (first[s] === firstOfBlock(text, blocks[first[s] as number] as number))
          checkHead(first[s] as number);
      },
    };

    /** `the injured girl was taken …`: a paragraph of sentences behind a full stop. */
    function checkHead(at: number): void {
      const f = flags[at] as number;
      const block = blocks[at] as number;
      if (!(f & TokenFlag.Word) || !(f & TokenFlag.Latin) || f & (TokenFlag.InitialCap | TokenFlag.InnerCap))
        return;
      if (
        !begins.has(hashes[at] as number) ||
        block === 0 ||
        context.article.blocks[block]!.kind !== 'paragraph'
      )
        return;
      const end = endOfBlock(text, block);
      if (end - at < leastTokensOfParagraph || hashes[end - 1] !== 0x2e) return;
      const before = firstOfBlock(text, block - 1);
      if (hashes[at - 1] !== 0x2e || at - before < leastTokensOfParagraph) return;
      // Verse, and a house that writes all small.
      if (!((flags[before] as number) & TokenFlag.InitialCap)) return;
      if ((zones[at] as number) & (notProse | Zone.Quotation | Zone.Title | Zone.Parenthesis | Zone.Bracket))
        return;
      tell('head', at);
    }

    /** `These are simple “friends.” she does not want to return.` */
    function checkQuoted(quote: number): void {
      const next = quote + 1;
      if (next + 2 >= count || blocks[next] !== blocks[quote]) return;
      const f = flags[next] as number;
      if (!(f & TokenFlag.SpaceBefore) || f & (TokenFlag.InitialCap | TokenFlag.InnerCap)) return;
      if ((flags[quote] as number) & TokenFlag.SpaceBefore || !subjects.has(hashes[next] as number)) return;
      if ((zones[next] as number) & (notProse | Zone.Quotation | Zone.Parenthesis) || beginsTag(next)) return;
      if (beginsSpeech(next)) return;
      tell('quoted', next);
    }

    /** “… she explained.”: who speaks, and the sentence ends soon. */
    function beginsSpeech(at: number): boolean {
      for (let i = at; i < Math.min(count, at + 5); i++)
        if ((flags[i] as number) & TokenFlag.Mark || blocks[i] !== blocks[at]) return true;
      return false;
    }

    /** `Why would she go? around her rich people sit.` */
    function checkQuestion(i: number): void {
      const next = i + 1;
      if (next >= count || blocks[next] !== blocks[i]) return;
      const f = flags[next] as number;
      if (!(f & TokenFlag.Word) || !(f & TokenFlag.SpaceBefore) || !begins.has(hashes[next] as number))
        return;
      if (f & (TokenFlag.InitialCap | TokenFlag.InnerCap) || (flags[i] as number) & TokenFlag.SpaceBefore)
        return;
      const inside = (zones[next] as number) | (zones[i] as number);
      if (inside & (notProse | Zone.Quotation | Zone.Title | Zone.Parenthesis | Zone.Bracket)) return;
      // “What next? and who pays?” goes on with its question, and `asked` tells one.
      if (joins.has(hashes[next] as number) || beginsTag(next)) return;
      tell('question', next);
    }

    function tell(messageId: 'head' | 'quoted' | 'question', at: number): void {
      context.report({
        messageId,
        start: starts[at] as number,
        end: ends[at] as number,
        data: {word: text.token(at)},
        suggestions: [capital(at)],
      });
    }

    /** “… he asked”, “… the man wondered”. */
    function beginsTag(at: number): boolean {
      for (let i = at; i < Math.min(count, at + 5); i++) if (asking.has(hashes[i] as number)) return true;
      return false;
    }

    /** A word long enough that no name of a product or a place on the net ends in it: `City. intends`. */
    function isLong(at: number): boolean {
      return (ends[at] as number) - (starts[at] as number) > 4;
    }

    function capital(at: number): {message: string; edits: {start: number; end: number; text: string}[]} {
      const start = starts[at] as number;
      const letter = text.prose.charAt(start).toUpperCase();
      return {message: 'Begin with a capital', edits: [{start, end: start + 1, text: letter}]};
    }

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
      const isCapital = (before & TokenFlag.InitialCap) !== 0;
      if ((ends[i - 1] as number) - (starts[i - 1] as number) < shortest || isAbbreviation(text.token(i - 1)))
        return;
      if (isCapital && (mayBeAbbreviated(text, i) || !(begins.has(hashes[next] as number) || isLong(next))))
        return;
      if (
        (zones[next] as number) &
        (notProse | Zone.Quotation | Zone.Title | Zone.Parenthesis | Zone.Bracket)
      )
        return;
      const words = lexicon();
      if (!words?.isOrdinaryWord(hashes[next] as number)) return;
      if (
        !words.isOrdinaryWord(hashes[i - 1] as number) &&
        !(isCapital && words.isKnownName(hashes[i - 1] as number))
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
