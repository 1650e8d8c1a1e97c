import type {Article, Span} from '../../../src/article/article.js';

export interface DoubleSpace {
  /** UTF-16 offsets into the prose. */
  readonly start: number;
  readonly end: number;
  /** Behind the end of a sentence. */
  readonly afterStop: boolean;
}

/** Share of sentence gaps from which two spaces behind a stop are a typist's habit. */
const habit = 0.5;

/**
 * Runs of two spaces or more inside a block. Blocks that are laid out in columns have none, and in a text that
 * mostly puts two spaces behind a full stop these are no mistakes.
 */
export function findDoubleSpaces({prose, blocks, spans}: Article): DoubleSpace[] {
  const code = spans.filter((span) => span.kind === 'code');
  let next = 0;
  const lines: Line[] = [];
  const inSentence: DoubleSpace[] = [];
  const afterStop: DoubleSpace[] = [];
  let singles = 0;
  for (const {start: from, end: to} of blocks) {
    const runs: DoubleSpace[] = [];
    let wide = 0;
    for (let at = prose.indexOf('  ', from); at >= 0 && at < to; at = prose.indexOf('  ', at)) {
      const start = at;
      while (at < to && prose.charCodeAt(at) === 0x20) at++;
      if (at - start > 2) wide++;
      const before = prose.charCodeAt(start - 1);
      const lineEdge = start === from || at === to || isBreak(before) || isBreak(prose.charCodeAt(at));
      while (next < code.length && (code[next] as Span).end <= start) next++;
      const inCode = next < code.length && (code[next] as Span).start <= start;
      if (!lineEdge && !inCode) runs.push({start, end: at, afterStop: endsSentence(prose, start)});
    }
    if (runs.length === 0) continue;
    // Columns: wide gaps, more than one of them.
    lines.push({start: from, end: to, runs: wide > 1 ? [] : runs, wide, columns: columnsOf(prose, runs)});
  }
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (sharesColumn(prose, lines[i - 1], line) || sharesColumn(prose, line, lines[i + 1])) continue;
    for (const run of line.runs) (run.afterStop ? afterStop : inSentence).push(run);
  }
  if (afterStop.length === 0) return inSentence;
  for (let at = prose.indexOf('. '); at >= 0; at = prose.indexOf('. ', at + 2)) {
    if (prose.charCodeAt(at + 2) !== 0x20) singles++;
  }
  const typist = afterStop.length > 2 && afterStop.length >= habit * (afterStop.length + singles);
  return typist ? inSentence : [...inSentence, ...afterStop].sort((a, b) => a.start - b.start);
}

/** A block with runs of spaces. */
interface Line {
  readonly start: number;
  readonly end: number;
  /** Those that it may be told of. */
  readonly runs: readonly DoubleSpace[];
  /** How many of them have more than two spaces. */
  readonly wide: number;
  /** In UTF-16 units from the head of its line, where each run ends. */
  readonly columns: readonly number[];
}

function columnsOf(prose: string, runs: readonly DoubleSpace[]): number[] {
  return runs.map(({start, end}) => end - (prose.lastIndexOf('\n', start) + 1));
}

/** Whether one follows the other, and both go on in the same column behind a gap or have wide gaps, as a table does. */
function sharesColumn(prose: string, line: Line | undefined, next: Line | undefined): boolean {
  if (!line || !next || prose.slice(line.end, next.start).trim() !== '') return false;
  if (line.wide > 0 && next.wide > 0 && line.columns.length + next.columns.length > 2) return true;
  return line.columns.some((column) => next.columns.includes(column));
}

const isBreak = (code: number): boolean => code === 0x0a || code === 0x0d || code === 0x09;

function endsSentence(prose: string, at: number): boolean {
  let i = at - 1;
  while (i > 0 && '”’"\')]'.includes(prose[i] as string)) i--;
  return '.!?:'.includes(prose[i] as string);
}
