import type {Format} from '../article/article.js';
import type {Severity} from '../engine/finding.js';
import type {AnyRule} from '../engine/rule.js';
import type {RuleFamily, RuleId} from '../generated/rule-ids.js';

/** A severity, or `off`: the rule does not run. */
export type RuleSeverity = Severity | 'off';

/** How strict a rule is, or that and its options. */
export type RuleSetting = RuleSeverity | readonly [RuleSeverity] | readonly [RuleSeverity, object];

/**
 * Rules by id, or all of a family (`names/*`). Ids of calque's own rules are known to editors; those of plugins are any
 * other text.
 */
export type RuleSettings = {
  readonly [id in RuleId | `${RuleFamily}/*`]?: RuleSetting;
} & Readonly<Record<string, RuleSetting>>;

/** What can be set for all files, and again for some of them. */
export interface FileConfig {
  /** Rules by id (`names/inconsistent-spelling`), or all of a family (`names/*`). */
  readonly rules?: RuleSettings;
  /** BCP 47 tag of the language that the articles are written in. Default: `en`. */
  readonly language?: string;
  /** BCP 47 tag of the language that the articles were translated from. */
  readonly sourceLanguage?: string;
  /**
   * File of the source text of each article, relative to this configuration: a path with `{path}`, `{dir}`, `{name}`,
   * `{stem}` or `{ext}` in it, as `originals/{path}.ru{ext}`.
   */
  readonly source?: string;
  /** BCP 47 tag of the language that findings are told in: `de`, `es`, `lt`, `ru`, `uk`. Default: `en`. */
  readonly locale?: string;
  /** Fields of JSON and CSV files that hold the text, as `body` or `article.title`. Default: those of common names. */
  readonly fields?: readonly string[];
  /** Dictionary files or folders of them, relative to this configuration. */
  readonly dictionaries?: readonly string[];
  /** Text that no rule reads: as it stands, or a regular expression as `/pattern/flags`. */
  readonly ignoreText?: readonly string[];
}

/** What holds for the files that match. */
export interface Override extends FileConfig {
  /** Glob patterns, relative to this configuration; one without a slash matches the file name in any folder. */
  readonly files: string | readonly string[];
  /** Reads the files as this format, whatever their extension. */
  readonly format?: Format;
}

/** Rules and presets in a package of their own. */
export interface Plugin {
  /** Told in messages; the ids of its rules usually begin with it. */
  readonly name: string;
  /** For people. */
  readonly version?: string;
  /** `meta.recommended` says which presets set them; the others run where a configuration names them. */
  readonly rules?: readonly AnyRule[];
}

/** A configuration as people write it. */
export interface Config extends FileConfig {
  /** Address of the schema, for editors; calque passes over it. */
  readonly $schema?: string;
  /** Presets (`recommended`, `strict`, `off`), paths and packages, the later over the earlier. Default: `recommended`. */
  readonly extends?: string | Config | readonly (string | Config)[];
  /** Files to leave out, in the syntax of .gitignore, relative to this configuration. */
  readonly ignore?: readonly string[];
  /** Whether what `.gitignore` names is left out when folders are searched. Default: true. */
  readonly gitignore?: boolean;
  /** In order: the later over the earlier. */
  readonly overrides?: readonly Override[];
  /** Only in JavaScript and TypeScript. */
  readonly plugins?: readonly Plugin[];
  /** Largest file to read, in bytes. */
  readonly maxFileSize?: number;
  /** Whether to report directives that hide nothing, and how. */
  readonly reportUnusedDirectives?: boolean | RuleSeverity;
  /** File of the baseline, relative to this configuration. */
  readonly baseline?: string;
}

/** Gives a configuration its type; returns it as it is. */
export function defineConfig(config: Config): Config {
  return config;
}

export const defaultMaxFileSize = 64 * 1024 * 1024;
