import type {Edit, Finding, Severity} from '../engine/finding.js';
import {findLines, type LineStarts, lineAt} from '../engine/lines.js';
import {jsonText} from './json-text.js';
import type {Reporter, Run} from './report.js';
import {shownFindings} from './totals.js';

const severities: Readonly<Record<Severity, string>> = {error: 'ERROR', warning: 'WARNING', info: 'INFO'};
/** A change is told as one range; one that spans more lines than this is left out, as no reviewer would see its sense. */
const mostLines = 5;

/**
 * Reviewdog's Diagnostic Format (https://github.com/reviewdog/reviewdog/tree/master/proto/rdf). Its columns count
 * UTF-8 bytes, from 1.
 */
export const rdjson: Reporter = {
  name: 'rdjson',
  description: 'Reviewdog diagnostics, with suggestions',
  report(run, options) {
    const diagnostics: object[] = [];
    for (const file of run.files) {
      const {path, source} = file;
      if (file.error !== undefined) {
        diagnostics.push({message: file.error, location: {path}, severity: 'ERROR', code: {value: 'calque'}});
      }
      const findings = shownFindings(file, options);
      if (findings.length === 0) continue;
      const lines = findLines(source);
      for (const finding of findings) {
        const suggestions = suggestionsOf(source, lines, finding);
        diagnostics.push({
          message: finding.message,
          location: {path, range: rangeOf(source, lines, finding.start, finding.end)},
          severity: severities[finding.severity],
          code: code(run, finding.rule),
          ...(suggestions.length > 0 ? {suggestions} : {}),
        });
      }
    }
    return `${jsonText({source: {name: 'calque'}, diagnostics}, 2)}\n`;
  },
};

function code(run: Run, rule: string): object {
  const url = run.rules.get(rule)?.docs?.url;
  return url === undefined ? {value: rule} : {value: rule, url};
}

function suggestionsOf(source: string, lines: LineStarts, finding: Finding): object[] {
  const changes = [
    ...(finding.fix ? [finding.fix.edits] : []),
    ...finding.suggestions.map((suggestion) => suggestion.edits),
  ];
  return changes.flatMap((edits) => {
    const one = merged(source, edits);
    if (!one || lineAt(lines, one.end) - lineAt(lines, one.start) >= mostLines) return [];
    return [{range: rangeOf(source, lines, one.start, one.end), text: one.text}];
  });
}

/** Several edits as one: from the first to the last, with what stands between them. */
function merged(source: string, edits: readonly Edit[]): Edit | undefined {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const [first] = sorted;
  if (!first) return undefined;
  let text = '';
  let at = first.start;
  for (const edit of sorted) {
    if (edit.start < at) return undefined;
    text += source.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return {start: first.start, end: at, text};
}

function rangeOf(source: string, lines: LineStarts, start: number, end: number): object {
  return {start: positionOf(source, lines, start), end: positionOf(source, lines, end)};
}

function positionOf(source: string, lines: LineStarts, offset: number): object {
  const line = lineAt(lines, offset);
  return {line, column: byteLength(source, lines[line - 1] as number, offset) + 1};
}

/** UTF-8 bytes of a stretch of text; a lone surrogate counts as the U+FFFD it is written as. */
function byteLength(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) bytes++;
    else if (code < 0x800) bytes += 2;
    else if (
      code >= 0xd800 &&
      code <= 0xdbff &&
      i + 1 < text.length &&
      (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00
    ) {
      bytes += 4;
      i++;
    } else bytes += 3;
  }
  return bytes;
}
