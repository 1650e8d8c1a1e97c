import type {RuleContext} from '../../../src/engine/rule.js';
import {type TextIndex, TokenFlag} from '../../../src/text/tokens.js';
import {findQuoteMarks, Quote, type QuoteMark} from './quote-marks.js';
import {QuotePlaces} from './quote-places.js';
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
  private readonly places: QuotePlaces;
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
    this.places = new QuotePlaces(context, this.marks);
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
      const atStart = first.start === this.places.blockOf(first).start;
      const opens = this.places.looksLikeOpening(first);
      // Opened again at the head of each paragraph, it may go on; not where one between them speaks plainly.
      if (far || (opens && (!atStart || this.places.isInterrupted(this.pending.block, first.block))))
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

  private mark(i: number, to: number): void {
    const mark = this.marks[i] as QuoteMark;
    const {stack} = this;
    if (this.places.isApostrophe(mark)) {
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
      if (this.places.endsLostQuotation(mark, i, to) || this.places.mayClose(mark, i, to)) {
        this.unopened.push(mark);
        return;
      }
      if (mark.code === Quote.Right) this.misplaced.push({mark, should: 'open', turned: true, space: 'keep'});
      this.stack.push(mark);
      return;
    }
    if (this.places.isLoosePrime(mark)) return;
    if (closes && mark.code !== Quote.Left) {
      const open = this.lost.pop();
      if (open) {
        this.pairs.push({open, close: mark});
        return;
      }
      if (this.places.isPrime(mark)) return;
      if (mark.code === Quote.Straight && mark.spaceAfter && this.places.opensShortName(mark, i, to)) {
        this.misplaced.push({mark, should: 'open', turned: false, space: 'after-to-before'});
        this.stack.push(mark);
      } else this.unopened.push(mark);
      return;
    }
    if (mark.code === Quote.Right) {
      if (mark.spaceAfter && mark.spaceBefore && this.places.closesNext(i, to)) {
        this.misplaced.push({mark, should: 'open', turned: true, space: 'drop-after'});
        this.stack.push(mark);
      } else this.unopened.push(mark);
      return;
    }
    if (closes) {
      // `said“ We`: an opening mark glued to the wrong word, when something closes it; else the close of nothing.
      if (mark.spaceAfter && this.places.closesNext(i, to)) {
        this.misplaced.push({mark, should: 'open', turned: false, space: 'after-to-before'});
        this.stack.push(mark);
      } else this.unopened.push(mark);
      return;
    }
    if (this.places.endsGlued(mark)) {
      this.unopened.push(mark);
      return;
    }
    if (mark.spaceBefore && mark.spaceAfter) {
      if (!this.places.closesNext(i, to)) return;
      this.misplaced.push({mark, should: 'open', turned: false, space: 'drop-after'});
    }
    this.stack.push(mark);
  }

  /** A quotation is open, and the mark's place is that of an opening one. */
  private openingInside(mark: QuoteMark, i: number, to: number): void {
    const {text, stack} = this;
    const previous = this.places.previousCharacter(mark);
    const next = mark.token + 1;
    const stop = this.places.blockEnd(mark);
    const lower =
      next < stop &&
      !((text.tokens.flags[next] as number) & (TokenFlag.InitialCap | TokenFlag.Mark | TokenFlag.Number));
    if (mark.spaceBefore && mark.code === Quote.Right) {
      this.close(mark, {mark, should: 'close', turned: false, space: 'before-to-after'});
      return;
    }
    if (mark.spaceBefore && ',.!?…'.includes(previous)) {
      const tag = beginsSpeechTag(text, next, stop);
      const alone = !this.places.closesNext(i, to);
      if ((lower && (tag || (alone && previous !== '.'))) || (tag && alone && previous !== '.')) {
        this.close(mark, {mark, should: 'close', turned: mark.code === Quote.Left, space: 'before-to-after'});
        return;
      }
    }
    if ('.!?…:”"\')’'.includes(previous) || this.context.article.blocks[mark.block]?.start === mark.start) {
      // The next paragraph of a longer quotation, in a text whose paragraphs were joined: opened again, not closed.
      // Only a speech tag right before says that the first part should have been closed.
      const lost = stack.pop() as QuoteMark;
      if (previous === '.' && this.places.endsInTag(mark)) this.unclosed.push(lost);
      else if (previous === ':') this.lost.push(lost);
    }
    stack.push(mark);
  }

  /** A quotation is open, and the mark does not stand where one opens. */
  private closingInside(mark: QuoteMark, closes: boolean, i: number, to: number): void {
    const left = mark.code === Quote.Left;
    // `“It was 6" tall,” he said.`
    const isInside = this.stack.at(-1)?.code === Quote.Left && mark.code === Quote.Straight;
    if (isInside && this.places.isPrime(mark) && this.places.closesNext(i, to)) return;
    if (mark.spaceAfter && this.places.isLoosePrime(mark) && this.places.closesNext(i, to)) return;
    if (closes) {
      this.close(mark, left ? {mark, should: 'close', turned: true, space: 'keep'} : undefined);
    } else if (mark.spaceBefore) {
      // ` “,` or a mark between two spaces.
      const floats = mark.spaceAfter;
      if (floats && !this.places.isBlockEnd(mark) && left && this.places.closesNext(i, to))
        this.stack.push(mark);
      else this.close(mark, {mark, should: 'close', turned: left, space: 'drop-before'});
    } else if (left) {
      // Glued to words on both sides: which space is missing cannot be told.
      if (this.places.closesNext(i, to)) this.stack.push(mark);
      else this.close(mark, {mark, should: 'close', turned: true, space: 'keep'});
    } else this.close(mark, undefined);
  }

  private close(mark: QuoteMark, misplaced: Misplaced | undefined): void {
    this.pairs.push({open: this.stack.pop() as QuoteMark, close: mark});
    // One at the head of a block was parted from its words by a line break, which no space mends.
    if (misplaced && mark.start !== this.places.blockOf(mark).start) this.misplaced.push(misplaced);
  }
}
