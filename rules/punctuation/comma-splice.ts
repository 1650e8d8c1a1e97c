import {defineRule} from '../../src/engine/rule.js';
import {hashOf, wordSet} from '../../src/text/hash.js';
import {tokenTests} from '../../src/text/token-tests.js';
import {notProse, TokenFlag, Zone} from '../../src/text/tokens.js';

const subjects = wordSet('it he she they we i you this there');
/** Finite verbs that show by themselves that a clause is whole. */
const finite = wordSet(
  `is was are am has have had will would can could does did do isn’t wasn’t aren’t weren’t hasn’t haven’t hadn’t won’t
  wouldn’t can’t cannot couldn’t doesn’t didn’t don’t`,
);
const contracted = wordSet(
  'it’s he’s she’s they’re we’re i’m you’re there’s it’ll they’ll he’ll she’ll we’ll',
);
/**
 * Words that make the first part depend on the second, that may join both, that report, or in whose company two main
 * clauses are good style (the more …, the more …; not only … ).
 */
const binding = wordSet(
  `if when whenever as whereas while whilst although though because since after before until till unless whether once where
  wherever who whom which that whose what how why more less like and but or so nor yet than even lest
  said says say told thinks think thought believe believed hope hopes know knows knew guess suppose seems according
  despite given let matter were being having not only just neither either`,
);
/** `…, it has been announced`, `…, she will argue`: the first part is what is reported. */
const reporting = wordSet(
  `said say told tell announced announce reported report claimed claim argued argue admitted admit revealed reveal
  confirmed confirm understood thought believed alleged hoped feared warned warn added add suggested suggest stated
  insisted insist explained explain decided agreed predicted ruled found emerged concluded acknowledged noted stressed
  learned learnt estimated expected hinted promised recalled wrote asked`,
);
/** With a capital in the middle of a sentence: a headline ran into it. */
const beginners = wordSet('at in on the a an for by with from after during according to');
const quotes = new Set([...'"“”„«\'‘'].map((c) => c.charCodeAt(0)));
const between = wordSet('been also already now not never ever since always');
const and = hashOf('and');
const comma = 0x2c;
const leastWords = 4;

export default defineRule({
  meta: {
    id: 'punctuation/comma-splice',
    description: 'Finds two sentences that only a comma joins, as in “The road is closed, it was flooded”',
    mqm: 'punctuation',
    severity: 'warning',
    scope: 'block',
    recommended: true,
    hasSuggestions: true,
    languages: ['en'],
    messages: {
      splice:
        'A comma alone does not join two sentences: a semicolon, a full stop or a word like “and” is missing',
    },
  },
  create(context) {
    const {text, article} = context;
    const {hashes, flags, starts, ends, zones, blocks} = text.tokens;
    const {same, isMark} = tokenTests(text, context.shared);

    return {
      mark: {
        chars: ',',
        on(i) {
          const next = i + 1;
          const short = contracted.has(hashes[next] as number);
          if (!short && !(subjects.has(hashes[next] as number) && finite.has(hashes[i + 2] as number)))
            return;
          const behind = short ? i + 2 : i + 3;
          if (!same(i, behind) || (zones[i] as number) & (notProse | Zone.Quotation | Zone.Parenthesis))
            return;
          const kind = article.blocks[blocks[i] as number]?.kind;
          if (kind === 'title' || kind === 'heading') return;
          if ((flags[next] as number) & TokenFlag.InitialCap && text.token(next)[0] !== 'I') return;
          if (!isWholeClause(i) || reports(behind) || isSeries(i)) return;
          tell(i);
        },
      },
    };

    /** From the sentence’s start to the comma: nothing but words, with a finite verb behind a subject. */
    function isWholeClause(at: number): boolean {
      let words = 0;
      let verb = false;
      for (let k = at - 1; k >= 0; k--) {
        if (isMark(k)) {
          // A hyphen, a currency sign, a per cent sign; but no other comma, dash, quotation or colon.
          if (!'-$€£%.'.includes(text.token(k)) || (flags[k] as number) & TokenFlag.SpaceBefore) return false;
        } else {
          words++;
          const hash = hashes[k] as number;
          if (binding.has(hash)) return false;
          const first = ((flags[k] as number) & TokenFlag.SentenceStart) !== 0;
          if (first) return verb && words >= leastWords && startsPlainly(k);
          if (finite.has(hash)) verb = true;
          if (beginners.has(hash) && (flags[k] as number) & TokenFlag.InitialCap) return false;
        }
        if (!same(at, k - 1)) return false;
      }
      return false;
    }

    /** Neither “Running …” nor “Is it …”, nor speech that is opened again. */
    function startsPlainly(first: number): boolean {
      if (same(first, first - 1) && quotes.has(hashes[first - 1] as number)) return false;
      return !finite.has(hashes[first] as number) && !/(?:ing|ed)$/i.test(text.token(first));
    }

    function reports(from: number): boolean {
      let k = from;
      while (same(from, k) && between.has(hashes[k] as number)) k++;
      return same(from, k) && reporting.has(hashes[k] as number);
    }

    /** `He is old, he is tired, and …`. */
    function isSeries(at: number): boolean {
      for (let k = at + 1; same(at, k) && !((flags[k] as number) & TokenFlag.SentenceStart); k++) {
        if (hashes[k] === comma && hashes[k + 1] === and) return true;
      }
      return false;
    }

    function tell(i: number): void {
      const start = starts[i] as number;
      const end = ends[i] as number;
      const first = starts[i + 1] as number;
      const letter = text.prose.slice(first, first + 1);
      context.report({
        messageId: 'splice',
        start,
        end,
        suggestions: [
          {message: 'Set a semicolon', edits: [{start, end, text: ';'}]},
          {
            message: 'End the sentence',
            edits: [{start, end: first + 1, text: `. ${letter.toUpperCase()}`}],
          },
        ],
      });
    }
  },
});
