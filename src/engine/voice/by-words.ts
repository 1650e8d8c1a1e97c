import type {Edit} from '../finding.js';

/**
 * The edit cut down to the words that it changes: what is the same at its ends, up to a place between words, goes, and
 * what is deleted is counted without the white space around it.
 */
export function byWords({start, end, text}: Edit, source: string): Edit {
  const old = source.slice(start, end);
  const core = old.trim();
  if (text === '' && core !== '') {
    const from = start + old.indexOf(core);
    return {start: from, end: from + core.length, text};
  }
  const most = Math.min(old.length, text.length);
  let head = 0;
  while (head < most && old[head] === text[head]) head++;
  while (head > 0 && !(isBetween(old, head) && isBetween(text, head))) head--;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
  while (tail > 0 && !(isBetween(old, old.length - tail) && isBetween(text, text.length - tail))) tail--;
  return {start: start + head, end: end - tail, text: text.slice(head, text.length - tail)};
}

/** Whether no word goes on over a place; ends of the text are between words. */
const isBetween = (text: string, at: number): boolean =>
  at === 0 || at === text.length || !inWord.test(text.slice(at - 1, at + 1));

/** Two characters of which neither parts words; a low surrogate counts as part of one. */
const inWord = /^[^\s\p{P}\p{S}]{2}$/u;
