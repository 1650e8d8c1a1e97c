import type {Format} from '../article/article.js';
import type {NewName} from '../config/dictionary/new-name.js';
import type {Baseline} from '../engine/baseline.js';
import type {Linter} from '../engine/linter.js';
import type {RuleMeta} from '../engine/rule.js';

/** What a person sets in the editor, for a folder or for all. */
export interface EditorSettings {
  /** False: nothing is linted. */
  readonly enable?: boolean;
  /** False: the workspace is not trusted, and no configuration that is code runs. */
  readonly trusted?: boolean;
  /** Configuration file to use instead of those found, relative to the folder. */
  readonly config?: string;
  readonly preset?: 'recommended' | 'strict' | 'off';
  readonly language?: string;
  readonly sourceLanguage?: string;
  /** Language that findings are told in; by default that of the editor. */
  readonly locale?: string;
  /** Milliseconds from the last keystroke to the findings, for clients that are told of them unasked. */
  readonly delay?: number;
}

/** A folder that is open in the editor. */
export interface Folder {
  readonly uri: string;
  readonly settings: EditorSettings;
}

/** How one document is linted. */
export interface Linting {
  readonly linter: Linter;
  readonly format: Format;
  /** Longest text that is linted while it is written, in UTF-16 units. */
  readonly maxLength: number;
  /** What is odd in the project's files and stops nothing. */
  readonly warnings?: readonly Problem[];
  readonly baseline?: {
    /** The document's name in the baseline. */
    readonly path: string;
    readonly known: Baseline;
  };
}

/** One thing that is wrong with the project's files. Line and column are 1-based. */
export interface Problem {
  readonly message: string;
  /** The file that is wrong, as people know it. */
  readonly file?: string;
  readonly uri?: string;
  readonly line?: number;
  readonly column?: number;
}

/** The project's configuration, a dictionary or the baseline cannot be used. */
export class BrokenProject extends Error {
  override readonly name = 'BrokenProject';

  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({message}) => message).join('\n'));
  }
}

/** A file of the project that an action would write. */
export interface Target {
  /** As people know it: relative to the folder that is open. */
  readonly shown: string;
}

/** What actions write into the project. Only a host with a file system has it. */
export interface ProjectFiles {
  dictionaryOf(uri: string): Promise<Target>;
  /** Adds names, each right as it is written, with spellings that stand for it. Returns what the person must still do. */
  addNames(uri: string, names: readonly NewName[]): Promise<string | undefined>;
  baselineOf(uri: string): Promise<Target>;
  /** Adds one finding to the baseline. Returns what the person must still do. */
  addToBaseline(uri: string, rule: string, fingerprint: string): Promise<string | undefined>;
}

/** What the server needs of the place where it runs: Node with its file system, or a browser. */
export interface EditorHost {
  readonly version: string;
  readonly rules: ReadonlyMap<string, RuleMeta>;
  readonly files?: ProjectFiles;
  /** Takes the folders and settings in force; what was read under the old ones is forgotten. */
  configure(folders: readonly Folder[], settings: EditorSettings, initializationOptions?: unknown): void;
  /** Forgets everything read from files. */
  reload(): void;
  /** Whether a change of this file may change findings. */
  concerns(uri: string): boolean;
  /**
   * How a document is linted; undefined for what is not linted at all: ignored files, files that are no article.
   *
   * @throws BrokenProject
   */
  lintingOf(uri: string, languageId: string): Promise<Linting | undefined>;
  /** Where one thread serves and another watches it: documents that it does not check, since they took too long. */
  readonly heavy?: Map<string, {readonly length: number; readonly took: number}>;
  /** Called before work on a document that cannot be interrupted, and with nothing after it. */
  working?(uri: string | undefined): void;
  /** Calls back when files that matter have changed. */
  watch?(changed: () => void): void;
  /** Address of a rule's page. */
  pageOf(rule: string): string | undefined;
  /** An HTML report of a text, where the host can make one. */
  report?(result: ReportInput): Promise<string>;
}

export interface ReportInput {
  readonly uri: string;
  readonly source: string;
  readonly findings: readonly import('../engine/finding.js').Finding[];
  readonly score: import('../engine/score.js').Score;
  readonly hidden: number;
  readonly names: readonly import('../report/report.js').ReportedName[];
}
