import type {Article, Block, Opaque, OpaqueKind, Span} from '../article/article.js';
import {outermost} from '../article/outermost.js';
import type {Range} from '../article/source-map.js';
import {objectCode} from './tokens.js';

/** An article as rules read it, and where its prose holds what they must not touch. */
export interface Concealed {
  /** What is no prose is U+FFFC in its prose, unit for unit, so that every offset holds. */
  readonly article: Article;
  /** Prose ranges that are hidden from all rules, in order, not overlapping. */
  readonly hidden: readonly Range[];
  /** Prose ranges of markup and data in the text, which only rules about residue read; in order. */
  readonly debris: readonly Range[];
}

/** Stretches of prose that a configuration leaves out. */
export type FindIgnored = (prose: string) => readonly Range[];

const nothing: readonly Range[] = [];
const object = String.fromCharCode(objectCode);
/** A passage in another language that is most of the article is no passage: the page claims a language that it has not. */
const largestPassages = 0.8;

/**
 * Hides from rules what is no prose: code, what is struck out, passages in another language than `language`, what the
 * configuration ignores. A text without any of it comes back as it is.
 */
export function conceal(article: Article, language: string, findIgnored?: FindIgnored): Concealed {
  const ignored = findIgnored?.(article.prose) ?? nothing;
  if (article.spans.length === 0 && ignored.length === 0) return {article, hidden: nothing, debris: nothing};
  const foreign = foreignPassages(article, language);
  const covered: Range[] = [...ignored];
  const debris: Range[] = [];
  for (const span of article.spans) {
    if (span.kind === 'code' || span.kind === 'opaque') covered.push(span);
    else if (span.kind === 'debris') debris.push(span);
  }
  covered.push(...foreign);
  if (covered.length === 0) return {article, hidden: nothing, debris};
  const hidden = union(covered);
  const spans = article.spans
    .filter(({kind}) => kind !== 'language' && kind !== 'code' && kind !== 'opaque')
    .concat(hidden.map(({start, end}): Span => ({kind: 'opaque', start, end})))
    .sort((a, b) => a.start - b.start);
  const prose = mask(article.prose, hidden);
  const blocks = blocksWithText(article.blocks, prose, hidden);
  const toSource =
    (kind: OpaqueKind) =>
    ({start, end}: Range): Opaque => ({kind, ...article.map.toSource(start, end)});
  const more = [...ignored.map(toSource('ignored')), ...foreign.map(toSource('language'))];
  const opaque = more.length === 0 ? article.opaque : outermost([...article.opaque, ...more]);
  return {article: {...article, prose, blocks, spans, opaque}, hidden, debris};
}

/**
 * The BCP 47 tag of the language that an article says it is in: that of the passages that are most of it, else that of the
 * whole.
 */
export function declaredLanguage(article: Article): string | undefined {
  const sizes = new Map<string, number>();
  let most: string | undefined;
  for (const {kind, language, start, end} of article.spans) {
    if (kind !== 'language' || language === undefined) continue;
    const size = (sizes.get(language) ?? 0) + end - start;
    sizes.set(language, size);
    if (most === undefined || size > (sizes.get(most) as number)) most = language;
  }
  return most !== undefined && (sizes.get(most) as number) > largestPassages * sizeOf(article)
    ? most
    : article.language;
}

/** The prose of an article, without its passages in other languages than `language`; every offset holds. */
export function hidePassages(article: Article, language: string): string {
  const passages = foreignPassages(article, language);
  return passages.length === 0 ? article.prose : mask(article.prose, union(passages));
}

function sizeOf({blocks}: Article): number {
  let size = 0;
  for (const {start, end} of blocks) size += end - start;
  return size;
}

function foreignPassages(article: Article, language: string): readonly Range[] {
  const own = primary(language);
  const passages = article.spans.filter(
    (span) => span.kind === 'language' && primary(span.language ?? '') !== own,
  );
  if (passages.length === 0) return nothing;
  let size = 0;
  for (const {start, end} of passages) size += end - start;
  return size > largestPassages * sizeOf(article) ? nothing : passages;
}

const primary = (tag: string): string => (tag.split(/[-_]/, 1)[0] as string).toLowerCase();

/** Ranges in order, those that overlap or touch as one. */
function union(ranges: readonly Range[]): Range[] {
  const kept: {start: number; end: number}[] = [];
  for (const {start, end} of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = kept[kept.length - 1];
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else if (start < end) kept.push({start, end});
  }
  return kept;
}

function mask(prose: string, hidden: readonly Range[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const {start, end} of hidden) {
    pieces.push(prose.slice(at, start), object.repeat(end - start));
    at = end;
  }
  pieces.push(prose.slice(at));
  return pieces.join('');
}

/** Blocks that hold more than what is hidden: one that is code from end to end is no block of prose. */
function blocksWithText(blocks: readonly Block[], prose: string, hidden: readonly Range[]): readonly Block[] {
  let next = 0;
  return blocks.filter(({start, end}) => {
    while (next < hidden.length && (hidden[next] as Range).end <= start) next++;
    const first = hidden[next];
    if (!first || first.start >= end) return true;
    return /[\p{L}\p{N}]/u.test(prose.slice(start, end));
  });
}

/** Whether a range holds one of the ranges in its first or last character; an empty one, whether it touches one. */
export function touches(ranges: readonly Range[], start: number, end: number): boolean {
  if (ranges.length === 0) return false;
  if (start === end) return hit(ranges, start, start);
  return hit(ranges, start, start + 1, false) || hit(ranges, end - 1, end, false);
}

/** Whether a range overlaps one of the ranges, or with `closed` touches it. Ranges in order, not overlapping. */
export function hit(ranges: readonly Range[], start: number, end: number, closed = true): boolean {
  let low = 0;
  let high = ranges.length;
  // The first range that ends behind the start.
  while (low < high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle] as Range;
    if (closed ? range.end >= start : range.end > start) high = middle;
    else low = middle + 1;
  }
  const range = ranges[low];
  return range !== undefined && (closed ? range.start <= end : range.start < end);
}
