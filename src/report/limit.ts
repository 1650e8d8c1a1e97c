import type {Finding, Severity, SuppressedFinding} from '../engine/finding.js';

/** Id of the finding that stands for those of a file that are not told. */
export const moreRule = 'report/more';

/** Findings of one file that are told: code hosts show as many of a whole run, and nobody reads more. */
export const mostFindings = 5000;

const rank: Record<Severity, number> = {error: 2, warning: 1, info: 0};

/** What is told of one text. */
interface Told {
  readonly findings: readonly Finding[];
  readonly suppressed?: readonly SuppressedFinding[];
}

/**
 * Keeps the gravest findings of a file, the first of the text among equals; one more says how many are not told, as grave
 * as the gravest of them. What is counted for exit codes and scores is not changed by it.
 *
 * @param most how many are told; 0: all
 */
export function limited<T extends Told>(told: T, most: number): T {
  const {findings, suppressed = []} = told;
  if (most === 0 || (findings.length <= most && suppressed.length <= most)) return told;
  const kept = graver(findings, most);
  const left = findings.filter((finding) => !kept.has(finding));
  const hidden = Math.max(0, suppressed.length - most);
  const out = findings.filter((finding) => kept.has(finding));
  const place = left[0] ?? suppressed[most];
  if (place) insert(out, more(place, left, hidden));
  return {...told, findings: out, ...(hidden > 0 ? {suppressed: suppressed.slice(0, most)} : {})};
}

function graver(findings: readonly Finding[], most: number): Set<Finding> {
  const kept = new Set<Finding>();
  for (const severity of ['error', 'warning', 'info'] as const)
    for (const finding of findings) if (finding.severity === severity && kept.size < most) kept.add(finding);
  return kept;
}

function insert(findings: Finding[], one: Finding): void {
  const at = findings.findIndex(({start}) => start > one.start);
  findings.splice(at < 0 ? findings.length : at, 0, one);
}

function more(place: Finding, left: readonly Finding[], hidden: number): Finding {
  const count = (severity: Severity): number => left.filter((f) => f.severity === severity).length;
  const parts = [
    [count('error'), 'error'],
    [count('warning'), 'warning'],
    [count('info'), 'note'],
    [hidden, 'hidden one'],
  ] as const;
  const list = parts.filter(([n]) => n > 0).map(([n, name]) => `${n} ${name}${n === 1 ? '' : 's'}`);
  const severity = left.reduce<Severity>((a, f) => (rank[f.severity] > rank[a] ? f.severity : a), 'info');
  const {start, end, line, column, endLine, endColumn, text} = place;
  return {
    rule: moreRule,
    messageId: 'more',
    message: `Of this text ${list.join(', ')} more are not shown: \`--max-findings 0\` shows all`,
    severity,
    mqm: 'markup',
    start,
    end,
    line,
    column,
    endLine,
    endColumn,
    text,
    suggestions: [],
    related: [],
    data: {left: left.length + hidden},
  };
}
