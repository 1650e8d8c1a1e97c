import {defineRule} from '../../src/engine/rule.js';
import {hashOf, wordSet} from '../../src/text/hash.js';
import {primaryLanguage} from '../../src/text/language-tag.js';
import {tokenTests} from '../../src/text/token-tests.js';
import {Feature, notProse, TokenFlag} from '../../src/text/tokens.js';
import {monthOf} from './_shared/calendar.js';
import {currencies, currencySigns, percentWords, scales, units} from './_shared/units.js';

const people = wordSet(
  'people persons inhabitants residents soldiers troops deaths victims cases copies voters votes visitors spectators employees workers students refugees members jobs homes houses vehicles cars years times square cubic',
);
/** Their numbers are grouped by four digits or not at all. */
const eastAsian = new Set(['zh', 'ja', 'ko']);
/** Before a number that counts nothing. */
const labels = wordSet('tel phone telephone fax call box room code postcode no account ref');
/** Before the hour or the day, which a number of something may follow: `at 9 300 people came`. */
const beforeTime = wordSet('at by until till since before after on in aged');
const latestTime = 31;
const singularUnits = wordSet('metre meter mile kilometre kilometer hour minute');
const percentSign = 0x25;
const comma = 0x2c;
const and = hashOf('and');

export default defineRule({
  meta: {
    id: 'locale/number-separators',
    description:
      'Finds numbers grouped by full stops or spaces, decimal commas, and large amounts without separators',
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
        ungrouped: {
          type: 'boolean',
          description: 'Report 5150 yuan where the text, or English news, writes 5,150.',
        },
      },
    },
    defaultOptions: {ungrouped: false},
    strictOptions: {ungrouped: true},
    messages: {
      dots: 'English parts groups of digits by commas: “{{right}}”',
      spaces: 'English parts groups of digits by commas, not by spaces: “{{right}}”',
      parted: 'A space parts the number: “{{right}}”',
      decimal: 'English writes a decimal point: “{{right}}”',
      thousand:
        '“{{text}}” reads as a little more than {{whole}} in English; if thousands are meant, “{{right}}”',
      ungrouped: 'News parts thousands by a comma: “{{right}}”',
    },
  },
  create(context) {
    const {text, options, settings} = context;
    const {prose} = text;
    const {blocks, flags, hashes, starts, ends, zones} = text.tokens;
    const source = primaryLanguage(settings.sourceLanguage);
    const wantUngrouped = options.ungrouped || eastAsian.has(source);
    const {same, spaced, isNumber} = tokenTests(text, context.shared);
    /** Numbers with commas between groups of three, seen so far and later. */
    let grouped: boolean | undefined;
    const groups = (): boolean => {
      grouped ??= /\b\d{1,3},\d{3}\b/.test(prose);
      return grouped;
    };

    /** Whether an amount of something measured or paid follows, or a currency sign stands before. */
    const isAmount = (i: number): boolean => {
      const next = i + 1;
      if (same(i, next)) {
        const h = hashes[next] as number;
        if (h === percentSign || percentWords.has(h) || scales.has(h) || units.has(h) || currencies.has(h))
          return true;
        if (h === hashOf('per') && same(i, next + 1) && hashes[next + 1] === hashOf('cent')) return true;
        if (currencySigns.includes(prose[starts[next] as number] as string)) return true;
      }
      return same(i, i - 1) && !spaced(i) && currencySigns.includes(prose[starts[i - 1] as number] as string);
    };
    /** Something is counted, measured or paid: a version or a section has points too. */
    const isCounted = (i: number): boolean =>
      isAmount(i) || (same(i, i + 1) && people.has(hashes[i + 1] as number));
    /** A hyphen, slash, colon or letter glued on either side makes a code, a score, a sum. */
    const isBare = (i: number): boolean => {
      if (
        same(i, i - 1) &&
        !spaced(i) &&
        !`("“‘'[–—${currencySigns}`.includes(prose[(starts[i] as number) - 1] as string)
      )
        return false;
      const after = prose[ends[i] as number];
      return after === undefined || !/[/:\\_@-]/.test(after) || !same(i, i + 1);
    };

    const report = (
      messageId: 'dots' | 'spaces' | 'decimal' | 'ungrouped',
      start: number,
      end: number,
      right: string,
      safe = true,
    ): void => {
      const edits = [{start, end, text: right}];
      context.report({
        messageId,
        start,
        end,
        data: {right},
        ...(messageId === 'ungrouped' ? {severity: 'info' as const} : {}),
        ...(safe ? {fix: edits} : {suggestions: [{message: `Write “${right}”`, edits}]}),
      });
    };

    let done = -1;
    /** `10 000`, `1 000 000`: groups parted by spaces. */
    const bySpaces = (i: number, token: string): boolean => {
      if (token.length > 3 || !/^[1-9]\d{0,2}$/.test(token) || !same(i, i + 1) || !isNumber(i + 1))
        return false;
      let last = i;
      while (
        same(i, last + 1) &&
        isNumber(last + 1) &&
        (starts[last + 1] as number) - (ends[last] as number) === 1
      ) {
        const group = text.token(last + 1);
        if (!/^\d{3}(?:[.,]\d{1,2})?$/.test(group)) break;
        last++;
        if (group.length > 3) break;
      }
      if (last === i) return false;
      // Another number beside it: a list or a telephone number, not one number.
      if (same(i, last + 1) && isNumber(last + 1)) return false;
      if (same(i, i - 1) && isNumber(i - 1)) return false;
      if (!isBare(i) || !isBare(last)) return false;
      const start = starts[i] as number;
      const end = ends[last] as number;
      const written = prose.slice(start, end);
      const narrow = /[\u00a0\u202f\u2009]/.test(written);
      // One space could part two numbers (in 2010 300 people, 4 600 metre races) or a telephone number: zeros, an
      // amount or a narrow space say that it does not.
      const race = same(i, last + 1) && singularUnits.has(hashes[last + 1] as number);
      const sure = narrow || (isAmount(last) && !race) || text.token(last) === '000';
      const counts = same(i, last + 1) && people.has(hashes[last + 1] as number);
      if (!sure && !counts) return false;
      if (same(i, i - 1) && hashes[i - 1] === 0x2b && !spaced(i)) return false;
      // `the share was 74 100% of …`: a row of a table, of which the second number is whole.
      if (isPercentage(last) && text.token(last) === '100') return false;
      // `Tel. 10 000 000`
      const label = same(i, i - 2) && hashes[i - 1] === 0x2e ? i - 2 : i - 1;
      if (same(i, label) && labels.has(hashes[label] as number)) return false;
      done = last;
      const right = written.replace(/,(\d{1,2})$/, '.$1').replace(/\s/gu, ',');
      report('spaces', start, end, right, narrow || isOneNumber(i, last));
      return true;
    };

    return {
      number(i) {
        if (i <= done || (zones[i] as number) & notProse) return;
        const start = starts[i] as number;
        const end = ends[i] as number;
        const length = end - start;
        const f = flags[i] as number;
        if (f & TokenFlag.Alphanumeric) {
          if (wantUngrouped && /^[1-9]\d{3}(?:[kKMGT]bps|kWh|MWh|MW)$/.test(text.token(i)))
            glued(i, start, end);
          return;
        }
        const token = text.token(i);
        if (length <= 3 && token.indexOf(',') < 0) {
          if (!bySpaces(i, token)) byComma(i, token);
          return;
        }
        if (token.includes('.') && token.indexOf('.') !== token.lastIndexOf('.')) {
          // 1.234.567, but not 10.10.2020 or 192.168.100.200.
          if (
            /^[1-9]\d{0,2}(?:\.\d{3}){2,}(?:,\d{1,2})?$/.test(token) &&
            isBare(i) &&
            !(token.split('.').length === 4 && !token.endsWith('000'))
          ) {
            const right = token
              .replace(/,(\d{1,2})$/, ';$1')
              .replace(/\./g, ',')
              .replace(';', '.');
            report('dots', start, end, right, isCounted(i) || token.endsWith('.000'));
          }
        } else if (/^\d{1,3}(?:\.\d{3})+,\d{1,2}$/.test(token)) {
          report(
            'dots',
            start,
            end,
            token.replace(/[.,]/g, (c) => (c === '.' ? ',' : '.')),
          );
        } else if (/^\d{1,3},\d{1,2}$/.test(token)) {
          if (isAmount(i) && isBare(i) && !listed(i)) report('decimal', start, end, token.replace(',', '.'));
        } else if (/^[1-9]\d{0,2}\.\d{3}$/.test(token)) {
          thousand(i, token, start, end);
        } else if (wantUngrouped && /^[1-9]\d{3,}$/.test(token)) ungrouped(i, token, start, end);
      },
    };

    function isPercentage(i: number): boolean {
      if (!same(i, i + 1)) return false;
      const h = hashes[i + 1] as number;
      return h === percentSign || percentWords.has(h) || h === hashOf('per');
    }

    /**
     * Whether groups parted by plain spaces are surely one number. A name may end in a number (`Boeing 737 300
     * passengers`), the hour or the day may stand before one (`at 9 300 people came`), and in a row of a table each may
     * be for itself (`Karst 74 300 km`).
     */
    function isOneNumber(i: number, last: number): boolean {
      if (text.token(last) === '000') return true;
      if (isPercentage(last)) return false;
      const {kind, start, end} = context.article.blocks[blocks[i] as number]!;
      if (kind !== 'cell' && !/[.!?:;]["”’)]?\s*$/.test(prose.slice(Math.max(start, end - 4), end)))
        return false;
      if (!same(i, i - 1)) return true;
      if (beforeTime.has(hashes[i - 1] as number) && Number(text.token(i)) <= latestTime) return false;
      const before = flags[i - 1] as number;
      return (
        !(before & (TokenFlag.InitialCap | TokenFlag.AllCaps)) || (before & TokenFlag.SentenceStart) !== 0
      );
    }

    /** `5, 000 euros`: an engine that cut the number at its comma, and joined it again as words are joined. */
    function byComma(i: number, token: string): void {
      if (!/^[1-9]\d{0,2}$/.test(token) || !same(i, i + 2) || hashes[i + 1] !== comma || spaced(i + 1))
        return;
      let last = i;
      while (
        same(i, last + 2) &&
        hashes[last + 1] === comma &&
        !spaced(last + 1) &&
        isNumber(last + 2) &&
        spaced(last + 2) &&
        /^\d{3}$/.test(text.token(last + 2))
      )
        last += 2;
      if (last === i || !isBare(i) || !isBare(last)) return;
      // Of a list (5, 100 and 300) a further member shows; an amount or the zeros of a round number show that it is none.
      const zeros = text.token(last) === '000';
      const followed =
        same(i, last + 1) && (hashes[last + 1] === comma || hashes[last + 1] === and || isNumber(last + 1));
      const before =
        same(i, i - 1) &&
        (isNumber(i - 1) ||
          hashes[i - 1] === comma ||
          hashes[i - 1] === and ||
          monthOf.has(hashes[i - 1] as number));
      if (
        followed ||
        before ||
        !(zeros || isAmount(last) || (same(i, last + 1) && people.has(hashes[last + 1] as number)))
      )
        return;
      const start = starts[i] as number;
      const end = ends[last] as number;
      done = last;
      const right = prose.slice(start, end).replace(/\s/gu, '');
      context.report({
        messageId: 'parted',
        start,
        end,
        data: {right},
        suggestions: [{message: `Write “${right}”`, edits: [{start, end, text: right}]}],
      });
    }

    /** `chapters 2,3 percent`: two numbers of a list, when a third follows. */
    function listed(i: number): boolean {
      return same(i, i - 1) && isNumber(i - 1);
    }

    /** `$400.000`, `$ 400.000`. */
    function hasSign(i: number): boolean {
      return same(i, i - 1) && currencySigns.includes(prose[starts[i - 1] as number] as string);
    }

    /** `10.000 people`, `$400.000`: a decimal point to an English reader. */
    function thousand(i: number, token: string, start: number, end: number): void {
      const round = token.endsWith('00');
      const next = same(i, i + 1) ? (hashes[i + 1] as number) : 0;
      const paid = round && (currencies.has(next) || (hasSign(i) && !scales.has(next)));
      if (!isBare(i) || !(people.has(next) || paid)) return;
      const right = token.replace('.', ',');
      context.report({
        messageId: 'thousand',
        start,
        end,
        data: {text: token, whole: token.split('.')[0] as string, right},
        suggestions: [{message: `Write “${right}”`, edits: [{start, end, text: right}]}],
      });
    }

    function ungrouped(i: number, token: string, start: number, end: number): void {
      if (!isAmount(i) || !isBare(i)) return;
      const next = hashes[i + 1] as number;
      // In 2010 dollars; the 2000 meters; 1500 hours is a time.
      const year = /^(?:1[5-9]|20)\d\d$/.test(token);
      if (year && !groups()) return;
      if (next === hashOf('hours') || next === hashOf('meters') || next === hashOf('metres')) return;
      if (next === hashOf('dollars') && year) return;
      report('ungrouped', start, end, group(token));
    }

    /** `1000Mbps`. */
    function glued(i: number, start: number, end: number): void {
      const token = text.token(i);
      const digits = /^\d+/.exec(token)?.[0] as string;
      report('ungrouped', start, end, `${group(digits)} ${token.slice(digits.length)}`);
    }
  },
});

function group(digits: string): string {
  let out = '';
  for (let i = 0; i < digits.length; i++) {
    if (i > 0 && (digits.length - i) % 3 === 0) out += ',';
    out += digits[i] as string;
  }
  return out;
}
