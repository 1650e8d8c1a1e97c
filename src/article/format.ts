import type {Format} from './article.js';

const byExtension: Readonly<Record<string, Format>> = {
  '': 'text',
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  mdown: 'markdown',
  mdx: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  adoc: 'asciidoc',
  asciidoc: 'asciidoc',
  asc: 'asciidoc',
  rst: 'rst',
  srt: 'subtitles',
  vtt: 'subtitles',
  rss: 'feed',
  atom: 'feed',
  json: 'json',
  jsonl: 'json',
  ndjson: 'json',
  csv: 'csv',
  tsv: 'csv',
  docx: 'document',
  odt: 'document',
  epub: 'document',
};

/** Extensions of files that a folder holds for many ends: as articles they are only read where they are named. */
const named: ReadonlySet<string> = new Set(['json', 'jsonl', 'ndjson', 'csv', 'tsv', 'asc']);

/** The extensions, without their dot, of the files that calque reads as articles where it finds them in a folder. */
export const articleExtensions: readonly string[] = Object.keys(byExtension).filter(
  (ext) => ext !== '' && !named.has(ext),
);

/** The formats that a configuration can name: all whose files are texts. */
export const textFormats = [
  'text',
  'markdown',
  'html',
  'asciidoc',
  'rst',
  'subtitles',
  'feed',
  'json',
  'csv',
] as const satisfies readonly Format[];

/**
 * The format that a file name promises, or `undefined` for an extension that is none of an article.
 * A name without an extension is plain text. Only the last part of a path counts, with `/` or `\` between the parts.
 */
export function formatOf(fileName: string): Format | undefined {
  const base = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  const dot = base.lastIndexOf('.');
  // A leading dot hides a file; it begins no extension.
  const extension = dot > 0 ? base.slice(dot + 1).toLowerCase() : '';
  return Object.hasOwn(byExtension, extension) ? byExtension[extension] : undefined;
}
