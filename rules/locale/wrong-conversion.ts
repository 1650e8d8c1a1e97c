import {defineRule} from '../../src/engine/rule.js';
import {wordSet} from '../../src/text/hash.js';
import {tokenTests} from '../../src/text/token-tests.js';
import {Feature, notProse, TokenFlag} from '../../src/text/tokens.js';
import {converted, difference, type Measure, measureAt} from './_shared/measures.js';

const hedges = wordSet(
  'about around approximately roughly some nearly almost over or equal equivalent to more than up less only just',
);
/** Conversions are rounded; beyond this share of the greater value they are wrong. */
const tolerance = 0.3;
const mostBetween = 4;
const brackets = new Set([...'(['].map((c) => c.charCodeAt(0)));

export default defineRule({
  meta: {
    id: 'locale/wrong-conversion',
    description: 'Finds conversions in brackets that do not fit, as in “50 km (50 miles)”',
    mqm: 'mistranslation',
    severity: 'warning',
    mqmSeverity: 'major',
    scope: 'block',
    recommended: true,
    hasSuggestions: true,
    languages: ['en'],
    needs: Feature.Parenthesis | Feature.SquareBracket,
    messages: {
      wrong: '“{{first}}” is about {{right}}, not “{{text}}”',
    },
  },
  create(context) {
    const {text} = context;
    const {hashes, flags, starts, ends, zones, blocks} = text.tokens;
    const {isNumber} = tokenTests(text, context.shared);
    let before: Measure | undefined;

    /** An opening bracket and at most words like “about” stand between the two. */
    const inBrackets = (a: Measure, b: Measure): boolean => {
      if (blocks[a.first] !== blocks[b.first] || b.first - a.last > mostBetween + 1) return false;
      let bracket = false;
      for (let k = a.last + 1; k < b.first; k++) {
        if (brackets.has(hashes[k] as number)) bracket = true;
        else if (bracket && !hedges.has(hashes[k] as number)) return false;
      }
      return bracket;
    };
    /** `6 ft 2 in`, `5 to 10 miles`: the number is not all that counts. */
    const isPart = ({first}: Measure): boolean => {
      for (let k = first - 1; k >= first - 3; k--) {
        if (k < 0 || blocks[k] !== blocks[first]) return false;
        if (isNumber(k)) return true;
        if (brackets.has(hashes[k] as number)) return false;
      }
      return false;
    };

    return {
      number(i) {
        if ((zones[i] as number) & notProse) return;
        const measure = measureAt(text, i);
        if (!measure) return;
        const first = before;
        before = measure;
        if (!first || first.unit.kind !== measure.unit.kind || first.unit.metric === measure.unit.metric)
          return;
        if (!inBrackets(first, measure) || isPart(first) || isPart(measure)) return;
        // `6 feet (1 m 83 cm)`, `5 miles (8 km, 10 km by road)`: more of it follows.
        if (isNumber(measure.last + 1)) return;
        if ((difference(first, measure) ?? 0) <= tolerance) return;
        const right = converted(first, measure.unit);
        if (right === undefined) return;
        const start = starts[i] as number;
        const end = ends[measure.last] as number;
        const number = ends[i] as number;
        context.report({
          messageId: 'wrong',
          start,
          end,
          data: {
            first: text.prose.slice(starts[first.first], ends[first.last]),
            text: text.prose.slice(start, end),
            right: `${right} ${measure.unit.sign}`,
          },
          related: [
            {
              message: 'the measure that is converted',
              start: starts[first.first] as number,
              end: ends[first.last] as number,
            },
          ],
          suggestions:
            (flags[i] as number) & TokenFlag.Alphanumeric
              ? []
              : [{message: `Write “${right}”`, edits: [{start, end: number, text: right}]}],
        });
      },
    };
  },
});
