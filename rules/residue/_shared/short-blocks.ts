import type {Article, BlockKind} from '../../../src/article/article.js';
import {endOfBlock, firstOfBlock} from '../../../src/text/blocks.js';
import {Feature, type TextIndex, TokenFlag} from '../../../src/text/tokens.js';

/** A block that is short enough to be a label, a prompt or a notice of the page rather than a paragraph. */
export interface ShortBlock {
  /** Index into `Article.blocks`. */
  readonly index: number;
  readonly kind: BlockKind;
  /** UTF-16 offsets into the prose. */
  readonly start: number;
  readonly end: number;
  /** The block without invisible characters and without bullets, dashes and arrows at its ends. */
  readonly text: string;
  /** Words and numbers. */
  readonly words: number;
}

const mostWords = 60;
const mostUnits = 500;

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
/** Bullets, dashes, arrows and bars that pages put round a label. */
const bullets = new Set([...' \t-–—*•·●▪■►▶→←»«><|'].map((mark) => mark.charCodeAt(0)));

interface Text {
  readonly article: Article;
  readonly text: TextIndex;
  shared<T>(key: string, make: () => T): T;
}

/** The short blocks of an article in their order, found once for all rules. Cells of tables and alternative texts are left out. */
export function shortBlocks(context: Text): readonly ShortBlock[] {
  return context.shared('residue/short-blocks', () => findShortBlocks(context.article, context.text));
}

/** The short block of this index, if it is one. */
export function shortBlockAt(context: Text, index: number): ShortBlock | undefined {
  const blocks = shortBlocks(context);
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.index < index) low = middle + 1;
    else high = middle;
  }
  return blocks[low]?.index === index ? blocks[low] : undefined;
}

function findShortBlocks(article: Article, text: TextIndex): ShortBlock[] {
  const found: ShortBlock[] = [];
  const {tokens} = text;
  const hasInvisible = (text.features & Feature.Invisible) !== 0;
  for (const [index, block] of article.blocks.entries()) {
    if (block.kind === 'cell' || block.kind === 'alt' || block.end - block.start > mostUnits) continue;
    if (endOfBlock(text, index) - firstOfBlock(text, index) > 3 * mostWords) continue;
    let words = 0;
    for (let i = firstOfBlock(text, index); i < endOfBlock(text, index); i++)
      if (!(tokens.flags[i]! & TokenFlag.Mark)) words++;
    if (words > mostWords) continue;
    found.push({
      index,
      kind: block.kind,
      start: block.start,
      end: block.end,
      text: bare(article.prose, block.start, block.end, hasInvisible),
      words,
    });
  }
  return found;
}

function bare(prose: string, start: number, end: number, hasInvisible: boolean): string {
  let from = start;
  let to = end;
  while (from < to && bullets.has(prose.charCodeAt(from))) from++;
  while (to > from && bullets.has(prose.charCodeAt(to - 1))) to--;
  const text = from < to ? prose.slice(from, to) : prose.slice(start, end);
  return hasInvisible ? text.replace(invisible, '') : text;
}

/** A heading or title that its markup makes one: an author's heading, not a label of the page. */
export function isMarkedHeading(
  article: Article,
  block: {readonly kind: BlockKind; readonly start: number},
): boolean {
  if (article.format === 'text') return /^#{1,6} /.test(article.prose.slice(block.start, block.start + 8));
  return block.kind === 'heading' || block.kind === 'title';
}

/** A short piece of text for a message. */
export function excerpt(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= 60) return plain;
  const cut = plain.slice(0, 60);
  const space = cut.lastIndexOf(' ');
  return `${space > 30 ? cut.slice(0, space) : cut}…`;
}
