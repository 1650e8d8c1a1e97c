import type {SourceMap} from './source-map.js';

/** What a block of prose is in the page it came from. */
export type BlockKind =
  | 'title'
  | 'heading'
  | 'paragraph'
  | 'caption'
  /** The text that stands for a picture: readers see it only where the picture is missing. */
  | 'alt'
  | 'quote'
  | 'list-item'
  | 'cell';

/** The formats that calque reads. */
export type Format = 'text' | 'markdown' | 'html';

/** One block of prose. `start` and `end` are UTF-16 offsets into {@link Article.prose}; a block is never empty. */
export interface Block {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
}

/** A stretch of prose that its markup sets apart. Offsets are UTF-16 offsets into {@link Article.prose}. */
export interface Span {
  readonly kind: 'emphasis' | 'link' | 'code' | 'quotation';
  readonly start: number;
  readonly end: number;
}

/** A comment (Markdown, HTML) or a line (plain text) that may hold a `calque-…` directive. */
export interface Comment {
  /** The text inside the comment, trimmed. */
  readonly text: string;
  /** UTF-16 offsets into {@link Article.source} of the whole comment. */
  readonly start: number;
  readonly end: number;
}

/**
 * A file as rules see it: its prose, cut into blocks, and the way back to the bytes of the file.
 *
 * For plain text `prose` is `source` itself (blocks leave out blank lines and directive lines). For Markdown and
 * HTML, `prose` holds the decoded text of the blocks, joined by a blank line.
 */
export interface Article {
  readonly source: string;
  readonly format: Format;
  readonly prose: string;
  /** In the order of the prose, not overlapping. */
  readonly blocks: readonly Block[];
  /** In the order of their starts. Only markup makes spans, so plain text has none. */
  readonly spans: readonly Span[];
  readonly comments: readonly Comment[];
  readonly map: SourceMap;
}

export type ReadArticle = (source: string) => Article;
