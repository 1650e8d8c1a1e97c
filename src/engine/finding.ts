import type {MqmCategory} from '../mqm/categories.js';

/** How much a finding weighs. Errors make a run fail; in the MQM score an error is major, a warning minor, `info` neutral. */
export type Severity = 'error' | 'warning' | 'info';

/** Replaces the UTF-16 range `start`..`end` by `text`. */
export interface Edit {
  /** UTF-16 offset of the first unit that is replaced. */
  readonly start: number;
  /** UTF-16 offset after the last one; equal to `start` for an insertion. */
  readonly end: number;
  /** What stands there afterwards; empty for a deletion. */
  readonly text: string;
}

/** A change that is safe to apply unseen. All edits are applied or none. */
export interface Fix {
  /** They do not overlap. */
  readonly edits: readonly Edit[];
}

/** A change that needs a person. All edits are applied or none. */
export interface Suggestion {
  /** What it does, for a menu: `Write “Daukšys” here`. */
  readonly message: string;
  /** They do not overlap. */
  readonly edits: readonly Edit[];
}

/** Another place that belongs to a finding, as "also spelt here". */
export interface Related {
  /** What the place has to do with the finding. */
  readonly message: string;
  /** UTF-16 offset into the file's text. */
  readonly start: number;
  /** UTF-16 offset of its end. */
  readonly end: number;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
}

/** What a rule says. All offsets are UTF-16 offsets into the file's text ({@link Article.source}). */
export interface Finding {
  /** `family/name`. */
  readonly rule: string;
  /** Which of the rule's messages this is. */
  readonly messageId: string;
  /** What is wrong and why, in plain English. */
  readonly message: string;
  /** As the configuration gives it, or softer where the rule is less sure. */
  readonly severity: Severity;
  /** Its MQM error type. */
  readonly mqm: MqmCategory;
  /** Where a warning weighs as much as an error in the score. */
  readonly mqmSeverity?: 'major';
  /** UTF-16 offset into the file's text. */
  readonly start: number;
  /** UTF-16 offset of its end; equal to `start` for a place between two characters. */
  readonly end: number;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
  /** 1-based. */
  readonly endLine: number;
  /** 1-based, in UTF-16 units: the column after the last one. */
  readonly endColumn: number;
  /** The text of the file at `start`..`end`. */
  readonly text: string;
  /** What `--fix` does about it. */
  readonly fix?: Fix;
  /** What a person may do about it, the likeliest first. */
  readonly suggestions: readonly Suggestion[];
  /** Other places that belong to it. */
  readonly related: readonly Related[];
  /** Facts for tools: e.g. `forms`, `counts`, `evidence`, `confidence` of a finding about names. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** Why a finding is not told. */
export interface Suppression {
  /** `directive`: the article says so in a comment. `baseline`: the finding was known before. */
  readonly kind: 'directive' | 'baseline';
  /** What the directive says after ` -- `. */
  readonly justification?: string;
  /** 1-based line of the directive. */
  readonly line?: number;
}

/** A finding that is not told: it counts nowhere, but can be shown to those who ask. */
export interface SuppressedFinding extends Finding {
  /** Why it is not told. */
  readonly suppression: Suppression;
}
