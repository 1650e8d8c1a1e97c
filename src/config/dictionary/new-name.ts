import type {DictionaryEntry} from '../../lexicon/phrases/entry.js';

/** A name as the dictionary is to have it. */
export interface NewName {
  readonly phrase: string;
  readonly variants: readonly string[];
  readonly type?: NonNullable<DictionaryEntry['type']>;
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
