import {defineRule} from '../../src/engine/rule.js';
import {vote} from '../../src/engine/vote.js';
import {primaryLanguage} from '../../src/text/language-tag.js';
import {Feature, notProse, TokenFlag} from '../../src/text/tokens.js';

/** Signs of units that follow a number, with or without a space. */
const sign = /^(?:k?m|cm|mm|kg|mg|g|km\/h|kmh|mph|kWh|MWh|GWh|kW|MW|GW|[kMGT]bps|[kMGT]B|[kMG]?Hz|ml|hp|ha)$/;
const glued = /^(\d[\d.,]*)([A-Za-z]+)$/;

/** Units of technology, which no house style closes up to the number. Four figures and more are for number-separators. */
const technical = /^(\d{1,3}|\d{1,3},\d{3}|\d+\.\d+)([kMGT]bps|kWh|MWh|GWh|TWh|[kMG]Hz|MPa|mAh)$/;
/** Their text has no spaces between words. */
const eastAsian = new Set(['zh', 'ja', 'ko']);
const most = 12;

interface Use {
  readonly start: number;
  readonly end: number;
  /** Where a space is or would be. */
  readonly at: number;
}

export default defineRule({
  meta: {
    id: 'locale/unit-spacing',
    description:
      'Finds the few units with a space before them among many without, and the reverse, and units glued as in 500Mbps',
    mqm: 'measurement-format',
    severity: 'info',
    recommended: true,
    fixable: 'typography',
    languages: ['en'],
    needs: Feature.Digit,
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        mixed: {
          type: 'boolean',
          description: 'Report the few units that are spaced otherwise than the rest.',
        },
        technical: {
          type: 'boolean',
          description: 'Report 500Mbps and 30kWh, whatever the source language and the rest of the text.',
        },
      },
    },
    defaultOptions: {technical: false, mixed: false},
    strictOptions: {technical: true, mixed: true},
    messages: {
      technical: 'A space parts the number from its unit: “{{right}}”',
      space: 'Units are written without a space elsewhere in this text, {{times}} times',
      'no-space': 'Units are written with a space elsewhere in this text, {{times}} times',
    },
  },
  create(context) {
    const {text, options, settings} = context;
    const source = primaryLanguage(settings.sourceLanguage);
    const wantTechnical = options.technical || eastAsian.has(source);
    let told = 0;
    const {flags, hashes, starts, ends, zones, blocks, count} = text.tokens;
    const apart: Use[] = [];
    const joined: Use[] = [];
    return {
      number(i) {
        if ((zones[i] as number) & notProse) return;
        const start = starts[i] as number;
        if ((flags[i] as number) & TokenFlag.Alphanumeric) {
          if (wantTechnical && isTechnical(i)) return;
          if (!options.mixed) return;
          const match = glued.exec(text.token(i));
          // `100m`, `10k` may be millions and thousands; a metre is not told from them.
          if (!match || !sign.test(match[2] as string) || match[2] === 'm') return;
          joined.push({start, end: ends[i] as number, at: start + (match[1] as string).length});
          return;
        }
        const next = i + 1;
        if (!options.mixed) return;
        if (next >= count || blocks[next] !== blocks[i] || !((flags[next] as number) & TokenFlag.SpaceBefore))
          return;
        const unit = text.token(next);
        // `25 km/h` goes on.
        if (next + 1 < count && hashes[next + 1] === 0x2f) return;
        if (unit.length > 4 || unit === 'm' || !sign.test(unit)) return;
        // Right whatever the rest of the text does; told otherwise, the two fixes would undo each other.
        if (wantTechnical && technical.test(text.token(i) + unit)) return;
        apart.push({start, end: ends[next] as number, at: ends[i] as number});
      },
      article() {
        const voted = vote(joined, apart, {share: 1 / 3});
        if (voted === undefined) return;
        const {few, many, isFirst: joinedFew} = voted;
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

    function isTechnical(i: number): boolean {
      const match = technical.exec(text.token(i));
      if (!match) return false;
      const start = starts[i] as number;
      const at = start + (match[1] as string).length;
      if (told++ < most) {
        context.report({
          messageId: 'technical',
          start,
          end: ends[i] as number,
          data: {right: `${match[1]} ${match[2]}`},
          fix: [{start: at, end: at, text: ' '}],
        });
      }
      return true;
    }
  },
});
