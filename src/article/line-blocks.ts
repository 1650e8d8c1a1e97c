import type {Block} from './article.js';
import {areLabels} from './line-runs.js';
import {isWhiteSpace} from './white-space.js';

/**
 * The lines of a paragraph as blocks, where each stands for itself; none where they are one text.
 *
 * @param text the paragraph, which begins at `at` in the prose
 * @param start prose offset of its first character that is no white space
 * @param lineEnds prose offsets of the spaces at which its lines end
 */
export function linesAsBlocks(
  text: string,
  at: number,
  start: number,
  end: number,
  lineEnds: readonly number[],
): Block[] {
  const run: number[] = [];
  let from = start;
  for (const lineEnd of [...lineEnds, end]) {
    let to = lineEnd;
    while (from < to && isWhiteSpace(text.charCodeAt(from - at))) from++;
    while (to > from && isWhiteSpace(text.charCodeAt(to - 1 - at))) to--;
    if (!holdsNothing(text.slice(from - at, to - at))) run.push(from - at, to - at);
    from = lineEnd + 1;
  }
  if (!areLabels(text, run)) return [];
  const blocks: Block[] = [];
  for (let i = 0; i < run.length; i += 2)
    blocks.push({kind: 'paragraph', start: at + run[i]!, end: at + run[i + 1]!});
  return blocks;
}

/** Whether a text is nothing but white space and objects. */
export function holdsNothing(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== 0xfffc && !isWhiteSpace(code)) return false;
  }
  return true;
}
