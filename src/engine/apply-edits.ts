import type {Edit} from './finding.js';

/** What {@link applyEdits} returns. */
export interface Applied {
  /** The text with the edits made. */
  readonly text: string;
  /** How many groups of edits were applied. */
  readonly applied: number;
  /** The edits that were made, in the order of the text. */
  readonly edits: readonly Edit[];
}

/**
 * Applies groups of edits to a text, each group wholly or not at all. Groups are taken in the order of their first
 * edit; one that overlaps an earlier one is left for the next pass. Equal edits of two groups count once. Edits that
 * only touch do not conflict, except two insertions at one place.
 */
export function applyEdits(text: string, groups: readonly (readonly Edit[])[]): Applied {
  const seen = new Set<string>();
  let applied = 0;
  const ordered = groups
    .filter((g) => g.length > 0)
    .map((g) => [...g].sort(byStart))
    .sort((a, b) => byStart(a[0] as Edit, b[0] as Edit));
  const sorted: Edit[] = [];
  for (const group of ordered) {
    const fresh = group.filter((edit) => !seen.has(keyOf(edit)));
    if (fresh.some((edit) => conflicts(sorted, edit)) || overlapsItself(fresh)) continue;
    for (const edit of fresh) {
      seen.add(keyOf(edit));
      sorted.splice(placeOf(sorted, edit), 0, edit);
    }
    applied++;
  }
  let out = '';
  let at = 0;
  for (const edit of sorted) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return {text: out + text.slice(at), applied, edits: sorted};
}

/** Orders edits by their places. */
export const byStart = (a: Edit, b: Edit): number => a.start - b.start || a.end - b.end;
const keyOf = (edit: Edit): string => `${edit.start}:${edit.end}:${edit.text}`;

/** Where an edit goes in a sorted list: behind those that are as early. */
function placeOf(sorted: readonly Edit[], edit: Edit): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byStart(sorted[middle] as Edit, edit) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Edits in `sorted` do not overlap, so only the neighbours of the place can clash. */
function conflicts(sorted: readonly Edit[], edit: Edit): boolean {
  const place = placeOf(sorted, edit);
  const before = sorted[place - 1];
  const after = sorted[place];
  return (before !== undefined && clash(before, edit)) || (after !== undefined && clash(edit, after));
}

/** Whether two edits, the first not after the second, cannot both be made. */
export function clash(first: Edit, second: Edit): boolean {
  if (first.start === second.start && first.end === second.end) return true;
  if (first.start === second.start && (first.start === first.end || second.start === second.end)) return true;
  return first.end > second.start;
}

function overlapsItself(group: readonly Edit[]): boolean {
  for (let i = 1; i < group.length; i++) if (clash(group[i - 1] as Edit, group[i] as Edit)) return true;
  return false;
}
