import {byStart, clash} from '../apply-edits.js';
import type {Edit} from '../finding.js';

export const isEqual = (a: Edit, b: Edit): boolean => byStart(a, b) === 0 && a.text === b.text;

/** Whether two edits, in any order, cannot both be made; equal ones cross too. */
export const cross = (a: Edit, b: Edit): boolean => (byStart(a, b) <= 0 ? clash(a, b) : clash(b, a));

/** Whether both only delete, and neither all that the other does: then what both leave is what either wants. */
export function isOneDeletion(a: Edit, b: Edit): boolean {
  const holds = (outer: Edit, inner: Edit): boolean => outer.start <= inner.start && outer.end >= inner.end;
  return a.text === '' && b.text === '' && !holds(a, b) && !holds(b, a);
}
