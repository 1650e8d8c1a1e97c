import fs from 'node:fs';
import path from 'node:path';
import type {Ignore} from 'ignore';
import {reasonOf} from '../config/system-error.js';
import {hasManyFolders, tooManyFolders} from '../files/ignore-patterns.js';
import {mostOfSettings, readRegularText} from '../files/read-regular.js';

export const ignoreFileName = '.calqueignore';
const gitIgnoreName = '.gitignore';
/** Deeper paths are never left out: matching them may take long, and no archive has them. */
const mostFolders = 100;

export interface IgnoreOptions {
  readonly cwd: string;
  /** In the syntax of .gitignore, relative to `cwd`. */
  readonly ignorePatterns?: readonly string[];
  /** Whether `.calqueignore` counts. Default: true. */
  readonly ignoreFiles?: boolean;
  /** Whether `.gitignore` counts for what is found in folders. Default: true. */
  readonly gitignore?: boolean;
}

/** Patterns of one file, and where they come from. */
interface Patterns {
  /** They are relative to it. */
  readonly folder: string;
  /** The file; undefined for patterns of the command line. */
  readonly file: string | undefined;
  readonly rules: Ignore;
}

/** Why a file is left out. */
export interface IgnoredBy {
  /** The ignore file, absolute; undefined: an option. */
  readonly file: string | undefined;
  /** 1-based. */
  readonly line: number | undefined;
  readonly pattern: string;
}

/**
 * What leaves files out: the nearest `.calqueignore` above each, patterns from the command line, and for what is found
 * in folders the `.gitignore` files of the repository, as git reads them. Their parser is loaded with the first.
 */
export class IgnoreFiles {
  /** What is wrong with ignore files, each once. */
  readonly problems = new Set<string>();
  private readonly own = new Map<string, Patterns | undefined>();
  /** Undefined: no repository, and above where the search began. */
  private readonly git = new Map<string, readonly Patterns[] | undefined>();
  private readonly searched = new Set<string>();
  private extra: Patterns | undefined;

  private constructor(private readonly options: IgnoreOptions) {}

  static async open(options: IgnoreOptions): Promise<IgnoreFiles> {
    const files = new IgnoreFiles(options);
    const {cwd, ignorePatterns = []} = options;
    if (ignorePatterns.length > 0) files.extra = await files.parse(ignorePatterns, cwd, undefined);
    return files;
  }

  /**
   * Why a file or folder is left out, if it is. Its folder must be prepared.
   *
   * @param file absolute; a folder ends with a separator
   * @param found whether it was found in a folder: what a person names, git has no say in
   */
  why(file: string, found: boolean): IgnoredBy | undefined {
    const folder = path.dirname(file);
    const byOption = this.extra && verdict(this.extra, file);
    if (byOption?.ignored) return byOption.by;
    const own = this.own.get(folder);
    const byOwn = own && verdict(own, file);
    if (byOwn?.ignored) return byOwn.by;
    if (!found) return undefined;
    // The deepest file that says anything decides.
    for (const patterns of this.git.get(folder) ?? []) {
      const said = verdict(patterns, file);
      if (said) return said.ignored ? said.by : undefined;
    }
    return undefined;
  }

  /** As {@link why}, for a file or folder by itself. */
  async whyNamed(file: string, found = false): Promise<IgnoredBy | undefined> {
    await this.prepare(path.dirname(file));
    return this.why(file, found);
  }

  /** Where a search begins: outside of repositories, `.gitignore` counts from here down. */
  search(folder: string): void {
    if (!this.own.has(folder)) this.searched.add(folder);
  }

  /**
   * Reads the ignore files that count in a folder.
   *
   * @param names what the folder holds, where that is known
   */
  async prepare(folder: string, names?: readonly string[]): Promise<void> {
    if (this.own.has(folder)) return;
    const parent = path.dirname(folder);
    if (parent !== folder) await this.prepare(parent);
    const holds = (name: string): boolean => names === undefined || names.includes(name);
    const {ignoreFiles = true, gitignore = true} = this.options;
    const own =
      ignoreFiles && holds(ignoreFileName)
        ? await this.read(path.join(folder, ignoreFileName), folder)
        : undefined;
    this.own.set(folder, own ?? (parent === folder ? undefined : this.own.get(parent)));
    if (gitignore) this.git.set(folder, await this.gitPatterns(folder, parent, holds));
  }

  /** The deepest first. A repository inside another one has nothing of it. */
  private async gitPatterns(
    folder: string,
    parent: string,
    holds: (name: string) => boolean,
  ): Promise<readonly Patterns[] | undefined> {
    const isTop = holds('.git') && fs.existsSync(path.join(folder, '.git'));
    const above = isTop || parent === folder ? undefined : this.git.get(parent);
    if (!isTop && !above && folder !== this.options.cwd && !this.searched.has(folder)) return undefined;
    const files = [
      ...(holds(gitIgnoreName) ? [path.join(folder, gitIgnoreName)] : []),
      ...(isTop ? [path.join(folder, '.git/info/exclude')] : []),
    ];
    const here: Patterns[] = [];
    for (const file of files) {
      const patterns = await this.read(file, folder);
      if (patterns) here.push(patterns);
    }
    return here.length === 0 && above ? above : [...here, ...(above ?? [])];
  }

  private async read(file: string, folder: string): Promise<Patterns | undefined> {
    let text: string;
    try {
      text = readRegularText(file, mostOfSettings);
    } catch (error) {
      const {code} = error as NodeJS.ErrnoException;
      // A folder of that name is none of ours.
      if (code !== 'ENOENT' && code !== 'ENOTDIR' && !isFolder(file))
        this.problems.add(`${file}: ${reasonOf(error)}; it leaves nothing out`);
      return undefined;
    }
    return this.parse(text.replace(/^\uFEFF/, '').split(/\r?\n/), folder, file);
  }

  private async parse(
    lines: readonly string[],
    folder: string,
    file: string | undefined,
  ): Promise<Patterns | undefined> {
    const {default: ignore} = await import('ignore');
    const rules = ignore();
    for (const [i, pattern] of lines.entries()) {
      if (!pattern.startsWith('#') && hasManyFolders(pattern))
        this.problems.add(
          `${file === undefined ? '--ignore-pattern' : `${file}:${i + 1}`}: ${tooManyFolders}`,
        );
      else rules.add({pattern, mark: String(i + 1)});
    }
    return {folder, file, rules};
  }
}

function verdict(
  {folder, file, rules}: Patterns,
  path: string,
): {readonly ignored: boolean; readonly by: IgnoredBy} | undefined {
  const relative = relativeTo(folder, path);
  if (relative === undefined) return undefined;
  const {ignored, unignored, rule} = rules.test(relative);
  if (!ignored && !unignored) return undefined;
  return {
    ignored,
    by: {file, line: file === undefined ? undefined : Number(rule?.mark), pattern: rule?.pattern ?? ''},
  };
}

/** In the form that patterns are matched with; undefined for what does not lie in the folder. */
function relativeTo(folder: string, file: string): string | undefined {
  const relative = path.relative(folder, file);
  if (relative === '' || /^\.\.(?:[\\/]|$)/.test(relative) || path.isAbsolute(relative)) return undefined;
  const slashed = relative.split(path.sep).join('/');
  if (slashed.split('/').length > mostFolders) return undefined;
  return file.endsWith(path.sep) ? `${slashed}/` : slashed;
}

function isFolder(file: string): boolean {
  try {
    return fs.statSync(file).isDirectory();
  } catch {
    return false;
  }
}
