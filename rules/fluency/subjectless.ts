import {defineRule} from '../../src/engine/rule.js';
import {hashOf, wordSet} from '../../src/text/hash.js';
import {primaryLanguage} from '../../src/text/language-tag.js';
import {notProse, TokenFlag, Zone} from '../../src/text/tokens.js';

/** Languages that leave a subject out when it is known, in sentences that are no orders. */
const dropping = new Set(['zh', 'ja', 'ko', 'vi', 'th']);
/** Verbs in which plans and speeches of officials tell what is being or will be done. */
const verbs =
  wordSet(`accelerate adhere advance adopt arrange build carry continue coordinate create cultivate deepen develop encourage enhance
  ensure enrich establish expand explore extend focus form formulate give guide implement improve increase innovate
  insist integrate intensify introduce maintain make optimize optimise organize organise persist prevent promote raise
  realize realise reform regulate reinforce research resolve safeguard solve speed standardize standardise strengthen
  strictly strive study support uphold vigorously`);
/** Those that are nouns as well: verbs only before a determiner, or joined to another of these verbs. */
const nouns = wordSet('advance focus form guide increase raise reform research speed study support');
const determiners = wordSet('the a an all its their this these each every more');
const and = hashOf('and');
/** An order is meant for someone; these words say for whom. */
const addressed = wordSet('you your yours please us let if');
const least = 7;

export default defineRule({
  meta: {
    id: 'fluency/subjectless',
    description: 'A sentence of running prose without a subject, which English reads as an order',
    mqm: 'grammar',
    severity: 'warning',
    scope: 'block',
    recommended: true,
    languages: ['en'],
    messages: {
      order: '“{{word}} …” has no subject, so it reads as an order: say who does it',
    },
  },
  create(context) {
    const {text, settings, article} = context;
    const source = primaryLanguage(settings.sourceLanguage);
    if (!dropping.has(source)) return {};
    const {first, last, blocks} = text.sentences;
    const {hashes, flags, starts, ends, zones} = text.tokens;
    return {
      sentence(s) {
        const begin = first[s] as number;
        const end = last[s] as number;
        if (!verbs.has(hashes[begin] as number) || end - begin < least || hashes[end] !== 0x2e) return;
        if (article.blocks[blocks[s] as number]?.kind !== 'paragraph') return;
        // Only after another whole sentence: headlines and slogans begin otherwise.
        if (s === 0 || hashes[last[s - 1] as number] !== 0x2e || hashes[begin + 1] === 0x3a) return;
        for (let i = begin; i <= end; i++) {
          if (
            (zones[i] as number) & (notProse | Zone.Quotation | Zone.Title) ||
            addressed.has(hashes[i] as number)
          )
            return;
        }
        const next = hashes[begin + 1] as number;
        if (!((flags[begin + 1] as number) & TokenFlag.Word) || isVerb(text.token(begin + 1))) return;
        const joined =
          next === and && verbs.has(hashes[begin + 2] as number) && !nouns.has(hashes[begin + 2] as number);
        if (nouns.has(hashes[begin] as number) && !joined && !determiners.has(next)) return;
        if ((flags[begin] as number) & TokenFlag.AllCaps) return;
        context.report({
          messageId: 'order',
          start: starts[begin] as number,
          end: ends[begin] as number,
          data: {word: text.token(begin)},
        });
      },
    };
  },
});

const finite = new Set(
  'is are was were has have had will would can could may might must should came comes finds found shows of for'.split(
    ' ',
  ),
);

function isVerb(word: string): boolean {
  return finite.has(word.toLowerCase());
}
