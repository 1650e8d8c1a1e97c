import {type Diagnostic, DiagnosticSeverity} from 'vscode-languageserver';
import type {Finding} from '../engine/finding.js';
import type {Abilities} from './abilities.js';
import type {Broken, Checked, Linted} from './articles.js';

export const source = 'calque';

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

/** What an editor shows for one version of a document. */
export function diagnosticsOf(
  checked: Checked,
  abilities: Abilities,
  pageOf: (rule: string) => string | undefined,
): Diagnostic[] {
  switch (checked.kind) {
    case 'linted':
      return checked.findings.map((finding) => diagnosticOf(finding, checked, abilities, pageOf));
    case 'broken':
      return [atTop(brokenMessage(checked), DiagnosticSeverity.Error)];
    case 'silent':
      return checked.reason === undefined ? [] : [atTop(checked.reason, DiagnosticSeverity.Information)];
  }
}

export function diagnosticOf(
  finding: Finding,
  {text}: Linted,
  abilities: Abilities,
  pageOf: (rule: string) => string | undefined,
): Diagnostic {
  const href = abilities.codeDescription ? pageOf(finding.rule) : undefined;
  const related = abilities.relatedInformation
    ? finding.related.map(({message, start, end}) => ({
        location: {uri: text.uri, range: text.places.range(start, end)},
        message,
      }))
    : [];
  return {
    range: text.places.range(finding.start, finding.end),
    severity: severities[finding.severity],
    code: finding.rule,
    ...(href === undefined ? {} : {codeDescription: {href}}),
    source,
    message: finding.message,
    ...(related.length > 0 ? {relatedInformation: related} : {}),
  };
}

function brokenMessage({error}: Broken): string {
  const [first] = error.problems;
  const more = error.problems.length - 1;
  const place = first?.file === undefined ? '' : `${first.file}${first.line ? `:${first.line}` : ''}: `;
  return `Nothing is checked here until this is mended: ${place}${first?.message ?? error.message}${more > 0 ? ` (and ${more} more)` : ''}`;
}

function atTop(message: string, severity: DiagnosticSeverity): Diagnostic {
  return {
    range: {start: {line: 0, character: 0}, end: {line: 0, character: 0}},
    severity,
    source,
    message,
  };
}
