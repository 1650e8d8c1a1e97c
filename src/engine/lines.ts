/** Where the lines of a text begin: UTF-16 offsets, the first always 0. Lines end with LF, CR LF or CR. */
export type LineStarts = readonly number[];

export function findLines(text: string): LineStarts {
  const starts = [0];
  if (text.indexOf('\r') < 0) {
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

/** The 1-based line of an offset. */
export function lineAt(starts: LineStarts, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

/** The 1-based line, and the 1-based column in UTF-16 units. */
export function positionAt(starts: LineStarts, offset: number): {line: number; column: number} {
  const line = lineAt(starts, offset);
  return {line, column: offset - (starts[line - 1] as number) + 1};
}
