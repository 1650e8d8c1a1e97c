import {defineRule} from '../../src/engine/rule.js';
import {hashOf, wordSet} from '../../src/text/hash.js';
import {TokenFlag} from '../../src/text/tokens.js';
import {isPlainWord, rolesOf} from './_shared/plain-verb.js';
import {type VerbForms, verbTables} from './_shared/verbs.js';

const modals = wordSet(
  "will would can could must should may might shall cannot won't wouldn't can't couldn't shouldn't mustn't",
);
/** Modals that are nouns or names too: `the will`, `a can`, `May`. */
const nouns = wordSet('will can must may might');
const beforeNoun = wordSet(
  'a an the this that his her its their our my your of free good ill own last living political iron no any every beer tin',
);
const negated = wordSet("didn't doesn't don't");
const dos = wordSet('did does do');
const haves = wordSet("have has had haven't hasn't hadn't");
const pastBe = wordSet("was were wasn't weren't");
const presentBe = wordSet('is are am');
const beenHash = hashOf('been');
const beingHash = hashOf('being');
const openBe = wordSet('be been being');
const notWord = wordSet('not never');
const adverbs = wordSet('not never also always already recently finally still now soon just even only once');
/** What was asked or done is told by a bare verb: `What he did was complain`, `All they can do is wait`. */
const cleft = wordSet(
  'what all everything anything thing things do does did done doing whatever only least best most',
);
/** What stands before a modal that ends its clause: `All he could went into the house`. */
const ellipsis = wordSet('what whatever all everything anything as than');

const Role = {Modal: 0, Negated: 1, Do: 2, Have: 3, PastBe: 4, OpenBe: 5, PresentBe: 6} as const;
/** One look for each word of a text. */
const roles = rolesOf<number>(
  [Role.Modal, modals],
  [Role.Negated, negated],
  [Role.Do, dos],
  [Role.Have, haves],
  [Role.PastBe, pastBe],
  [Role.OpenBe, openBe],
  [Role.PresentBe, presentBe],
);

export default defineRule({
  meta: {
    id: 'fluency/verb-form',
    description: '“will went”, “has publish”, “was wrote”: a verb in a form that its auxiliary does not take',
    mqm: 'grammar',
    severity: 'warning',
    scope: 'block',
    recommended: true,
    hasSuggestions: true,
    languages: ['en'],
    messages: {
      bare: 'Behind “{{auxiliary}}” a verb stands in its plain form: “{{right}}”',
      participle: 'Behind “{{auxiliary}}” a verb stands in its participle: “{{right}}”',
      been: '“{{auxiliary}} {{text}}” is no form of a verb',
    },
  },
  create(context) {
    const {text} = context;
    const {hashes, flags, starts, ends} = text.tokens;
    const {first, last} = text.sentences;
    const verbs = verbTables();

    return {
      sentence(s) {
        const begin = first[s] as number;
        const stop = last[s] as number;
        for (let i = begin; i < stop; i++) {
          if ((flags[i] as number) & (TokenFlag.Mark | TokenFlag.AllCaps)) continue;
          switch (roles.get(hashes[i] as number)) {
            case Role.Modal:
              modal(begin, i, stop);
              break;
            case Role.Negated:
              plain(i, i + 1, stop);
              break;
            case Role.Do:
              if (notWord.has(hashes[i + 1] as number)) plain(i, i + 2, stop);
              break;
            case Role.Have:
              perfect(i, stop);
              break;
            case Role.PastBe:
            case Role.OpenBe:
              passive(begin, i, stop);
              break;
            case Role.PresentBe:
              isBeen(i, stop);
          }
        }
      },
    };

    /** The verb that an auxiliary leads to, behind an adverb; -1 where something else follows. */
    function verbAfter(i: number, stop: number): number {
      const at = i <= stop && adverbs.has(hashes[i] as number) ? i + 1 : i;
      return at <= stop && isPlainWord(text, at) ? at : -1;
    }

    function among(words: ReadonlySet<number>, begin: number, at: number, reach: number): boolean {
      for (let i = at - 1; i >= begin && i >= at - reach; i--)
        if (words.has(hashes[i] as number)) return true;
      return false;
    }

    /** `will went`, `could resigned`, `must breathes`, `will been`. */
    function modal(begin: number, i: number, stop: number): void {
      if ((flags[i] as number) & TokenFlag.InitialCap) return;
      if (nouns.has(hashes[i] as number) && (i === begin || beforeNoun.has(hashes[i - 1] as number))) return;
      const at = verbAfter(i + 1, stop);
      if (at < 0) return;
      const hash = hashes[at] as number;
      if (hash === beenHash || hash === beingHash) {
        if (!among(ellipsis, begin, i, 6)) tell('been', i, at, []);
        return;
      }
      const verb = verbs.past.get(hash) ?? verbs.participleAlone.get(hash) ?? verbs.pureS.get(hash);
      if (verb && !among(ellipsis, begin, i, 6)) tell('bare', i, at, [verb.base]);
    }

    /** `did not went`, `doesn't agrees`. */
    function plain(i: number, next: number, stop: number): void {
      const at = verbAfter(next, stop);
      if (at < 0) return;
      const hash = hashes[at] as number;
      const verb = verbs.anyPast.get(hash) ?? verbs.participleAlone.get(hash) ?? verbs.s.get(hash);
      if (verb) tell('bare', i, at, [verb.base]);
    }

    /** `has publish`, `had fell`. */
    function perfect(i: number, stop: number): void {
      const at = verbAfter(i + 1, stop);
      if (at < 0) return;
      const hash = hashes[at] as number;
      const verb = verbs.pastAlone.get(hash) ?? verbs.pureBase.get(hash);
      if (verb) tell('participle', i, at, [verb.participle]);
    }

    /** `was wrote`, `will be establish`, but not `All she did was complain`. */
    function passive(begin: number, i: number, stop: number): void {
      const at = verbAfter(i + 1, stop);
      if (at < 0) return;
      const hash = hashes[at] as number;
      if (pastBe.has(hashes[i] as number) && hash === beenHash) {
        tell('been', i, at, ['being']);
        return;
      }
      const past = verbs.pastAlone.get(hash);
      const verb = past ?? verbs.pureBase.get(hash);
      if (!verb || (past === undefined && among(cleft, begin, i, 40))) return;
      tell('participle', i, at, past ? [verb.participle] : [verb.participle, verb.ing]);
    }

    /** `is been built`. */
    function isBeen(i: number, stop: number): void {
      const at = verbAfter(i + 1, stop);
      if (at >= 0 && hashes[at] === beenHash) tell('been', i, at, ['being']);
    }

    function tell(
      messageId: 'bare' | 'participle' | 'been',
      auxiliary: number,
      at: number,
      better: readonly VerbForms['base'][],
    ): void {
      const start = starts[at] as number;
      const end = ends[at] as number;
      context.report({
        messageId,
        start,
        end,
        data: {
          auxiliary: text.prose.slice(starts[auxiliary], ends[at - 1]),
          text: text.token(at),
          right: better[0] ?? '',
        },
        suggestions: better.map((form) => ({message: `Write “${form}”`, edits: [{start, end, text: form}]})),
      });
    }
  },
});
