import {defineRule} from '../../src/engine/rule.js';
import {hashOf, wordSet} from '../../src/text/hash.js';
import {tokenTests} from '../../src/text/token-tests.js';
import {notProse, TokenFlag, Zone} from '../../src/text/tokens.js';

const subjects = wordSet('it he she they we i you this there');
/** Finite verbs that show by themselves that a clause is whole. */
const finite = wordSet(
  `is was are were am has have had will would can could does did do isn’t wasn’t aren’t weren’t hasn’t haven’t hadn’t won’t
  wouldn’t can’t cannot couldn’t doesn’t didn’t don’t`,
);
/** Past forms that only a finite verb has, or that behind a bare subject can be nothing else. */
const past = wordSet(
  `went came took gave saw knew began became drove fell flew grew held kept led left lost made met paid ran sat sent shook
  spent stood stole swam threw woke won wrote broke chose ate forgot froze rode rose sang sank spoke`,
);
/** Verbs whose participle describes no noun before it, so that behind a noun they are its verb. */
const intransitive = wordSet(
  `resigned arrived died lasted happened occurred remained stayed waited walked travelled traveled returned appeared
  disappeared collapsed succeeded belonged existed emerged vanished hesitated refused agreed decided wanted needed tried`,
);
/** Begin a subject, and nothing else but a subject. */
const determiners = wordSet(
  'the a an his her its their our my your this that these those both all some many several most',
);
const pronouns = wordSet('he she they we i it');
/** Nouns of time that begin a clause of their own: `The day the shop was shut, we …`. */
const times = wordSet(
  `day days time times moment minute hour week month year years night morning evening afternoon weekend summer winter spring
  autumn instant second decade century season next last first second same way more less fewer better worse sooner later only best worst rest result latter former`,
);
/** `…, most of them were cyclists`. */
const quantities = wordSet(
  'most many some all none several few half both one two three four five six seven eight nine ten',
);
const of = hashOf('of');
const them = hashOf('them');
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
  despite given let matter being having not only just neither either`,
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
/** Begin what only leads to the clause behind the comma: `On the days the shop is shut, we …`. */
const adverbials = wordSet(
  `at in on for by with from during according to under over through throughout within without upon among between behind below
  beside besides beyond across along around about against amid near off onto past per plus towards toward unlike up via of out
  every each next last today yesterday tomorrow tonight now then thus so again often sometimes usually instead afterwards
  regardless except given provided assuming supposing wherever anyone everyone whoever whatever no rather`,
);
/** `accused of`, `built by`: what a participle behind its noun takes. */
const participial = wordSet('of by with in at for to from on as');
const stops = new Set([...'.!?'].map((c) => c.charCodeAt(0)));
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
          const behind = verbBehind(next);
          if (behind < 0) return;
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

    /** The token behind subject and verb of a clause that begins here; -1 where none does. */
    function verbBehind(next: number): number {
      const hash = hashes[next] as number;
      if (contracted.has(hash)) return next + 1;
      if (subjects.has(hash)) return finite.has(hashes[next + 1] as number) ? next + 2 : -1;
      const whole = quantities.has(hash) && hashes[next + 1] === of && hashes[next + 2] === them;
      return whole && finite.has(hashes[next + 3] as number) ? next + 4 : -1;
    }

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
          const first = beginsSentence(at, k);
          if (first) return words >= leastWords && startsPlainly(k) && (verb || hasPast(k, at));
          if (finite.has(hash)) verb = true;
          if (beginners.has(hash) && (flags[k] as number) & TokenFlag.InitialCap) return false;
        }
        if (!same(at, k - 1)) return false;
      }
      return false;
    }

    /** Numbers bear no mark of a sentence’s start. */
    function beginsSentence(at: number, k: number): boolean {
      const f = flags[k] as number;
      if (f & TokenFlag.SentenceStart) return true;
      return (f & TokenFlag.Number) !== 0 && (!same(at, k - 1) || stops.has(hashes[k - 1] as number));
    }

    /** Neither “Running …” nor “Is it …”, nor speech that is opened again. */
    function startsPlainly(first: number): boolean {
      if (same(first, first - 1) && quotes.has(hashes[first - 1] as number)) return false;
      const hash = hashes[first] as number;
      if (finite.has(hash) || adverbials.has(hash) || /(?:ing|ed)$/i.test(text.token(first))) return false;
      return !(determiners.has(hash) && times.has(hashes[first + 1] as number));
    }

    /** `We drove …`, `The minister resigned …`: a subject of one or two words, and right behind it a verb in the past. */
    function hasPast(first: number, at: number): boolean {
      const hash = hashes[first] as number;
      const subject = pronouns.has(hash) ? first : determiners.has(hash) ? first + 1 : -1;
      if (subject < 0) return false;
      const verb = subject + 1;
      if (verb >= at - 1 || !same(first, verb)) return false;
      // A participle would make the noun longer, and stand before another verb: `The men accused of it, they were …`.
      if (past.has(hashes[verb] as number) || intransitive.has(hashes[verb] as number)) return true;
      return text.token(verb).endsWith('ed') && !participial.has(hashes[verb + 1] as number);
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
