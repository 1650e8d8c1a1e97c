import type {DictionaryEntry} from '../../lexicon/phrases/entry.js';
import {hasOperators, literalPhrase, textOfPhrase} from '../../lexicon/phrases/syntax.js';

/** The formats that dictionaries are read from and written to. */
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

/** One entry while it is gathered: how to write it, how else it is written, and what else is known of it. */
export interface NameDraft
  extends Partial<Omit<DictionaryEntry, 'origin' | 'house' | 'phrase' | 'variants'>> {
  readonly canonical: string;
  readonly variants: readonly string[];
  /** Phrase, variants and exceptions are in the syntax of phrases; else they are texts, whatever signs they have. */
  readonly hasSyntax?: boolean;
}

/**
 * The dictionary entry of a name or a term: `phrase` is the canonical form, `variants` are the ways not to write it.
 * Imported entries are suggestions, and their capitals count, unless they say otherwise.
 */
export function toEntry(draft: NameDraft, origin: string): DictionaryEntry {
  const {canonical, variants, hasSyntax, except = [], ...rest} = draft;
  const clean = (text: string): string => {
    const one = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
    return hasSyntax ? one : literalPhrase(one);
  };
  const phrase = clean(canonical);
  const others = [...new Set(variants.map(clean))].filter((variant) => variant !== '' && variant !== phrase);
  const spared = except.map(clean).filter(Boolean);
  const more = Object.entries(rest).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  const entry = {
    kind: 'name',
    origin,
    phrase,
    ...(others.length > 0 ? {variants: others} : {}),
    case: 'exact',
    ...Object.fromEntries(more),
    ...(spared.length > 0 ? {except: spared} : {}),
  } as DictionaryEntry;
  if (entry.case !== 'fold') return entry;
  const {case: _, ...folded} = entry;
  return folded;
}

/** The form to write, and all others. */
export function spellingsOf(entry: DictionaryEntry): {canonical: string; variants: readonly string[]} {
  return {canonical: entry.phrase, variants: entry.variants ?? []};
}

/** Whether a phrase, variant or exception of an entry stands for more than one text. */
export function hasSyntax({phrase, variants = [], except = []}: DictionaryEntry): boolean {
  return [phrase, ...variants, ...except].some(hasOperators);
}

/** A phrase as other programs write it: the text that it stands for, unless it stands for several. */
export const plainText = (phrase: string): string => (hasOperators(phrase) ? phrase : textOfPhrase(phrase));

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
  other: 'other',
};

export const typeOf = (text: string | undefined): NameType | undefined =>
  text === undefined ? undefined : types[text.trim().toLowerCase()];
