import type {DictionaryEntry} from '../../lexicon/phrases/entry.js';
import {literalPhrase} from '../../lexicon/phrases/syntax.js';

/** A name as the dictionary is to have it; phrase and variants are texts, whatever signs they have. */
export interface NewName {
  readonly phrase: string;
  readonly variants: readonly string[];
  readonly type?: NonNullable<DictionaryEntry['type']>;
}

/** An entry that is to be written into a dictionary; phrases are in the syntax of phrases. */
export type NewEntry = Omit<DictionaryEntry, 'origin' | 'house'>;

/** The entry of a name. */
export function entryOf({phrase, variants, type}: NewName): NewEntry {
  return {
    kind: 'name',
    phrase: literalPhrase(phrase),
    ...(type === undefined ? {} : {type}),
    ...(variants.length > 0 ? {variants: variants.map(literalPhrase)} : {}),
  };
}

/**
 * Names that look alike and are not one: each an entry of its own, right as it is written.
 *
 * @param kind of the names, as findings tell it
 */
export function namesApart(forms: readonly string[], kind: unknown): NewName[] {
  return forms.map((phrase) => ({
    phrase,
    variants: [],
    ...(kind === 'person' || kind === 'place' || kind === 'organisation' ? {type: kind} : {}),
  }));
}
