import {defineRule} from '../../src/engine/rule.js';
import {hashOf, wordSet} from '../../src/text/hash.js';
import {TokenFlag} from '../../src/text/tokens.js';
import {numberNeighbours} from './_shared/number-neighbours.js';
import {scales, units} from './_shared/units.js';

/** Signs that are no words beside; a bare `m`, `g` or `t` stands for too much. */
const signWords = 'km kg cm mm ml ha kw kwh mwh gwh'.split(' ');
const signs = new Set(signWords.map(hashOf));
/** `at km 45`: a stone at the road. */
const roadstones = wordSet('at from to near past between and until of the');
const [km, celsius, fahrenheit] = ['km', 'c', 'f'].map(hashOf);
const degreeSign = 0xb0;

export default defineRule({
  meta: {
    id: 'locale/unit-position',
    description: 'Finds units before their number, as in “kg 5” and “°C 20”',
    mqm: 'measurement-format',
    severity: 'warning',
    scope: 'block',
    recommended: true,
    hasSuggestions: true,
    languages: ['en'],
    words: [...signWords, 'c', 'f'],
    messages: {
      before: 'In English the unit stands behind the number: “{{right}}”',
    },
  },
  create(context) {
    const {text} = context;
    const {prose} = text;
    const {hashes, flags, starts, ends} = text.tokens;
    const {same, spaced, isNumber, isMark, isPlain} = numberNeighbours(context);

    /** Whether a unit, a scale, a hyphen or a sign follows, so that the number is measured in something else. */
    const hasOwnUnit = (i: number): boolean => {
      const next = i + 1;
      if (!same(i, next)) return false;
      const hash = hashes[next] as number;
      if (isMark(next)) return !spaced(next) && !isStop(hash);
      return units.has(hash) || scales.has(hash);
    };

    return {
      number(i) {
        const unit = i - 1;
        if (!same(i, unit) || !spaced(i) || !isPlain(i)) return;
        const hash = hashes[unit] as number;
        const degrees =
          (hash === celsius || hash === fahrenheit) && same(i, unit - 1) && hashes[unit - 1] === degreeSign;
        if (!degrees && !signs.has(hash)) return;
        const first = degrees ? unit - 1 : unit;
        if (!spaced(first) || hasOwnUnit(i)) return;
        // `KM 30` may be a product.
        if (!degrees && (flags[unit] as number) & TokenFlag.AllCaps) return;
        const before = first - 1;
        if (same(i, before)) {
          if (isNumber(before) || scales.has(hashes[before] as number)) return;
          // `5 sq km 300 people`, `kWh/100 km 5`: the sign ends another measure.
          if (isMark(before) && !opens(hashes[before] as number)) return;
          if (hash === km && roadstones.has(hashes[before] as number)) return;
          if (same(i, before - 1) && isNumber(before - 1)) return;
        }
        const start = starts[first] as number;
        const end = ends[i] as number;
        const sign = prose.slice(start, ends[unit]);
        const right = `${text.token(i)}${degrees ? '' : ' '}${sign}`;
        context.report({
          messageId: 'before',
          start,
          end,
          data: {right},
          suggestions: [{message: `Write “${right}”`, edits: [{start, end, text: right}]}],
        });
      },
    };
  },
});

const isStop = (code: number): boolean => '.,;:!?)”"’…'.includes(String.fromCharCode(code));
const opens = (code: number): boolean => '(,;:–—“"'.includes(String.fromCharCode(code));
