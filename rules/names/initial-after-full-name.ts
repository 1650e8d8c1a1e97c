import {defineRule} from '../../src/engine/rule.js';
import {TokenFlag} from '../../src/text/tokens.js';
import {lineOf} from './_shared/clusters.js';

/** A capital and a full stop before a name: without one there is nothing to do. Not in `U.S. troops`. */
const initial = /(?<![\p{L}.])\p{Lu}\.\s?\p{Lu}/u;

export default defineRule({
  meta: {
    id: 'names/initial-after-full-name',
    description: 'An initial with a surname after the full name has been given',
    mqm: 'style',
    severity: 'info',
    basis: 'article',
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
        if (!initial.test(prose)) return;
        for (const entry of context.names().entries) {
          const full = entry.mentions.find((mention) => mention.lastToken > mention.firstToken);
          if (full === undefined) continue;
          for (const mention of entry.mentions) {
            if (mention.start <= full.start || mention.firstToken !== mention.lastToken) continue;
            const stop = mention.firstToken - 1;
            const letter = stop - 1;
            if (letter < 0 || tokens.hashes[stop] !== 0x2e || !(tokens.flags[letter]! & TokenFlag.InitialCap))
              continue;
            const letterText = prose.slice(tokens.starts[letter], tokens.ends[letter]);
            if (
              letterText.length !== 1 ||
              tokens.ends[letter] !== tokens.starts[stop] ||
              letterText !== full.text.charAt(0)
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
