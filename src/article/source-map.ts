/**
 * From prose offsets back to file offsets.
 *
 * The prose is a row of segments, each either copied as it stands in the file (`exact`: same length, offset for
 * offset) or decoded from it (an entity, a soft line break: the whole segment answers to the whole source range).
 * All offsets are UTF-16.
 */
export interface SourceMap {
  /**
   * The source range of a prose range. A bound inside a decoded segment widens to that segment's bound.
   * For an empty range the position before it is taken.
   */
  toSource(start: number, end: number): Range;
  /**
   * True when the prose range lies in the source as one unbroken, undivided stretch with nothing (no markup, no
   * entity that is cut in half) between its parts, so that replacing the source range replaces just this prose.
   */
  isContiguous(start: number, end: number): boolean;
  /**
   * How prose is written in this format: escapes what the format would read as markup. `at` is where in the prose it
   * goes, for formats that have another format in them.
   */
  escape(prose: string, at?: number): string;
  /**
   * Of a text whose letters may be written in pieces (`e` and U+0301), which the prose has in one: writes those that the
   * prose range holds as the source has them there.
   */
  restore?(text: string, start: number, end: number): string;
}

/** A stretch of a text, in UTF-16 offsets. */
export interface Range {
  /** Offset of its first unit. */
  readonly start: number;
  /** Offset after its last unit. */
  readonly end: number;
}

/** Prose and source are one and the same string. */
export const identityMap: SourceMap = {
  toSource: (start, end) => ({start, end}),
  isContiguous: () => true,
  escape: (prose) => prose,
};
