import type {Position, Range} from 'vscode-languageserver';
import {findLines, type LineStarts, lineAt} from '../engine/lines.js';

/** Positions of an editor (0-based lines and UTF-16 columns) and UTF-16 offsets of one text. */
export class Places {
  private starts: LineStarts | undefined;

  constructor(readonly text: string) {}

  private get lines(): LineStarts {
    this.starts ??= findLines(this.text);
    return this.starts;
  }

  position(offset: number): Position {
    const at = Math.min(Math.max(offset, 0), this.text.length);
    const line = lineAt(this.lines, at) - 1;
    return {line, character: at - (this.lines[line] as number)};
  }

  range(start: number, end: number): Range {
    return {start: this.position(start), end: this.position(end)};
  }

  /** A place beyond a line's end means its end, one beyond the text the text's end; nonsense means the beginning. */
  offset(position: Partial<Position> | undefined): number {
    const line = whole(position?.line);
    if (line >= this.lines.length) return this.text.length;
    const start = this.lines[line] as number;
    return Math.min(start + whole(position?.character), this.lineEnd(line));
  }

  /** Offset of a line's end, before its line break. Lines count from 0. */
  lineEnd(line: number): number {
    const start = this.lines[line] as number;
    let end = this.lines[line + 1] ?? this.text.length;
    if (end > start && this.text.charCodeAt(end - 1) === 10) end--;
    if (end > start && this.text.charCodeAt(end - 1) === 13) end--;
    return end;
  }

  lineStart(line: number): number {
    return this.lines[line] ?? this.text.length;
  }
}

function whole(value: unknown): number {
  return typeof value === 'number' && value > 0 ? Math.floor(Math.min(value, Number.MAX_SAFE_INTEGER)) : 0;
}
