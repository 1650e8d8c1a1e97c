import type {Edit} from '../../../src/engine/finding.js';
import {endOfBlock} from '../../../src/text/blocks.js';
import {type TextIndex, TokenFlag} from '../../../src/text/tokens.js';
import type {QuoteMark} from './quote-marks.js';
import {beginsSpeechTag} from './speech.js';

/**
 * Where a quotation that never ends probably ended: before the first speech tag that follows a comma, a question
 * mark or an exclamation mark; failing that, at the end of its block. Undefined when another mark stands between.
 */
export function findClosingPlace(
  text: TextIndex,
  mark: QuoteMark,
  sign: string,
): {edit: Edit; before?: string} | undefined {
  const {hashes, flags, starts, ends} = text.tokens;
  const stop = endOfBlock(text, mark.block);
  for (let i = mark.token + 1; i < stop; i++) {
    if (!((flags[i] as number) & TokenFlag.Mark)) continue;
    const code = hashes[i] as number;
    if (code === 0x22 || code === 0x201c || code === 0x201d) return undefined;
    if ((code !== 0x2c && code !== 0x3f && code !== 0x21) || i + 1 >= stop) continue;
    if (!beginsSpeechTag(text, i + 1, stop)) continue;
    // `.,` before the tag is what the lost mark left behind.
    const doubled = code === 0x2c && hashes[i - 1] === 0x2e && ends[i - 1] === starts[i];
    const start = doubled ? (starts[i - 1] as number) : (ends[i] as number);
    const end = ends[i] as number;
    return {edit: {start, end, text: doubled ? `,${sign}` : sign}, before: text.token(i + 1)};
  }
  const last = stop - 1;
  if (last <= mark.token || !((flags[last] as number) & TokenFlag.Mark)) return undefined;
  const end = ends[last] as number;
  return {edit: {start: end, end, text: sign}};
}
