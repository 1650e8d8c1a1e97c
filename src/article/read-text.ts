import type {Article, Block, BlockKind, Comment, ReadArticle} from './article.js';
import {composing} from './composed.js';
import {findDebris, inOrder, ofStretches} from './debris.js';
import {afterFrontMatter, languageInFrontMatter} from './front-matter.js';
import {endsClause, isFilled, lastMark} from './line-runs.js';
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
  const language = start > 1 ? languageInFrontMatter(source.slice(0, start)) : undefined;
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
    ...(language === undefined ? {} : {language}),
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

/** What a line that stands for itself is, by its looks. */
export function kindOfLine(source: string, start: number, end: number): BlockKind {
  const first = source[start]!;
  if ((first === '•' || first === '*' || first === '·') && source[start + 1] === ' ') return 'list-item';
  if (end - start > longestTitle || endsClause(source, start, end)) return 'paragraph';
  const text = source.slice(start, end);
  return hasText(text) && text.split(' ', mostHeadingWords + 1).length <= mostHeadingWords
    ? 'heading'
    : 'paragraph';
}

/** The first block is the title when it is one short line without a full stop and more follows. */
export function nameTitle(source: string, blocks: Block[]): void {
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
