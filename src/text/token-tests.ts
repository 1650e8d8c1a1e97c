import {type TextIndex, TokenFlag} from './tokens.js';

/** Questions about tokens by their index that rules ask again and again; made once an article. */
export interface TokenTests {
  /** Whether token `j` exists and is in the block of token `i`. */
  same(i: number, j: number): boolean;
  /** Whether white space, or the block's start, stands before it. */
  spaced(i: number): boolean;
  /** Whether the next token stands right behind it, in its block. */
  touches(i: number): boolean;
  /** Its length in UTF-16 units. */
  size(i: number): number;
  isNumber(i: number): boolean;
  isMark(i: number): boolean;
}

export function tokenTests(
  text: TextIndex,
  shared: (key: string, make: () => TokenTests) => TokenTests,
): TokenTests {
  return shared('token-tests', () => {
    const {flags, blocks, starts, ends, count} = text.tokens;
    const has = (i: number, flag: number): boolean => ((flags[i] as number) & flag) !== 0;
    const same = (i: number, j: number): boolean => j >= 0 && j < count && blocks[i] === blocks[j];
    const spaced = (i: number): boolean => has(i, TokenFlag.SpaceBefore);
    return {
      same,
      spaced,
      touches: (i) => same(i, i + 1) && !spaced(i + 1),
      size: (i) => (ends[i] as number) - (starts[i] as number),
      isNumber: (i) => has(i, TokenFlag.Number),
      isMark: (i) => has(i, TokenFlag.Mark),
    };
  });
}
