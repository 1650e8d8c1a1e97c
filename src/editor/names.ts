import type {Edit} from '../engine/finding.js';
import {variesIn} from '../names/listing.js';
import type {NameCluster, NameEntry, NameKind} from '../names/name-table.js';
import type {Linted} from './articles.js';

/** One place of a name in the file. Offsets are UTF-16 offsets into its text. */
export interface NamePlace {
  readonly start: number;
  readonly end: number;
  /** False where markup runs through the word, so that it cannot be replaced as a piece. */
  readonly whole: boolean;
}

/** One spelling of a name's word. */
export interface Spelling {
  readonly text: string;
  readonly places: readonly NamePlace[];
}

/** A word of a name with all its spellings and places: what can be looked up and renamed. */
export interface NameWord {
  readonly kind: NameKind;
  readonly spellings: readonly Spelling[];
  /** What speaks for it that the spellings are one name. */
  readonly evidence: readonly string[];
  /** The person, place or organisation that the word belongs to. */
  readonly entry?: NameEntry;
}

/** The word of a name at an offset, and its place there. */
export function nameAt(
  checked: Linted,
  start: number,
  end = start,
): {name: NameWord; spelling: Spelling; place: NamePlace} | undefined {
  const {clusters, entries} = checked.names();
  for (const cluster of clusters) {
    const found = placed(wordOf(checked, cluster), start, end);
    if (found) return found;
  }
  for (const entry of entries) {
    for (const {start: from, end: to} of entry.mentions) {
      const place = checked.article.map.toSource(from, to);
      if (place.end < start || end < place.start) continue;
      for (const word of wordsIn(checked.article.prose, from, to)) {
        const found = placed(wordOfEntry(checked, entry, word.text), start, end);
        if (found) return found;
      }
    }
  }
  return undefined;
}

function placed(
  name: NameWord,
  start: number,
  end: number,
): {name: NameWord; spelling: Spelling; place: NamePlace} | undefined {
  for (const spelling of name.spellings) {
    const place = spelling.places.find((p) => p.start <= end && start <= p.end);
    if (place) return {name, spelling, place};
  }
  return undefined;
}

/** The word that varies in a cluster of spellings. */
export function wordOf(checked: Linted, cluster: NameCluster): NameWord {
  const entry = checked.names().entries.find((e) => variesIn(cluster, e));
  return {
    kind: cluster.kind,
    evidence: cluster.evidence,
    spellings: cluster.forms.map(({text, mentions}) => ({
      text,
      places: mentions.map((m) => placeOf(checked, m.start, m.end)),
    })),
    ...(entry ? {entry} : {}),
  };
}

/** A word of a name that is spelt in one way, wherever the name stands. */
function wordOfEntry(checked: Linted, entry: NameEntry, text: string): NameWord {
  const {prose} = checked.article;
  const places = entry.mentions.flatMap((mention) =>
    wordsIn(prose, mention.start, mention.end)
      .filter((word) => word.text === text)
      .map((word) => placeOf(checked, word.start, word.end)),
  );
  return {kind: entry.kind, evidence: [], spellings: [{text, places}], entry};
}

/** Clusters of spellings that occur in a name. */
export function clustersOf(checked: Linted, entry: NameEntry): NameCluster[] {
  return checked.names().clusters.filter((cluster) => variesIn(cluster, entry));
}

const word = /[\p{L}\p{M}\p{N}]+(?:[-'’][\p{L}\p{M}\p{N}]+)*/gu;

function wordsIn(prose: string, start: number, end: number): {text: string; start: number; end: number}[] {
  return [...prose.slice(start, end).matchAll(word)].map((match) => ({
    text: match[0],
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

function placeOf({article: {map}}: Linted, start: number, end: number): NamePlace {
  return {...map.toSource(start, end), whole: map.isContiguous(start, end)};
}

/** All places of a name's word, in the order of the text. */
export function placesOf({spellings}: NameWord): NamePlace[] {
  return spellings.flatMap(({places}) => places).sort((a, b) => a.start - b.start);
}

/** Edits that write a name in one way everywhere. Where all letters are capitals they stay so. */
export function respell(checked: Linted, {spellings}: NameWord, next: string): Edit[] {
  const {source, map} = checked.article;
  const edits = spellings.flatMap(({text, places}) =>
    places.flatMap(({start, end, whole}) => {
      const now = source.slice(start, end);
      const shouts = now.length > 1 && now !== text && now === text.toUpperCase();
      const written = map.escape(shouts ? next.toUpperCase() : next);
      return whole && now !== written ? [{start, end, text: written}] : [];
    }),
  );
  return edits.sort((a, b) => a.start - b.start);
}
