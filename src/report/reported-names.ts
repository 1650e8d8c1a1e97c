import type {Article} from '../article/article.js';
import type {Finding} from '../engine/finding.js';
import type {NameCluster, NameEntry, NameTable} from '../names/name-table.js';
import {tellsNames} from './names-of.js';
import type {ReportedName} from './report.js';

/**
 * The names that findings say are spelt in several ways, with every place of each spelling, in the order of their
 * first places. What a directive, the baseline or the configuration hides is not among them.
 */
export function reportedNames(
  article: Article,
  {clusters, entries}: NameTable,
  findings: readonly Finding[],
): ReportedName[] {
  const told = new Set(findings.flatMap(({data}) => (tellsNames(data) ? [keyOf(data.forms)] : [])));
  return clusters
    .filter(({forms}) => told.has(keyOf(forms.map(({text}) => text))))
    .map((cluster) => ({
      name: fullNameOf(cluster, entries),
      kind: cluster.kind === 'unknown' ? 'name' : cluster.kind,
      evidence: cluster.evidence,
      forms: cluster.forms.map(({text, mentions}) => ({
        text,
        places: mentions.map(({start, end}) => article.map.toSource(start, end).start).sort((a, b) => a - b),
      })),
    }))
    .sort((a, b) => firstPlace(a) - firstPlace(b));
}

const keyOf = (forms: readonly string[]): string => forms.join('\n');

const firstPlace = ({forms}: ReportedName): number => Math.min(...forms.map(({places}) => places[0] ?? 0));

/** The fullest name that one of the spellings is part of. */
function fullNameOf({forms}: NameCluster, entries: readonly NameEntry[]): string {
  const parts = forms.flatMap((form) => form.mentions);
  const entry = entries.find(({mentions}) =>
    mentions.some((whole) => parts.some((part) => whole.start <= part.start && part.end <= whole.end)),
  );
  return entry?.text ?? forms[0]?.text ?? '';
}
