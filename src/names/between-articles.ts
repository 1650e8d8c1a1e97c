import {distance} from 'fastest-levenshtein';
import type {Lexicon} from '../lexicon/lexicon.js';
import {hashOf} from '../text/hash.js';
import {mixedHash} from '../text/mixed-hash.js';
import {nameKeys} from './authority/keys.js';
import {foldName} from './authority/table.js';
import {beginAlike} from './evidence/beginnings.js';
import {relate} from './evidence/relation.js';
import {ruleMade} from './evidence/rule-made.js';
import type {NameWord} from './mentions/name-words.js';
import type {PlaceTable} from './places/place-table.js';
import {compareSpellings} from './spelling/compare.js';
import {foldLatin} from './spelling/fold.js';

/** How two words of names are related, by their letters alone. */
export interface WordRelation {
  /** 0..1, of the spelling model. */
  readonly likeness: number;
  /** Letters that differ, marks and capitals aside. */
  readonly edits: number;
  /**
   * `letters`: only marks or hyphens differ; `case`: one has an ending that nouns take in other languages; `family`: a
   * woman’s surname and a man’s; `family-or-case`: that or a case; `derived`: one has an ending that makes peoples and
   * plurals; `made`: one is made of the other, and another name.
   */
  readonly kind: 'letters' | 'case' | 'family' | 'family-or-case' | 'derived' | 'made' | 'other';
  /** No spelling of one name begins so and so. */
  readonly beginsOtherwise: boolean;
}

export function relateWords(a: string, b: string): WordRelation {
  const [x, y] = [wordOf(a), wordOf(b)];
  const relation = relate(x.folded, y.folded);
  const edits = distance(x.folded, y.folded);
  const likeness = compareSpellings(a, b);
  const beginsOtherwise =
    !beginAlike(x.folded, y.folded) || (relation.kind === 'suffix' && relation.ending.length > 1);
  const kind = ((): WordRelation['kind'] => {
    if (relation.kind === 'same-letters' || relation.kind === 'joined') return 'letters';
    if (relation.kind === 'people') return 'made';
    // `Donbas` and `Donbass`: the last letter once more.
    if (
      relation.kind === 'prefix' &&
      relation.ending === (x.folded.at(-1) as string) &&
      x.folded.at(-1) === y.folded.at(-1)
    )
      return 'other';
    if (relation.endingKind === 'derived') return 'derived';
    if (relation.endingKind === 'administrative') return 'made';
    const made = ruleMade(x, y);
    if (made === 'family-form') return 'family';
    if (made === 'family-or-case') return 'family-or-case';
    if (made !== undefined) return 'made';
    return relation.endingKind === 'case' ? 'case' : 'other';
  })();
  return {likeness, edits, kind, beginsOtherwise};
}

const wordOf = (text: string): NameWord =>
  ({text, folded: foldLatin(text).toLowerCase()}) as Partial<NameWord> as NameWord;

/** Words of a name, folded to small ASCII letters; hyphens part words. */
export const foldedWords = (name: string): string[] => foldName(name).split(' ').filter(Boolean);

/** Under which keys the spellings of a name lie: see {@link nameKeys}. */
export const spellingKeys = (name: string): string[] => {
  const words = foldedWords(name);
  return words.length === 0 ? [] : nameKeys(words);
};

/** The same as hashes of eight hexadecimal digits. */
export const hexKeys = (name: string): string[] =>
  spellingKeys(name).map((key) => mixedHash(key).toString(16).padStart(8, '0'));

/** What English and the table of places know of a word or a name. */
export class KnownWords {
  constructor(
    private readonly lexicon: Lexicon | undefined,
    private readonly places: PlaceTable | undefined,
  ) {}

  /** A word of ordinary prose. */
  isOrdinary(word: string): boolean {
    return this.lexicon?.isOrdinaryWord(hashOf(word)) === true;
  }

  /** Listed in English with a capital. */
  isKnownName(word: string): boolean {
    return this.lexicon?.isKnownName(hashOf(word)) === true;
  }

  /** Whether two spellings are of one place of the table, of two, or not both known. */
  samePlace(a: string, b: string): 'one' | 'two' | undefined {
    const x = this.places?.of(a) ?? [];
    const y = this.places?.of(b) ?? [];
    if (x.length === 0 || y.length === 0) return undefined;
    return x.some(({id}) => y.some((place) => place.id === id)) ? 'one' : 'two';
  }

  /** Number class of the largest place that is written so; -1 for none. */
  placeSize(name: string): number {
    return Math.max(-1, ...(this.places?.of(name) ?? []).map(({size}) => size));
  }

  /** How the table writes the largest place that all of these are spellings of. */
  placeName(names: readonly string[]): string | undefined {
    const [first = [], ...others] = names.map((name) => this.places?.of(name) ?? []);
    const shared = first
      .filter(({id}) => others.every((places) => places.some((place) => place.id === id)))
      .sort((a, b) => b.size - a.size || a.id - b.id)[0];
    return shared === undefined ? undefined : this.places?.nameOf(shared);
  }
}
