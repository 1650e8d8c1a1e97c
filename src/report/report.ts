import type {Finding, SuppressedFinding} from '../engine/finding.js';
import type {RuleMeta} from '../engine/rule.js';
import type {Score} from '../engine/score.js';
import type {Say} from './frame.js';

/** One linted file. */
export interface FileResult {
  /**
   * As shown to people: relative to the working directory, with forward slashes; `<stdin>` for standard input. Formats for
   * code hosts get it from the root of the checkout.
   */
  readonly path: string;
  /** The text as linted: after fixes, when fixes were applied. UTF-16, byte order mark included. */
  readonly source: string;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  /** The MQM penalty of these findings. */
  readonly score: Score;
  /** How many fixes were applied. */
  readonly fixed: number;
  /** What kind of document the text was unpacked from, as “Word document”: fixes are not written into it. */
  readonly document?: string;
  /** How many findings the baseline hides. */
  readonly hidden: number;
  /** The findings that directives and the baseline hide, for formats that can tell them as such. */
  readonly suppressed?: readonly SuppressedFinding[];
  /** Why the file could not be linted, in one sentence. */
  readonly error?: string;
  /** Names of the article with several spellings, for reports that show them. */
  readonly names?: readonly ReportedName[];
}

/** One name and where each of its spellings stands: UTF-16 offsets into the file. */
export interface ReportedName {
  /** The fullest way it is named: `Rimvydas Daukšys`. */
  readonly name: string;
  /** `person`, `place`, `organisation` or `name`. */
  readonly kind: string;
  /** What speaks for it that they are one name, in plain English, strongest first. */
  readonly evidence?: readonly string[];
  /** Its spellings, the most frequent first. */
  readonly forms: readonly ReportedForm[];
}

/** One spelling of a name. */
export interface ReportedForm {
  /** The spelling. */
  readonly text: string;
  /** UTF-16 offsets into the file, ascending. */
  readonly places: readonly number[];
}

export interface Run {
  /** Sorted by path. */
  readonly files: readonly FileResult[];
  /** Metadata of every rule that can appear, by id. */
  readonly rules: ReadonlyMap<string, RuleMeta>;
  readonly version: string;
  /** Milliseconds by rule id over all files; with `--stats`. */
  readonly timings?: Readonly<Record<string, number>>;
}

export interface ReportOptions {
  readonly color: boolean;
  /** Columns of the terminal, or those that excerpts are cut to where there is none. */
  readonly width: number;
  /** Whether messages are broken at words to fit the width: for a terminal. Elsewhere a message is one line. */
  readonly wrap?: boolean;
  /** Says what stands round the findings; default: in English. */
  readonly say?: Say;
  /** Errors alone are told. */
  readonly quiet: boolean;
  /** What directives and the baseline hide is told too, marked as such, by the formats that can. */
  readonly suppressed?: boolean;
}

/** An output format: pure, from a run to text. */
export interface Reporter {
  readonly name: string;
  readonly description: string;
  /** Whether it draws {@link FileResult.names}, which are only looked for where a format does. */
  readonly drawsNames?: boolean;
  /** Whether its readers take paths from the root of the checkout, and not from the working directory. */
  readonly pathsFromRoot?: boolean;
  /** Whether it can tell hidden findings as such. */
  readonly tellsSuppressed?: boolean;
  report(run: Run, options: ReportOptions): string;
}
