const leastWidth = 40;
const greatestWidth = 120;
const mostWordsOfLabel = 20;
const bullets = ' \t-–—*•·●▪■►▶→»›>|"\'“”‘’«([¿¡';
/** A line that ends in one of these goes on in the next. */
const joining = new Set(
  'a an the of in on at to for from with by and or nor but as into than that which who whose is are was were has have had will would not his her its their our your my this these those mr mrs dr'.split(
    ' ',
  ),
);

/**
 * Whether lines were broken to fit a margin: all but the last end where the next word would have gone beyond the
 * longest line, and most do not end a sentence. `run` holds the starts and ends of the lines by turns.
 */
export function isFilled(source: string, run: readonly number[]): boolean {
  const lines = run.length / 2;
  let width = 0;
  for (let i = 0; i < lines; i++) width = Math.max(width, run[2 * i + 1]! - run[2 * i]!);
  if (width < leastWidth || width > greatestWidth) return false;
  let full = 0;
  let stopped = 0;
  for (let i = 0; i < lines - 1; i++) {
    const length = run[2 * i + 1]! - run[2 * i]!;
    const next = firstWordLength(source, run[2 * i + 2]!, run[2 * i + 3]!);
    if (length >= leastWidth && length + 1 + next > width) full++;
    if (endsSentence(source, run[2 * i]!, run[2 * i + 1]!)) stopped++;
    // A headline that stands there twice, not a paragraph.
    if (isSameLine(source, run, i)) return false;
  }
  return full >= 0.8 * (lines - 1) && stopped <= 0.5 * (lines - 1);
}

/**
 * Whether each line of a paragraph stands for itself, as the labels of a page do that an extractor put one under the
 * other: most end without a stop, few in a word that asks for more, and few begin with a small letter.
 */
export function areLabels(source: string, run: readonly number[]): boolean {
  const lines = run.length / 2;
  if (lines < 2 || isFilled(source, run)) return false;
  let open = 0;
  let small = 0;
  let joined = 0;
  for (let i = 0; i < lines; i++) {
    const start = run[2 * i]!;
    const end = run[2 * i + 1]!;
    if (isSmall(source, start, end)) small++;
    if (endsClause(source, start, end)) continue;
    open++;
    if (wordsOf(source, start, end) > mostWordsOfLabel) return false;
    if (endsInJoiner(source, start, end)) joined++;
  }
  return 2 * open >= lines && open > 1 && 4 * small <= lines && 4 * joined <= lines;
}

/** Whether line `i` of a run and the next are equal. */
function isSameLine(source: string, run: readonly number[], i: number): boolean {
  const [start, end, nextStart, nextEnd] = run.slice(2 * i, 2 * i + 4) as [number, number, number, number];
  return end - start === nextEnd - nextStart && source.slice(start, end) === source.slice(nextStart, nextEnd);
}

function firstWordLength(source: string, start: number, end: number): number {
  const space = source.slice(start, Math.min(end, start + 120)).indexOf(' ');
  return space < 0 ? end - start : space;
}

function isSmall(source: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && bullets.includes(source[at]!)) at++;
  const first = source[at] ?? '';
  return first !== first.toUpperCase();
}

function wordsOf(source: string, start: number, end: number): number {
  let words = 1;
  for (let at = source.indexOf(' ', start); at >= 0 && at < end; at = source.indexOf(' ', at + 1)) words++;
  return words;
}

function endsInJoiner(source: string, start: number, end: number): boolean {
  const space = source.lastIndexOf(' ', end - 1);
  return space > start && end - space <= 6 && joining.has(source.slice(space + 1, end));
}

export const endsSentence = (source: string, start: number, end: number): boolean =>
  '.!?…。！？'.includes(lastMark(source, start, end));

export const endsClause = (source: string, start: number, end: number): boolean =>
  '.!?…。！？:;,'.includes(lastMark(source, start, end));

/** The last character, closing quotes and brackets apart. */
export function lastMark(source: string, start: number, end: number): string {
  let at = end - 1;
  while (at > start && `"'”’»«“)]`.includes(source[at]!)) at--;
  return source[at] ?? '';
}
