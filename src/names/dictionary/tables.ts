import {parse} from 'csv-parse/browser/esm/sync';
import type {DictionaryEntry} from '../../lexicon/phrases/entry.js';
import {hasSyntax, type ImportProblem, type ImportResult, plainText, toEntry, typeOf} from './entries.js';
import {allowed, listFields, type SideField, sideFields} from './fields.js';

/** The columns that are always written. */
const usual: readonly string[] = ['canonical', 'variants', 'kind', 'type', 'source', 'except', 'note'];
const known = ['canonical', 'phrase', 'variants', ...sideFields, 'syntax'];
/** In this column, `phrase` says that a row's phrases have signs of the syntax of phrases; else they are texts. */
const syntaxColumn = 'syntax';

type Row = {readonly record: Readonly<Record<string, string>>; readonly info: {readonly lines: number}};

/**
 * Reads entries from a table with a header row: `canonical` (or `phrase`), `variants` and what else an entry may say; all
 * but the first may be left out. Several values of one cell are parted by `|`; `\|` is the sign itself.
 */
export function importTable(text: string, delimiter: ',' | '\t', origin: string): ImportResult {
  let header: readonly string[] = [];
  let rows: readonly Row[];
  try {
    rows = parse(text, {
      columns: (cells: string[]) => {
        header = cells.map((cell) => cell.trim().toLowerCase());
        return [...header];
      },
      delimiter,
      bom: true,
      info: true,
      quote: delimiter === ',' ? '"' : false,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as Row[];
  } catch (error) {
    const line = (error as {lines?: number}).lines ?? 0;
    return {entries: [], problems: [{message: error instanceof Error ? error.message : String(error), line}]};
  }
  const canonical = header.includes('canonical') ? 'canonical' : 'phrase';
  if (!header.includes(canonical)) {
    const message = `the first line must name the columns, and one of them “canonical” (or “phrase”); there may be: ${known.join(', ')}`;
    return {entries: [], problems: [{message, line: 1}]};
  }
  const problems: ImportProblem[] = header
    .filter((name) => name !== '' && !known.includes(name))
    .map((name) => ({message: `nothing is known of the column “${name}”, so it is left out`, line: 1}));
  const entries: DictionaryEntry[] = [];
  for (const {record, info} of rows) {
    const cell = (name: string): string => unguarded(record[name] ?? '', delimiter);
    if (cell(canonical).trim() === '') {
      problems.push({message: `no value in the column “${canonical}”`, line: info.lines});
      continue;
    }
    const side: Partial<Record<SideField, string | readonly string[]>> = {};
    for (const field of sideFields) {
      const value = cell(field).trim();
      if (value === '') continue;
      const right =
        field === 'type' ? typeOf(value) : (allowed[field]?.includes(value) ?? true) ? value : undefined;
      if (right === undefined) problems.push({message: `unknown ${field} “${value}”`, line: info.lines});
      else side[field] = listFields.has(field) ? list(value) : right;
    }
    const draft = {
      canonical: one(cell(canonical)),
      variants: list(cell('variants')),
      hasSyntax: cell(syntaxColumn).trim() === 'phrase',
      ...side,
    };
    entries.push(toEntry(draft as Parameters<typeof toEntry>[0], `${origin}:${info.lines}`));
  }
  return {entries, problems};
}

/** Parts a cell at each `|` that no backslash makes literal. */
function list(text: string): string[] {
  const parts: string[] = [''];
  for (let i = 0; i < text.length; i++) {
    const [sign, next] = [text[i] as string, text[i + 1]];
    if (sign === '|') parts.push('');
    else if (sign === '\\' && (next === '|' || next === '\\')) {
      parts[parts.length - 1] += next;
      i++;
    } else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim()).filter(Boolean);
}

const one = (text: string): string => text.replace(/\\([|\\])/g, '$1');

export function exportTable(entries: readonly DictionaryEntry[], delimiter: ',' | '\t'): string {
  const columns = [
    ...usual,
    ...sideFields.filter(
      (field) => !usual.includes(field) && entries.some((entry) => entry[field] !== undefined),
    ),
    ...(entries.some(({case: ofEntry}) => ofEntry !== 'exact') ? ['case'] : []),
    ...(entries.some(hasSyntax) ? [syntaxColumn] : []),
  ].filter((name, i, all) => all.indexOf(name) === i);
  const rows = entries.map((entry) => {
    const isPlain = !hasSyntax(entry);
    const text = (phrase: string): string => escaped(isPlain ? plainText(phrase) : phrase);
    return columns.map((name) => {
      if (name === 'canonical') return text(entry.phrase);
      if (name === 'variants') return (entry.variants ?? []).map(text).join('|');
      if (name === 'except') return (entry.except ?? []).map(text).join('|');
      if (name === syntaxColumn) return isPlain ? '' : 'phrase';
      if (name === 'case') return entry.case ?? 'fold';
      const value = entry[name as SideField];
      return Array.isArray(value) ? value.map(escaped).join('|') : ((value as string | undefined) ?? '');
    });
  });
  return [columns, ...rows]
    .map((row) => row.map((cell) => guarded(cell, delimiter)).join(delimiter))
    .join('\n')
    .concat('\n');
}

const escaped = (text: string): string => text.replace(/[|\\]/g, '\\$&');

/** What a spreadsheet would take for a formula gets an apostrophe before it, as spreadsheets themselves write texts. */
const formula = /^'*[=+\-@\t\r]/;

function guarded(text: string, delimiter: ',' | '\t'): string {
  const safe = formula.test(text) ? `'${text}` : text;
  if (delimiter === '\t')
    return safe.replace(
      /[\\\t\n\r]/g,
      (sign) => ({'\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r'})[sign]!,
    );
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function unguarded(cell: string, delimiter: ',' | '\t'): string {
  const text =
    delimiter === '\t'
      ? cell.replace(/\\([\\tnr])/g, (_, sign: string) => ({t: '\t', n: '\n', r: '\r'})[sign] ?? sign)
      : cell;
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
}
