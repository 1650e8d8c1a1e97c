import type {MqmCategory} from '../../mqm/categories.js';

/**
 * One entry of a dictionary file (`dictionaries/**.yml` or a project's own), as `dictionary.schema.json` describes
 * it. Phrases are literal words and marks; the few operators of the phrase syntax stand in `syntax.ts`.
 */
export interface DictionaryEntry {
  /** `calque`, `term`, `name`, `residue` …: which rules read it. */
  readonly kind: string;
  /** Where it was written: `dictionaries/calques/ru.yml:12`. */
  readonly origin: string;
  /** It is of a dictionary of the project, whose word counts more than that of those that come with calque. */
  readonly house?: true;
  /** The phrase; of kinds `name` and `term`, the preferred way of writing it. */
  readonly phrase: string;
  /** Other ways of writing it; of kinds `name` and `term`, those that are not preferred. */
  readonly variants?: readonly string[];
  /** Replacements, best first. Kinds `name` and `term` are replaced by their `phrase`. */
  readonly replace?: readonly string[];
  /** `fix`: the first replacement is safe to apply unseen. Otherwise a person decides. */
  readonly apply?: 'fix' | 'suggest';
  /** BCP 47 tag of the text's language; none: any. */
  readonly language?: string;
  /** Source languages in whose translations the phrase is left. */
  readonly source?: readonly string[];
  /** `safe`: may be said with the source language unknown. `context`: only with it known, or as a hint. */
  readonly risk?: 'safe' | 'context';
  /** `exact`: capitals must be as written. `fold` (default): they do not matter. */
  readonly case?: 'exact' | 'fold';
  /** Longer phrases in which this one is right. */
  readonly except?: readonly string[];
  /** The entry holds only if one of these words stands in the same block. */
  readonly near?: readonly string[];
  /** Where the phrase must stand; none: anywhere. */
  readonly position?: 'sentence-start' | 'block-start' | 'whole-block';
  /** Of the finding; none: that of the rule. */
  readonly severity?: 'error' | 'warning' | 'info';
  /** An MQM id; see `src/mqm/categories.ts`. */
  readonly mqm?: MqmCategory;
  /** Why, in a sentence, for the message. */
  readonly note?: string;
  /** Address of a page that says more. */
  readonly see?: string;
  /** Names: what is named. */
  readonly type?: 'person' | 'place' | 'organisation' | 'work' | 'other';
}

/** Tokens `first` to `last` (both included) match `entry`. */
export interface PhraseMatch {
  /** What matched. */
  readonly entry: DictionaryEntry;
  /** Which of the entry's ways of writing it: its `phrase` or one of its `variants`. */
  readonly form: 'phrase' | 'variant';
  /** Index of its first token. */
  readonly first: number;
  /** Index of its last token. */
  readonly last: number;
  /** UTF-16 offset into the prose. */
  readonly start: number;
  /** UTF-16 offset of its end; a possessive ending of the last word is left out. */
  readonly end: number;
}
