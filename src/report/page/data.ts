import type {Edit, Severity} from '../../engine/finding.js';

/** What the HTML report carries, as JSON. Offsets are UTF-16 offsets into the text of the article. */
export interface PageData {
  readonly version: string;
  readonly hidden: number;
  readonly articles: readonly PageArticle[];
  /** Rules that have findings here, sorted by id. */
  readonly rules: readonly PageRule[];
  readonly penalty: number;
  readonly words: number;
}

export interface PageRule {
  readonly id: string;
  readonly description: string;
  /** Only `http:` and `https:` addresses. */
  readonly url?: string;
}

export interface PageArticle {
  readonly path: string;
  readonly text: string;
  readonly findings: readonly PageFinding[];
  readonly words: number;
  readonly penalty: number;
  readonly dimensions: readonly (readonly [name: string, penalty: number])[];
  readonly error?: string;
  readonly names: readonly PageName[];
}

export interface PageFinding {
  /** Index into {@link PageData.rules}. */
  readonly rule: number;
  readonly severity: Severity;
  readonly message: string;
  readonly category: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  /** The fix, if there is one, comes first. */
  readonly changes: readonly PageChange[];
  readonly related: readonly PagePlace[];
}

export interface PagePlace {
  readonly message: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export interface PageChange {
  readonly label: string;
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

export interface PageName {
  readonly name: string;
  readonly kind: string;
  readonly evidence?: readonly string[];
  readonly forms: readonly {readonly text: string; readonly places: readonly number[]}[];
}
