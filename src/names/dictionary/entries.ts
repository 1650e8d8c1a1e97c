import type {DictionaryEntry} from '../../lexicon/phrases/entry.js';

/** The formats that names are read from and written to. */
export type NameFormat = 'csv' | 'tsv' | 'tbx' | 'jrc' | 'wikidata' | 'yaml';

/** What could not be read. `line` is 1-based; 0 where the format has no lines. */
export interface ImportProblem {
  readonly message: string;
  readonly line: number;
}

export interface ImportResult {
  readonly entries: readonly DictionaryEntry[];
  readonly problems: readonly ImportProblem[];
}

export type NameType = NonNullable<DictionaryEntry['type']>;

/** One name while it is gathered: how to write it, and how else it is written. */
export interface NameDraft {
  readonly canonical: string;
  readonly variants: readonly string[];
  readonly type?: NameType;
  readonly source?: readonly string[];
  readonly except?: readonly string[];
  readonly note?: string;
}

/**
 * The dictionary entry of a name: `phrase` is the canonical form, `variants` are the ways not to write it. Imported
 * entries are suggestions: only a person sets `apply: fix`.
 */
export function toEntry(draft: NameDraft, origin: string): DictionaryEntry {
  const clean = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const phrase = clean(draft.canonical);
  const variants = [...new Set(draft.variants.map(clean))].filter(
    (variant) => variant !== '' && variant !== phrase,
  );
  return {
    kind: 'name',
    origin,
    phrase,
    ...(variants.length > 0 ? {variants} : {}),
    case: 'exact',
    ...(draft.type ? {type: draft.type} : {}),
    ...(draft.source && draft.source.length > 0 ? {source: draft.source} : {}),
    ...(draft.except && draft.except.length > 0 ? {except: draft.except} : {}),
    ...(draft.note ? {note: draft.note} : {}),
  };
}

/** The form to write, and all others. */
export function spellingsOf(entry: DictionaryEntry): {canonical: string; variants: readonly string[]} {
  return {canonical: entry.phrase, variants: entry.variants ?? []};
}

const types: Readonly<Record<string, NameType>> = {
  p: 'person',
  per: 'person',
  person: 'person',
  o: 'organisation',
  org: 'organisation',
  organisation: 'organisation',
  organization: 'organisation',
  l: 'place',
  loc: 'place',
  gpe: 'place',
  place: 'place',
  location: 'place',
  work: 'work',
  t: 'work',
};

export const typeOf = (text: string | undefined): NameType | undefined =>
  text === undefined ? undefined : types[text.trim().toLowerCase()];
