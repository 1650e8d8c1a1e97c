import type {MqmCategory} from './mqm.js';

export type Severity = 'error' | 'warning' | 'info';

/** Replaces the UTF-16 range `start`..`end` by `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A change that is safe to apply unseen. All edits are applied or none. */
export interface Fix {
  readonly edits: readonly Edit[];
}

/** A change that needs a person. All edits are applied or none. */
export interface Suggestion {
  readonly message: string;
  readonly edits: readonly Edit[];
}

/** Another place that belongs to a finding, as "also spelt here". */
export interface Related {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
}

/** What a rule says. All offsets are UTF-16 offsets into the file's text ({@link Article.source}). */
export interface Finding {
  readonly rule: string;
  readonly messageId: string;
  readonly message: string;
  readonly severity: Severity;
  readonly mqm: MqmCategory;
  /** Where a warning weighs as much as an error in the score. */
  readonly mqmSeverity?: 'major';
  readonly start: number;
  readonly end: number;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The text of the file at `start`..`end`. */
  readonly text: string;
  readonly fix?: Fix;
  readonly suggestions: readonly Suggestion[];
  readonly related: readonly Related[];
  /** Facts for tools: e.g. `forms`, `counts`, `evidence`, `confidence` of a finding about names. */
  readonly data: Readonly<Record<string, unknown>>;
}
