import {isWhiteSpace} from '../../../src/article/white-space.js';

/** LF, CR, U+2028 and U+2029, which end a line of plain text. */
export function isLineBreak(code: number): boolean {
  return code === 10 || code === 13 || code === 0x2028 || code === 0x2029;
}

/** White space that does not end a line. */
export function isSpaceInLine(code: number): boolean {
  return isWhiteSpace(code) && !isLineBreak(code);
}
