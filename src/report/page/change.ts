import type {Edit} from '../../engine/finding.js';

/** One edit with the text around it. */
export interface ChangedPlace {
  /** 1-based. */
  readonly line: number;
  readonly before: string;
  readonly deleted: string;
  readonly inserted: string;
  readonly after: string;
}

const context = 40;

/** What a change does, place by place, in the order of the text. */
export function changedPlaces(text: string, edits: readonly Edit[]): ChangedPlace[] {
  return [...edits]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(({start, end, text: inserted}) => ({
      line: lineOf(text, start),
      before: tail(text.slice(lineStart(text, start), start)),
      deleted: text.slice(start, end),
      inserted,
      after: head(text.slice(end, lineEnd(text, end))),
    }));
}

/** The whole text with a change made. Edits of a change do not overlap. */
export function changedText(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}

function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return at;
}

function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

const tail = (text: string): string => (text.length > context ? `…${text.slice(-context)}` : text);
const head = (text: string): string => (text.length > context ? `${text.slice(0, context)}…` : text);
