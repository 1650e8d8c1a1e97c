/** One place where a name stands. Offsets are UTF-16 offsets into the prose; possessive endings are left out. */
export interface Mention {
  /** Where it begins. */
  readonly start: number;
  /** Where it ends. */
  readonly end: number;
  /** Index of its first token. */
  readonly firstToken: number;
  /** Index of its last token, included. */
  readonly lastToken: number;
}

/** A mention with its words. */
export interface WrittenMention extends Mention {
  /** As it stands in the text. */
  readonly text: string;
}

/** How a form comes from another form of its name. */
export interface Derivation {
  /** The other form's text. */
  readonly base: string;
  /** What this form has more. */
  readonly ending: string;
  /** `case`: the ending is one that nouns take in another language. `repeat`: the word's end stands there again. */
  readonly kind: 'case' | 'repeat';
  /** BCP 47 tags of languages that have the ending. */
  readonly languages: readonly string[];
}

/** One spelling of the word that varies, and where it stands. */
export interface NameForm {
  /** The single word that differs, possessive stripped: `Zaparov`. */
  readonly text: string;
  /** How often it stands in the article. */
  readonly count: number;
  /** The places of just this word. */
  readonly mentions: readonly Mention[];
  /** Where another form with an ending explains this one. */
  readonly derivation?: Derivation;
  /** In a language that declines names: how many UTF-16 units of {@link text} its case forms have in common. */
  readonly stem?: number;
}

/** What a name names, as far as the article shows it. */
export type NameKind = 'person' | 'place' | 'organisation' | 'event' | 'work' | 'demonym' | 'unknown';

/** Spellings that belong to one name. */
export interface NameCluster {
  /** Most frequent first, then by first place. */
  readonly forms: readonly NameForm[];
  /** What is named. */
  readonly kind: NameKind;
  /** 0..1: how sure it is that all forms are one name. */
  readonly confidence: number;
  /** What speaks for it, in plain English, strongest first: `same given name “Sadyr”`. */
  readonly evidence: readonly string[];
  /** How GeoNames writes the place, where two forms at least are spellings of one that it knows: `Vuhledar`. */
  readonly place?: string;
}

/** A person, place or organisation: its full name and the short mentions that go with it. */
export interface NameEntry {
  /** The fullest way it is named, without titles: `Almazbek Atambayev`. */
  readonly text: string;
  /** What is named. */
  readonly kind: NameKind;
  /** In the order of the text: whole names, surnames or given names alone, initials with surnames. */
  readonly mentions: readonly WrittenMention[];
  /** Words that say what it is, as they stand before it: `President`. */
  readonly roles: readonly string[];
  /** What stands in brackets right after it: `Homeland` of `Ata-Meken (Homeland)`. */
  readonly gloss?: string;
}

/** The names of an article. */
export interface NameTable {
  /** Names that occur in more than one spelling. */
  readonly clusters: readonly NameCluster[];
  /** Every name of the article, in the order of its first mention. */
  readonly entries: readonly NameEntry[];
}
