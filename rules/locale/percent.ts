import {defineRule} from '../../src/engine/rule.js';
import {hashOf} from '../../src/text/hash.js';
import {Feature} from '../../src/text/tokens.js';
import {numberNeighbours} from './_shared/number-neighbours.js';

const percentSign = 0x25;
const percent = hashOf('percent');
const per = hashOf('per');
const cent = hashOf('cent');

type Style = '%' | 'percent' | 'per cent';

export default defineRule({
  meta: {
    id: 'locale/percent',
    description:
      'Finds a space before % or % before the number, and %, percent and per cent mixed in one text',
    mqm: 'number-format',
    severity: 'warning',
    recommended: true,
    fixable: 'typography',
    hasSuggestions: true,
    languages: ['en'],
    needs: Feature.Digit,
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        mixed: {type: 'boolean', description: 'Report the few that are written another way than the rest.'},
      },
    },
    defaultOptions: {mixed: false},
    strictOptions: {mixed: true},
    messages: {
      space: 'No space stands between the number and %',
      before: 'In English the sign stands behind the number: “{{right}}”',
      mixed: '“{{few}}” here, “{{many}}” {{times}} times elsewhere',
    },
  },
  create(context) {
    const {text, options} = context;
    const {prose} = text;
    const {hashes, starts, ends} = text.tokens;
    const {same, spaced, isNumber, isMark, isPlain, beginsRange} = numberNeighbours(context);
    const uses: {style: Style; start: number; end: number}[] = [];
    return {
      number(i) {
        if (!isPlain(i)) return;
        const next = i + 1;
        const start = ends[i] as number;
        if (same(i, next) && hashes[next] === percentSign) {
          const end = starts[next] as number;
          // `5 %s`: a placeholder.
          const glued = same(i, next + 1) && !spaced(next + 1) && !isMark(next + 1);
          const operator = same(i, next + 1) && isNumber(next + 1);
          if (spaced(next) && !glued && !operator) {
            context.report({messageId: 'space', start, end: end + 1, fix: [{start, end, text: ''}]});
          }
          if (!glued) uses.push({style: '%', start: starts[next] as number, end: ends[next] as number});
          return;
        }
        const before = i - 1;
        if (
          same(i, before) &&
          hashes[before] === percentSign &&
          !spaced(i) &&
          spaced(before) &&
          !(same(i, i - 2) && isNumber(i - 2))
        ) {
          const from = starts[before] as number;
          const right = `${text.token(i)}%`;
          // %20 is an escape, %1 a placeholder; %1.5 and %25 are Turkish.
          const after = prose[start];
          if (!/^%0|^%1$/.test(prose.slice(from, start)) && (after === undefined || !/[\w$%]/.test(after))) {
            context.report({
              messageId: 'before',
              start: from,
              end: start,
              data: {right},
              // `%5-10`: the sign belongs behind the second number.
              ...(beginsRange(i) ? {} : {fix: [{start: from, end: start, text: right}]}),
            });
          }
          return;
        }
        if (!options.mixed || !same(i, next) || !spaced(next)) return;
        if (hashes[next] === percent)
          uses.push({style: 'percent', start: starts[next] as number, end: ends[next] as number});
        else if (hashes[next] === per && same(i, next + 1) && hashes[next + 1] === cent) {
          uses.push({style: 'per cent', start: starts[next] as number, end: ends[next + 1] as number});
        }
      },
      article() {
        if (!options.mixed || uses.length < 4) return;
        const tally = new Map<Style, number>();
        for (const {style} of uses) tally.set(style, (tally.get(style) ?? 0) + 1);
        if (tally.size < 2) return;
        const [many, times] = [...tally].reduce((a, b) => (b[1] > a[1] ? b : a));
        if (times < 0.7 * uses.length) return;
        for (const {style, start, end} of uses) {
          if (style === many) continue;
          const from = many === '%' && prose[start - 1] === ' ' ? start - 1 : start;
          const replacement = style === '%' ? ` ${many}` : many;
          context.report({
            messageId: 'mixed',
            start,
            end,
            severity: 'info',
            data: {few: style, many, times},
            suggestions: [{message: `Write “${many}”`, edits: [{start: from, end, text: replacement}]}],
          });
        }
      },
    };
  },
});
