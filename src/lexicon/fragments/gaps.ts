import {notProse, type TextIndex, TokenFlag} from '../../text/tokens.js';
import {Gap} from './decode.js';

/** What stands before token `i`. */
export function gapAt(text: TextIndex, i: number): number {
  return gapOfToken(text, i) ?? gapOfToken(text, i - 1) ?? Gap.None;
}

/** The gap that a token makes when it is a mark or a word of another script; `undefined` for a word or a number. */
export function gapOfToken(text: TextIndex, i: number): number | undefined {
  const {flags, zones, hashes} = text.tokens;
  const flag = flags[i]!;
  if (zones[i]! & notProse) return Gap.Wall;
  if (flag & TokenFlag.Word) return flag & TokenFlag.Latin ? undefined : Gap.Wall;
  if (flag & TokenFlag.Number) return undefined;
  switch (hashes[i]) {
    case 0x2d: // -
    case 0x27: // '
    case 0x2019:
    case 0x2f: // /
      return Gap.None;
    case 0x2c:
    case 0x3b:
    case 0x3a:
    case 0x2e:
    case 0x21:
    case 0x3f:
    case 0x2013:
    case 0x2014:
    case 0x2026:
    case 0x25:
      return Gap.Weak;
    default:
      return Gap.Wall;
  }
}
