/** A place where a phrase, a variant or an exception of an entry stands, whatever becomes of it. */
export interface PhraseHit {
  /** Index of the entry. */
  readonly entry: number;
  /** {@link phraseForm}, {@link exceptionForm}, or between them that of a variant. */
  readonly form: number;
  /** Index of its first token. */
  readonly first: number;
  /** Index of its last token. */
  readonly last: number;
}

export const phraseForm = 0;
export const exceptionForm = 2;

/** One place that the automaton found, before exceptions and overlaps are settled. */
export interface Hit extends PhraseHit {
  readonly end: number;
}
