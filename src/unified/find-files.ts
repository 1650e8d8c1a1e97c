import fs from 'node:fs';
import path from 'node:path';
import type {Ignore} from 'ignore';
import {articleExtensions} from '../article/format.js';
import {reasonOf} from '../config/system-error.js';

export const ignoreFileName = '.calqueignore';
/** Folders that are never searched, unless a path names them. */
const skippedFolders = new Set(['node_modules', '.git', '.hg', '.svn']);

export interface FoundFile {
  /** Absolute. */
  readonly path: string;
  /** Named on the command line itself, not found in a folder or by a glob. */
  readonly explicit: boolean;
}

export interface Found {
  /** Sorted by path, each once. */
  readonly files: readonly FoundFile[];
  /** Operands that match nothing, with the reason. */
  readonly missing: readonly {readonly operand: string; readonly reason: string; readonly isPath: boolean}[];
  /** How many named files an ignore file or pattern leaves out. */
  readonly ignored: readonly string[];
}

export interface FindOptions {
  readonly cwd: string;
  /** In the syntax of .gitignore, relative to `cwd`. */
  readonly ignorePatterns?: readonly string[];
}

/**
 * The articles that paths and globs name: files as they are, folders searched for article extensions. What the nearest
 * `.calqueignore` above a file or a pattern excludes is left out.
 *
 * unified-engine could search too, but reads all files it finds at once (EMFILE beyond some thousand), walks
 * node_modules for globs, makes an error of an ignored file and says nothing when a glob finds nothing.
 */
export async function findFiles(operands: readonly string[], options: FindOptions): Promise<Found> {
  const {cwd} = options;
  const ignores = await IgnoreFiles.open(cwd, options.ignorePatterns ?? []);
  const files = new Map<string, FoundFile>();
  const missing: {operand: string; reason: string; isPath: boolean}[] = [];
  const ignored: string[] = [];
  for (const operand of operands) {
    const absolute = path.resolve(cwd, operand);
    const stat = statOf(absolute);
    if (stat instanceof Error) {
      if (stat.code === 'ENOENT' && isGlob(operand)) {
        const before = files.size;
        const hits = await globFiles(operand, cwd, ignores, (folder, reason) =>
          missing.push({operand: path.relative(cwd, folder), reason, isPath: true}),
        );
        for (const file of hits) if (!files.has(file)) files.set(file, {path: file, explicit: false});
        if (hits.length === 0 && files.size === before)
          missing.push({operand, reason: 'no file matches this pattern', isPath: false});
      } else missing.push({operand, reason: reasonOf(stat), isPath: true});
    } else if (stat.isDirectory()) {
      let count = 0;
      let closed = 0;
      await walk(absolute, ignores, {
        found: (file) => {
          if (!hasArticleExtension(file)) return;
          count++;
          if (!files.has(file)) files.set(file, {path: file, explicit: false});
        },
        closed: (folder, reason) => {
          closed++;
          missing.push({operand: shown(folder, absolute, operand), reason, isPath: true});
        },
      });
      if (count === 0 && closed === 0)
        missing.push({
          operand,
          reason: `no article in this folder (looked for ${articleExtensions.map((e) => `.${e}`).join(', ')})`,
          isPath: false,
        });
    } else if (!stat.isFile() && !stat.isFIFO()) {
      missing.push({operand, reason: 'neither a file nor a folder', isPath: true});
    } else if (await ignores.ignoresOne(absolute)) ignored.push(operand);
    else files.set(absolute, {path: absolute, explicit: true});
  }
  return {files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)), missing, ignored};
}

/** Whether an ignore file or a pattern leaves out this one file; for standard input with a name. */
export async function isIgnored(file: string, options: FindOptions): Promise<boolean> {
  const ignores = await IgnoreFiles.open(options.cwd, options.ignorePatterns ?? []);
  return ignores.ignoresOne(path.resolve(options.cwd, file));
}

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

const isGlob = (operand: string): boolean => /[*?[\]{}!()]/.test(operand);

function hasArticleExtension(file: string): boolean {
  const dot = file.lastIndexOf('.');
  return (
    dot > file.lastIndexOf(path.sep) + 1 && articleExtensions.includes(file.slice(dot + 1).toLowerCase())
  );
}

interface Visitor {
  readonly found: (file: string) => void;
  /** A folder that cannot be read, and why. */
  readonly closed: (folder: string, reason: string) => void;
}

/** Visits every file below a folder. Links to folders are not followed: they can lead in circles. */
async function walk(folder: string, ignores: IgnoreFiles, visitor: Visitor): Promise<void> {
  let entries: fs.Dirent[];
  try {
    entries = fs.readdirSync(folder, {withFileTypes: true});
  } catch (error) {
    visitor.closed(folder, reasonOf(error));
    return;
  }
  await ignores.prepare(folder);
  for (const entry of entries) {
    const full = folder.endsWith(path.sep) ? folder + entry.name : folder + path.sep + entry.name;
    if (entry.isDirectory()) {
      if (!skippedFolders.has(entry.name) && !ignores.ignores(`${full}${path.sep}`))
        await walk(full, ignores, visitor);
    } else if (entry.isFile() || (entry.isSymbolicLink() && isLinkToFile(full))) {
      if (!ignores.ignores(full)) visitor.found(full);
    }
  }
}

function isLinkToFile(file: string): boolean {
  const stat = statOf(file);
  return !(stat instanceof Error) && stat.isFile();
}

async function globFiles(
  pattern: string,
  cwd: string,
  ignores: IgnoreFiles,
  closed: Visitor['closed'],
): Promise<string[]> {
  const {default: picomatch} = await import('picomatch');
  const absolute = path.isAbsolute(pattern);
  const normal = path.posix.normalize(pattern.split(path.sep).join('/'));
  const {base} = picomatch.scan(normal);
  const matches = picomatch(normal, {dot: false});
  const out: string[] = [];
  const start = path.resolve(cwd, base);
  await walk(start, ignores, {
    found: (file) => {
      const name = absolute ? file : path.relative(cwd, file);
      if (matches(name.split(path.sep).join('/'))) out.push(file);
    },
    // A pattern whose folder is not there matches nothing, and that is told.
    closed: (folder, reason) => (folder === start ? undefined : closed(folder, reason)),
  });
  return out;
}

/** The nearest ignore file above each file, and patterns from the command line. Their parser is loaded with the first. */
class IgnoreFiles {
  private readonly byFolder = new Map<string, {folder: string; rules: Ignore} | undefined>();

  private constructor(
    private readonly cwd: string,
    private readonly extra: Ignore | undefined,
  ) {}

  static async open(cwd: string, patterns: readonly string[]): Promise<IgnoreFiles> {
    return new IgnoreFiles(cwd, patterns.length > 0 ? await parse(patterns) : undefined);
  }

  /** `file` is absolute; a folder ends with a separator. Its folder must be prepared. */
  ignores(file: string): boolean {
    if (this.extra && matches(this.extra, this.cwd, file)) return true;
    const nearest = this.byFolder.get(path.dirname(file));
    return nearest !== undefined && matches(nearest.rules, nearest.folder, file);
  }

  async ignoresOne(file: string): Promise<boolean> {
    await this.prepare(path.dirname(file));
    return this.ignores(file);
  }

  /** Reads the ignore file that counts in a folder. */
  async prepare(folder: string): Promise<void> {
    if (this.byFolder.has(folder)) return;
    const text = readIfThere(path.join(folder, ignoreFileName));
    if (text !== undefined) {
      this.byFolder.set(folder, {folder, rules: await parse(text)});
      return;
    }
    const parent = path.dirname(folder);
    if (parent !== folder) await this.prepare(parent);
    this.byFolder.set(folder, parent === folder ? undefined : this.byFolder.get(parent));
  }
}

async function parse(patterns: string | readonly string[]): Promise<Ignore> {
  const {default: ignore} = await import('ignore');
  return ignore().add(typeof patterns === 'string' ? patterns : [...patterns]);
}

function readIfThere(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function matches(rules: Ignore, folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  if (relative === '' || relative.startsWith('..') || path.isAbsolute(relative)) return false;
  const slashed = relative.split(path.sep).join('/');
  return rules.ignores(file.endsWith(path.sep) ? `${slashed}/` : slashed);
}
