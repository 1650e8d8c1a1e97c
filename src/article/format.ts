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
  ndjson: 'json',
  csv: 'csv',
  docx: 'document',
  odt: 'document',
  epub: 'document',
};

/** Files of both sides of a translation. */
const ofPairs: Readonly<Record<string, Format>> = {
  xlf: 'xliff',
  xliff: 'xliff',
  sdlxliff: 'xliff',
  mqxliff: 'xliff',
  mxliff: 'xliff',
  tmx: 'tmx',
  po: 'po',
  tsv: 'tsv',
  jsonl: 'jsonl',
};

/** Whether files of a format hold both sides of a translation. */
export const isOfPairs = (format: Format): boolean => pairFormats.has(format);

const pairFormats: ReadonlySet<Format> = new Set(Object.values(ofPairs));

/** All formats that a configuration can name: those whose files are texts. */
export const formats: readonly Format[] = [
  ...new Set([...Object.values(byExtension), ...Object.values(ofPairs)]),
].filter((format) => format !== 'document');

/** Extensions of files that hold data for many ends: they too are read where they are named. */
const data: ReadonlySet<string> = new Set(['json', 'ndjson', 'csv', 'asc']);

/**
 * The extensions, without their dot, of the files that calque looks for in folders. Files of both sides are often no news,
 * but memories, data and the words of programs: they are read where they are named.
 */
export const articleExtensions: readonly string[] = Object.keys(byExtension).filter(
  (ext) => ext !== '' && !data.has(ext),
);

/**
 * The format that a file name promises, or `undefined` for an extension that is none of an article.
 * A name without an extension is plain text. Only the last part of a path counts, with `/` or `\` between the parts.
 */
export function formatOf(fileName: string): Format | undefined {
  const base = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  const dot = base.lastIndexOf('.');
  // A leading dot hides a file; it begins no extension.
  const extension = dot > 0 ? base.slice(dot + 1).toLowerCase() : '';
  if (Object.hasOwn(byExtension, extension)) return byExtension[extension];
  return Object.hasOwn(ofPairs, extension) ? ofPairs[extension] : undefined;
}
