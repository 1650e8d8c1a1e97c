import {type DocumentSymbol, type Hover, type Location, type Range, SymbolKind} from 'vscode-languageserver';
import type {Edit} from '../engine/finding.js';
import type {DictionaryEntry} from '../lexicon/phrases/entry.js';
import type {NameCluster, NameForm} from '../names/name-table.js';
import type {Linted} from './articles.js';

/** One place of a name in the file. Offsets are UTF-16 offsets into its text. */
export interface NamePlace {
  readonly start: number;
  readonly end: number;
  readonly form: NameForm;
  /** False where markup runs through the word, so that it cannot be replaced as a piece. */
  readonly whole: boolean;
}

/** The name at an offset, and its place there. */
export function nameAt(
  checked: Linted,
  start: number,
  end = start,
): {cluster: NameCluster; place: NamePlace} | undefined {
  for (const cluster of checked.names().clusters) {
    const place = placesOf(checked, cluster).find((p) => p.start <= end && start <= p.end);
    if (place) return {cluster, place};
  }
  return undefined;
}

/** All places of a name, in the order of the text. */
export function placesOf({article}: Linted, cluster: NameCluster): NamePlace[] {
  return cluster.forms
    .flatMap((form) =>
      form.mentions.map((mention) => ({
        ...article.map.toSource(mention.start, mention.end),
        form,
        whole: article.map.isContiguous(mention.start, mention.end),
      })),
    )
    .sort((a, b) => a.start - b.start);
}

/** Edits that write a name in one way everywhere. Where all letters are capitals they stay so. */
export function respell(checked: Linted, cluster: NameCluster, spelling: string): Edit[] {
  const {source, map} = checked.article;
  return placesOf(checked, cluster).flatMap(({start, end, form, whole}) => {
    const now = source.slice(start, end);
    const shouts = now.length > 1 && now !== form.text && now === form.text.toUpperCase();
    const next = map.escape(shouts ? spelling.toUpperCase() : spelling);
    return whole && now !== next ? [{start, end, text: next}] : [];
  });
}

export function renameRange(
  checked: Linted,
  offset: number,
): {range: Range; placeholder: string} | undefined {
  const found = nameAt(checked, offset);
  if (!found) return undefined;
  const {start, end, form} = found.place;
  return {range: checked.text.places.range(start, end), placeholder: form.text};
}

export function referencesOf(checked: Linted, offset: number): Location[] {
  const found = nameAt(checked, offset);
  if (!found) return [];
  const {uri, places} = checked.text;
  return placesOf(checked, found.cluster).map(({start, end}) => ({uri, range: places.range(start, end)}));
}

/** What is known of the name under the cursor, as Markdown. */
export function hoverOf(
  checked: Linted,
  offset: number,
  entries: readonly DictionaryEntry[],
): Hover | undefined {
  const found = nameAt(checked, offset);
  if (!found) return undefined;
  const {cluster, place} = found;
  const {places} = checked.text;
  const lines = cluster.forms.map((form) => {
    const where = placesOf(checked, {...cluster, forms: [form]}).map(
      (p) => places.position(p.start).line + 1,
    );
    const shown = [...new Set(where)];
    const listed = `${shown.slice(0, 8).join(', ')}${shown.length > 8 ? ' …' : ''}`;
    return `- **${plain(form.text)}**: ${form.count} ${form.count === 1 ? 'time' : 'times'} (${shown.length === 1 ? 'line' : 'lines'} ${listed})`;
  });
  const several = cluster.forms.length > 1;
  const kind = cluster.kind === 'unknown' ? 'name' : `name of ${article[cluster.kind]}`;
  const parts = [
    several ? `A ${kind} in ${cluster.forms.length} spellings` : `A ${kind}, spelt in one way`,
    lines.join('\n'),
  ];
  if (several && cluster.evidence.length > 0)
    parts.push(`Why it is thought one name: ${cluster.evidence.map(plain).join('; ')}`);
  for (const entry of entriesOf(cluster, entries)) parts.push(entryLine(entry));
  return {
    contents: {kind: 'markdown', value: parts.join('\n\n')},
    range: places.range(place.start, place.end),
  };
}

const article = {person: 'a person', place: 'a place', organisation: 'an organisation'} as const;

/** Entries of dictionaries that a spelling of the name is in. */
export function entriesOf(cluster: NameCluster, entries: readonly DictionaryEntry[]): DictionaryEntry[] {
  const forms = new Set(cluster.forms.map((form) => form.text));
  return entries.filter((entry) =>
    [entry.phrase, ...(entry.variants ?? [])].some(
      (phrase) => forms.has(phrase) || phrase.split(/\s+/).some((word) => forms.has(word)),
    ),
  );
}

function entryLine({phrase, variants, origin, note}: DictionaryEntry): string {
  const stands =
    variants && variants.length > 0 ? `, not ${variants.map((v) => `“${plain(v)}”`).join(', ')}` : '';
  return `Dictionary: “${plain(phrase)}”${stands}${note ? `. ${plain(note)}` : ''} (${plain(origin)})`;
}

/** Text from an article or a dictionary, shown as it stands where Markdown is read. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&').replace(/\s+/g, ' ');

/** Names of the article, as an outline: the name, below it its spellings. */
export function symbolsOf(checked: Linted): DocumentSymbol[] {
  const {places} = checked.text;
  return checked
    .names()
    .clusters.flatMap((cluster): DocumentSymbol[] => {
      const all = placesOf(checked, cluster);
      const [first] = all;
      if (!first) return [];
      const hull = places.range(first.start, Math.max(...all.map((p) => p.end)));
      const several = cluster.forms.length > 1;
      return [
        {
          name: cluster.forms.map((form) => form.text).join(' / '),
          detail: `${all.length} ${all.length === 1 ? 'place' : 'places'}`,
          kind: symbolKinds[cluster.kind],
          range: hull,
          selectionRange: places.range(first.start, first.end),
          children: several
            ? cluster.forms.flatMap((form): DocumentSymbol[] => {
                const own = all.filter((p) => p.form === form);
                const [one] = own;
                if (!one) return [];
                return [
                  {
                    name: form.text,
                    detail: `${form.count} ×`,
                    kind: SymbolKind.String,
                    range: places.range(one.start, Math.max(...own.map((p) => p.end))),
                    selectionRange: places.range(one.start, one.end),
                  },
                ];
              })
            : [],
        },
      ];
    })
    .sort((a, b) => a.selectionRange.start.line - b.selectionRange.start.line);
}

const symbolKinds = {
  person: SymbolKind.Class,
  place: SymbolKind.Namespace,
  organisation: SymbolKind.Module,
  unknown: SymbolKind.Variable,
} as const;

/** One name for a list of names. */
export interface ListedName {
  readonly kind: NameCluster['kind'];
  readonly confidence: number;
  readonly evidence: readonly string[];
  readonly forms: readonly {
    readonly text: string;
    readonly count: number;
    readonly ranges: readonly Range[];
  }[];
}

/** The names of an article for the side panel, those with several spellings first. */
export function listNames(checked: Linted): ListedName[] {
  const {places} = checked.text;
  return checked
    .names()
    .clusters.map(({kind, confidence, evidence, forms}) => ({
      kind,
      confidence,
      evidence,
      forms: forms.map((form) => ({
        text: form.text,
        count: form.count,
        ranges: form.mentions.map((m) => {
          const {start, end} = checked.article.map.toSource(m.start, m.end);
          return places.range(start, end);
        }),
      })),
    }))
    .sort((a, b) => b.forms.length - a.forms.length);
}
