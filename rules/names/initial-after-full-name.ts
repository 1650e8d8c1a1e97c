import {defineRule} from '../../src/engine/rule.js';
import {TokenFlag} from '../../src/text/tokens.js';
import {lineOf} from './_shared/clusters.js';

export default defineRule({
  meta: {
    id: 'names/initial-after-full-name',
    description: 'An initial with a surname after the full name has been given',
    mqm: 'style',
    severity: 'info',
    recommended: true,
    hasSuggestions: true,
    languages: ['en'],
    messages: {
      initial: '“{{text}}” after “{{full}}” (line {{line}}): English goes on with the surname alone',
    },
  },
  create(context) {
    const {text} = context;
    const {tokens, prose} = text;
    return {
      article() {
        // An initial is a capital and a full stop: without one there is nothing to do.
        if (!/\p{Lu}\.\s?\p{Lu}/u.test(prose)) return;
        for (const entry of context.names().entries) {
          const full = entry.mentions.find((mention) => mention.lastToken > mention.firstToken);
          if (full === undefined) continue;
          for (const mention of entry.mentions) {
            if (mention.start <= full.start || mention.firstToken !== mention.lastToken) continue;
            const stop = mention.firstToken - 1;
            const letter = stop - 1;
            if (letter < 0 || tokens.hashes[stop] !== 0x2e || !(tokens.flags[letter]! & TokenFlag.InitialCap))
              continue;
            const initial = prose.slice(tokens.starts[letter], tokens.ends[letter]);
            if (
              initial.length !== 1 ||
              tokens.ends[letter] !== tokens.starts[stop] ||
              initial !== full.text.charAt(0)
            )
              continue;
            // `J. K. Rowling`, `George W. Bush`: initials that are part of how the name is always written.
            if (letter > 0 && !(tokens.flags[letter]! & TokenFlag.SpaceBefore)) continue;
            if (
              letter > 0 &&
              (tokens.hashes[letter - 1] === 0x2e || tokens.flags[letter - 1]! & TokenFlag.InitialCap)
            )
              continue;
            const start = tokens.starts[letter]!;
            context.report({
              messageId: 'initial',
              start,
              end: mention.end,
              data: {text: prose.slice(start, mention.end), full: full.text, line: lineOf(context, full)},
              related: [{message: 'the full name', start: full.start, end: full.end}],
              suggestions: [
                {message: `Write “${mention.text}”`, edits: [{start, end: mention.start, text: ''}]},
              ],
            });
          }
        }
      },
    };
  },
});
