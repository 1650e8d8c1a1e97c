import type {Article, Block, BlockKind, Format, ReadArticle} from './article.js';
import {outermost} from './outermost.js';
import type {Range, SourceMap} from './source-map.js';

/** A text in a file of records: the content of a JSON string, a CSV field, an element of a feed. */
export interface Field {
  /** What the file's own spelling decodes to. */
  readonly text: string;
  /** From offsets into that text to offsets into the file. */
  readonly map: SourceMap;
  /** Reads the text, which may be HTML or Markdown in its turn. */
  readonly read: ReadArticle;
  /** What its first block is, where the field's name says so. */
  readonly kind?: BlockKind;
}

/**
 * A file of records as one article, and each record as an article of its own: names and quotation marks need not agree
 * from one to the next.
 *
 * @param markup all of the file but the texts of its fields
 */
export function articleOfFields(
  source: string,
  format: Format,
  records: readonly (readonly Field[])[],
  markup: () => readonly string[],
): Article {
  const parts = records
    .filter((fields) => fields.length > 0)
    .map((fields) => join(source, format, fields.map(inFile), markup));
  const [first] = parts;
  if (parts.length === 1 && first) return first;
  return {...join(source, format, parts, markup), parts};
}

/** A field's text as an article whose offsets are those of the file. */
function inFile({text, map: outer, read, kind}: Field): Article {
  const article = read(text);
  const [first, ...rest] = article.blocks;
  // A short text looks like a title, but what its field holds is known.
  const own = kind ?? (rest.length === 0 && first?.kind === 'heading' ? 'paragraph' : undefined);
  return {
    ...article,
    blocks: own && first ? [{...first, kind: own}, ...rest] : article.blocks,
    comments: article.comments.map((comment) => ({
      ...comment,
      ...outer.toSource(comment.start, comment.end),
    })),
    opaque: article.opaque.map((opaque) => ({...opaque, ...outer.toSource(opaque.start, opaque.end)})),
    map: new NestedMap(article.map, outer),
  };
}

const breakBetween = '\n\n';

function join(
  source: string,
  format: Format,
  articles: readonly Article[],
  markup: () => readonly string[],
): Article {
  const [only] = articles;
  const inner = () => articles.flatMap((article) => article.markup());
  if (articles.length === 1 && only)
    return {...only, source, format, markup: () => [...markup(), ...inner()]};
  const starts: number[] = [];
  const blocks: Block[] = [];
  const spans: Article['spans'][number][] = [];
  let at = 0;
  let hasTitle = false;
  for (const article of articles) {
    const shift = at;
    starts.push(shift);
    for (const block of article.blocks) {
      const isSecond = block.kind === 'title' && hasTitle;
      hasTitle ||= block.kind === 'title';
      blocks.push({
        kind: isSecond ? 'heading' : block.kind,
        start: block.start + shift,
        end: block.end + shift,
      });
    }
    for (const span of article.spans) spans.push({...span, start: span.start + shift, end: span.end + shift});
    at += article.prose.length + breakBetween.length;
  }
  return {
    source,
    format,
    prose: articles.map(({prose}) => prose).join(breakBetween),
    blocks,
    spans,
    comments: articles.flatMap(({comments}) => comments),
    opaque: outermost(articles.flatMap(({opaque}) => opaque)),
    markup: () => [...markup(), ...inner()],
    map: new JoinedMap(
      starts,
      articles.map(({map}) => map),
      articles.map(({prose}) => prose.length),
    ),
  };
}

/** Through a text that is itself decoded from the file. */
export class NestedMap implements SourceMap {
  constructor(
    private readonly inner: SourceMap,
    private readonly outer: SourceMap,
  ) {}

  toSource(start: number, end: number): Range {
    const place = this.inner.toSource(start, end);
    return this.outer.toSource(place.start, place.end);
  }

  isContiguous(start: number, end: number): boolean {
    if (!this.inner.isContiguous(start, end)) return false;
    const place = this.inner.toSource(start, end);
    return this.outer.isContiguous(place.start, place.end);
  }

  escape(prose: string, at = 0): string {
    return this.outer.escape(this.inner.escape(prose, at), this.inner.toSource(at, at).start);
  }

  restore(text: string, start: number, end: number): string {
    return this.inner.restore?.(text, start, end) ?? text;
  }
}

/** Of proses that stand one after the other, with a break between them. */
class JoinedMap implements SourceMap {
  constructor(
    private readonly starts: readonly number[],
    private readonly maps: readonly SourceMap[],
    private readonly lengths: readonly number[],
  ) {}

  toSource(start: number, end: number): Range {
    if (this.maps.length === 0) return {start: 0, end: 0};
    const first = this.find(start);
    const from = this.within(first, start);
    if (start >= end) return this.map(first).toSource(from, from);
    const last = this.find(end - 1);
    const to = this.within(last, end);
    if (first === last) return this.map(first).toSource(from, to);
    const begin = this.map(first).toSource(from, Math.max(from, this.lengths[first] as number)).start;
    return {start: begin, end: this.map(last).toSource(0, to).end};
  }

  isContiguous(start: number, end: number): boolean {
    if (this.maps.length === 0) return false;
    const first = this.find(start);
    const base = this.starts[first] as number;
    const length = this.lengths[first] as number;
    if (start - base > length || end - base > length) return false;
    return this.map(first).isContiguous(start - base, end - base);
  }

  escape(prose: string, at = 0): string {
    const i = this.find(at);
    return this.maps[i]?.escape(prose, this.within(i, at)) ?? prose;
  }

  restore(text: string, start: number, end: number): string {
    const i = this.find(start);
    return this.maps[i]?.restore?.(text, this.within(i, start), this.within(i, end)) ?? text;
  }

  private map(i: number): SourceMap {
    return this.maps[i] as SourceMap;
  }

  /** An offset into the prose of one of them; the break behind it counts as its end. */
  private within(i: number, offset: number): number {
    return Math.min(offset - (this.starts[i] ?? 0), this.lengths[i] ?? 0);
  }

  /** The last that begins at an offset or before it. */
  private find(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return Math.max(low, 0);
  }
}
