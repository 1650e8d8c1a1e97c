import type {Edit} from '../../src/engine/finding.js';
import {defineRule} from '../../src/engine/rule.js';
import {vote} from '../../src/engine/vote.js';
import {Feature, notProse, TokenFlag} from '../../src/text/tokens.js';
import {isClitic} from './_shared/clitics.js';
import {findQuotations, type Pair} from './_shared/quotations.js';
import {Quote, type QuoteMark} from './_shared/quote-marks.js';

/** A mark, or a pair of marks, and what would make it like the others. */
interface Use {
  readonly start: number;
  readonly end: number;
  readonly edits: readonly Edit[];
}

const isSpace = (code: number): boolean => code <= 0x20 || code === 0xa0 || code === 0x202f;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const straightFeatures = Feature.StraightQuote | Feature.StraightApostrophe;
const curlyFeatures = Feature.CurlyQuote | Feature.CurlyApostrophe;

export default defineRule({
  meta: {
    id: 'punctuation/mixed-quotes',
    description: 'Finds straight quotation marks and apostrophes in a text of curly ones, and the reverse',
    mqm: 'punctuation',
    severity: 'warning',
    basis: 'article',
    recommended: true,
    fixable: 'typography',
    languages: ['en'],
    needs: straightFeatures,
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        share: {
          type: 'number',
          minimum: 0,
          maximum: 0.5,
          description: 'Most that a small minority may be of all marks.',
        },
        most: {type: 'integer', minimum: 1, description: 'Most marks of a small minority.'},
        mixed: {
          type: 'boolean',
          description: 'Say once, as information, that a text mixes both without a clear majority.',
        },
      },
    },
    defaultOptions: {share: 0.1, most: 5, mixed: false},
    strictOptions: {mixed: true},
    messages: {
      apostrophe: 'A {{kind}} apostrophe where {{others}} of {{all}} are {{other}}',
      quote: 'A {{kind}} quotation mark where {{others}} of {{all}} are {{other}}',
      pair: 'This quotation begins with a {{first}} mark and ends with a {{last}} one',
      mixed: 'Straight and curly {{what}} are mixed here: {{straight}} straight, {{curly}} curly',
    },
  },
  create(context) {
    const {text, options} = context;
    if (!(text.features & curlyFeatures)) return {};

    /** @returns whether it told of each of the few */
    const tellFew = (
      messageId: 'apostrophe' | 'quote',
      straight: readonly Use[],
      curly: readonly Use[],
    ): boolean => {
      const voted = vote(straight, curly);
      if (voted === undefined) return false;
      const {few, isFirst: straightFew} = voted;
      const all = straight.length + curly.length;
      if (few.length > options.most || few.length > options.share * all) {
        if (!options.mixed) return false;
        const {start, end} = few[0] as Use;
        context.report({
          messageId: 'mixed',
          start,
          end,
          severity: 'info',
          data: {
            what: messageId === 'quote' ? 'quotation marks' : 'apostrophes',
            straight: straight.length,
            curly: curly.length,
          },
        });
        return false;
      }
      const kind = straightFew ? 'straight' : 'curly';
      for (const {start, end, edits} of few) {
        context.report({
          messageId,
          start,
          end,
          data: {kind, other: straightFew ? 'curly' : 'straight', others: all - few.length, all},
          // A mark written twice is for `punctuation/doubled` to mend first.
          ...(edits.length > 0 ? {fix: edits} : {}),
        });
      }
      return true;
    };

    /** Pairs of two kinds of marks, where no majority tells them: each shows by itself, and is made like most others. */
    const tellPairs = (odd: readonly Pair[], prefersStraight: boolean): void => {
      const misplaced = new Set(findQuotations(context).misplaced.map(({mark}) => mark));
      for (const {open, close} of odd) {
        // Where it stands is told first, and mended.
        if (misplaced.has(open) || misplaced.has(close)) continue;
        const wrong = (open.code === Quote.Straight) === prefersStraight ? close : open;
        const {start, end} = wrong;
        const isStraight = wrong.code === Quote.Straight;
        const sign = isStraight ? (wrong === open ? '“' : '”') : '"';
        const beside = text.prose.charCodeAt(wrong === open ? end : start - 1);
        // Behind a figure it may be inches, and beside a space it may belong to another quotation.
        const isSure = end - start === 1 && !isDigit(beside) && !isSpace(beside);
        context.report({
          messageId: 'pair',
          start,
          end,
          data:
            open.code === Quote.Straight
              ? {first: 'straight', last: 'curly'}
              : {first: 'curly', last: 'straight'},
          ...(isSure ? {fix: [{start, end, text: sign}]} : {}),
        });
      }
    };

    return {
      article() {
        const straightFound = (text.features & straightFeatures) !== 0;
        if (!straightFound) return;
        const apostrophes = findApostrophes();
        tellFew('apostrophe', apostrophes.straight, apostrophes.curly);
        if (text.features & Feature.StraightQuote && text.features & Feature.CurlyQuote) {
          const quotes = findQuotes();
          if (!tellFew('quote', quotes.straight, quotes.curly) && quotes.odd.length <= options.most)
            tellPairs(quotes.odd, quotes.isMostlyStraight);
        }
      },
    };

    function findApostrophes(): {straight: Use[]; curly: Use[]} {
      const {count, flags, starts, ends, zones} = text.tokens;
      const {prose} = text;
      const straight: Use[] = [];
      const curly: Use[] = [];
      for (let i = 0; i < count; i++) {
        const f = flags[i] as number;
        if (!(f & TokenFlag.Apostrophe) || (zones[i] as number) & notProse) continue;
        const from = starts[i] as number;
        const to = ends[i] as number;
        let at = to - 1;
        while (
          at > from &&
          prose.charCodeAt(at) !== Quote.Apostrophe &&
          prose.charCodeAt(at) !== Quote.RightSingle
        )
          at--;
        // In other words it may be a letter of a name (Sana'a, Rus', Sa'd).
        if (!isClitic(prose.slice(from, at), prose.slice(at + 1, to))) continue;
        const isStraight = prose.charCodeAt(at) === Quote.Apostrophe;
        const use = {start: from, end: to, edits: [{start: at, end: at + 1, text: isStraight ? '’' : "'"}]};
        (isStraight ? straight : curly).push(use);
      }
      return {straight, curly};
    }

    function findQuotes(): {straight: Use[]; curly: Use[]; odd: Pair[]; isMostlyStraight: boolean} {
      const odd: Pair[] = [];
      const straight: Use[] = [];
      const curly: Use[] = [];
      for (const {open, close} of findQuotations(context).pairs) {
        const edits: Edit[] = [];
        const add = (mark: QuoteMark, sign: string): void => {
          if (mark.end - mark.start === 1) edits.push({start: mark.start, end: mark.end, text: sign});
        };
        const isStraight = open.code === Quote.Straight && close.code === Quote.Straight;
        const isCurly = open.code !== Quote.Straight && close.code !== Quote.Straight;
        if (isStraight) {
          add(open, '“');
          add(close, '”');
        } else if (isCurly) {
          add(open, '"');
          add(close, '"');
        } else {
          const mark = open.code === Quote.Straight ? open : close;
          add(mark, mark === open ? '“' : '”');
          straight.push({start: mark.start, end: mark.end, edits});
          odd.push({open, close});
          continue;
        }
        const list = isStraight ? straight : curly;
        list.push({start: open.start, end: open.end, edits}, {start: close.start, end: close.end, edits});
      }
      const isMostlyStraight = straight.length - odd.length > curly.length;
      return {straight, curly, odd, isMostlyStraight};
    }
  },
});
