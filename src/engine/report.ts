import type {Article} from '../article/article.js';
import type {Range} from '../article/source-map.js';
import {hit} from '../text/conceal.js';
import {fillTemplate} from './fill.js';
import type {Edit, Finding, Severity} from './finding.js';
import {broken} from './fix-class.js';
import {type LineStarts, positionAt} from './lines.js';
import type {AnyRule, Report} from './rule.js';

const rank: Readonly<Record<Severity, number>> = {info: 0, warning: 1, error: 2};

/** Turns what a rule reports (prose offsets) into a finding (file offsets), and holds the rule to its `meta`. */
export function toFinding(
  rule: AnyRule,
  severity: Severity,
  article: Article,
  lines: () => LineStarts,
  report: Report,
): Finding {
  const {meta} = rule;
  const template: string | undefined = meta.messages[report.messageId];
  if (template === undefined) throw new Error(`${meta.id} has no message “${report.messageId}”`);
  const {start, end} = report;
  if (!(start >= 0 && end >= start && end <= article.prose.length)) {
    throw new Error(`${meta.id} reported a place outside the text: ${start} to ${end}`);
  }
  if (report.fix) {
    if (!meta.fixable) throw new Error(`${meta.id} reported a fix, but its meta does not say fixable`);
    for (const edit of report.fix) {
      const fault = broken(meta, article.prose, report, edit);
      if (fault) throw new Error(`${meta.id} reported a fix that its meta does not allow: ${fault}`);
    }
  }
  if (report.suggestions?.length && !meta.hasSuggestions) {
    throw new Error(`${meta.id} reported suggestions, but its meta does not say hasSuggestions`);
  }
  const place = article.map.toSource(start, end);
  const from = positionAt(lines(), place.start);
  const to = positionAt(lines(), place.end);
  const fix = report.fix && toSourceEdits(rule, article, report.fix);
  const suggestions = [];
  for (const suggestion of report.suggestions ?? []) {
    const edits = toSourceEdits(rule, article, suggestion.edits);
    if (edits) suggestions.push({message: suggestion.message, edits});
  }
  const related = (report.related ?? []).map((r) => {
    const range = article.map.toSource(r.start, r.end);
    return {message: r.message, ...range, ...positionAt(lines(), range.start)};
  });
  const softer =
    report.severity !== undefined && rank[report.severity] < rank[severity] ? report.severity : severity;
  return {
    rule: meta.id,
    messageId: report.messageId,
    message: fill(template, report.data),
    severity: softer,
    mqm: report.mqm ?? meta.mqm,
    ...(meta.mqmSeverity !== undefined && softer === 'warning' ? {mqmSeverity: meta.mqmSeverity} : {}),
    ...place,
    ...from,
    endLine: to.line,
    endColumn: to.column,
    text: article.source.slice(place.start, place.end),
    ...(fix ? {fix: {edits: fix}} : {}),
    suggestions,
    related,
    data: {...report.data, ...report.facts, ...sourceOf(article, report)},
  };
}

/** The place of the source, in offsets of its file, and what stands there. */
function sourceOf({original}: Article, {source}: Report): {source?: Range} {
  if (!source || !original) return {};
  return {source: original.article.map.toSource(source.start, source.end)};
}

const failed = 'rule-failed';

/** Whether a finding tells of a rule that threw, and not of the text. */
export function isFailure({messageId, data}: Pick<Finding, 'messageId' | 'data'>): boolean {
  return messageId === failed && data.failure !== undefined;
}

/** What the engine itself says of a place of the file; `message` may name its lines. */
export function toOwnFinding(
  article: Article,
  lines: LineStarts,
  {start, end}: Range,
  rule: string,
  severity: Severity,
  message: (place: {line: number; endLine: number}) => string,
): Finding {
  const from = positionAt(lines, start);
  const {line: endLine, column: endColumn} = positionAt(lines, end);
  return {
    rule,
    messageId: rule.slice(rule.indexOf('/') + 1),
    message: message({line: from.line, endLine}),
    severity,
    mqm: 'markup',
    start,
    end,
    ...from,
    endLine,
    endColumn,
    text: article.source.slice(start, end),
    suggestions: [],
    related: [],
    data: {},
  };
}

/** A rule that threw, told as a finding of its own so that it is seen and hides nothing. */
export function toFailure(rule: AnyRule, article: Article, error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    rule: rule.meta.id,
    messageId: failed,
    message: `The rule ${rule.meta.id} failed on this text and was left out: ${reason}`,
    severity: 'error',
    mqm: rule.meta.mqm,
    start: 0,
    end: 0,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
    text: article.source.slice(0, 0),
    suggestions: [],
    related: [],
    data: {failure: reason},
  };
}

/**
 * Undefined when an edit would touch markup: then it cannot be made byte for byte, and is not offered. Nor is one that
 * touches what is no prose.
 */
function toSourceEdits({meta}: AnyRule, {map, opaque}: Article, edits: readonly Edit[]): Edit[] | undefined {
  const barred =
    meta.readsDebris && opaque.length > 0 ? opaque.filter(({kind}) => kind !== 'debris') : opaque;
  const out: Edit[] = [];
  for (const {start, end, text} of edits) {
    if (!map.isContiguous(start, end)) return undefined;
    const range = map.toSource(start, end);
    if (barred.length > 0 && hit(barred, range.start, range.end)) return undefined;
    const written = text === '' ? '' : map.escape(text, start);
    out.push({...range, text: map.restore?.(written, start, end) ?? written});
  }
  return out;
}

function fill(template: string, data: Report['data']): string {
  return data ? fillTemplate(template, (name) => (name in data ? String(data[name]) : undefined)) : template;
}
