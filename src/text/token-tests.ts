import {type TextIndex, TokenFlag} from './tokens.js';

/** Questions about tokens by their index that rules ask again and again; made once an article. */
export interface TokenTests {
  /** Whether token `j` exists and is in the block of token `i`. */
  same(i: number, j: number): boolean;
  /** Whether white space, or the block's start, stands before it. */
  spaced(i: number): boolean;
  isNumber(i: number): boolean;
  isMark(i: number): boolean;
}

export function tokenTests(
  text: TextIndex,
  shared: (key: string, make: () => TokenTests) => TokenTests,
): TokenTests {
  return shared('token-tests', () => {
    const {flags, blocks, count} = text.tokens;
    const has = (i: number, flag: number): boolean => ((flags[i] as number) & flag) !== 0;
    return {
      same: (i, j) => j >= 0 && j < count && blocks[i] === blocks[j],
      spaced: (i) => has(i, TokenFlag.SpaceBefore),
      isNumber: (i) => has(i, TokenFlag.Number),
      isMark: (i) => has(i, TokenFlag.Mark),
    };
  });
}
