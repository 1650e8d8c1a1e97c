import fs from 'node:fs';
import path from 'node:path';
import {articleExtensions} from '../article/format.js';
import {reasonOf} from '../config/system-error.js';
import {compileGlob, type Glob, GlobError, isGlob} from '../files/glob.js';
import {type IgnoredBy, IgnoreFiles, type IgnoreOptions} from './ignore-files.js';
import {isStream} from './read-file.js';
import {documentKind} from './unread-format.js';
import {type Hit, walk} from './walk.js';

export interface FoundFile {
  /** Absolute, as it was named or found. */
  readonly path: string;
  /** Where the text lies: the path with all links followed. */
  readonly real: string;
  /** Named on the command line itself, not found in a folder or by a glob. */
  readonly explicit: boolean;
}

export interface Found {
  /** Sorted by path; no two are the same file by way of links. */
  readonly files: readonly FoundFile[];
  /** Operands that match nothing, with the reason. */
  readonly missing: readonly {readonly operand: string; readonly reason: string; readonly isPath: boolean}[];
  /** Named files that an ignore file or pattern leaves out. */
  readonly ignored: readonly {readonly operand: string; readonly by: IgnoredBy}[];
  /** What a person may want to know beside: mistakes in ignore files, and ignored folders that were searched all the same. */
  readonly notes: readonly string[];
}

export interface FindOptions extends IgnoreOptions {
  /** Without their dot: more extensions that files in folders may have. */
  readonly extensions?: readonly string[];
  /** Of the files in a folder, whether the configuration reads one as an article whatever its extension. */
  readonly readsIn?: (folder: string) => Promise<((file: string) => boolean) | undefined>;
}

/**
 * The articles that paths and globs name: files as they are, folders searched for article extensions. An operand that
 * begins with `!` leaves out what it matches. What ignore files exclude is left out.
 *
 * unified-engine could search too, but reads all files it finds at once (EMFILE beyond some thousand), walks
 * node_modules for globs, makes an error of an ignored file and says nothing when a glob finds nothing.
 */
export async function findFiles(operands: readonly string[], options: FindOptions): Promise<Found> {
  const ignores = await IgnoreFiles.open(options);
  const search = new Search(ignores, options);
  const [wanted, unwanted] = parted(operands, options.cwd);
  const without = unwanted.flatMap((pattern) => search.globOf(`!${pattern}`, pattern) ?? []);
  for (const operand of wanted) await search.operand(operand);
  if (wanted.length === 0 && operands.length > 0)
    search.missing.push({
      operand: operands[0] as string,
      reason: 'leaves something out, and no other path says of what',
      isPath: false,
    });
  const {cwd} = options;
  const isWanted = ({path: file}: FoundFile): boolean =>
    !without.some(({glob, isAbsolute}) =>
      leavesOut(glob, slashed(isAbsolute ? file : path.relative(cwd, file))),
    );
  const files = search.files().filter(isWanted);
  return {
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    missing: search.missing,
    ignored: search.ignored,
    notes: [...ignores.problems, ...search.notes],
  };
}

/** Why an ignore file or a pattern leaves out this one file, if it does; for standard input with a name. */
export async function ignoredBy(file: string, options: IgnoreOptions): Promise<IgnoredBy | undefined> {
  const ignores = await IgnoreFiles.open(options);
  return ignores.whyNamed(path.resolve(options.cwd, file));
}

interface OperandGlob {
  readonly glob: Glob;
  readonly isAbsolute: boolean;
}

/** Collects what operands name. */
class Search {
  readonly missing: {operand: string; reason: string; isPath: boolean}[] = [];
  readonly ignored: {operand: string; by: IgnoredBy}[] = [];
  readonly notes: string[] = [];
  private readonly byReal = new Map<string, FoundFile>();
  private readonly extensions: ReadonlySet<string>;

  constructor(
    private readonly ignores: IgnoreFiles,
    private readonly options: FindOptions,
  ) {
    this.extensions = new Set([...articleExtensions, ...(options.extensions ?? [])]);
  }

  files(): FoundFile[] {
    return [...this.byReal.values()];
  }

  async operand(operand: string): Promise<void> {
    const absolute = path.resolve(this.options.cwd, operand);
    const stat = statOf(absolute);
    if (stat instanceof Error) {
      if (stat.code === 'ENOENT' && isGlob(operand)) await this.pattern(operand);
      else this.missing.push({operand, reason: reasonOf(stat), isPath: true});
    } else if (stat.isDirectory()) await this.folder(operand, absolute);
    else if (!stat.isFile() && !isStream(absolute)) {
      this.missing.push({operand, reason: 'neither a file nor a folder', isPath: true});
    } else {
      const by = await this.ignores.whyNamed(absolute);
      if (by) this.ignored.push({operand, by});
      else this.add({path: absolute, real: realOf(absolute), explicit: true});
    }
  }

  /** What a pattern means; tells of a mistake in it. */
  globOf(operand: string, pattern = operand): OperandGlob[] | undefined {
    const isAbsolute = path.isAbsolute(pattern);
    try {
      const normal = path.posix.normalize(pattern.split(path.sep).join('/'));
      return [{glob: compileGlob(normal), isAbsolute}];
    } catch (error) {
      if (!(error instanceof GlobError)) throw error;
      this.missing.push({operand, reason: `no file, and no pattern: ${error.message}`, isPath: true});
      return undefined;
    }
  }

  private async pattern(operand: string): Promise<void> {
    const [compiled] = this.globOf(operand) ?? [];
    if (!compiled) return;
    const {glob, isAbsolute} = compiled;
    const {cwd} = this.options;
    let hits = 0;
    const start = path.resolve(cwd, glob.base);
    await walk(start, this.ignores, {
      found: (hit) => {
        if (!glob.matches(slashed(isAbsolute ? hit.path : path.relative(cwd, hit.path)))) return;
        hits++;
        this.add({...hit, explicit: false});
      },
      ignored: () => {},
      // A pattern whose folder is not there matches nothing, and that is told.
      closed: (folder, reason) => {
        if (folder !== start) this.missing.push({operand: path.relative(cwd, folder), reason, isPath: true});
      },
    });
    if (hits === 0) this.missing.push({operand, reason: 'no file matches this pattern', isPath: false});
  }

  private async folder(operand: string, absolute: string): Promise<void> {
    const {readsIn} = this.options;
    const named = await this.ignores.whyNamed(absolute + path.sep, true);
    // What a person names, git has no say in; a `.calqueignore` is there to be obeyed.
    if (named && path.basename(named.file ?? '') !== '.gitignore' && !named.file?.endsWith('exclude')) {
      this.missing.push({operand, reason: `is left out by ${this.told(named)}`, isPath: false});
      return;
    }
    if (named)
      this.notes.push(`${operand} is left out by ${this.told(named)}, and is linted since it is named`);
    const ignores = named ? await IgnoreFiles.open({...this.options, gitignore: false}) : this.ignores;
    let count = 0;
    let closed = 0;
    let first: IgnoredBy | undefined;
    let others: string | undefined;
    const add = (hit: Hit): void => {
      count++;
      this.add({...hit, explicit: false});
    };
    const asked = async (hit: Hit): Promise<void> => {
      if ((await readsIn?.(path.dirname(hit.path)))?.(hit.path)) add(hit);
      else others ??= documentKind(hit.path);
    };
    await walk(absolute, ignores, {
      found: (hit) => (this.hasExtension(hit.path) ? add(hit) : asked(hit)),
      ignored: (by) => {
        first ??= by;
      },
      closed: (folder, reason) => {
        closed++;
        this.missing.push({operand: shown(folder, absolute, operand), reason, isPath: true});
      },
    });
    if (count > 0 || closed > 0) return;
    const because = first
      ? `; ${this.told(first)} leaves files out`
      : others
        ? `; there are ${others}s, which are not read yet`
        : '';
    this.missing.push({
      operand,
      reason: `no article in this folder (looked for ${[...this.extensions].map((e) => `.${e}`).join(', ')})${because}`,
      isPath: false,
    });
  }

  /** Of two paths to one file, what is named goes before what is found, and the file before a link to it. */
  private add(file: FoundFile): void {
    const known = this.byReal.get(file.real);
    if (known?.explicit && !file.explicit) return;
    if (known && known.explicit === file.explicit && file.path !== file.real) return;
    this.byReal.set(file.real, file);
  }

  private hasExtension(file: string): boolean {
    const dot = file.lastIndexOf('.');
    return dot > file.lastIndexOf(path.sep) + 1 && this.extensions.has(file.slice(dot + 1).toLowerCase());
  }

  private told(by: IgnoredBy): string {
    return toldIgnoredBy(by, this.options.cwd);
  }
}

/** Where it is said that something is ignored, in words: `.calqueignore:3 (drafts/)`. */
export function toldIgnoredBy({file, line, pattern}: IgnoredBy, cwd: string): string {
  if (file === undefined) return `--ignore-pattern (${pattern})`;
  const relative = path.relative(cwd, file);
  const name = relative.startsWith(`..${path.sep}..`) ? file : relative;
  return `${slashed(name)}${line === undefined ? '' : `:${line}`} (${pattern})`;
}

/** What is to be linted, and what is not. A file whose name begins with `!` is meant as such. */
function parted(operands: readonly string[], cwd: string): [wanted: string[], unwanted: string[]] {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  for (const operand of operands) {
    if (/^!./.test(operand) && !fs.existsSync(path.resolve(cwd, operand))) unwanted.push(operand.slice(1));
    else wanted.push(operand);
  }
  return [wanted, unwanted];
}

/** Whether a pattern matches a file or a folder that it lies in. */
function leavesOut(glob: Glob, file: string): boolean {
  if (glob.matches(file)) return true;
  for (let at = file.lastIndexOf('/'); at > 0; at = file.lastIndexOf('/', at - 1))
    if (glob.matches(file.slice(0, at))) return true;
  return false;
}

const slashed = (file: string): string => file.split(path.sep).join('/');

/** A folder below the one that an operand names, as the operand writes it. */
function shown(folder: string, root: string, operand: string): string {
  const below = path.relative(root, folder);
  return below === '' ? operand : path.normalize(path.join(operand, below));
}

function statOf(file: string): fs.Stats | NodeJS.ErrnoException {
  try {
    return fs.statSync(file);
  } catch (error) {
    return error as NodeJS.ErrnoException;
  }
}

/** A pipe has no path of its own. */
function realOf(file: string): string {
  try {
    return fs.realpathSync(file);
  } catch {
    return file;
  }
}
