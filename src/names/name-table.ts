/** One place where a name stands. Offsets are UTF-16 offsets into the prose; possessive endings are left out. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly firstToken: number;
  readonly lastToken: number;
}

/** One spelling of the word that varies, and where it stands. */
export interface NameForm {
  /** The single word that differs, possessive stripped: `Zaparov`. */
  readonly text: string;
  readonly count: number;
  /** The places of just this word. */
  readonly mentions: readonly Mention[];
}

/** Spellings that belong to one name. */
export interface NameCluster {
  /** Most frequent first, then by first place. */
  readonly forms: readonly NameForm[];
  readonly kind: 'person' | 'place' | 'organisation' | 'unknown';
  /** 0..1: how sure it is that all forms are one name. */
  readonly confidence: number;
  /** What speaks for it, in plain English, strongest first: `same given name “Sadyr”`. */
  readonly evidence: readonly string[];
}

export interface NameTable {
  readonly clusters: readonly NameCluster[];
}
