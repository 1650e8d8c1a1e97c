import {type LineChange, lineChanges} from '../text/line-changes.js';

/** Unchanged lines shown round a change. */
const context = 2;
const noLineEnd = '\\ No newline at end of file';

/**
 * The unified diff of two texts, as `patch` takes it; each line of the answer ends with a line feed. Carriage returns
 * belong to their lines.
 */
export function unifiedDiff(oldName: string, newName: string, before: string, after: string): string {
  const a = linesOf(before);
  const b = linesOf(after);
  const out = [`--- ${oldName}`, `+++ ${newName}`];
  for (const hunk of hunks(lineChanges(a, b))) {
    const first = hunk[0]!;
    const last = hunk.at(-1)!;
    const fromA = Math.max(0, first.fromA - context);
    const toA = Math.min(a.length, last.toA + context);
    const fromB = first.fromB - (first.fromA - fromA);
    const toB = last.toB + (toA - last.toA);
    out.push(`@@ -${range(fromA, toA)} +${range(fromB, toB)} @@`);
    const put = (sign: string, line: string): void => {
      if (line.endsWith('\n')) out.push(sign + line.slice(0, -1));
      else out.push(sign + line, noLineEnd);
    };
    let at = fromA;
    for (const change of hunk) {
      for (; at < change.fromA; at++) put(' ', a[at]!);
      for (; at < change.toA; at++) put('-', a[at]!);
      for (let k = change.fromB; k < change.toB; k++) put('+', b[k]!);
    }
    for (; at < toA; at++) put(' ', a[at]!);
  }
  return `${out.join('\n')}\n`;
}

/** The lines of a text with their line feeds. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Changes so near to each other that their surroundings meet. */
function hunks(changes: readonly LineChange[]): LineChange[][] {
  const out: LineChange[][] = [];
  for (const change of changes) {
    const hunk = out.at(-1);
    if (hunk && change.fromA - hunk.at(-1)!.toA <= 2 * context) hunk.push(change);
    else out.push([change]);
  }
  return out;
}

/** `4`, `4,3`; a range without lines is told by the line before it. */
function range(from: number, to: number): string {
  if (to - from === 1) return String(from + 1);
  return to === from ? `${from},0` : `${from + 1},${to - from}`;
}
