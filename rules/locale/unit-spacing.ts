import {defineRule} from '../../src/engine/rule.js';
import {Feature, notProse, TokenFlag} from '../../src/text/tokens.js';

/** Signs of units that follow a number, with or without a space. */
const sign = /^(?:k?m|cm|mm|kg|mg|g|km\/h|kmh|mph|kWh|MWh|GWh|kW|MW|GW|[kMGT]bps|[kMGT]B|[kMG]?Hz|ml|hp|ha)$/;
const glued = /^(\d[\d.,]*)([A-Za-z]+)$/;

interface Use {
  readonly start: number;
  readonly end: number;
  /** Where a space is or would be. */
  readonly at: number;
}

export default defineRule({
  meta: {
    id: 'locale/unit-spacing',
    description: 'Finds the few units with a space before them among many without, and the reverse',
    mqm: 'measurement-format',
    severity: 'info',
    recommended: 'strict',
    fixable: true,
    languages: ['en'],
    needs: Feature.Digit,
    messages: {
      space: 'Units are written without a space elsewhere in this text, {{times}} times',
      'no-space': 'Units are written with a space elsewhere in this text, {{times}} times',
    },
  },
  create(context) {
    const {text} = context;
    const {flags, starts, ends, zones, blocks, count} = text.tokens;
    const apart: Use[] = [];
    const joined: Use[] = [];
    return {
      number(i) {
        if ((zones[i] as number) & notProse) return;
        const start = starts[i] as number;
        if ((flags[i] as number) & TokenFlag.Alphanumeric) {
          const match = glued.exec(text.token(i));
          // `100m`, `10k` may be millions and thousands; a metre is not told from them.
          if (!match || !sign.test(match[2] as string) || match[2] === 'm') return;
          joined.push({start, end: ends[i] as number, at: start + (match[1] as string).length});
          return;
        }
        const next = i + 1;
        if (next >= count || blocks[next] !== blocks[i] || !((flags[next] as number) & TokenFlag.SpaceBefore))
          return;
        const unit = text.token(next);
        if (unit.length > 4 || unit === 'm' || !sign.test(unit)) return;
        apart.push({start, end: ends[next] as number, at: ends[i] as number});
      },
      article() {
        const joinedFew = joined.length < apart.length;
        const few = joinedFew ? joined : apart;
        const many = joinedFew ? apart : joined;
        if (few.length === 0 || few.length * 2 > many.length) return;
        for (const {start, end, at} of few) {
          context.report({
            messageId: joinedFew ? 'no-space' : 'space',
            start,
            end,
            data: {times: many.length},
            fix: [joinedFew ? {start: at, end: at, text: ' '} : {start: at, end: at + 1, text: ''}],
          });
        }
      },
    };
  },
});
