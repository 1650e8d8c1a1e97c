import {defineRule} from '../../src/engine/rule.js';
import {localeOf} from '../../src/locale/locale.js';
import {endOfBlock, firstOfBlock} from '../../src/text/blocks.js';
import {primaryLanguage} from '../../src/text/language-tag.js';
import {Feature, notProse, TokenFlag} from '../../src/text/tokens.js';
import {reportForeignPairs} from './_shared/foreign-pairs.js';
import {isHalfLetter} from './_shared/mojibake.js';
import {isOwnMark} from './_shared/quotation-marks.js';
import {findQuotations, type Pair} from './_shared/quotations.js';
import {endOfRun, ornament, Quote} from './_shared/quote-marks.js';

const codesOf = (marks: string): ReadonlySet<number> => new Set([...marks].map((mark) => mark.charCodeAt(0)));

/** What may close a quotation that begins with a mark. */
const closingOf: Readonly<Record<string, string>> = {
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
const openings = Object.keys(closingOf).join('');
const closers = new Map(
  Object.entries(closingOf).map(([open, marks]) => [open.charCodeAt(0), codesOf(marks)]),
);
/** What may close two commas. */
const lowClosers = codesOf('“”"\'’');
const closings = '»›」』》〉】';
const singles = '‚‹›';
/** Marks that begin an English quotation, and end one in other languages. */
const englishOpenings = codesOf('“‘"\'');
/** All marks that quote. */
const quotes = `${openings}${closings}“”‘’"'`;
const brackets = '([…-–—#@$€£';
const opening = '([„“‘';
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
    fixable: 'typography',
    hasSuggestions: true,
    messages: {
      pair: '“{{open}} {{close}}” are quotation marks of another language: write {{ours}}',
      lone: '“{{open}}” is a quotation mark of another language, and it has no partner',
      comma: '“‚” is a low quotation mark of another language; a comma is meant',
      'other-pair':
        '“{{open}} {{close}}” are quotation marks of another language: {{language}} writes {{ours}}{{more}}',
      'other-habit': '“{{open}} {{close}}” here, {{ours}} elsewhere in this text{{more}}',
      'other-partner': '“{{open}} {{close}}” do not go together: {{language}} writes {{ours}}{{more}}',
    },
  },
  create(context) {
    const {text, settings} = context;
    if (localeOf(settings.language)) {
      const isIdle = (text.features & (Feature.CurlyQuote | Feature.ForeignQuote)) === 0;
      return isIdle ? {} : {article: () => reportForeignPairs(context)};
    }
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

    /** Quotations of this rule that are open, each within the one before. */
    const around: {readonly close: number; readonly single: boolean}[] = [];
    const isSingle = (open: string, inside: boolean): boolean => {
      const outer = around.at(-1);
      return outer ? !outer.single : singles.includes(open) !== inside;
    };
    const ours = (open: string, single: boolean): [string, string] => {
      if (open === '【') return ['[', ']'];
      if (isStraight()) return single ? ["'", "'"] : ['"', '"'];
      return single ? ['‘', '’'] : ['“', '”'];
    };

    /** Whether a mark that English begins quotations with begins one where it stands: behind no word, before something. */
    const begins = (k: number): boolean => {
      if (!englishOpenings.has(hashes[k] as number)) return false;
      const apart = (flags[k] as number) & TokenFlag.SpaceBefore || (flags[k - 1] as number) & TokenFlag.Mark;
      return apart !== 0 && k + 1 < count && starts[k + 1] === ends[k] && blocks[k + 1] === blocks[k];
    };

    /**
     * Whether two marks stand as those of a quotation do: the words between them, each with its space outside or, as in
     * French, both with one inside. In a heap of marks, what belongs together is for a person to say.
     */
    const areClear = (i: number, k: number): boolean => {
      const same = (one: number): boolean => one >= 0 && one < count && blocks[one] === blocks[i];
      const isSpaced = (one: number): boolean => ((flags[one] as number) & TokenFlag.SpaceBefore) !== 0;
      const isMark = (one: number): boolean => ((flags[one] as number) & TokenFlag.Mark) !== 0;
      const leftFree = !same(i - 1) || isSpaced(i) || (isMark(i - 1) && !quotes.includes(text.token(i - 1)));
      const rightFree =
        !same(k + 1) || isSpaced(k + 1) || (isMark(k + 1) && !quotes.includes(text.token(k + 1)));
      if (!leftFree || !rightFree || k === i + 1) return false;
      const opensInside = quotes.includes(text.token(i + 1));
      const closesInside = quotes.includes(text.token(k - 1));
      return (
        isSpaced(i + 1) === isSpaced(k) &&
        (!isMark(i + 1) || opensInside || brackets.includes(text.token(i + 1))) &&
        (!isMark(k - 1) || !opening.includes(text.token(k - 1)) || closesInside)
      );
    };

    const partners = new Map<number, number>();
    /** The mark that closes what the mark at `i` opens, or -1. Quotations in between close what they open themselves. */
    const partner = (i: number): number => {
      // The last of a block first, so that each finds those in it done; without recursion, for they may be many.
      if (!partners.has(i)) {
        const wanted = closers.get(hashes[i] as number) as ReadonlySet<number>;
        for (let k = endOfBlock(text, blocks[i] as number) - 1; k >= i; k--)
          if (hashes[k] === hashes[i]) partners.set(k, findPartner(k, wanted));
      }
      return partners.get(i) as number;
    };
    const findPartner = (i: number, wanted: ReadonlySet<number>): number => {
      const open = hashes[i];
      /** English quotations that have begun in between. */
      let inner = 0;
      for (let k = i + 1; k < count && k < i + reach && blocks[k] === blocks[i]; k++) {
        if (!((flags[k] as number) & TokenFlag.Mark)) continue;
        if (wanted.has(hashes[k] as number)) {
          if (begins(k)) inner++;
          else if (inner > 0) inner--;
          // ’ inside a word is part of it; one behind a word may be its possessive, and closes all the same.
          else return k;
        } else if (hashes[k] === open) {
          const close = partners.get(k) as number;
          // What closes not this one closes none before it.
          if (close < 0) return -1;
          k = close;
        }
      }
      return -1;
    };

    /** Up to this token, nothing that could close two commas was found. */
    let seen = 0;
    const closeOfCommas = (i: number): number => {
      for (let k = Math.max(i + 2, seen); k < count && k < i + reach && blocks[k] === blocks[i]; k++) {
        if ((flags[k] as number) & TokenFlag.Mark && lowClosers.has(hashes[k] as number)) return k;
        seen = k + 1;
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
      const close = closeOfCommas(i);
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

    /** `Read more »`, `« Back`: at the end or the beginning of a block with a space between, it points to a page. */
    const isArrow = (i: number): boolean => {
      const sign = prose[starts[i] as number] as string;
      const block = blocks[i] as number;
      if ('»›'.includes(sign))
        return (
          i + 1 === endOfBlock(text, block) &&
          ((flags[i] as number) & TokenFlag.SpaceBefore) !== 0 &&
          i > firstOfBlock(text, block)
        );
      return (
        '«‹'.includes(sign) &&
        i === firstOfBlock(text, block) &&
        i + 1 < count &&
        blocks[i + 1] === block &&
        ((flags[i + 1] as number) & TokenFlag.SpaceBefore) !== 0
      );
    };

    let ornamentEnd = -1;
    let inQuotation: ((start: number, end: number) => boolean) | undefined;
    return {
      mark: {
        chars,
        on(i, code) {
          if (i <= ornamentEnd || done.has(i) || (zones[i] as number) & notProse) return;
          if (isHalfLetter(prose, starts[i] as number)) return;
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
          const k = closers.has(code) ? partner(i) : -1;
          if (k < 0) {
            if (isArrow(i)) return;
            context.report({messageId: 'lone', start, end, data: {open}});
            return;
          }
          done.add(k);
          const close = prose.slice(starts[k], ends[k]);
          inQuotation ??= quotationsAround(findQuotations(context).pairs);
          const quotation = inQuotation(start, starts[k] as number);
          while (around.length > 0 && (around.at(-1)?.close as number) < i) around.pop();
          const single = isSingle(open, quotation);
          if (open !== '【') around.push({close: k, single});
          const [left, right] = ours(open, single);
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
            ...(!isEnglish
              ? {}
              : areClear(i, k)
                ? {fix: edits}
                : {suggestions: [{message: `Write ${left} ${right}`, edits}]}),
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
