import type {RuleContext} from '../../../src/engine/rule.js';
import {endOfBlock, firstOfBlock} from '../../../src/text/blocks.js';
import {CharClass, classOf} from '../../../src/text/characters.js';
import {hashOf} from '../../../src/text/hash.js';
import {type TextIndex, TokenFlag} from '../../../src/text/tokens.js';
import {Quote, type QuoteMark} from './quote-marks.js';
import {beginsSpeechTag} from './speech.js';

/** Fewer tokens than these are a label or a name between two paragraphs, not speech or narration. */
const shortestSentence = 4;
const sentenceEnds = new Set([...'.!?…'].map((c) => c.charCodeAt(0)));

const contracted = new Set(['ll', 's', 't', 're', 've', 'd', 'm'].map(hashOf));

/** What the place of a quotation mark says of it: the space on its sides, the words and the marks next to it. */
export class QuotePlaces {
  private readonly text: TextIndex;

  constructor(
    private readonly context: Pick<RuleContext, 'text' | 'article'>,
    private readonly marks: readonly QuoteMark[],
  ) {
    this.text = context.text;
  }

  /** Whether a paragraph stands between two blocks: it has no mark, or it would be the next block with one. */
  isInterrupted(before: number, after: number): boolean {
    for (let b = before + 1; b < after; b++)
      if (this.context.article.blocks[b]?.kind === 'paragraph' && this.isSentence(b)) return true;
    return false;
  }

  private isSentence(block: number): boolean {
    const last = endOfBlock(this.text, block) - 1;
    const length = last - firstOfBlock(this.text, block);
    return length >= shortestSentence && sentenceEnds.has(this.text.tokens.hashes[last] as number);
  }

  looksLikeOpening(mark: QuoteMark): boolean {
    if (mark.code === Quote.Left) return !(mark.rightFree && !mark.spaceBefore);
    return mark.leftFree && !mark.rightFree;
  }

  /** Whether the next mark of the block is one that closes by its place and shape. */
  closesNext(i: number, to: number): boolean {
    const next = this.marks[i + 1];
    return (
      i + 1 < to && next !== undefined && next.code !== Quote.Left && !(next.leftFree && !next.rightFree)
    );
  }

  /** `…, "the ministry said.`, `…, “Lee said on Monday.`: the end of a quotation whose opening mark is lost. */
  endsLostQuotation(mark: QuoteMark, i: number, to: number): boolean {
    if (!mark.spaceBefore || this.previousCharacter(mark) !== ',' || this.closesNext(i, to)) return false;
    const next = mark.token + 1;
    const flags = this.text.tokens.flags[next] as number;
    if (flags & (TokenFlag.Mark | TokenFlag.Number)) return false;
    return beginsSpeechTag(this.text, next, this.blockEnd(mark));
  }

  /** `will come soon“Lee said`: glued to the words on both sides, of which the second begin a speech tag. */
  endsGlued(mark: QuoteMark): boolean {
    if (mark.spaceBefore || mark.spaceAfter || mark.leftFree || mark.rightFree) return false;
    return beginsSpeechTag(this.text, mark.token + 1, this.blockEnd(mark));
  }

  /** `, ”informed the minister`: the sign closes, though its space stands on the other side, and nothing closes behind. */
  mayClose(mark: QuoteMark, i: number, to: number): boolean {
    if (mark.code !== Quote.Right || !mark.spaceBefore || this.previousCharacter(mark) !== ',') return false;
    const flags = this.text.tokens.flags[mark.token + 1] as number;
    return !(flags & TokenFlag.InitialCap) && !this.closesNext(i, to);
  }

  /** `the submarine" Orel"`: behind a word, and a few words later comes a closing mark. */
  opensShortName(mark: QuoteMark, i: number, to: number): boolean {
    if (!this.closesNext(i, to)) return false;
    const {prose} = this.text;
    const before = classOf(prose.charCodeAt(mark.start - 1)) & 7;
    if (before < CharClass.Lower || before > CharClass.Caseless) return false;
    const next = (this.marks[i + 1] as QuoteMark).start;
    return next - mark.end <= 50 && !/[.!?,;:]/.test(prose.slice(mark.end, next));
  }

  /** `5'10"`, `a 12" screen`: inches, not a quotation. */
  isPrime(mark: QuoteMark): boolean {
    return (classOf(this.text.prose.charCodeAt(mark.start - 1)) & 7) === CharClass.Digit;
  }

  /** `27° 59' 17 " N`, `15 " wide`: the same, with a space that does not belong there. */
  isLoosePrime(mark: QuoteMark): boolean {
    if (mark.code !== Quote.Straight || !mark.spaceBefore) return false;
    return /\d/.test(this.previousCharacter(mark));
  }

  /** `I”ll`, `don"t`: between a word and what a contraction leaves of the next. */
  isApostrophe(mark: QuoteMark): boolean {
    if (mark.spaceBefore || mark.spaceAfter || mark.leftFree || mark.rightFree) return false;
    const next = mark.token + 1;
    return contracted.has(this.text.tokens.hashes[next] as number) && next < this.blockEnd(mark);
  }

  isBlockEnd(mark: QuoteMark): boolean {
    return mark.end === this.blockOf(mark).end;
  }

  blockOf(mark: QuoteMark): {start: number; end: number} {
    return this.context.article.blocks[mark.block] as {start: number; end: number};
  }

  /** The token behind the last one of the mark's block. */
  blockEnd(mark: QuoteMark): number {
    return endOfBlock(this.text, mark.block);
  }

  /** The last character before the mark that is no white space; empty at the block's start. */
  previousCharacter(mark: QuoteMark): string {
    const from = this.blockOf(mark).start;
    let at = mark.start - 1;
    while (at >= from && (classOf(this.text.prose.charCodeAt(at)) & 7) === CharClass.Space) at--;
    return at >= from ? (this.text.prose[at] as string) : '';
  }

  /** Whether the sentence before the mark ends in `, he said.` */
  endsInTag(mark: QuoteMark): boolean {
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
