import {defineRule} from '../../src/engine/rule.js';
import {endOfBlock, firstOfBlock} from '../../src/text/blocks.js';
import {wordSet} from '../../src/text/hash.js';
import {TokenFlag, Zone} from '../../src/text/tokens.js';

const pronouns = wordSet('he she him his her hers himself herself');

export default defineRule({
  meta: {
    id: 'structure/heading-pronoun',
    description: 'A heading that says he, she, his or her without naming anybody',
    mqm: 'textual-conventions',
    severity: 'info',
    recommended: 'strict',
    languages: ['en'],
    messages: {
      pronoun: '“{{text}}” in a heading refers to somebody whom the heading does not name',
    },
  },
  create(context) {
    const {article, text} = context;
    const {flags, hashes, starts, ends, zones} = text.tokens;
    return {
      article() {
        for (const [b, {kind}] of article.blocks.entries()) {
          if (kind !== 'heading' && kind !== 'title') continue;
          check(firstOfBlock(text, b), endOfBlock(text, b));
        }
      },
    };

    function check(first: number, stop: number): void {
      let found = -1;
      for (let i = first; i < stop; i++) {
        if (!(flags[i]! & TokenFlag.Word)) continue;
        if (pronouns.has(hashes[i]!) && !(zones[i]! & Zone.Quotation)) {
          if (found < 0) found = i;
        } else if (i > first && flags[i]! & (TokenFlag.InitialCap | TokenFlag.AllCaps)) return;
      }
      if (found < 0 || stop - first < 3) return;
      context.report({
        messageId: 'pronoun',
        start: starts[found]!,
        end: ends[found]!,
        data: {text: text.token(found)},
      });
    }
  },
});
