import type {Article, Block, BlockKind, Comment, ReadArticle} from './article.js';
import {composing} from './composed.js';
import {findDebris, inOrder, ofStretches} from './debris.js';
import {afterFrontMatter} from './front-matter.js';
import {linesOf} from './lines.js';
import {identityMap} from './source-map.js';

const byteOrderMark = 0xfeff;
const longestTitle = 200;
const mostHeadingWords = 12;

/** Begins a line that is a directive and nothing else, bare or as a comment of a common kind. */
const directiveHead =
  /^(?:#|\/\/|<!--)?\s*(?=calque-(?:disable(?:-file|-line|-next-line)?|enable)(?:\s|-->$|$))/;
const longestDirective = 2000;

const nothing = {spans: [], opaque: []};
const range = (start: number, end: number) => ({start, end});

/**
 * Reads plain text. The prose is the source, offset for offset, where its letters are composed; blocks leave out blank lines, front matter and
 * directives.
 *
 * Blank lines part blocks. Lines that follow each other directly are one block when they look filled to a margin,
 * else a block each.
 */
export const readText: ReadArticle = composing((source): Article => {
  const blocks: Block[] = [];
  const comments: Comment[] = [];
  /** Starts and ends of the lines since the last blank one, by turns. */
  const run: number[] = [];
  const start = afterFrontMatter(source, source.charCodeAt(0) === byteOrderMark ? 1 : 0);
  let directive = indexOfDirective(source, start);

  for (const line of linesOf(source, start)) {
    if (line.start === line.end) {
      addRun(source, run, blocks);
      continue;
    }
    if (directive < line.end) {
      const text = directiveOf(source, line.start, line.end);
      directive = indexOfDirective(source, line.end);
      if (text !== undefined) {
        addRun(source, run, blocks);
        comments.push({text, start: line.start, end: line.end});
        continue;
      }
    }
    run.push(line.start, line.end);
  }
  addRun(source, run, blocks);
  nameTitle(source, blocks);
  const stretches = findDebris(source, false);
  const {spans, opaque} = stretches.length === 0 ? nothing : ofStretches(inOrder(stretches), range);
  return {
    source,
    format: 'text',
    prose: source,
    blocks,
    spans,
    comments,
    opaque,
    markup: () => [
      ...comments.map(({text}) => text),
      ...opaque.map(({start, end}) => source.slice(start, end)),
    ],
    map: identityMap,
  };
});

function indexOfDirective(source: string, from: number): number {
  const at = source.indexOf('calque-', from);
  return at < 0 ? source.length : at;
}

function directiveOf(source: string, start: number, end: number): string | undefined {
  if (end - start > longestDirective) return undefined;
  const line = source.slice(start, end).trimEnd();
  const head = directiveHead.exec(line);
  if (!head) return undefined;
  return line.slice(head[0].length, line.endsWith('-->') ? -3 : undefined).trimEnd();
}

/** Makes blocks of a run of lines, and empties it. */
function addRun(source: string, run: number[], blocks: Block[]): void {
  if (run.length === 0) return;
  if (run.length > 2 && isFilled(source, run)) {
    blocks.push({kind: 'paragraph', start: run[0]!, end: run[run.length - 1]!});
  } else {
    for (let i = 0; i < run.length; i += 2) {
      const start = run[i]!;
      const end = run[i + 1]!;
      blocks.push({kind: kindOfLine(source, start, end), start, end});
    }
  }
  run.length = 0;
}

/**
 * Whether lines were broken to fit a margin: all but the last end where the next word would have gone beyond the
 * longest line, and most do not end a sentence.
 */
function isFilled(source: string, run: readonly number[]): boolean {
  const lines = run.length / 2;
  let width = 0;
  for (let i = 0; i < lines; i++) width = Math.max(width, run[2 * i + 1]! - run[2 * i]!);
  if (width < 40 || width > 120) return false;
  let full = 0;
  let stopped = 0;
  for (let i = 0; i < lines - 1; i++) {
    const length = run[2 * i + 1]! - run[2 * i]!;
    const next = firstWordLength(source, run[2 * i + 2]!, run[2 * i + 3]!);
    if (length >= 40 && length + 1 + next > width) full++;
    if (endsSentence(source, run[2 * i]!, run[2 * i + 1]!)) stopped++;
    // A headline that stands there twice, not a paragraph.
    if (isSameLine(source, run, i)) return false;
  }
  return full >= 0.8 * (lines - 1) && stopped <= 0.5 * (lines - 1);
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

function kindOfLine(source: string, start: number, end: number): BlockKind {
  const first = source[start]!;
  if ((first === '•' || first === '*' || first === '·') && source[start + 1] === ' ') return 'list-item';
  if (end - start > longestTitle || endsClause(source, start, end)) return 'paragraph';
  const text = source.slice(start, end);
  return hasText(text) && text.split(' ', mostHeadingWords + 1).length <= mostHeadingWords
    ? 'heading'
    : 'paragraph';
}

/** The first block is the title when it is one short line without a full stop and more follows. */
function nameTitle(source: string, blocks: Block[]): void {
  const first = blocks[0];
  if (!first || blocks.length < 2 || first.end - first.start > longestTitle || first.kind === 'list-item')
    return;
  const text = source.slice(first.start, first.end);
  const last = lastMark(source, first.start, first.end);
  if (/[\n\r\u2028\u2029]/.test(text) || (last === '.' && !text.includes('..')) || !hasText(text)) {
    if (first.kind === 'heading' && blocks.length > 1) blocks[0] = {...first, kind: 'paragraph'};
    return;
  }
  blocks[0] = {...first, kind: 'title'};
}

const hasText = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

const endsSentence = (source: string, start: number, end: number): boolean =>
  '.!?…。！？'.includes(lastMark(source, start, end));

const endsClause = (source: string, start: number, end: number): boolean =>
  '.!?…。！？:;,'.includes(lastMark(source, start, end));

/** The last character, closing quotes and brackets apart. */
function lastMark(source: string, start: number, end: number): string {
  let at = end - 1;
  while (at > start && `"'”’»«“)]`.includes(source[at]!)) at--;
  return source[at] ?? '';
}
