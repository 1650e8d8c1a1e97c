import {wrapAnsi} from 'fast-wrap-ansi';

/** Text that is not worth wrapping in less. */
const leastRoom = 20;

/**
 * Breaks a line at its words so that it fits a terminal; what follows the first line is indented. A word that is longer
 * stays whole, and so does everything where there is no room or no width.
 *
 * @param text may hold colours
 * @param indent columns that stand before the text already, and are put before each further line
 * @param width columns of the terminal; undefined: it goes to no terminal, and stays one line
 */
export function wrapped(text: string, indent: number, width: number | undefined): string {
  if (width === undefined || width - indent < leastRoom) return text;
  // A terminal goes to the next line by itself after its last column.
  return wrapAnsi(text, width - indent - 1, {trim: true}).replaceAll('\n', `\n${' '.repeat(indent)}`);
}
