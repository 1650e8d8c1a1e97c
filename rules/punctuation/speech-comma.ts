import {defineRule} from '../../src/engine/rule.js';
import {wordSet} from '../../src/text/hash.js';
import {tokenTests} from '../../src/text/token-tests.js';
import {Feature, TokenFlag, Zone} from '../../src/text/tokens.js';
import {findQuotations, type Pair} from './_shared/quotations.js';

const verbs = wordSet(
  'said says added adds replied replies wrote writes explained explains stated states noted notes declared declares continued continues concluded concludes warned warns recalled recalls stressed stresses emphasized emphasised commented comments',
);
/** Before these, the verb is no report: “a sign that said “Stop and wait.”” */
const things = wordSet(
  'that which sign signs label poster banner text inscription headline title placard slogan it',
);
const comma = 0x2c;
const leastWords = 4;
/** So many tokens before the verb an earlier part of the speech may have ended. */
const reach = 6;

export default defineRule({
  meta: {
    id: 'punctuation/speech-comma',
    description: 'Finds speech that follows “he said” without a comma or a full stop',
    mqm: 'punctuation',
    severity: 'warning',
    recommended: true,
    hasSuggestions: true,
    languages: ['en'],
    needs: Feature.CurlyQuote | Feature.StraightQuote,
    messages: {
      comma: 'A comma parts “{{verb}}” from the speech that follows',
      stop: 'Between two sentences of speech, “{{verb}}” ends with a full stop',
    },
  },
  create(context) {
    const {text} = context;
    const {hashes, flags, ends, starts, zones} = text.tokens;
    const {same, isMark} = tokenTests(text, context.shared);

    return {
      article() {
        let previous: Pair | undefined;
        for (const pair of findQuotations(context).pairs) {
          const verb = pair.open.token - 1;
          if (same(pair.open.token, verb) && verbs.has(hashes[verb] as number) && isSentence(pair)) {
            tell(verb, pair, previous);
          }
          previous = pair;
        }
      },
    };

    /** Begins with a capital, holds some words, and ends in a mark: not a word or a title that is quoted. */
    function isSentence({open, close}: Pair): boolean {
      const first = open.token + open.end - open.start;
      const last = close.token - 1;
      if (last - first < leastWords || !((flags[first] as number) & TokenFlag.InitialCap)) return false;
      if (!isMark(last) || !'.,!?…'.includes(text.token(last))) return false;
      // A title has capitals throughout.
      let small = 0;
      for (let i = first + 1; i < last && small < 2; i++) {
        if (!isMark(i) && !((flags[i] as number) & TokenFlag.InitialCap)) small++;
      }
      return small === 2;
    }

    function tell(verb: number, {open}: Pair, previous: Pair | undefined): void {
      if (!open.spaceBefore || (zones[verb] as number) & Zone.Quotation) return;
      if (things.has(hashes[verb - 1] as number)) return;
      const before = previous?.close;
      // `…,” she said “We`: the tag belongs to what is before it.
      const follows =
        before !== undefined &&
        before.block === open.block &&
        verb - before.token <= reach &&
        (hashes[before.token - 1] === comma || hashes[before.token + 1] === comma);
      const start = starts[verb] as number;
      const end = ends[verb] as number;
      const add = (mark: string) => ({
        message: `Add “${mark}”`,
        edits: [{start: end, end, text: mark}],
      });
      context.report({
        messageId: follows ? 'stop' : 'comma',
        start,
        end: open.end,
        data: {verb: text.token(verb)},
        suggestions: follows ? [add('.'), add(',')] : [add(',')],
      });
    }
  },
});
