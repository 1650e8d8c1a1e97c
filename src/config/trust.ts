import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {isWithin} from '../files/paths.js';

/**
 * The project of a folder: the nearest at or above it that holds a `package.json` or `.git`. The top of the disk, a home
 * and folders for temporary files are no projects, whatever lies in them: anybody's files come to lie below.
 *
 * @returns its path, with links followed
 */
export function projectRoot(folder: string): string | undefined {
  const none = nobodysFolders();
  for (let at = realPath(folder); path.dirname(at) !== at; at = path.dirname(at)) {
    const isProject = fs.existsSync(path.join(at, '.git')) || fs.existsSync(path.join(at, 'package.json'));
    if (isProject && !none.has(at)) return at;
  }
  return undefined;
}

/** Whose code runs: that of the project which somebody works in, and of nothing that merely lies there. */
export class CodeTrust {
  private found: {readonly root: string | undefined; readonly cwd: string} | undefined;

  constructor(private readonly folder: string) {}

  /** Undefined: there is no project, and no code runs. */
  get root(): string | undefined {
    return this.project.root;
  }

  /** Most runs come upon no code, and need not look. */
  private get project(): {readonly root: string | undefined; readonly cwd: string} {
    this.found ??= {root: projectRoot(this.folder), cwd: realPath(this.folder)};
    return this.found;
  }

  /**
   * Whether a configuration that is code may run: one in the project's own folder, or in those between it and the working
   * directory. Not one in a folder below, where articles lie; not one that a link leads to; not one of an installed
   * package.
   */
  mayRun(file: string): boolean {
    const {root, cwd} = this.project;
    if (root === undefined) return false;
    const folder = realPath(path.dirname(file));
    if (realPath(file) !== path.join(folder, path.basename(file))) return false;
    if (!isWithin(folder, root) || !isWithin(cwd, folder)) return false;
    return !folder.split(path.sep).includes('node_modules');
  }

  /** Whether a file is of the folder in which it was found: a link leads to nothing outside of it and of the project. */
  isOwn(file: string): boolean {
    const real = realPath(file);
    if (isWithin(real, realPath(path.dirname(file)))) return true;
    return this.root !== undefined && isWithin(real, this.root) && !real.split(path.sep).includes('.git');
  }
}

/** A path with all links followed; of what is not there, as it is. */
export function realPath(file: string): string {
  try {
    return fs.realpathSync(file);
  } catch {
    return path.resolve(file);
  }
}

function nobodysFolders(): ReadonlySet<string> {
  return new Set([os.homedir(), os.tmpdir(), '/tmp', '/var/tmp', '/dev/shm'].map(realPath));
}
