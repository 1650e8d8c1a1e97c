import {defineRule} from '../../src/engine/rule.js';
import {primaryLanguage} from '../../src/text/language-tag.js';
import {Feature, notProse, TokenFlag} from '../../src/text/tokens.js';
import {isOwnMark} from './_shared/quotation-marks.js';
import {findQuotations, type Pair} from './_shared/quotations.js';
import {endOfRun, ornament, Quote} from './_shared/quote-marks.js';

/** What may close a quotation that begins with a mark. */
const partners: Readonly<Record<string, string>> = {
  '„': '“”"‟',
  '‚': "‘’'‛",
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
  '【': '】',
};
const openings = Object.keys(partners).join('');
const closings = '»›」』》〉】';
const singles = '‚‹›';
const chars = `${[...new Set(openings + closings)].join('')},`;
const comma = 0x2c;

/** How far a closing mark is looked for, in tokens. */
const reach = 400;

export default defineRule({
  meta: {
    id: 'punctuation/foreign-quotes',
    description: 'Finds quotation marks of other languages, as in „word“, «word» and 「word」',
    mqm: 'punctuation',
    severity: 'warning',
    recommended: true,
    fixable: true,
    messages: {
      pair: '“{{open}} {{close}}” are quotation marks of another language: write {{ours}}',
      lone: '“{{open}}” is a quotation mark of another language, and it has no partner',
      comma: '“‚” is a low quotation mark of another language; a comma is meant',
    },
  },
  create(context) {
    const {text, settings} = context;
    const {prose} = text;
    const {hashes, flags, starts, ends, zones, blocks, count} = text.tokens;
    const done = new Set<number>();
    let straight: boolean | undefined;

    /** The document's own style: straight marks only where straight pairs prevail. */
    const isStraight = (): boolean => {
      if (straight === undefined) {
        let votes = 0;
        for (const {open, close} of findQuotations(context).pairs) {
          if (open.code === Quote.Straight && close.code === Quote.Straight) votes++;
          else votes--;
        }
        straight =
          votes > 0 ||
          (votes === 0 &&
            (text.features & (Feature.CurlyQuote | Feature.CurlyApostrophe)) === 0 &&
            (text.features & Feature.StraightApostrophe) !== 0);
      }
      return straight;
    };
    const isEnglish = primaryLanguage(settings.language) === 'en';

    const ours = (open: string, inside: boolean): [string, string] => {
      if (open === '【') return ['[', ']'];
      const single = singles.includes(open) !== inside;
      if (isStraight()) return single ? ["'", "'"] : ['"', '"'];
      return single ? ['‘', '’'] : ['“', '”'];
    };

    const partner = (i: number, wanted: string): number => {
      const open = hashes[i];
      for (let k = i + 1; k < count && k < i + reach && blocks[k] === blocks[i]; k++) {
        if (!((flags[k] as number) & TokenFlag.Mark)) continue;
        if (wanted.includes(String.fromCharCode(hashes[k] as number))) {
          // ’ inside a word is part of it; one behind a word may be its possessive, and closes all the same.
          return k;
        }
        if (hashes[k] === open && open !== comma) return -1;
      }
      return -1;
    };

    /** `,,word“`, `,,word''`: two commas for a low opening mark. */
    const lowCommas = (i: number): void => {
      const first = i + 2;
      if (
        first >= count ||
        blocks[first] !== blocks[i] ||
        ends[i] !== starts[i + 1] ||
        ends[i + 1] !== starts[first]
      )
        return;
      if (!((flags[i] as number) & TokenFlag.SpaceBefore) || (flags[first] as number) & TokenFlag.Mark)
        return;
      const close = partner(i, '“”"\'’');
      if (close < 0) return;
      const single = hashes[close] === 0x27 || hashes[close] === 0x2019;
      // A single apostrophe closes only when it stands twice.
      if (single && (hashes[close + 1] !== hashes[close] || ends[close] !== starts[close + 1])) return;
      const start = starts[i] as number;
      const end = ends[i + 1] as number;
      const to = ends[single ? close + 1 : close] as number;
      const [left, right] = ours('„', false);
      context.report({
        messageId: 'pair',
        start,
        end,
        data: {open: ',,', close: prose.slice(starts[close], to), ours: `${left} ${right}`},
        ...(isEnglish
          ? {
              fix: [
                {start, end, text: left},
                {start: starts[close] as number, end: to, text: right},
              ],
            }
          : {}),
      });
    };

    let ornamentEnd = -1;
    let inQuotation: ((start: number, end: number) => boolean) | undefined;
    return {
      mark: {
        chars,
        on(i, code) {
          if (i <= ornamentEnd || done.has(i) || (zones[i] as number) & notProse) return;
          const last = endOfRun(text.tokens, i);
          if (last - i >= ornament - 1) {
            ornamentEnd = last;
            return;
          }
          if (code === comma && hashes[i + 1] !== comma) return;
          if (code === comma) {
            lowCommas(i);
            return;
          }
          const open = String.fromCharCode(code);
          if (isOwnMark(settings.language, open)) return;
          const start = starts[i] as number;
          const end = ends[i] as number;
          const spaceBefore = ((flags[i] as number) & TokenFlag.SpaceBefore) !== 0;
          const touchesNext = i + 1 < count && starts[i + 1] === end && blocks[i + 1] === blocks[i];
          if (open === '‚' && !spaceBefore && !touchesNext) {
            context.report({messageId: 'comma', start, end, fix: [{start, end, text: ','}]});
            return;
          }
          const wanted = partners[open];
          const k = wanted === undefined ? -1 : partner(i, wanted);
          if (k < 0) {
            context.report({messageId: 'lone', start, end, data: {open}});
            return;
          }
          done.add(k);
          const close = prose.slice(starts[k], ends[k]);
          inQuotation ??= quotationsAround(findQuotations(context).pairs);
          const quotation = inQuotation(start, starts[k] as number);
          const [left, right] = ours(open, quotation);
          const edits = [
            {start, end, text: left},
            {start: starts[k] as number, end: ends[k] as number, text: right},
          ];
          context.report({
            messageId: 'pair',
            start,
            end,
            data: {open, close, ours: isEnglish ? `${left} ${right}` : 'those of the text’s language'},
            related: [{message: 'closed here', start: starts[k] as number, end: ends[k] as number}],
            ...(isEnglish ? {fix: edits} : {}),
          });
        },
      },
    };
  },
});

/** Whether a quotation begins before one place and ends behind another; a binary search each. */
function quotationsAround(pairs: readonly Pair[]): (start: number, end: number) => boolean {
  const sorted = [...pairs].sort((a, b) => a.open.start - b.open.start);
  /** The furthest end of this pair and all before it. */
  const furthest: number[] = [];
  for (const {close} of sorted) furthest.push(Math.max(furthest.at(-1) ?? -1, close.start));
  return (start, end) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as Pair).open.start < start) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (furthest[low - 1] as number) > end;
  };
}
