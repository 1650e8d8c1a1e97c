import {defineRule} from '../../src/engine/rule.js';
import {hashOf, wordSet} from '../../src/text/hash.js';
import {notProse, TokenFlag, Zone} from '../../src/text/tokens.js';

const [according, to] = ['according', 'to'].map(hashOf) as [number, number];
const [he, she] = ['he', 'she'].map(hashOf) as [number, number];
const articles = wordSet('the a an');
/** People who speak of what they themselves do. Those whose work it is to speak of others (police, lawyers) are none. */
const roles = wordSet(
  `president premier minister chancellor mayor governor commander chairman chairwoman director head leader king queen prince
  coach trainer manager captain player striker athlete boxer actor actress singer author writer artist director producer
  politician lawmaker deputy senator mp activist candidate diplomat ambassador general admiral businessman businesswoman
  entrepreneur millionaire billionaire rector bishop patriarch`,
);
/** After he or she, these tell what the source itself did, has or means to do. */
const own = wordSet(
  `ordered has had will would is was does did plans planned intends intended wants wanted hopes hoped expects expected
  decided received met discussed asked instructed proposed signed never also already personally always did supports
  supported considers believes knows knew understands sees saw learned became began felt feels can could`,
);
const comma = 0x2c;
const longest = 8;

export default defineRule({
  meta: {
    id: 'fluency/self-attribution',
    description: '“According to the president, he …”: a person made the source of what he himself did',
    mqm: 'overly-literal',
    severity: 'warning',
    scope: 'block',
    recommended: true,
    hasSuggestions: true,
    languages: ['en'],
    words: ['according'],
    messages: {
      self: '“{{text}}” makes a person the source of what {{pronoun}} did: English says “{{better}}”',
    },
  },
  create(context) {
    const {text} = context;
    const {first, last} = text.sentences;
    const {hashes, flags, starts, ends, zones} = text.tokens;
    return {
      sentence(s) {
        const begin = first[s] as number;
        if (
          hashes[begin] !== according ||
          hashes[begin + 1] !== to ||
          !articles.has(hashes[begin + 2] as number)
        )
          return;
        if ((zones[begin] as number) & (notProse | Zone.Quotation)) return;
        const end = Math.min(last[s] as number, begin + 2 + longest);
        let i = begin + 3;
        while (i <= end && (flags[i] as number) & TokenFlag.Word) i++;
        if (i > end || hashes[i] !== comma || !roles.has(hashes[i - 1] as number)) return;
        const pronoun = hashes[i + 1] as number;
        if ((pronoun !== he && pronoun !== she) || !own.has(hashes[i + 2] as number)) return;
        const range = {start: starts[begin] as number, end: ends[i + 1] as number};
        const source = text.prose.slice(starts[begin + 2], ends[i - 1]);
        const better = `${source.charAt(0).toUpperCase()}${source.slice(1)} said ${text.token(i + 1)}`;
        context.report({
          messageId: 'self',
          ...range,
          data: {text: text.prose.slice(range.start, range.end), pronoun: text.token(i + 1), better},
          suggestions: [{message: `Write “${better}”`, edits: [{...range, text: better}]}],
        });
      },
    };
  },
});
