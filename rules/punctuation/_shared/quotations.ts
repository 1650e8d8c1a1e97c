import type {RuleContext} from '../../../src/engine/rule.js';
import {endOfBlock, firstOfBlock} from '../../../src/text/blocks.js';
import {CharClass, classOf} from '../../../src/text/characters.js';
import {hashOf} from '../../../src/text/hash.js';
import {type TextIndex, TokenFlag} from '../../../src/text/tokens.js';
import {findQuoteMarks, Quote, type QuoteMark} from './quote-marks.js';
import {beginsSpeechTag} from './speech.js';

/** A mark that stands the wrong way round, or whose space stands on the wrong side. */
export interface Misplaced {
  readonly mark: QuoteMark;
  readonly should: 'open' | 'close';
  /** The sign itself is the wrong one of the pair “ ”. */
  readonly turned: boolean;
  /** Move the space before it behind it, or the reverse; or take it away. */
  readonly space: 'keep' | 'drop-before' | 'drop-after' | 'before-to-after' | 'after-to-before';
}

export interface Pair {
  readonly open: QuoteMark;
  readonly close: QuoteMark;
}

export interface Quotations {
  readonly marks: readonly QuoteMark[];
  readonly pairs: readonly Pair[];
  readonly misplaced: readonly Misplaced[];
  /** Opened and never closed. */
  readonly unclosed: readonly QuoteMark[];
  /** Closed and never opened. */
  readonly unopened: readonly QuoteMark[];
  /** Double marks that stand for an apostrophe: `I”ll`. */
  readonly apostrophes: readonly QuoteMark[];
}

/** How many blocks a quotation that is not opened again in each of them may run over. */
const mostBlocks = 12;

/** Fewer tokens than these are a label or a name between two paragraphs, not speech or narration. */
const shortestSentence = 4;
const sentenceEnds = new Set([...'.!?…'].map((c) => c.charCodeAt(0)));

const contracted = new Set(['ll', 's', 't', 're', 've', 'd', 'm'].map(hashOf));

type Context = Pick<RuleContext, 'shared' | 'text' | 'article'>;

/**
 * Pairs the double quotation marks of a text, reading each as a person would: by the space on its sides and by what
 * is open, and only then by its shape. Quotations over several paragraphs, opened again in each, are one quotation.
 */
export function findQuotations(context: Context): Quotations {
  return context.shared('punctuation/quotations', () => new Pairing(context).run());
}

class Pairing {
  private readonly text: TextIndex;
  private readonly marks: readonly QuoteMark[];
  private readonly pairs: Pair[] = [];
  private readonly misplaced: Misplaced[] = [];
  private readonly unclosed: QuoteMark[] = [];
  private readonly unopened: QuoteMark[] = [];
  private readonly apostrophes: QuoteMark[] = [];
  private stack: QuoteMark[] = [];
  /** Left open by an earlier block. */
  private pending: QuoteMark | undefined;
  /** Given up in this block because another opened behind a colon, within it perhaps: a later mark may close it. */
  private lost: QuoteMark[] = [];

  constructor(private readonly context: Context) {
    this.text = context.text;
    this.marks = findQuoteMarks(context);
  }

  run(): Quotations {
    const {marks} = this;
    for (let i = 0; i < marks.length; ) {
      const {block} = marks[i] as QuoteMark;
      let end = i;
      while (end < marks.length && (marks[end] as QuoteMark).block === block) end++;
      this.block(i, end);
      i = end;
    }
    if (this.pending) this.unclosed.push(this.pending);
    const {pairs, misplaced, unclosed, unopened, apostrophes} = this;
    return {marks, pairs, misplaced, unclosed, unopened, apostrophes};
  }

  private block(from: number, to: number): void {
    const {marks} = this;
    const first = marks[from] as QuoteMark;
    if (this.pending) {
      const far = first.block - this.pending.block > mostBlocks;
      const atStart = first.start === this.blockOf(first).start;
      const opens = this.looksLikeOpening(first);
      // Opened again at the head of each paragraph, it may go on; not where one between them speaks plainly.
      if (far || (opens && (!atStart || this.isInterrupted(this.pending.block, first.block))))
        this.unclosed.push(this.pending);
      // What its opening mark left open is closed, or opened again, by this block's first mark.
      else if (!opens) this.stack.push(this.pending);
      this.pending = undefined;
    }
    this.lost = [];
    for (let i = from; i < to; i++) this.mark(i, to);
    const open = this.stack;
    this.stack = [];
    if (open.length === 0) return;
    for (const mark of open.slice(1)) this.unclosed.push(mark);
    this.pending = open[0];
  }

  /** Whether a paragraph stands between two blocks: it has no mark, or it would be the next block with one. */
  private isInterrupted(before: number, after: number): boolean {
    for (let b = before + 1; b < after; b++)
      if (this.context.article.blocks[b]?.kind === 'paragraph' && this.isSentence(b)) return true;
    return false;
  }

  private isSentence(block: number): boolean {
    const last = endOfBlock(this.text, block) - 1;
    const length = last - firstOfBlock(this.text, block);
    return length >= shortestSentence && sentenceEnds.has(this.text.tokens.hashes[last] as number);
  }

  private looksLikeOpening(mark: QuoteMark): boolean {
    if (mark.code === Quote.Left) return !(mark.rightFree && !mark.spaceBefore);
    return mark.leftFree && !mark.rightFree;
  }

  private mark(i: number, to: number): void {
    const mark = this.marks[i] as QuoteMark;
    const {stack} = this;
    if (this.isApostrophe(mark)) {
      this.apostrophes.push(mark);
      return;
    }
    const opensByPlace = mark.leftFree && !mark.rightFree;
    const closesByPlace = mark.rightFree && !mark.spaceBefore;
    if (stack.length === 0) this.markOutside(mark, opensByPlace, closesByPlace, i, to);
    else if (opensByPlace) this.openingInside(mark, i, to);
    else this.closingInside(mark, closesByPlace, i, to);
  }

  /** No quotation is open. */
  private markOutside(mark: QuoteMark, opens: boolean, closes: boolean, i: number, to: number): void {
    if (opens) {
      if (this.endsLostQuotation(mark, i, to) || this.mayClose(mark, i, to)) {
        this.unopened.push(mark);
        return;
      }
      if (mark.code === Quote.Right) this.misplaced.push({mark, should: 'open', turned: true, space: 'keep'});
      this.stack.push(mark);
      return;
    }
    if (this.isLoosePrime(mark)) return;
    if (closes && mark.code !== Quote.Left) {
      const open = this.lost.pop();
      if (open) {
        this.pairs.push({open, close: mark});
        return;
      }
      if (this.isPrime(mark)) return;
      if (mark.code === Quote.Straight && mark.spaceAfter && this.opensShortName(mark, i, to)) {
        this.misplaced.push({mark, should: 'open', turned: false, space: 'after-to-before'});
        this.stack.push(mark);
      } else this.unopened.push(mark);
      return;
    }
    if (mark.code === Quote.Right) {
      if (mark.spaceAfter && mark.spaceBefore && this.closesNext(i, to)) {
        this.misplaced.push({mark, should: 'open', turned: true, space: 'drop-after'});
        this.stack.push(mark);
      } else this.unopened.push(mark);
      return;
    }
    if (closes) {
      // `said“ We`: an opening mark glued to the wrong word, when something closes it; else the close of nothing.
      if (mark.spaceAfter && this.closesNext(i, to)) {
        this.misplaced.push({mark, should: 'open', turned: false, space: 'after-to-before'});
        this.stack.push(mark);
      } else this.unopened.push(mark);
      return;
    }
    if (this.endsGlued(mark)) {
      this.unopened.push(mark);
      return;
    }
    if (mark.spaceBefore && mark.spaceAfter) {
      if (!this.closesNext(i, to)) return;
      this.misplaced.push({mark, should: 'open', turned: false, space: 'drop-after'});
    }
    this.stack.push(mark);
  }

  /** A quotation is open, and the mark's place is that of an opening one. */
  private openingInside(mark: QuoteMark, i: number, to: number): void {
    const {text, stack} = this;
    const previous = this.previousCharacter(mark);
    const next = mark.token + 1;
    const stop = this.blockEnd(mark);
    const lower =
      next < stop &&
      !((text.tokens.flags[next] as number) & (TokenFlag.InitialCap | TokenFlag.Mark | TokenFlag.Number));
    if (mark.spaceBefore && mark.code === Quote.Right) {
      this.close(mark, {mark, should: 'close', turned: false, space: 'before-to-after'});
      return;
    }
    if (mark.spaceBefore && ',.!?…'.includes(previous)) {
      const tag = beginsSpeechTag(text, next, stop);
      const alone = !this.closesNext(i, to);
      if ((lower && (tag || (alone && previous !== '.'))) || (tag && alone && previous !== '.')) {
        this.close(mark, {mark, should: 'close', turned: mark.code === Quote.Left, space: 'before-to-after'});
        return;
      }
    }
    if ('.!?…:”"\')’'.includes(previous) || this.context.article.blocks[mark.block]?.start === mark.start) {
      // The next paragraph of a longer quotation, in a text whose paragraphs were joined: opened again, not closed.
      // Only a speech tag right before says that the first part should have been closed.
      const lost = stack.pop() as QuoteMark;
      if (previous === '.' && this.endsInTag(mark)) this.unclosed.push(lost);
      else if (previous === ':') this.lost.push(lost);
    }
    stack.push(mark);
  }

  /** A quotation is open, and the mark does not stand where one opens. */
  private closingInside(mark: QuoteMark, closes: boolean, i: number, to: number): void {
    const left = mark.code === Quote.Left;
    // `“It was 6" tall,” he said.`
    const isInside = this.stack.at(-1)?.code === Quote.Left && mark.code === Quote.Straight;
    if (isInside && this.isPrime(mark) && this.closesNext(i, to)) return;
    if (mark.spaceAfter && this.isLoosePrime(mark) && this.closesNext(i, to)) return;
    if (closes) {
      this.close(mark, left ? {mark, should: 'close', turned: true, space: 'keep'} : undefined);
    } else if (mark.spaceBefore) {
      // ` “,` or a mark between two spaces.
      const floats = mark.spaceAfter;
      if (floats && !this.isBlockEnd(mark) && left && this.closesNext(i, to)) this.stack.push(mark);
      else this.close(mark, {mark, should: 'close', turned: left, space: 'drop-before'});
    } else if (left) {
      // Glued to words on both sides: which space is missing cannot be told.
      if (this.closesNext(i, to)) this.stack.push(mark);
      else this.close(mark, {mark, should: 'close', turned: true, space: 'keep'});
    } else this.close(mark, undefined);
  }

  private close(mark: QuoteMark, misplaced: Misplaced | undefined): void {
    this.pairs.push({open: this.stack.pop() as QuoteMark, close: mark});
    // One at the head of a block was parted from its words by a line break, which no space mends.
    if (misplaced && mark.start !== this.blockOf(mark).start) this.misplaced.push(misplaced);
  }

  /** Whether the next mark of the block is one that closes by its place and shape. */
  private closesNext(i: number, to: number): boolean {
    const next = this.marks[i + 1];
    return (
      i + 1 < to && next !== undefined && next.code !== Quote.Left && !(next.leftFree && !next.rightFree)
    );
  }

  /** `…, "the ministry said.`, `…, “Lee said on Monday.`: the end of a quotation whose opening mark is lost. */
  private endsLostQuotation(mark: QuoteMark, i: number, to: number): boolean {
    if (!mark.spaceBefore || this.previousCharacter(mark) !== ',' || this.closesNext(i, to)) return false;
    const next = mark.token + 1;
    const flags = this.text.tokens.flags[next] as number;
    if (flags & (TokenFlag.Mark | TokenFlag.Number)) return false;
    return beginsSpeechTag(this.text, next, this.blockEnd(mark));
  }

  /** `will come soon“Lee said`: glued to the words on both sides, of which the second begin a speech tag. */
  private endsGlued(mark: QuoteMark): boolean {
    if (mark.spaceBefore || mark.spaceAfter || mark.leftFree || mark.rightFree) return false;
    return beginsSpeechTag(this.text, mark.token + 1, this.blockEnd(mark));
  }

  /** `, ”informed the minister`: the sign closes, though its space stands on the other side, and nothing closes behind. */
  private mayClose(mark: QuoteMark, i: number, to: number): boolean {
    if (mark.code !== Quote.Right || !mark.spaceBefore || this.previousCharacter(mark) !== ',') return false;
    const flags = this.text.tokens.flags[mark.token + 1] as number;
    return !(flags & TokenFlag.InitialCap) && !this.closesNext(i, to);
  }

  /** `the submarine" Orel"`: behind a word, and a few words later comes a closing mark. */
  private opensShortName(mark: QuoteMark, i: number, to: number): boolean {
    if (!this.closesNext(i, to)) return false;
    const {prose} = this.text;
    const before = classOf(prose.charCodeAt(mark.start - 1)) & 7;
    if (before < CharClass.Lower || before > CharClass.Caseless) return false;
    const next = (this.marks[i + 1] as QuoteMark).start;
    return next - mark.end <= 50 && !/[.!?,;:]/.test(prose.slice(mark.end, next));
  }

  /** `5'10"`, `a 12" screen`: inches, not a quotation. */
  private isPrime(mark: QuoteMark): boolean {
    return (classOf(this.text.prose.charCodeAt(mark.start - 1)) & 7) === CharClass.Digit;
  }

  /** `27° 59' 17 " N`, `15 " wide`: the same, with a space that does not belong there. */
  private isLoosePrime(mark: QuoteMark): boolean {
    if (mark.code !== Quote.Straight || !mark.spaceBefore) return false;
    return /\d/.test(this.previousCharacter(mark));
  }

  /** `I”ll`, `don"t`: between a word and what a contraction leaves of the next. */
  private isApostrophe(mark: QuoteMark): boolean {
    if (mark.spaceBefore || mark.spaceAfter || mark.leftFree || mark.rightFree) return false;
    const next = mark.token + 1;
    return contracted.has(this.text.tokens.hashes[next] as number) && next < this.blockEnd(mark);
  }

  private isBlockEnd(mark: QuoteMark): boolean {
    return mark.end === this.blockOf(mark).end;
  }

  private blockOf(mark: QuoteMark): {start: number; end: number} {
    return this.context.article.blocks[mark.block] as {start: number; end: number};
  }

  /** The token behind the last one of the mark's block. */
  private blockEnd(mark: QuoteMark): number {
    return endOfBlock(this.text, mark.block);
  }

  /** The last character before the mark that is no white space; empty at the block's start. */
  private previousCharacter(mark: QuoteMark): string {
    const from = this.blockOf(mark).start;
    let at = mark.start - 1;
    while (at >= from && (classOf(this.text.prose.charCodeAt(at)) & 7) === CharClass.Space) at--;
    return at >= from ? (this.text.prose[at] as string) : '';
  }

  /** Whether the sentence before the mark ends in `, he said.` */
  private endsInTag(mark: QuoteMark): boolean {
    const {hashes} = this.text.tokens;
    const stop = mark.token - 1;
    for (let i = stop - 1; i > stop - 8 && i > 0; i--) {
      const code = hashes[i] as number;
      if (code === 0x2c) return beginsSpeechTag(this.text, i + 1, stop);
      if (code === 0x2e || code === Quote.Right || code === Quote.Straight || code === Quote.Left)
        return false;
    }
    return false;
  }
}
