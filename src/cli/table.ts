import {textWidth} from '../report/text-width.js';
import {visible} from '../report/visible.js';
import {wrapped} from '../report/wrap.js';

/**
 * Rows as aligned columns, two spaces apart; what the last column holds is not padded.
 *
 * @param width columns of the terminal, to which the last column is broken at words; undefined: it is one line
 */
export function table(rows: readonly (readonly string[])[], width?: number): string {
  const cells = rows.map((row) => row.map(visible));
  const widths: number[] = [];
  for (const row of cells)
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, textWidth(cell));
  return cells
    .map((row) =>
      row
        .map((cell, i) =>
          i === row.length - 1
            ? wrapped(cell, indentOf(widths, i), width)
            : cell + ' '.repeat((widths[i] as number) - textWidth(cell)),
        )
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** Columns before the one of this index. */
const indentOf = (widths: readonly number[], index: number): number =>
  widths.slice(0, index).reduce((sum, width) => sum + width + 2, 0);
