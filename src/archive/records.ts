import type {NameKind} from '../names/name-table.js';

/** Version of all records of an archive. */
export const recordVersion = 1;

/** One spelling of a name in one article. Keys stand in this order, so that equal ends of lines are equal facts. */
export interface MentionRecord {
  readonly v: 1;
  /** Id of the article. */
  readonly article: string;
  /** Of the article: `2024`, `2024-05` or `2024-05-31`. */
  readonly date?: string;
  /** BCP 47 tag of the language that the article was translated from. */
  readonly source_language?: string;
  /** How often it stands in the article. */
  readonly count: number;
  /** Where it stands first: UTF-16 offsets into the text of the record. */
  readonly place: readonly [start: number, end: number];
  /** As it is written, without titles and possessive endings: `Sadyr Zhaparov`, `Zhaparov`. */
  readonly form: string;
  /** Hashes (8 hexadecimal digits) of the consonants of its first and last word, one a reading: what likely spellings share. */
  readonly keys: readonly string[];
  /** The fullest way the article names it, where that has more words. */
  readonly full?: string;
  /** Words before its last one, in this form or in the full one. */
  readonly given?: string;
  /** The title or role before it, in small letters. */
  readonly title?: string;
  readonly kind: NameKind;
  /** What else stands beside it: `title:president`, `gloss:Homeland`. */
  readonly cues?: readonly string[];
  /** Other spellings that the article itself has of it, as the rule names/inconsistent-spelling tells. */
  readonly with?: readonly string[];
  /** What the original has in its place, where the record has an original. */
  readonly source_form?: string;
}

/** The numbers of an article, by which translations of one story are found: digits alone, two at least. */
export interface NumbersRecord {
  readonly v: 1;
  readonly article: string;
  readonly date?: string;
  readonly source_language?: string;
  readonly numbers: readonly string[];
}

/** A record that could not be read. */
export interface ErrorRecord {
  readonly v: 1;
  readonly article: string | null;
  readonly error: string;
}

/** How often each of some texts was counted: the eight most frequent, then by their letters. */
export type Counts = Readonly<Record<string, number>>;

/** One spelling over all articles. */
export interface FormRecord {
  readonly form: string;
  /** Articles that have it. */
  readonly articles: number;
  /** How often it stands in all of them. */
  readonly mentions: number;
  /** Articles by what it names there. */
  readonly kinds: Counts;
  /** Articles by the words before its last one. */
  readonly given: Counts;
  readonly cues: Counts;
  /** Articles by source language. */
  readonly languages: Counts;
  /** What originals have in its place. */
  readonly source_forms: Counts;
  /** First and last date of an article that has it. */
  readonly first?: string;
  readonly last?: string;
  /** Ids of up to five articles that have it: those whose ids have the smallest hashes. */
  readonly sample: readonly string[];
}

/** Two spellings that were compared. */
export interface PairRecord {
  readonly v: 1;
  readonly a: string;
  readonly b: string;
  /** 0..1: how sure it is that they are one name. */
  readonly sure: number;
  /** What speaks for it and against it, in plain English. */
  readonly evidence: readonly string[];
  /** Articles that have each. */
  readonly articles: readonly [number, number];
  /** Articles that have both as two names. */
  readonly together: number;
}

/** A spelling that may be the one to keep, and why. */
export interface KeptForm {
  readonly form: string;
  readonly reasons: readonly string[];
}

/** A name that the archive writes in several ways. */
export interface NameRecord {
  readonly v: 1;
  /** Its first form in the order of code units: the same whatever the order of the articles. */
  readonly id: string;
  readonly kind: NameKind;
  /** The most frequent first. */
  readonly forms: readonly FormRecord[];
  /** 0..1: of the pair that is least sure among those that join the forms. */
  readonly sure: number;
  readonly evidence: readonly string[];
  /** All forms, the likeliest to keep first. None is called right: how often a spelling stands is no proof. */
  readonly keep: readonly KeptForm[];
}

/** Articles that tell one story, as several translations of one original do. */
export interface StoryRecord {
  readonly v: 1;
  /** The first id of its articles in the order of code units. */
  readonly id: string;
  readonly articles: readonly string[];
  /** 0..1: of the link that is least like. */
  readonly sure: number;
  /** The rarest names and numbers that two at least have. */
  readonly shared: readonly string[];
}
