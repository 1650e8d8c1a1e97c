import {lineChanges} from '../text/line-changes.js';
import type {Edit} from './finding.js';

/** Edits that make one text the other, each confined to what differs in a run of lines, so that cursors stay put. */
export function editsBetween(before: string, after: string): Edit[] {
  const old = linesOf(before);
  const made = linesOf(after);
  const edits: Edit[] = [];
  let line = 0;
  let at = 0;
  const offsetOf = (wanted: number): number => {
    for (; line < wanted; line++) at += old[line]!.length;
    return at;
  };
  for (const {fromA, toA, fromB, toB} of lineChanges(old, made)) {
    const start = offsetOf(fromA);
    edits.push(trimmed(before, {start, end: offsetOf(toA), text: made.slice(fromB, toB).join('')}));
  }
  return edits;
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Leaves out of an edit what is alike at its beginning and end; never cuts a pair of surrogates or a CR LF. */
function trimmed(before: string, {start, end, text}: Edit): Edit {
  const old = before.slice(start, end);
  const most = Math.min(old.length, text.length);
  let head = 0;
  while (head < most && old[head] === text[head]) head++;
  if (head > 0 && glued(old, head)) head--;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
  if (tail > 0 && (glued(old, old.length - tail) || glued(text, text.length - tail))) tail--;
  return {start: start + head, end: end - tail, text: text.slice(head, text.length - tail)};
}

/** Whether the characters on both sides of a place belong together. */
function glued(text: string, at: number): boolean {
  const left = text.charCodeAt(at - 1);
  const right = text.charCodeAt(at);
  return (left >= 0xd800 && left < 0xdc00) || (left === 13 && right === 10);
}
