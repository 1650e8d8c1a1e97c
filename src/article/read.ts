import type {Article, Format, ReadArticle} from './article.js';
import {formats} from './format.js';
import {readText} from './read-text.js';

export {readText} from './read-text.js';

/** Readers that are in memory. Only ever filled, each with the one value it can have: a cache, not a state. */
const loaded: Partial<Record<Format, ReadArticle>> = {text: readText};

/**
 * The reader of a format. Markdown and HTML need parsers that cost time to load, so they come when they are first
 * asked for; plain text is always there.
 *
 * @throws RangeError for a format that there is not
 */
export async function loadReader(format: Format): Promise<ReadArticle> {
  const reader = loaded[format] ?? (await importReader(format));
  loaded[format] = reader;
  return reader;
}

/** The reader of a format; of records, the fields that hold the text may be named. */
export async function loadReaderOf(format: Format, fields?: readonly string[]): Promise<ReadArticle> {
  if (fields === undefined || (format !== 'json' && format !== 'csv')) return loadReader(format);
  return format === 'json'
    ? (await import('./read-json.js')).jsonReader(fields)
    : (await import('./read-csv.js')).csvReader(fields);
}

/** The reader of a format if it needs no loading any more. */
export function loadedReader(format: Format): ReadArticle | undefined {
  return loaded[format];
}

/**
 * Reads an article.
 *
 * @throws Error where the format is Markdown or HTML and its reader was not loaded before (see {@link loadReader}).
 */
export function readArticle(source: string, format: Format): Article {
  const read = loaded[format];
  if (!read) throw new Error(`The reader of ${format} is not loaded: await loadReader('${format}') first.`);
  return read(source);
}

async function importReader(format: Format): Promise<ReadArticle> {
  switch (format) {
    // The text of a document, where its structure is not at hand.
    case 'document':
    case 'text':
      return readText;
    case 'markdown':
      return (await import('./read-markdown.js')).readMarkdown;
    case 'html':
      return (await import('./read-html.js')).readHtml;
    case 'asciidoc':
      return (await import('./read-asciidoc.js')).readAsciidoc;
    case 'rst':
      return (await import('./read-rst.js')).readRst;
    case 'subtitles':
      return (await import('./read-subtitles.js')).readSubtitles;
    case 'feed':
      return (await import('./read-feed.js')).readFeed;
    case 'json':
      return (await import('./read-json.js')).jsonReader();
    case 'csv':
      return (await import('./read-csv.js')).csvReader();
    case 'xliff':
      return (await import('./pairs/read-xliff.js')).readXliff;
    case 'tmx':
      return (await import('./pairs/read-tmx.js')).readTmx;
    case 'po':
      return (await import('./pairs/read-po.js')).readPo;
    case 'tsv':
      return (await import('./pairs/read-tsv.js')).readTsv;
    case 'jsonl':
      return (await import('./pairs/read-jsonl.js')).readJsonl;
    default:
      throw new RangeError(`There is no format “${String(format)}”; formats are ${formats.join(', ')}.`);
  }
}
