import type {RuleContext} from '../../../src/engine/rule.js';
import {type TokenTests, tokenTests} from '../../../src/text/token-tests.js';
import {notProse, TokenFlag} from '../../../src/text/tokens.js';
import {scales} from './units.js';

/** Questions about a number and what stands beside it; tokens by their index. */
export interface NumberNeighbours extends TokenTests {
  /** Whether it is figures in prose, without letters in them: `5`, not `5G`. */
  isPlain(i: number): boolean;
  /** `5–10`, `5 to 10`: whether another number goes on from it. */
  beginsRange(i: number): boolean;
  /** Whether it goes on from another number. */
  endsRange(i: number): boolean;
  /** The last token of the amount: the word of scale behind the number (`5 million`), else the number. */
  lastOfAmount(i: number): number;
}

const joins = /^(?:[-–—/]|to|or|and|by)$/;

export function numberNeighbours(context: Pick<RuleContext, 'text' | 'shared'>): NumberNeighbours {
  return context.shared('number-neighbours', () => {
    const {text} = context;
    const {flags, hashes, zones} = text.tokens;
    const tests = tokenTests(text, context.shared);
    const {same, spaced, isNumber, isMark} = tests;
    return {
      ...tests,
      isPlain: (i) => !((zones[i] as number) & notProse) && !((flags[i] as number) & TokenFlag.Alphanumeric),
      beginsRange: (i) => same(i, i + 2) && isNumber(i + 2) && joins.test(text.token(i + 1)),
      endsRange: (i) => same(i, i - 2) && isNumber(i - 2) && joins.test(text.token(i - 1)),
      lastOfAmount(i) {
        const next = i + 1;
        return same(i, next) && spaced(next) && scales.has(hashes[next] as number) && !isMark(next)
          ? next
          : i;
      },
    };
  });
}
