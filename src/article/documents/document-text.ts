import type {Article, Block, BlockKind, OpaqueKind, ReadArticle, Span, SpanKind} from '../article.js';
import {composing} from '../composed.js';
import {kindOfLine, nameTitle} from '../read-text.js';
import {identityMap} from '../source-map.js';
import {isWhiteSpace} from '../white-space.js';

/** A document as text: a line a paragraph, so that line 12 is the twelfth paragraph. */
export interface DocumentText {
  /** As a person calls such a file. */
  readonly name: string;
  readonly text: string;
  /** Reads the text, and texts that differ from it by what a person changes, with the document's own structure. */
  readonly read: ReadArticle;
}

/** What a paragraph is; `guess`: the document does not say, so its looks do. */
export type ParagraphKind = BlockKind | 'guess';

interface Paragraph {
  readonly kind: ParagraphKind;
  readonly start: number;
  readonly end: number;
}

/** Writes the text of a document from its beginning to its end, with its paragraphs and what stands out in them. */
export class DocumentBuilder {
  private readonly parts: string[] = [];
  private length = 0;
  private start = 0;
  private readonly paragraphs: Paragraph[] = [];
  private readonly spans: Span[] = [];
  private readonly opaque: Article['opaque'][number][] = [];

  /** UTF-16 offset of what is written next. */
  get position(): number {
    return this.length;
  }

  get last(): string | undefined {
    return this.length > this.start ? this.parts.at(-1)?.at(-1) : undefined;
  }

  write(text: string): void {
    if (text === '') return;
    this.parts.push(text);
    this.length += text.length;
  }

  /** What was written since `start` stands out. */
  span(kind: Exclude<SpanKind, 'language' | 'debris'>, start: number): void {
    this.spanAt(kind, start, this.length);
  }

  spanAt(kind: Exclude<SpanKind, 'language' | 'debris'>, start: number, end: number): void {
    if (start < end) this.spans.push({kind, start, end});
  }

  /** A sign that stands for what is no text. */
  object(kind: OpaqueKind): void {
    const start = this.length;
    this.write('\ufffc');
    this.opaque.push({kind, start, end: this.length});
    this.span('opaque', start);
  }

  /** Ends a paragraph; an empty one is an empty line. */
  end(kind: ParagraphKind): void {
    this.paragraphs.push({kind, start: this.start, end: this.length});
    this.write('\n');
    this.start = this.length;
  }

  finish(name: string): DocumentText {
    const text = this.parts.join('');
    const spans = this.spans.sort((a, b) => a.start - b.start);
    const own = blocksOf(text, this.paragraphs);
    const kinds = this.paragraphs.map(({kind}) => kind);
    const lines = this.paragraphs.map(({start, end}) => text.slice(start, end).split('\n').length);
    const read = composing((source): Article => {
      const isSame = source === text;
      return {
        source,
        format: 'document',
        prose: source,
        blocks: isSame ? own : blocksOf(source, alike(source, kinds, lines)),
        spans: isSame ? spans : [],
        comments: [],
        opaque: isSame ? this.opaque : objectsOf(source),
        markup: () => objectsOf(source).map(() => '\ufffc'),
        map: identityMap,
      };
    });
    return {name, text, read};
  }
}

function blocksOf(text: string, paragraphs: readonly Paragraph[]): Block[] {
  const blocks: Block[] = [];
  let hasTitle = false;
  const isStyled = paragraphs.some(({kind}) => kind === 'title' || kind === 'heading');
  for (const {kind, start: first, end: last} of paragraphs) {
    let start = first;
    let end = last;
    while (start < end && isWhiteSpace(text.charCodeAt(start))) start++;
    while (end > start && isWhiteSpace(text.charCodeAt(end - 1))) end--;
    if (start === end) continue;
    const looks = kind === 'guess' ? (isStyled ? 'paragraph' : kindOfLine(text, start, end)) : kind;
    blocks.push({kind: looks === 'title' && hasTitle ? 'heading' : looks, start, end});
    hasTitle ||= looks === 'title';
  }
  if (!hasTitle) {
    if (blocks[0]?.kind === 'heading' && isStyled) blocks[0] = {...blocks[0], kind: 'title'};
    else nameTitle(text, blocks);
  }
  return blocks;
}

/** The paragraphs of a text that was changed: as many lines as before at its beginning and at its end are what they were. */
function alike(source: string, kinds: readonly ParagraphKind[], lines: readonly number[]): Paragraph[] {
  const rows = source.split('\n');
  if (rows.at(-1) === '') rows.pop();
  const wanted = lines.reduce((sum, count) => sum + count, 0);
  const paragraphs: Paragraph[] = [];
  let at = 0;
  let row = 0;
  const isWhole = rows.length === wanted;
  for (let i = 0; row < rows.length; i++) {
    const count = isWhole ? (lines[i] ?? 1) : 1;
    const start = at;
    for (let k = 0; k < count && row < rows.length; k++) at += (rows[row++] as string).length + 1;
    paragraphs.push({kind: isWhole ? (kinds[i] ?? 'guess') : 'paragraph', start, end: at - 1});
  }
  return paragraphs;
}

function objectsOf(source: string): Article['opaque'][number][] {
  const found: Article['opaque'][number][] = [];
  for (let at = source.indexOf('\ufffc'); at >= 0; at = source.indexOf('\ufffc', at + 1))
    found.push({kind: 'image', start: at, end: at + 1});
  return found;
}
