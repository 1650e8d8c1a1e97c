import {parse} from 'csv-parse/browser/esm/sync';
import type {DictionaryEntry} from '../../lexicon/phrases/entry.js';
import {type ImportProblem, type ImportResult, spellingsOf, toEntry, typeOf} from './entries.js';

const columns = ['canonical', 'variants', 'type', 'source', 'except', 'note'] as const;
const list = (text: string | undefined): string[] =>
  (text ?? '')
    .split('|')
    .map((part) => part.trim())
    .filter(Boolean);

/**
 * Reads names from a table with a header row: `canonical`, `variants`, `type`, `source`, `except`, `note`; all but the
 * first may be left out; several values of one cell are parted by `|`.
 */
export function importTable(text: string, delimiter: ',' | '\t', origin: string): ImportResult {
  const problems: ImportProblem[] = [];
  let rows: {record: Record<string, string>; info: {lines: number}}[];
  try {
    rows = parse(text, {
      columns: (header: string[]) => header.map((cell) => cell.trim().toLowerCase()),
      delimiter,
      bom: true,
      info: true,
      quote: delimiter === ',' ? '"' : false,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as typeof rows;
  } catch (error) {
    const at = (error as {lines?: number}).lines ?? 0;
    return {
      entries: [],
      problems: [{message: error instanceof Error ? error.message : String(error), line: at}],
    };
  }
  const entries: DictionaryEntry[] = [];
  for (const {record, info} of rows) {
    const {canonical} = record;
    if (!canonical?.trim()) {
      problems.push({message: 'no value in the column “canonical”', line: info.lines});
      continue;
    }
    const type = typeOf(record.type);
    if (record.type?.trim() && !type)
      problems.push({message: `unknown type “${record.type}”`, line: info.lines});
    entries.push(
      toEntry(
        {
          canonical,
          variants: list(record.variants),
          ...(type ? {type} : {}),
          source: list(record.source),
          except: list(record.except),
          ...(record.note?.trim() ? {note: record.note.trim()} : {}),
        },
        `${origin}:${info.lines}`,
      ),
    );
  }
  return {entries, problems};
}

export function exportTable(entries: readonly DictionaryEntry[], delimiter: ',' | '\t'): string {
  const cell = (text: string): string =>
    delimiter === '\t'
      ? text.replace(/[\t\r\n]+/g, ' ')
      : /[",\r\n]/.test(text)
        ? `"${text.replaceAll('"', '""')}"`
        : text;
  const rows = entries.map((entry) => {
    const {canonical, variants} = spellingsOf(entry);
    return [
      canonical,
      variants.join('|'),
      entry.type ?? '',
      (entry.source ?? []).join('|'),
      (entry.except ?? []).join('|'),
      entry.note ?? '',
    ];
  });
  return [[...columns], ...rows]
    .map((row) => row.map(cell).join(delimiter))
    .join('\n')
    .concat('\n');
}
