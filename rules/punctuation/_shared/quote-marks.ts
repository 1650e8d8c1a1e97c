import type {RuleContext} from '../../../src/engine/rule.js';
import {CharClass, classOf} from '../../../src/text/characters.js';
import {notProse, type TextIndex, TokenFlag} from '../../../src/text/tokens.js';
import {isHalfLetter} from './mojibake.js';

export const Quote = {
  Straight: 0x22,
  Apostrophe: 0x27,
  LeftSingle: 0x2018,
  RightSingle: 0x2019,
  LowSingle: 0x201a,
  Left: 0x201c,
  Right: 0x201d,
  Low: 0x201e,
  LeftAngle: 0xab,
  RightAngle: 0xbb,
} as const;

/** One double quotation mark (“ ” ") with what its neighbours say of it. */
export interface QuoteMark {
  readonly token: number;
  /** UTF-16 offsets into the prose; `""` counts as one mark of two units. */
  readonly start: number;
  readonly end: number;
  readonly code: number;
  readonly block: number;
  /** A space, the block's start, an opening bracket or a dash stands before, so that it can open. */
  readonly leftFree: boolean;
  /** A space, the block's end, a closing mark or a dash stands behind, so that it can close. */
  readonly rightFree: boolean;
  /** White space or the block's start right before. */
  readonly spaceBefore: boolean;
  /** White space or the block's end right behind. */
  readonly spaceAfter: boolean;
}

const isSpace = (code: number): boolean => (classOf(code) & 7) === CharClass.Space;

const before = new Set([...'([{-/|*_>:=“‘"\'«„‚—–―‐‑…'].map((c) => c.charCodeAt(0)));
const after = new Set([...')]}.,;:!?-/|*_<”’"\'»—–―…%'].map((c) => c.charCodeAt(0)));

/** As many of one mark in a row quote nothing. */
export const ornament = 4;

/** The last of the tokens from `i` on that are the same mark, without space between. */
export function endOfRun({count, hashes, starts, ends}: TextIndex['tokens'], i: number): number {
  let last = i;
  while (last + 1 < count && hashes[last + 1] === hashes[i] && starts[last + 1] === ends[last]) last++;
  return last;
}

/** As many in a row with nothing but spaces between are the loop of a translation engine: `"" "" ""`. */
const loop = 6;

/** The last of the same marks from `i` on where they are a loop, else `i`. One that touches a word may close a quotation. */
function endOfLoop({count, flags, hashes, blocks}: TextIndex['tokens'], i: number): number {
  if (!((flags[i] as number) & TokenFlag.SpaceBefore)) return i;
  let last = i;
  while (last + 1 < count && hashes[last + 1] === hashes[i] && blocks[last + 1] === blocks[i]) last++;
  return last - i >= loop - 1 ? last : i;
}

/** The double marks “ ” and " of a text in their order; none from code and addresses. */
export function findQuoteMarks(
  context: Pick<RuleContext, 'shared' | 'text' | 'article'>,
): readonly QuoteMark[] {
  return context.shared('punctuation/quote-marks', () => collect(context.text, context.article.blocks));
}

function collect(text: TextIndex, blocks: readonly {start: number; end: number}[]): QuoteMark[] {
  const {prose, tokens} = text;
  const {count, flags, hashes, zones, starts, blocks: blockOf} = tokens;
  const out: QuoteMark[] = [];
  /** How many „ or ,, wait for their closing marks, in which block, and English quotations that began within. */
  let low = 0;
  let lowBlock = -1;
  let within = 0;
  for (let i = 0; i < count; i++) {
    if (!((flags[i] as number) & TokenFlag.Mark)) continue;
    const code = hashes[i] as number;
    if (code === Quote.Low || isLowCommas(text, i)) {
      low = lowBlock === blockOf[i] ? low + 1 : 1;
      if (low === 1) within = 0;
      lowBlock = blockOf[i] as number;
    }
    if (code !== Quote.Straight && code !== Quote.Left && code !== Quote.Right) continue;
    if ((zones[i] as number) & notProse || isHalfLetter(prose, starts[i] as number)) continue;
    const last = Math.max(endOfRun(tokens, i), endOfLoop(tokens, i));
    if (last - i >= ornament - 1) {
      i = last;
      continue;
    }
    const start = starts[i] as number;
    const token = i;
    const block = blockOf[i] as number;
    const {start: from, end: to} = blocks[block] as {start: number; end: number};
    let end = start + 1;
    if (code === Quote.Straight && end < to && prose.charCodeAt(end) === Quote.Straight) {
      end++;
      i++;
    }
    const left = start > from ? prose.charCodeAt(start - 1) : 0x20;
    const right = end < to ? prose.charCodeAt(end) : 0x20;
    if (low > 0 && lowBlock === block) {
      if (isSpace(left)) within++;
      else if (within > 0) within--;
      else {
        low--;
        continue;
      }
    }
    const spaceBefore = isSpace(left);
    const spaceAfter = isSpace(right);
    out.push({
      token,
      start,
      end,
      code,
      block,
      spaceBefore,
      spaceAfter,
      leftFree: spaceBefore || before.has(left),
      rightFree: spaceAfter || after.has(right),
    });
  }
  return out;
}

/** `,,word“`: two commas as a low opening mark. */
function isLowCommas({tokens}: TextIndex, i: number): boolean {
  const {hashes, flags, starts, ends} = tokens;
  return (
    hashes[i] === 0x2c &&
    hashes[i + 1] === 0x2c &&
    ends[i] === starts[i + 1] &&
    ends[i + 1] === starts[i + 2] &&
    ((flags[i] as number) & TokenFlag.SpaceBefore) !== 0 &&
    ((flags[i + 2] as number) & TokenFlag.Mark) === 0
  );
}
