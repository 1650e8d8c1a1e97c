import type {Article, ReadArticle} from './article.js';
import {DecodedText} from './decoded-text.js';
import {FieldNames, kindOfField, looksLikeHtml} from './field-names.js';
import {articleOfFields, type Field} from './fields.js';
import {readHtml} from './read-html.js';
import {around} from './read-json.js';
import {readText} from './read-text.js';

interface Cell {
  /** Inside the quotation marks. */
  readonly start: number;
  readonly end: number;
  readonly isQuoted: boolean;
}

/**
 * Reads the texts of comma-separated values (RFC 4180), with commas, semicolons or tabs between them, whatever the first
 * row has most of. The first row names the columns; each other row is an article.
 */
export function csvReader(names?: readonly string[]): ReadArticle {
  const fields = new FieldNames(names);
  return (source): Article => {
    const [head = [], ...rows] = rowsOf(source);
    const columns = head.map(({start, end}) => source.slice(start, end).trim());
    const wanted = columns.map((name) => fields.takes([name]));
    const cells = rows.map((row) => row.filter((_, i) => wanted[i]));
    const records = rows.map((row) =>
      row.flatMap((cell, i) => (wanted[i] ? [fieldOf(source, cell, columns[i] as string)] : [])),
    );
    const markup = () => [
      around(source, cells.flat()),
      ...[head, ...rows].map((row) => row.map(({isQuoted}) => (isQuoted ? '"' : '.')).join(',')),
    ];
    return articleOfFields(source, 'csv', records, markup);
  };
}

function fieldOf(source: string, {start, end, isQuoted}: Cell, name: string): Field {
  const decoded = new DecodedText();
  let at = start;
  for (let next = at; isQuoted && next < end; ) {
    next = source.indexOf('""', at);
    if (next < 0 || next >= end) break;
    if (next > at) decoded.exact(source.slice(at, next), at, next);
    at = next + 2;
    decoded.decoded('"', next, at);
  }
  if (at < end) decoded.exact(source.slice(at, end), at, end);
  const {text, map} = decoded.finish((prose) => (isQuoted ? prose.replaceAll('"', '""') : prose));
  const kind = kindOfField(name);
  return {text, map, read: looksLikeHtml(text) ? readHtml : readText, ...(kind ? {kind} : {})};
}

const separators = [',', ';', '\t'] as const;

function separatorOf(source: string): string {
  const end = source.search(/[\r\n]/);
  const line = end < 0 ? source : source.slice(0, end);
  const count = (mark: string): number => line.split(mark).length;
  return separators.reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function rowsOf(source: string): Cell[][] {
  const separator = separatorOf(source);
  const stop = separator === '\t' ? /[\t\r\n]/g : separator === ';' ? /[;\r\n]/g : /[,\r\n]/g;
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let at = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at <= source.length) {
    const isQuoted = source[at] === '"';
    const start = isQuoted ? at + 1 : at;
    let end = start;
    if (isQuoted) {
      end = source.indexOf('"', start);
      while (end >= 0 && source[end + 1] === '"') end = source.indexOf('"', end + 2);
      if (end < 0) end = source.length;
      at = end + 1;
    }
    stop.lastIndex = at;
    const mark = stop.exec(source);
    const next = mark ? mark.index : source.length;
    if (!isQuoted) end = next;
    row.push({start, end: Math.min(end, source.length), isQuoted});
    at = next + 1;
    if (mark?.[0] === separator) {
      if (at === source.length + 1) row.push({start: source.length, end: source.length, isQuoted: false});
      continue;
    }
    if (row.length > 1 || (row[0] as Cell).end > (row[0] as Cell).start) rows.push(row);
    row = [];
    if (source[next] === '\r' && source[next + 1] === '\n') at++;
  }
  return rows;
}
