/** A stretch of text and the findings that lie on it. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** Indices of the findings, in their order; empty for plain text. */
  readonly findings: readonly number[];
}

/**
 * Cuts a text at the bounds of findings that may overlap, so that each piece is covered by the same findings
 * throughout. A finding of no length becomes a segment of no length.
 *
 * @param length of the text, in UTF-16 units
 */
export function segmentsOf(
  length: number,
  findings: readonly {readonly start: number; readonly end: number}[],
): Segment[] {
  const bounds = new Set([0, length]);
  for (const {start, end} of findings) bounds.add(start).add(end);
  const cuts = [...bounds].sort((a, b) => a - b);
  const order = findings
    .map((_, i) => i)
    .sort((a, b) => (findings[a] as Range).start - (findings[b] as Range).start || a - b);
  const segments: Segment[] = [];
  let next = 0;
  let open: number[] = [];
  cuts.forEach((cut, i) => {
    open = open.filter((f) => (findings[f] as Range).end > cut);
    const points: number[] = [];
    for (; next < order.length && (findings[order[next] as number] as Range).start === cut; next++) {
      const f = order[next] as number;
      if ((findings[f] as Range).end > cut) open.push(f);
      else points.push(f);
    }
    if (points.length > 0) segments.push({start: cut, end: cut, findings: points.sort((a, b) => a - b)});
    const end = cuts[i + 1];
    if (end !== undefined) segments.push({start: cut, end, findings: [...open].sort((a, b) => a - b)});
  });
  return segments;
}

interface Range {
  readonly start: number;
  readonly end: number;
}
