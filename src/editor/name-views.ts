import {type DocumentSymbol, type Hover, type Location, type Range, SymbolKind} from 'vscode-languageserver';
import type {DictionaryEntry} from '../lexicon/phrases/entry.js';
import type {NameEntry, NameKind} from '../names/name-table.js';
import type {Linted} from './articles.js';
import {clustersOf, type NameWord, nameAt, placesOf, type Spelling, wordOf} from './names.js';

export function renameRange(
  checked: Linted,
  offset: number,
): {range: Range; placeholder: string} | undefined {
  const found = nameAt(checked, offset);
  if (!found) return undefined;
  const {start, end} = found.place;
  return {range: checked.text.places.range(start, end), placeholder: found.spelling.text};
}

/** Every place of the name under the cursor, in all its spellings. */
export function referencesOf(checked: Linted, offset: number): Location[] {
  const found = nameAt(checked, offset);
  if (!found) return [];
  const {uri, places} = checked.text;
  return placesOf(found.name).map(({start, end}) => ({uri, range: places.range(start, end)}));
}

/** What is known of the name under the cursor, as Markdown. */
export function hoverOf(checked: Linted, offset: number): Hover | undefined {
  const found = nameAt(checked, offset);
  if (!found) return undefined;
  const {name, place} = found;
  const {entry, spellings, evidence, kind} = name;
  const parts = [`**${plain(entry?.text ?? spellings[0]?.text ?? '')}**${kindShown[kind]}`];
  if (entry && entry.roles.length > 0) parts.push(entry.roles.map(plain).join(', '));
  if (entry?.gloss) parts.push(`In brackets: ${plain(entry.gloss)}`);
  if (spellings.length > 1) parts.push(`${spellings.length} spellings:`);
  parts.push(spellings.map((spelling) => `- ${shownSpelling(checked, spelling)}`).join('\n'));
  if (evidence.length > 0) parts.push(`Why it is thought one name: ${evidence.map(plain).join('; ')}`);
  const {linter} = checked.linting;
  for (const one of entriesFor(name, [...linter.entries('name'), ...linter.entries('term')]))
    parts.push(shownEntry(one));
  return {
    contents: {kind: 'markdown', value: parts.join('\n\n')},
    range: checked.text.places.range(place.start, place.end),
  };
}

const kindShown: Readonly<Record<NameKind, string>> = {
  person: ', a person',
  place: ', a place',
  organisation: ', an organisation',
  event: ', an event',
  work: ', a work',
  demonym: ', a people',
  unknown: '',
};

/** Most lines that are listed for one spelling. */
const mostLines = 8;

function shownSpelling({text: {places: all}}: Linted, {text, places}: Spelling): string {
  const lines = [...new Set(places.map((p) => all.position(p.start).line + 1))];
  const listed = `${lines.slice(0, mostLines).join(', ')}${lines.length > mostLines ? ' …' : ''}`;
  const times = places.length === 1 ? 'once' : `${places.length} times`;
  return `${plain(text)}: ${times} (${lines.length === 1 ? 'line' : 'lines'} ${listed})`;
}

/** Entries of dictionaries that a spelling of the name is in. */
function entriesFor({spellings}: NameWord, entries: readonly DictionaryEntry[]): DictionaryEntry[] {
  const words = new Set(spellings.map(({text}) => text));
  return entries.filter(({phrase, variants, replace}) =>
    [phrase, ...(variants ?? []), ...(replace ?? [])].some(
      (text) => words.has(text) || text.split(/\s+/).some((part) => words.has(part)),
    ),
  );
}

function shownEntry({phrase, variants, replace, origin, note}: DictionaryEntry): string {
  const right = replace?.[0] ?? phrase;
  const wrong = [phrase, ...(variants ?? [])].filter((text) => text !== right);
  const not = wrong.length > 0 ? `, not ${wrong.map((text) => `“${plain(text)}”`).join(', ')}` : '';
  return `In the dictionary: “${plain(right)}”${not}${note ? `. ${plain(note)}` : ''} (${plain(origin)})`;
}

/** Text of an article or a dictionary, shown as it stands where Markdown is read. */
export const plain = (text: string): string =>
  text.replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&').replace(/\s+/g, ' ');

/** One name for a list of names, in the order of the text. */
export interface ListedName {
  readonly text: string;
  readonly kind: NameKind;
  readonly roles: readonly string[];
  readonly mentions: readonly {readonly text: string; readonly range: Range}[];
  /** Where a word of it is spelt in several ways. */
  readonly varying: readonly {
    readonly spellings: readonly {readonly text: string; readonly ranges: readonly Range[]}[];
    readonly evidence: readonly string[];
  }[];
}

/** The names of an article for a side panel. */
export function listNames(checked: Linted): ListedName[] {
  const {places} = checked.text;
  const {map} = checked.article;
  const {entries, clusters} = checked.names();
  const rangeOf = (start: number, end: number): Range => {
    const source = map.toSource(start, end);
    return places.range(source.start, source.end);
  };
  const varying = (words: readonly NameWord[]): ListedName['varying'] =>
    words.map(({spellings, evidence}) => ({
      evidence,
      spellings: spellings.map(({text, places: all}) => ({
        text,
        ranges: all.map(({start, end}) => places.range(start, end)),
      })),
    }));
  const told = new Set<unknown>();
  const listed = entries.map((entry: NameEntry): ListedName => {
    const own = clustersOf(checked, entry).filter((cluster) => !told.has(cluster));
    for (const cluster of own) told.add(cluster);
    return {
      text: entry.text,
      kind: entry.kind,
      roles: entry.roles,
      mentions: entry.mentions.map(({text, start, end}) => ({text, range: rangeOf(start, end)})),
      varying: varying(own.map((cluster) => wordOf(checked, cluster))),
    };
  });
  // A word may vary that belongs to no name as a whole.
  for (const cluster of clusters.filter((c) => !told.has(c))) {
    listed.push({
      text: cluster.forms[0]?.text ?? '',
      kind: cluster.kind,
      roles: [],
      mentions: cluster.forms.flatMap(({text, mentions}) =>
        mentions.map((m) => ({text, range: rangeOf(m.start, m.end)})),
      ),
      varying: varying([wordOf(checked, cluster)]),
    });
  }
  return listed.filter(({mentions}) => mentions.length > 0);
}

/** Names of the article as an outline: each with its spellings below it. */
export function symbolsOf(checked: Linted): DocumentSymbol[] {
  return listNames(checked).map(({text, kind, mentions, varying}) => {
    const spellings = varying.flatMap((v) => v.spellings);
    return {
      name: text || '?',
      detail: `${mentions.length} ×${spellings.length > 0 ? `, ${spellings.length} spellings` : ''}`,
      kind: symbolKinds[kind],
      range: hull([...mentions.map((m) => m.range), ...spellings.flatMap((s) => s.ranges)]),
      selectionRange: (mentions[0] as {range: Range}).range,
      children: spellings.map((spelling) => ({
        name: spelling.text,
        detail: `${spelling.ranges.length} ×`,
        kind: SymbolKind.String,
        range: hull(spelling.ranges),
        selectionRange: spelling.ranges[0] as Range,
      })),
    };
  });
}

const symbolKinds: Readonly<Record<NameKind, SymbolKind>> = {
  person: SymbolKind.Class,
  place: SymbolKind.Namespace,
  organisation: SymbolKind.Module,
  event: SymbolKind.Event,
  work: SymbolKind.File,
  demonym: SymbolKind.Constant,
  unknown: SymbolKind.Variable,
};

function hull(ranges: readonly Range[]): Range {
  const before = (a: Range['start'], b: Range['start']): boolean =>
    a.line < b.line || (a.line === b.line && a.character < b.character);
  let {start, end} = ranges[0] as Range;
  for (const range of ranges) {
    if (before(range.start, start)) start = range.start;
    if (before(end, range.end)) end = range.end;
  }
  return {start, end};
}
