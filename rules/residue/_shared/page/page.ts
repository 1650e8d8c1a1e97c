import type {Article} from '../../../../src/article/article.js';
import {primaryLanguage} from '../../../../src/text/language-tag.js';
import type {TextIndex} from '../../../../src/text/tokens.js';
import {isReportedSpeech} from '../reported-speech.js';
import {isMarkedHeading, type ShortBlock, shortBlocks} from '../short-blocks.js';
import {endsSentence} from '../stops.js';
import {judgeLine, type LineFamily} from './line-model.js';
import {type LineShape, lineShape} from './shapes.js';

interface Context {
  readonly article: Article;
  readonly text: TextIndex;
  readonly settings: {readonly language: string};
  shared<T>(key: string, make: () => T): T;
}

/** What is known of a block. A `credit` may stand in an honest article, and says nothing of the lines beside it. */
const Mark = {None: 0, Credit: 1, Interface: 2, Page: 3} as const;

const leastWordsOfSentence = 3;
const leastWordsOfProse = 25;
const mostWordsOfLine = 24;

/** A sentence of so many words is the article's, unless its wording says much: `Mobile phones will also stay banned.` */
const leastWordsOfClaim = 6;
const extraOfSentence = 2.5;
/** Log-odds from which a line is told among paragraphs, before the first or behind the last, and beside known lines. */
const leastOdds = {among: 1.8, edge: 1.3, beside: 0.3} as const;
/** A heading may be as short as the label of a page: what a line of so many words needs beyond that. */
const extraOfShort = [9, 4, 1.2, 0.4, 0.2] as const;
/** From here on a line is no sentence of the article. */
const leastOddsOfDoubt = -0.5;

/**
 * Where in a page the article stands. Blocks are prose (sentences of an article), known pieces of the page (a rule of
 * residue says so), or lines that may be either. What stands before the first prose is the head, what stands behind
 * the last is the tail, however many lines it has.
 */
export class Page {
  private readonly marks: Uint8Array;
  private readonly shapes = new Map<number, LineShape>();
  /** Lines that the model takes for the page’s, or may take for such where they stand. */
  private readonly lines: {block: ShortBlock; family: LineFamily; odds: number}[] = [];
  private isSettled = false;
  private readonly prose: Uint8Array;
  private readonly short: readonly ShortBlock[];
  /** Prose blocks up to and with each block; made again when a mark was added. */
  private sums: Uint32Array | undefined;

  constructor(context: Context) {
    const {article, text, settings} = context;
    // The model learned from English: of other languages it sees the form of a line alone, which headings share.
    const reads = primaryLanguage(settings.language) === 'en';
    const count = article.blocks.length;
    this.marks = new Uint8Array(count);
    this.prose = new Uint8Array(count);
    this.short = shortBlocks(context);
    const short = new Uint8Array(count);
    for (const block of this.short) {
      short[block.index] = 1;
      if (isMarkedHeading(article, block)) continue;
      const shape = lineShape(block);
      if (shape === undefined) {
        if (reads && isCandidate(text, block)) {
          const judgement = judgeLine(text, block.index);
          const {odds} = judgement;
          const isCredit = judgement.family === 'caption-marker' && credit.test(block.text);
          const family = isCredit ? 'photo-credit' : judgement.family;
          if (odds > leastOddsOfDoubt) {
            const extra =
              block.words >= leastWordsOfClaim && endsSentence(block.text)
                ? extraOfSentence
                : (extraOfShort[block.words] ?? 0);
            const line = {block, odds: odds - extra, family};
            this.lines.push(line);
            if (line.odds >= leastOdds.among) this.marks[block.index] = markOf(family);
            if (line.odds >= leastOdds.edge) continue;
          }
        }
        if (isSentence(text, block)) this.prose[block.index] = 1;
        continue;
      }
      this.shapes.set(block.index, shape);
      this.marks[block.index] = Mark.Page;
    }
    for (let b = 0; b < count; b++) if (!short[b] && isBody(article, b)) this.prose[b] = 1;
  }

  /** Says that a block belongs to the page. Rules do so in their `phrase` listeners, before any asks. */
  mark(block: number): void {
    this.marks[block] = Mark.Page;
    this.sums = undefined;
  }

  /** Says that a block names a source or a photographer. */
  markCredit(block: number): void {
    if (this.marks[block] === Mark.None) this.marks[block] = Mark.Credit;
    this.sums = undefined;
  }

  /** Whether a block is a known piece of the page. */
  isPage(block: number): boolean {
    return this.marks[block]! >= Mark.Interface;
  }

  /** Whether an entry of a dictionary or a form knows it. */
  isKnown(block: number): boolean {
    return this.marks[block] === Mark.Page;
  }

  isMarked(block: number): boolean {
    return this.marks[block] !== Mark.None;
  }

  /**
   * The lines of a family that their wording and their place give away and that no entry of a dictionary knows. For the
   * `article` listener.
   */
  linesOf(family: LineFamily): readonly ShortBlock[] {
    this.settle();
    return this.lines
      .filter((line) => line.family === family && this.marks[line.block.index] === markOf(family))
      .map(({block}) => block);
  }

  /** Takes a line from its family, for the rule that knows it as a label. Whether its wording alone gives it away. */
  claim(block: number): boolean {
    const at = this.lines.findIndex((line) => line.block.index === block);
    if (at >= 0) this.lines.splice(at, 1);
    return this.marks[block] === Mark.Interface;
  }

  /** Judges the doubtful lines by where they stand: twice, since each that is told speaks for its neighbours. */
  private settle(): void {
    if (this.isSettled) return;
    this.isSettled = true;
    for (let round = 0; round < 2; round++)
      for (const {block, odds, family} of this.lines) {
        const {index} = block;
        if (this.marks[index] !== Mark.None) continue;
        const isBeside = this.isPage(index - 1) || this.isPage(index + 1);
        const isEdge = this.proseBefore(index) === 0 || this.proseAfter(index) === 0;
        if (odds < (isBeside ? leastOdds.beside : isEdge ? leastOdds.edge : leastOdds.among)) continue;
        this.marks[index] = markOf(family);
        this.sums = undefined;
      }
  }

  shapeOf(block: number): LineShape | undefined {
    return this.shapes.get(block);
  }

  /** Whether a block holds sentences of the article, as far as is known. */
  isProse(block: number): boolean {
    return this.prose[block] === 1 && this.marks[block] === Mark.None;
  }

  /** How many blocks of prose stand behind a block. */
  proseAfter(block: number): number {
    const sums = this.counts();
    return (sums.at(-1) ?? 0) - (sums[block] ?? 0);
  }

  /** How many blocks of prose stand before a block. */
  proseBefore(block: number): number {
    return block > 0 ? (this.counts()[block - 1] as number) : 0;
  }

  private counts(): Uint32Array {
    if (this.sums) return this.sums;
    const sums = new Uint32Array(this.marks.length);
    let sum = 0;
    for (let b = 0; b < sums.length; b++) {
      if (this.isProse(b)) sum++;
      sums[b] = sum;
    }
    this.sums = sums;
    return sums;
  }
}

/** What the model may judge: no title, no words of somebody, no long paragraph. */
function isCandidate({prose, tokens, blockFirst}: TextIndex, block: ShortBlock): boolean {
  const {index, kind, words, start} = block;
  if (index === 0 || kind === 'title' || words === 0 || words > mostWordsOfLine) return false;
  // A question is the article’s, or a dictionary knows it.
  if (tokens.hashes[blockFirst[index + 1]! - 1] === question) return false;
  if (opening.has(prose.charCodeAt(start)) || slot.test(block.text) || event.test(block.text)) return false;
  return !isReportedSpeech(block.text);
}

/** `[ad_1]`, which another rule knows. */
const slot = /^\[[a-z\d]*_\w*\]$/i;
/** `Saturday, 15:00: Aluste – Tavel`: what happens then. */
const event = /\b\d{1,2}[:.]\d{2}: \S/;
/** A credit, whatever else the picture’s line says. */
const credit = /^(?:photos?|image|picture|foto)(?: credit)? ?[:：©]/i;
const question = 0x3f;
const opening = new Set([...'"“„«‘(♪'].map((mark) => mark.charCodeAt(0)));

/** Credits and by-lines stand in honest articles too. */
function markOf(family: LineFamily): number {
  return family === 'photo-credit' || family === 'byline' ? Mark.Credit : Mark.Interface;
}

/** The page of an article, made once for all rules. */
export function pageOf(context: Context): Page {
  return context.shared('residue/page', () => new Page(context));
}

/** A short block that ends as a sentence does, or runs on for long. */
function isSentence(text: TextIndex, {text: sentence, words, kind, start, end}: ShortBlock): boolean {
  if (kind === 'title') return false;
  if (words >= leastWordsOfProse) return true;
  // Chinese and Japanese have no spaces to count words by.
  if (end - start >= leastOfDenseSentence && endsWithDenseStop(text, end)) return true;
  return words >= leastWordsOfSentence && endsSentence(sentence);
}

/** In UTF-16 units. */
const leastOfDenseSentence = 12;

/** `。` ends a sentence, and no label of a page. */
function endsWithDenseStop({prose}: TextIndex, end: number): boolean {
  return /[。！？][」』”）]?$/.test(prose.slice(end - 2, end));
}

function isBody(article: Article, block: number): boolean {
  const {kind} = article.blocks[block]!;
  return kind !== 'cell' && kind !== 'alt' && kind !== 'title' && kind !== 'heading';
}
