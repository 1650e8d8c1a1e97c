import type {ProseBuilder} from '../prose-builder.js';

/**
 * Writes the inside of a quoted string into a prose: escapes as what they stand for, those of line breaks and tabs as spaces.
 *
 * @param parts finds the escapes, with their backslash, and the stretches between them
 * @param decode gives what an escape stands for
 */
export function writeEscapedText(
  builder: ProseBuilder,
  text: string,
  start: number,
  end: number,
  parts: RegExp,
  decode: (piece: string) => string,
): void {
  for (const match of text.slice(start, end).matchAll(parts)) {
    const [piece] = match;
    const from = start + match.index;
    const to = from + piece.length;
    if (piece[0] !== '\\') builder.exact(from, to);
    else if (/^\\[nrt]$/.test(piece)) builder.space(from, to);
    else builder.decoded(decode(piece), from, to);
  }
}
