import type {Article, Block, Span} from '../article/article.js';
import type {Edit, Finding} from './finding.js';
import {type LineStarts, positionAt} from './lines.js';

/**
 * What rules of scope `block` found in the blocks of a text's last version, for an editor that lints it again after
 * each keystroke. It belongs to one linter and one document.
 */
export class BlockCache {
  private last = new Map<string, readonly Finding[]>();
  private next = new Map<string, readonly Finding[]>();
  private language: string | undefined;

  /** A version of the text is linted in this language; what was found in another does not count. */
  speak(language: string): void {
    if (language === this.language) return;
    this.language = language;
    this.last.clear();
    this.next.clear();
  }

  /** The findings of a block that looks the same, at their new places; `undefined` when there was none like it. */
  take(article: Article, block: Block, lines: () => LineStarts): readonly Finding[] | undefined {
    const key = keyOf(article, block);
    const kept = this.last.get(key) ?? this.next.get(key);
    if (kept === undefined) return undefined;
    this.next.set(key, kept);
    if (kept.length === 0) return kept;
    const {start} = article.map.toSource(block.start, block.end);
    return kept.map((finding) => shift(finding, start, lines()));
  }

  /** Keeps the findings of a block that was linted. */
  put(article: Article, block: Block, findings: readonly Finding[]): void {
    const {start} = article.map.toSource(block.start, block.end);
    this.next.set(
      keyOf(article, block),
      findings.map((finding) => shift(finding, -start, undefined)),
    );
  }

  /** Ends a version: what it did not use is forgotten. */
  turn(): void {
    this.last = this.next;
    this.next = new Map();
  }
}

/** Kind, file text, prose and what markup makes of it: with all of them alike, a rule of scope `block` sees the same. */
function keyOf(article: Article, block: Block): string {
  const {start, end} = article.map.toSource(block.start, block.end);
  const source = article.source.slice(start, end);
  const prose = article.prose.slice(block.start, block.end);
  return `${block.kind}\0${source}\0${prose === source ? '' : prose}\0${spansOf(article, block)}`;
}

/** The spans that reach into a block, by their places in it: markup may open far before it. */
function spansOf({spans}: Article, block: Block): string {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).start < block.start) low = middle + 1;
    else high = middle;
  }
  let key = '';
  // Of those before it only data may go on into it.
  for (let i = Math.max(0, low - 1); i < spans.length && (spans[i] as Span).start < block.end; i++) {
    const {kind, start, end} = spans[i] as Span;
    if (end > block.start) key += `${kind}${start - block.start}-${end - block.start} `;
  }
  return key;
}

function shift(finding: Finding, by: number, lines: LineStarts | undefined): Finding {
  const edits = (list: readonly Edit[]): Edit[] =>
    list.map((e) => ({start: e.start + by, end: e.end + by, text: e.text}));
  const start = finding.start + by;
  const end = finding.end + by;
  const from = lines ? positionAt(lines, start) : {line: 0, column: 0};
  const to = lines ? positionAt(lines, end) : {line: 0, column: 0};
  return {
    ...finding,
    start,
    end,
    ...from,
    endLine: to.line,
    endColumn: to.column,
    ...(finding.fix ? {fix: {edits: edits(finding.fix.edits)}} : {}),
    suggestions: finding.suggestions.map((s) => ({...s, edits: edits(s.edits)})),
    related: finding.related.map((r) => ({
      ...r,
      start: r.start + by,
      end: r.end + by,
      ...(lines ? positionAt(lines, r.start + by) : {line: 0, column: 0}),
    })),
  };
}
