import {defineRule} from '../../src/engine/rule.js';
import {Feature} from '../../src/text/tokens.js';
import {findQuotations} from './_shared/quotations.js';
import {Quote, type QuoteMark} from './_shared/quote-marks.js';

export default defineRule({
  meta: {
    id: 'punctuation/stop-outside-quote',
    description:
      'Finds a full stop or comma behind a closing quotation mark where the text puts them before it',
    mqm: 'punctuation',
    severity: 'info',
    recommended: 'strict',
    hasSuggestions: true,
    languages: ['en'],
    needs: Feature.CurlyQuote | Feature.StraightQuote,
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        share: {
          type: 'number',
          minimum: 0,
          maximum: 1,
          description: 'Most that marks outside may be of all.',
        },
      },
    },
    defaultOptions: {share: 0.3},
    messages: {
      outside:
        'The {{name}} stands behind the quotation mark; {{inside}} times in this text it stands before it',
    },
  },
  create(context) {
    const {text, options, settings} = context;
    const {prose} = text;
    const american = settings.language.toLowerCase() === 'en-us';
    const isPoint = (at: number): boolean => prose[at] === '.' || prose[at] === ',';
    return {
      article() {
        const outside: QuoteMark[] = [];
        let inside = 0;
        let insidePart = 0;
        for (const {open, close} of findQuotations(context).pairs) {
          // A closing mark whose space stands before it, as in `order, “he said`, follows its comma all the same.
          const floats =
            prose[close.start - 1] === ' ' && prose[close.end] !== ',' && prose[close.end] !== '.';
          if (isPoint(close.start - (floats ? 2 : 1))) {
            inside++;
            // A word or two quoted with the stop inside: only American style does so.
            const first = prose.slice(open.end, open.end + 1);
            if (first !== first.toUpperCase()) insidePart++;
          } else if (isPoint(close.end) && prose[close.end + 1] !== '.') outside.push(close);
        }
        if (outside.length === 0) return;
        const few =
          inside >= 4 && insidePart > 0 && outside.length <= options.share * (outside.length + inside);
        if (!american && !few) return;
        for (const mark of outside) {
          const sign = mark.code === Quote.Left ? '”' : prose.slice(mark.start, mark.end);
          const point = prose[mark.end] as string;
          const {start} = mark;
          const end = mark.end + 1;
          context.report({
            messageId: 'outside',
            start,
            end,
            data: {name: point === '.' ? 'full stop' : 'comma', inside},
            suggestions: [{message: 'Put it before the mark', edits: [{start, end, text: point + sign}]}],
          });
        }
      },
    };
  },
});
