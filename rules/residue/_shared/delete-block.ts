import type {Article} from '../../../src/article/article.js';
import {isWhiteSpace} from '../../../src/article/white-space.js';
import type {Edit} from '../../../src/engine/finding.js';
import {isLineBreak, isSpaceInLine} from './line-breaks.js';

/**
 * The edits that delete the lines of a block and one blank line beside them, so that the blocks around it stand as
 * far apart as before. Takes the block's UTF-16 prose offsets.
 *
 * In plain text the lines go with their ends, in Markdown the text of a paragraph goes. Elsewhere (HTML, list items)
 * the text alone would leave an empty element: there the edits reach over the block’s bounds, which no edit can, so
 * that the engine drops them.
 */
export function deleteBlock(article: Article, start: number, end: number): Edit[] {
  const {prose} = article;
  if (article.format !== 'text') {
    const isWhole = article.format === 'markdown' && isWholeLine(article, start, end);
    return isWhole
      ? [{start, end, text: ''}]
      : [{start: Math.max(0, start - 1), end: Math.min(prose.length, end + 1), text: ''}];
  }
  let from = start;
  while (from > 0 && isSpaceInLine(prose.charCodeAt(from - 1))) from--;
  if (isBlankTo(prose, end, prose.length)) {
    // The last block takes all blank lines round it along.
    return [{start: endOfLineBefore(prose, from), end: prose.length, text: ''}];
  }
  const afterLine = nextLine(prose, end);
  const afterBlank = nextLine(prose, afterLine);
  return [{start: from, end: afterBlank, text: ''}];
}

/** Nothing but the block stands in its lines of the file. */
function isWholeLine(article: Article, start: number, end: number): boolean {
  const {source} = article;
  const place = article.map.toSource(start, end);
  const opens = place.start === 0 || isLineBreak(source.charCodeAt(place.start - 1));
  return opens && (place.end === source.length || isLineBreak(source.charCodeAt(place.end)));
}

/** The edit that deletes a stretch of a block with one of the spaces beside it. */
export function deleteSpan(prose: string, start: number, end: number): Edit[] {
  const spaceBefore = start > 0 && prose.charCodeAt(start - 1) === 0x20;
  const spaceAfter = prose.charCodeAt(end) === 0x20;
  const atLineStart = start === 0 || isLineBreak(prose.charCodeAt(start - 1));
  const closes = end >= prose.length || !/[\p{L}\p{N}(“«]/u.test(prose[end] ?? '');
  if (spaceBefore && (spaceAfter || closes)) return [{start: start - 1, end, text: ''}];
  if (spaceAfter && atLineStart) return [{start, end: end + 1, text: ''}];
  return [{start, end, text: ''}];
}

/** Offset of the line after the one that `from` is at the end of; `from` itself when more text stands in that line. */
function nextLine(prose: string, from: number): number {
  let at = from;
  while (at < prose.length && isSpaceInLine(prose.charCodeAt(at))) at++;
  if (at === prose.length) return at;
  if (!isLineBreak(prose.charCodeAt(at))) return from;
  return prose[at] === '\r' && prose[at + 1] === '\n' ? at + 2 : at + 1;
}

/** Offset behind the break of the last line before `from` that is not blank; 0 when there is none. */
function endOfLineBefore(prose: string, from: number): number {
  let at = from;
  while (at > 0 && isWhiteSpace(prose.charCodeAt(at - 1))) at--;
  if (at === 0) return 0;
  return nextLine(prose, at);
}

function isBlankTo(prose: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isWhiteSpace(prose.charCodeAt(i))) return false;
  return true;
}
