import type {Range} from '../../../src/article/source-map.js';

const opening = new Set([...'“„«‹「『‟‚‘']);
const closing = new Set([...'”“»›」』’']);
const letter = /[\p{L}\p{N}]/u;

/** Whether a straight or curly mark stands inside a word, as an apostrophe or gershayim. */
function isInside(text: string, at: number): boolean {
  return letter.test(text[at - 1] ?? ' ') && letter.test(text[at + 1] ?? ' ');
}

/** Stretches between quotation marks of any language, in order; what is never closed goes to the end. */
export function quotedIn(text: string, {start, end}: Range): Range[] {
  const out: Range[] = [];
  let from = -1;
  let straight = false;
  for (let at = start; at < end; at++) {
    const c = text[at] as string;
    const isStraight = c === '"' || c === '״' || c === '＂';
    if (!isStraight && !opening.has(c) && !closing.has(c)) continue;
    if ((isStraight || c === '’' || c === '‘') && isInside(text, at)) continue;
    if (from < 0) {
      // An apostrophe at the end of a word opens nothing.
      if (c === '’' || c === '”' || c === '›' || (c === '»' && !letter.test(text[at + 1] ?? ''))) continue;
      from = at + 1;
      straight = isStraight;
    } else if (straight && isStraight && /\s/.test(text[at - 1] ?? '') && letter.test(text[at + 1] ?? '')) {
      // It opens another: the one before was never closed.
      from = at + 1;
    } else if (isStraight ? straight : closing.has(c) && !straight) {
      if (at > from) out.push({start: from, end: at});
      from = -1;
    }
  }
  // Straight marks that are never closed were something else.
  if (from >= 0 && from < end && !straight) out.push({start: from, end});
  return out;
}

const marks = /[“”„«»‹›「」『』‟"＂‘]|(?<![\p{L}\p{N}])['’]|['’](?![\p{L}\p{N}])/u;

/** Whether a stretch holds any mark that may quote. */
export function hasQuotes(text: string, {start, end}: Range): boolean {
  return marks.test(text.slice(start, end));
}
