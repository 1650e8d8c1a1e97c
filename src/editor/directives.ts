import type {BlockKind, Format} from '../article/article.js';
import {afterFrontMatter} from '../article/front-matter.js';
import type {Edit, Finding} from '../engine/finding.js';
import {applyEdits} from '../engine/fixer.js';
import type {Linted} from './articles.js';
import {findIn} from './fix-all.js';

/**
 * Edits that hide what a rule found in a line by a directive, in the comment syntax of the format. A comment can
 * change how its surroundings are read (it parts a paragraph, it is text in a title), so each way of writing it is
 * tried on the text, and the first that hides the finding and brings no other is taken.
 */
export function disableLine(checked: Linted, finding: Finding): readonly Edit[] | undefined {
  const inLine = (f: Finding): boolean => f.rule === finding.rule && f.line === finding.line;
  const hidden = checked.findings.filter(inLine).length;
  const texts = checked.findings.filter(inLine).map((f) => f.text);
  const fewer = (f: Finding): boolean => f.rule === finding.rule && texts.includes(f.text);
  return firstGood(checked, waysToDisableLine(checked, finding), fewer, hidden);
}

/** Edits that hide all that a rule finds in the document. */
export function disableFile(checked: Linted, rule: string): readonly Edit[] | undefined {
  const {source, format} = checked.article;
  const at = topOf(source, format);
  const eol = source.includes('\r\n') ? '\r\n' : '\n';
  const line = `${at > 0 && !isLineStart(source, at) ? eol : ''}${comment(format, `calque-disable-file ${rule}`)}${eol}`;
  const ways = [
    [{start: at, end: at, text: line}],
    // In Markdown a comment takes the lines below it into its block until a blank one.
    [{start: at, end: at, text: `${line}${eol}`}],
  ];
  const ofRule = (f: Finding): boolean => f.rule === rule;
  return firstGood(
    checked,
    format === 'markdown' ? ways.reverse() : ways,
    ofRule,
    checked.findings.filter(ofRule).length,
  );
}

function firstGood(
  checked: Linted,
  ways: Iterable<readonly Edit[]>,
  concerned: (f: Finding) => boolean,
  toHide: number,
): readonly Edit[] | undefined {
  const before = counts(checked.findings);
  const left = checked.findings.filter(concerned).length - toHide;
  let fallback: readonly Edit[] | undefined;
  for (const way of ways) {
    const after = findIn(checked, applyEdits(checked.text.text, [way]).text);
    if (after.filter(concerned).length !== left) continue;
    const adds = [...counts(after)].some(([rule, n]) => n > (before.get(rule) ?? 0));
    if (!adds) return way;
    fallback ??= way;
  }
  return fallback;
}

function counts(findings: readonly Finding[]): Map<string, number> {
  const out = new Map<string, number>();
  for (const {rule} of findings) out.set(rule, (out.get(rule) ?? 0) + 1);
  return out;
}

function comment(format: Format, directive: string): string {
  return format === 'text' ? `# ${directive}` : `<!-- ${directive} -->`;
}

function* waysToDisableLine(checked: Linted, {rule, line, start}: Finding): Generator<readonly Edit[]> {
  const {article, text} = checked;
  const {source, format, blocks, map} = article;
  const eol = source.includes('\r\n') ? '\r\n' : '\n';
  const lineStart = text.places.lineStart(line - 1);
  const lineEnd = text.places.lineEnd(line - 1);
  const block = blocks
    .map((b) => ({kind: b.kind, ...map.toSource(b.start, b.end)}))
    .find((b) => b.start <= start && start <= b.end);
  const above = comment(format, `calque-disable-next-line ${rule}`);
  const indent = format === 'html' ? (/^[ \t]*/.exec(source.slice(lineStart, lineEnd))?.[0] ?? '') : '';
  const beginsBlock = !block || block.start >= lineStart;
  const ownLine: Edit[] = [{start: lineStart, end: lineStart, text: `${indent}${above}${eol}`}];
  // Between the items of a list or the rows of a table, a line of its own would part them.
  const inside = format === 'markdown' && block !== undefined && nested.has(block.kind);
  if (beginsBlock && !inside) yield ownLine;
  if (format !== 'text') {
    const inline = ` ${comment(format, `calque-disable-line ${rule}`)}`;
    const end = block ? Math.min(lineEnd, block.end) : lineEnd;
    yield [{start: end, end, text: inline}];
    if (end !== lineEnd) yield [{start: lineEnd, end: lineEnd, text: inline}];
  }
  if (!beginsBlock && format === 'text') yield around(checked, block, rule, eol);
  yield ownLine;
}

const nested: ReadonlySet<BlockKind> = new Set(['list-item', 'cell', 'quote']);

/** Off before the block and on again after it, where a line between would part the paragraph. */
function around(
  {text, article}: Linted,
  block: {readonly start: number; readonly end: number},
  rule: string,
  eol: string,
): Edit[] {
  const {places} = text;
  const first = places.lineStart(places.position(block.start).line);
  const last = places.lineEnd(places.position(block.end).line);
  return [
    {start: first, end: first, text: `${comment(article.format, `calque-disable ${rule}`)}${eol}`},
    {start: last, end: last, text: `${eol}${comment(article.format, `calque-enable ${rule}`)}`},
  ];
}

/** Where a directive for the whole file goes: after the byte order mark and what a format wants at the very top. */
function topOf(source: string, format: Format): number {
  const start = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (format !== 'html') return afterFrontMatter(source, start);
  const head = /^\s*(?:<\?xml[^>]{0,500}\?>\s*)?(?:<!doctype[^>]{0,1000}>)?[ \t]*(?:\r?\n)?/i.exec(
    source.slice(start, start + 2000),
  );
  return start + (head?.[0].trim() ? head[0].length : 0);
}

function isLineStart(source: string, at: number): boolean {
  return at === 0 || source[at - 1] === '\n' || source[at - 1] === '\r' || source[at - 1] === '\ufeff';
}
