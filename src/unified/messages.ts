import type {VFile} from 'vfile';
import type {Finding} from '../engine/finding.js';
import {applyEdits} from '../engine/fixer.js';
import {findLines, positionAt} from '../engine/lines.js';
import type {AnyRule} from '../engine/rule.js';

/**
 * Adds findings to a file as messages: `ruleId`, `source` “calque”, `place`, `expected` (what could stand there
 * instead), `url`, and `note` with the other places. `fatal` is true for errors, undefined for notes.
 */
export function addMessages(
  file: VFile,
  findings: readonly Finding[],
  rules: ReadonlyMap<string, AnyRule>,
): void {
  if (findings.length === 0) return;
  const text = String(file);
  const lines = findLines(text);
  const point = (offset: number) => ({...positionAt(lines, offset), offset});
  for (const finding of findings) {
    const {start, end, rule, severity, related} = finding;
    const message = file.message(finding.message, {
      place: {start: point(start), end: point(end)},
      ruleId: rule,
      source: 'calque',
    });
    message.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined;
    message.actual = finding.text;
    const expected = replacements(text, finding);
    if (expected.length > 0) message.expected = expected;
    const url = rules.get(rule)?.meta.docs?.url;
    if (url) message.url = url;
    const note = related.map((place) => `${place.line}:${place.column} ${place.message}`).join('\n');
    if (note) message.note = note;
  }
}

/** What each fix and suggestion that changes nothing outside the place would leave there. */
function replacements(text: string, {fix, suggestions, start, end}: Finding): string[] {
  const out = new Set<string>();
  for (const {edits} of [...(fix ? [fix] : []), ...suggestions]) {
    if (!edits.every((edit) => edit.start >= start && edit.end <= end)) continue;
    const inside = edits.map((edit) => ({start: edit.start - start, end: edit.end - start, text: edit.text}));
    out.add(applyEdits(text.slice(start, end), [inside]).text);
  }
  return [...out];
}
