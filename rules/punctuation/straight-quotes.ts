import {defineRule} from '../../src/engine/rule.js';
import {languageName} from '../../src/lexicon/language-name.js';
import {localeCodes} from '../../src/locale/locale.js';
import {Feature} from '../../src/text/tokens.js';
import {rewritten} from './_shared/foreign-pairs.js';
import {marksFor, type OwnPair, type OwnQuotations, ownQuotations} from './_shared/own-quotes.js';

export default defineRule({
  meta: {
    id: 'punctuation/straight-quotes',
    description: 'Finds straight quotation marks in a language that prints others, or beside others',
    mqm: 'punctuation',
    severity: 'warning',
    recommended: true,
    fixable: 'typography',
    languages: localeCodes,
    needs: Feature.StraightQuote,
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        always: {
          type: 'boolean',
          description: 'Report them in every language, even where no other marks stand in the text.',
        },
      },
    },
    defaultOptions: {always: false},
    strictOptions: {always: true},
    messages: {
      alone: '{{language}} prints quotations in {{ours}}, not in straight marks{{more}}',
      mixed:
        'Straight quotation marks here, others elsewhere in the text: {{language}} prints {{ours}}{{more}}',
    },
  },
  create(context) {
    return {
      article() {
        const found = ownQuotations(context);
        if (!found) return;
        const {locale} = found;
        const pairs = found.pairs.filter(({open, close}) => open.sign === '"' && close.sign === '"');
        const others = found.pairs.filter(({open, close}) => open.sign !== '"' && close.sign !== '"').length;
        if (pairs.length === 0) return;
        if (others === 0 && locale.writesStraight && !context.options.always) return;
        pairs.sort((a, b) => a.open.start - b.open.start);
        const [{open, close, depth}] = pairs as [OwnPair];
        const wanted: OwnQuotations = found.usual === '""' ? {...found, usual: othersUsual(found)} : found;
        const [left, right] = marksFor(wanted, depth);
        context.report({
          messageId: others > 0 ? 'mixed' : 'alone',
          start: open.start,
          end: open.end,
          data: {
            language: languageName(locale.code),
            ours: `${left}…${right}`,
            more: pairs.length === 1 ? '' : ` (${pairs.length} pairs)`,
          },
          facts: {count: pairs.length},
          related: [{message: 'closed here', start: close.start, end: close.end}],
          fix: pairs.flatMap((pair) => rewritten(context.text.prose, wanted, pair)),
        });
      },
    };
  },
});

/** Of the pairs that are not straight, the first that the language writes; else its own. */
function othersUsual({locale, pairs}: OwnQuotations): string {
  const other = pairs.find(({open, close}) => locale.pairs.has(open.sign + close.sign));
  return other ? other.open.sign + other.close.sign : locale.outer;
}
