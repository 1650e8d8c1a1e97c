import type {Range, SourceMap} from './source-map.js';

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

/**
 * The formats that calque reads; a `document` (Word, OpenDocument, EPUB) is an archive, whose reader comes with the file.
 */
export type Format = TextFormat | LightFormat | PairFormat | 'document';

/** The formats of one text that people publish. */
export type TextFormat = 'text' | 'markdown' | 'html';

/** Other formats of text: light markup, subtitles, and files of records, of which each is an article. */
export type LightFormat = 'asciidoc' | 'rst' | 'subtitles' | 'feed' | 'json' | 'csv';

/** The formats that hold both sides of a translation. */
export type PairFormat = 'xliff' | 'tmx' | 'po' | 'tsv' | 'jsonl';

/** One block of prose. `start` and `end` are UTF-16 offsets into {@link Article.prose}; a block is never empty. */
export interface Block {
  /** What it is in the page. */
  readonly kind: BlockKind;
  /** UTF-16 offset into the prose. */
  readonly start: number;
  /** UTF-16 offset of its end. */
  readonly end: number;
}

/** What markup makes of a stretch of prose. */
export type SpanKind =
  | 'emphasis'
  | 'link'
  | 'quotation'
  /** Code: its text is in the prose, and no rule reads it. */
  | 'code'
  /** Any other text that no rule reads, or the one character U+FFFC that stands for what has no text. */
  | 'opaque'
  /** In the language that {@link Span.language} names; no rule reads it where that is not the article's. */
  | 'language'
  /** Markup or data in the text, where none should be: only rules about residue read it. */
  | 'debris';

/** A stretch of prose that its markup sets apart. Offsets are UTF-16 offsets into {@link Article.prose}. */
export interface Span {
  /** What the markup says it is. */
  readonly kind: SpanKind;
  /** Of a span of kind `language`: a BCP 47 tag. */
  readonly language?: string;
  /** UTF-16 offset into the prose. */
  readonly start: number;
  /** UTF-16 offset of its end. */
  readonly end: number;
}

/** Why a stretch of the source is no prose. */
export type OpaqueKind =
  /** Code of any spelling: a span, a block, an element, a script, a style sheet. */
  | 'code'
  /** A picture, or another file shown in its place. */
  | 'image'
  /** A file or page of the same site that is shown or linked by its name. */
  | 'embed'
  /** A link that shows no text of its own, or its own address. */
  | 'link'
  /** The mark of a footnote. */
  | 'note'
  /** A call of template software: Hugo, Liquid, Jinja, MDX. */
  | 'template'
  /** A formula. */
  | 'math'
  /** Words that are struck out. */
  | 'struck'
  /** A picture written as a word, as `:tada:`. */
  | 'emoji'
  /** Attributes of a block or a stretch of text, as `{: .class}`. */
  | 'attributes'
  /** Marked as not to be translated. */
  | 'untranslated'
  /** In another language than the article, as its markup says. */
  | 'language'
  /** Left out by the configuration. */
  | 'ignored'
  /** Markup or data that stands in a text where none should. */
  | 'debris'
  /** Too heavy to be read. */
  | 'unread';

/** A stretch of the source that is no prose. Offsets are UTF-16 offsets into {@link Article.source}. */
export interface Opaque extends Range {
  /** Why it is none. */
  readonly kind: OpaqueKind;
}

/** A comment (Markdown, HTML) or a line (plain text) that may hold a `calque-…` directive. */
export interface Comment {
  /** The text inside the comment, trimmed. */
  readonly text: string;
  /** UTF-16 offset into {@link Article.source} of the whole comment. */
  readonly start: number;
  /** UTF-16 offset of its end. */
  readonly end: number;
}

/** Why a file cannot be read, and where. Offsets are UTF-16 offsets into {@link Article.source}. */
export interface Fault extends Range {
  /** In one sentence, without its stop. */
  readonly message: string;
}

/**
 * A file as rules see it: its prose, cut into blocks, and the way back to the bytes of the file.
 *
 * For plain text `prose` is `source` itself (blocks leave out blank lines and directive lines). For Markdown and
 * HTML, `prose` holds the decoded text of the blocks, joined by a blank line. Letters that the source has in pieces (`e`
 * and U+0301) are composed in the prose: it is in Unicode normalization form C.
 */
export interface Article {
  /** The text of the file, byte order mark included. */
  readonly source: string;
  /** What it was read as. */
  readonly format: Format;
  /** What rules read: the words without the markup. */
  readonly prose: string;
  /** In the order of the prose, not overlapping. */
  readonly blocks: readonly Block[];
  /** In the order of their starts. Only markup makes spans, so plain text has none. */
  readonly spans: readonly Span[];
  /** Where directives may stand, in the order of the source. */
  readonly comments: readonly Comment[];
  /**
   * What is no prose, in the order of the source, not overlapping. No rule reads it and no fix touches it, joins it
   * with its neighbours or deletes it.
   */
  readonly opaque: readonly Opaque[];
  /**
   * The tree of markup, flat: tags with their attributes, blocks, links with their targets, code, comments, in the
   * order of the source, and nothing of the prose. Two texts of one format whose words alone differ have the same.
   * Costs a parse each time: for what must be proved, not for what is linted.
   */
  markup(): readonly string[];
  /** From offsets into the prose to offsets into the source. */
  readonly map: SourceMap;
  /** Articles of their own that the file holds, as the items of a feed: each is linted by itself. */
  readonly parts?: readonly Article[];
  /** The text that it was translated from, where that is at hand. */
  readonly original?: Original;
  /** BCP 47 tag of its language, where its file, its markup or its front matter says so. */
  readonly language?: string;
  /** What keeps its file from being read; then the prose is empty. */
  readonly faults?: readonly Fault[];
}

/**
 * Stretches that belong together: source start and end, target start and end, as UTF-16 offsets into the two files.
 */
export type Segment = readonly [number, number, number, number];

/** The source side of a translation. */
export interface Original {
  /** The source text, read as an article of its own. */
  readonly article: Article;
  /** Absolute path of its file, where it is one. */
  readonly file?: string;
  /** BCP 47 tag of its language; without it, the configured source language. */
  readonly language?: string;
  /** Which stretches belong together, in the order of the text; without them, calque aligns. */
  readonly segments?: readonly Segment[];
}

/** Reads one format. Never throws, whatever the source holds. */
export type ReadArticle = (source: string) => Article;
