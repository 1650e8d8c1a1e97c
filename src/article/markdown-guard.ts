import type {Range} from './source-map.js';

/**
 * Limits beyond which a stretch without a blank line is not one that a person wrote, and the parser's cost grows with
 * the square of its length or faster: brackets and emphasis marks of one paragraph are matched pair by pair, a run of
 * backticks without its like is sought to the paragraph's end, lists and quotes within each other are walked again on
 * each level, and each line that goes on with a quote or a list without its mark makes the parser look through all
 * lines before it. Measured with micromark 4: 4,000 pairs of `*a_` in a paragraph take 1.3 s, 4,000 lists within each
 * other 2.6 s, 100,000 quotes within each other 73 s, 10,000 comments that do not end 15 s, 10,000 short lines that go
 * on with a quote 5 s.
 */
const mostEmphasisMarks = 2000;
const mostBrackets = 3000;
const mostBacktickRuns = 500;
const mostListMarkers = 20;
const mostQuoteMarkers = 60;
/** `<!` and `<?` within lines; those that open a line are blocks, and cheap. */
const mostDeclarations = 200;
/** Headings underlined with `=` or `-`: the parser looks back from each. */
const mostUnderlines = 400;
/** Cells of one table: the parser keeps 7 KB for each until the table ends. */
const mostCells = 30_000;
/** Lines times lines whose containers are not those of the line before. */
const mostTurns = 1_500_000;

/** Why a stretch is not read. */
interface Counts {
  emphasis: number;
  brackets: number;
  backtickRuns: number;
  declarations: number;
}

const none = (): Counts => ({emphasis: 0, brackets: 0, backtickRuns: 0, declarations: 0});

/** The line that makes a table of the line before it. */
const delimiterRow = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/;

/**
 * Whether the parser takes more time for a region than its length allows. One pass. Limits hold for a stretch without
 * a blank line, in a table for a row; code between fences costs nothing.
 *
 * @param fences in order: stretches that are code, whatever stands in them
 */
export function isHeavy(source: string, start: number, end: number, fences: readonly Range[]): boolean {
  let counts = none();
  let lines = 0;
  let turns = 0;
  let underlines = 0;
  let prefix = '';
  let isTable = false;
  let cells = 0;
  let last = '';
  let fence = 0;
  for (let at = start; at < end; ) {
    while (fence < fences.length && (fences[fence] as Range).end <= at) fence++;
    const code = fences[fence];
    if (code && code.start <= at) {
      at = code.end;
      continue;
    }
    const stop = endOfLine(source, at, end);
    const line = source.slice(at, stop);
    at = afterBreak(source, stop);
    if (/^[ \t]*$/.test(line)) {
      counts = none();
      isTable = false;
      prefix = '';
      lines = 0;
      turns = 0;
      underlines = 0;
      last = '';
      continue;
    }
    lines++;
    if (/^[ \t>]*(?:=+|-+)[ \t]*$/.test(line) && ++underlines > mostUnderlines) return true;
    if (isTable || (line.includes('-') && line.includes('|') && isHead(last, line))) {
      if (!isTable) cells = cellsOf(last);
      isTable = true;
      counts = none();
      cells += cellsOf(line);
      if (cells > mostCells) return true;
    }
    last = line;
    const head = containersOf(line).replace(/\d+/g, '1');
    if (head !== prefix && (head !== '' || prefix !== '' || turns > 0)) turns++;
    else if (turns > 0 && head === '') turns++;
    prefix = head;
    if (turns * lines > mostTurns || markersOf(head) || isOver(line, counts)) return true;
  }
  return false;
}

/** Whether a line and the one below it begin a table: as many cells in both. */
function isHead(head: string, row: string): boolean {
  return delimiterRow.test(withoutMargins(row)) && cellsOf(head) === cellsOf(row);
}

const withoutMargins = (row: string): string => row.replace(/^[ \t>]*/, '').trimEnd();

function cellsOf(row: string): number {
  const inner = withoutMargins(row);
  const from = inner.startsWith('|') ? 1 : 0;
  const to = inner.endsWith('|') ? -1 : inner.length;
  return inner.slice(from, to).split(/(?<!\\)\|/).length;
}

/** White space, digits and the marks of quotes and lists at the start of a line. */
const containersOf = (line: string): string =>
  /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|\[\^[^\]\s]{1,50}\]:))*/.exec(line)?.[0] ?? '';

/** Whether a line opens more containers than anyone writes. */
function markersOf(head: string): boolean {
  let quotes = 0;
  let markers = 0;
  for (let i = 0; i < head.length; i++) {
    const code = head.charCodeAt(i);
    if (code === 62) quotes++;
    else if (code === 42 || code === 43 || code === 45 || code === 46 || code === 41) markers++;
  }
  return quotes > mostQuoteMarkers || markers > mostListMarkers;
}

/** Counts the marks of a line; true when there are too many since the counts began. */
function isOver(line: string, counts: Counts): boolean {
  for (let i = 0; i < line.length; i++) {
    switch (line.charCodeAt(i)) {
      case 42: // *
      case 95: // _
      case 126: // ~
        counts.emphasis++;
        break;
      case 96: // `
        if (line.charCodeAt(i - 1) !== 96) counts.backtickRuns++;
        break;
      case 60: {
        // <! and <?
        const next = line.charCodeAt(i + 1);
        if (i > 0 && (next === 33 || next === 63)) counts.declarations++;
        break;
      }
      case 91: // [
      case 93: // ]
        counts.brackets++;
        break;
    }
  }
  return (
    counts.emphasis > mostEmphasisMarks ||
    counts.brackets > mostBrackets ||
    counts.backtickRuns > mostBacktickRuns ||
    counts.declarations > mostDeclarations
  );
}

function endOfLine(source: string, from: number, end: number): number {
  let at = from;
  while (at < end && source.charCodeAt(at) !== 10 && source.charCodeAt(at) !== 13) at++;
  return at;
}

const afterBreak = (source: string, at: number): number =>
  source.charCodeAt(at) === 13 && source.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
