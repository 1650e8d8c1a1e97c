import type {Edit, Finding, Severity, Suppression} from '../engine/finding.js';
import {fingerprintsOf} from '../engine/fingerprint.js';
import {describeFix} from '../engine/fix-class.js';
import {findLines, type LineStarts, positionAt} from '../engine/lines.js';
import type {RuleMeta} from '../engine/rule.js';
import {mqmCategories} from '../mqm/categories.js';
import {changeInWords} from './change-in-words.js';
import {jsonText} from './json-text.js';
import type {FileResult, Reporter, ReportOptions, Run} from './report.js';
import {shownFindings, shownSuppressed} from './totals.js';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const levels: Readonly<Record<Severity, string>> = {error: 'error', warning: 'warning', info: 'note'};
const root = '%SRCROOT%';

/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/), within what GitHub code scanning asks of
 * it. Findings that directives and the baseline hide are left out unless asked for: GitHub shows them as open alerts.
 */
export const sarif: Reporter = {
  name: 'sarif',
  description: 'SARIF 2.1.0, for GitHub code scanning and other viewers',
  pathsFromRoot: true,
  tellsSuppressed: true,
  report(run, options) {
    const rules = ruleTable(run, options);
    const results = run.files.flatMap((file) => resultsOf(file, options, rules.index));
    const log = {
      $schema: schema,
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'calque',
              version: run.version,
              semanticVersion: run.version,
              rules: rules.descriptors,
            },
          },
          invocations: [invocation(run)],
          originalUriBaseIds: {
            [root]: {
              description: {text: 'The root of the checkout; without one, the folder that calque ran in'},
            },
          },
          columnKind: 'utf16CodeUnits',
          newlineSequences: ['\r\n', '\n', '\r'],
          results,
        },
      ],
    };
    return `${jsonText(log, 2)}\n`;
  },
};

function invocation(run: Run): object {
  const failed = run.files.filter((file) => file.error !== undefined);
  const notifications = failed.map((file) => ({
    level: 'error',
    message: {text: plainText(file.error ?? '')},
    locations: [{physicalLocation: {artifactLocation: artifactLocation(file.path)}}],
  }));
  return {
    executionSuccessful: failed.length === 0,
    ...(notifications.length > 0 ? {toolExecutionNotifications: notifications} : {}),
  };
}

function ruleTable(run: Run, options: ReportOptions): {descriptors: object[]; index: Map<string, number>} {
  const ids = new Set<string>();
  for (const file of run.files) {
    for (const finding of shownFindings(file, options)) ids.add(finding.rule);
    for (const finding of shownSuppressed(file, options)) ids.add(finding.rule);
  }
  const sorted = [...ids].sort();
  return {
    descriptors: sorted.map((id) => descriptor(id, run.rules.get(id))),
    index: new Map(sorted.map((id, i) => [id, i])),
  };
}

function descriptor(id: string, meta: RuleMeta | undefined): object {
  const description = sentence(meta?.description ?? `Findings of ${id}`);
  const category = meta && mqmCategories[meta.mqm].name;
  const url = meta?.docs?.url;
  const facts: string[] = [];
  if (category) facts.push(`MQM category: ${category}.`);
  const fix = meta && describeFix(meta);
  if (fix) facts.push(`Some findings can be fixed with calque --fix, which ${fix}.`);
  if (meta?.hasSuggestions) facts.push('Findings come with suggestions that a person has to choose from.');
  facts.push(`To silence it in one place, put a comment calque-disable-next-line ${id} before that place.`);
  const help = [description, ...facts].join('\n\n');
  return {
    id,
    name: pascal(id),
    shortDescription: {text: description},
    fullDescription: {text: [description, ...facts.slice(0, -1)].join(' ')},
    help: {text: help, markdown: url === undefined ? help : `${help}\n\n[More about this rule](${url})`},
    ...(url === undefined ? {} : {helpUri: url}),
    defaultConfiguration: {level: levels[meta?.severity ?? 'warning']},
    properties: {
      tags: ['translation', ...(meta ? [`mqm/${meta.mqm}`] : [])],
      'problem.severity': meta?.severity === 'info' ? 'recommendation' : (meta?.severity ?? 'warning'),
    },
  };
}

function resultsOf(file: FileResult, options: ReportOptions, index: ReadonlyMap<string, number>): object[] {
  const findings = shownFindings(file, options);
  const suppressed = shownSuppressed(file, options);
  if (findings.length + suppressed.length === 0) return [];
  const lines = findLines(file.source);
  // Numbered together, so that a fingerprint does not depend on which of those alike are hidden.
  const all = [...file.findings, ...(file.suppressed ?? [])];
  const prints = new Map(fingerprintsOf(file.source, all).map((print, i) => [all[i] as Finding, print]));
  const result = (finding: Finding, suppressions: readonly object[]): object => ({
    ruleId: finding.rule,
    ruleIndex: index.get(finding.rule),
    level: levels[finding.severity],
    message: {text: plainText(finding.message)},
    locations: [{physicalLocation: physicalLocation(file.path, regionOf(finding), finding.text)}],
    ...related(file, finding, lines),
    partialFingerprints: {'calque/v1': prints.get(finding)},
    ...fixes(file, finding, lines),
    // Either every result of a run says whether it is suppressed, or none does (3.27.23).
    ...(options.suppressed ? {suppressions} : {}),
    properties: {mqm: finding.mqm},
  });
  return [
    ...findings.map((finding) => result(finding, [])),
    ...suppressed.map((finding) => result(finding, [suppressionOf(file.path, finding.suppression)])),
  ];
}

/** A directive stands in the source, the baseline beside it. */
function suppressionOf(path: string, {kind, justification, line}: Suppression): object {
  if (kind === 'baseline') return {kind: 'external', status: 'accepted', justification: 'In the baseline'};
  return {
    kind: 'inSource',
    status: 'accepted',
    ...(justification === undefined ? {} : {justification: plainText(justification)}),
    ...(line === undefined
      ? {}
      : {
          location: {
            physicalLocation: {artifactLocation: artifactLocation(path), region: {startLine: line}},
          },
        }),
  };
}

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

function regionOf({line, column, endLine, endColumn}: Finding): Region {
  return {startLine: line, startColumn: column, endLine, endColumn};
}

function regionAt(lines: LineStarts, start: number, end: number): Region {
  const from = positionAt(lines, start);
  const to = positionAt(lines, end);
  return {startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column};
}

function physicalLocation(path: string, region: Region, text?: string): object {
  const snippet = text === undefined || text === '' ? {} : {snippet: {text}};
  return {artifactLocation: artifactLocation(path), region: {...region, ...snippet}};
}

function related(file: FileResult, finding: Finding, lines: LineStarts): object {
  if (finding.related.length === 0) return {};
  return {
    relatedLocations: finding.related.map(({message, start, end}, i) => ({
      id: i + 1,
      message: {text: plainText(message)},
      physicalLocation: physicalLocation(file.path, regionAt(lines, start, end)),
    })),
  };
}

function fixes(file: FileResult, finding: Finding, lines: LineStarts): object {
  const fix = (text: string, edits: readonly Edit[]): object => ({
    description: {text: plainText(text)},
    artifactChanges: [
      {
        artifactLocation: artifactLocation(file.path),
        replacements: edits.map((edit) => ({
          deletedRegion: regionAt(lines, edit.start, edit.end),
          ...(edit.text === '' ? {} : {insertedContent: {text: edit.text}}),
        })),
      },
    ],
  });
  const list = [
    ...(finding.fix && finding.fix.edits.length > 0
      ? [fix(`Safe to apply unseen: ${changeInWords(file.source, finding.fix.edits)}`, finding.fix.edits)]
      : []),
    ...finding.suggestions
      .filter(({edits}) => edits.length > 0)
      .map(({message, edits}) => fix(message, edits)),
  ];
  return list.length > 0 ? {fixes: list} : {};
}

/** Relative to the root where it can be; percent-encoded as a URI asks. */
function artifactLocation(path: string): object {
  const segments = path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent);
  const uri = segments.join('/');
  if (path.startsWith('/')) return {uri: `file://${uri}`};
  if (/^[A-Za-z]:\//.test(path)) return {uri: `file:///${uri.replace('%3A', ':')}`};
  return {uri: uri.replace(/^(?:\.\/)+/, ''), uriBaseId: root};
}

/**
 * A message without embedded links: `[text](target)` of an article would be one to a viewer (SARIF 2.1.0, 3.11.6).
 */
function plainText(text: string): string {
  return text.includes('](') ? text.replace(/[[\]\\]/g, '\\$&') : text;
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** `names/inconsistent-spelling` → `NamesInconsistentSpelling`. */
function pascal(id: string): string {
  return id.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9]?)/g, (_, first: string) => first.toUpperCase());
}
