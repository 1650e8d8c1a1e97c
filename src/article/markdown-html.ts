import type {Event} from './markdown-parser.js';
import {prefixTokens} from './markdown-tokens.js';

/** The text of a block of HTML between two events, with spaces for the marks of quotes and lists before its lines. */
export function htmlOfBlock(text: string, events: readonly Event[], index: number, last: number): string {
  const {start, end} = events[index]![1];
  const pieces: string[] = [];
  let at = start.offset;
  for (let i = index + 1; i < last; i++) {
    const [action, {type, start: from, end: to}] = events[i]!;
    if (action === 'exit' || !prefixTokens.has(type as string)) continue;
    pieces.push(text.slice(at, from.offset), ' '.repeat(to.offset - from.offset));
    at = to.offset;
  }
  pieces.push(text.slice(at, end.offset));
  return pieces.join('');
}

/** Tells whether a text closes an element after a place; looks for each name once. */
export class EndTags {
  /** Where the last one of each name stands that was asked for. */
  readonly #last = new Map<string, number>();

  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  isAfter(name: string, at: number): boolean {
    let last = this.#last.get(name);
    if (last === undefined) {
      last = this.#text.lastIndexOf(`</${name}`);
      this.#last.set(name, last);
    }
    return last >= at;
  }
}
