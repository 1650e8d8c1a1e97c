import fs from 'node:fs';
import path from 'node:path';
import {reasonOf} from '../config/system-error.js';
import {isWithin} from '../files/paths.js';
import {isTemporary, removeLitter} from '../files/temporary.js';
import type {IgnoredBy, IgnoreFiles} from './ignore-files.js';

/** Folders that are never searched, unless a path names them. */
const skippedFolders = new Set(['node_modules', '.git', '.hg', '.svn']);
/** Nobody nests articles deeper; what does so is made to take long. */
const mostFolders = 100;

/** A file that a search came upon. */
export interface Hit {
  /** Absolute. */
  readonly path: string;
  /** With all links followed. */
  readonly real: string;
}

export interface Visitor {
  readonly found: (hit: Hit) => void | Promise<void>;
  /** Why a file or folder was left out. */
  readonly ignored: (by: IgnoredBy) => void;
  /** A folder that cannot be searched, and why. */
  readonly closed: (folder: string, reason: string) => void;
}

/**
 * Visits every file below a folder. Links to folders are not followed: they can lead in circles. A link to a file counts
 * when what it leads to lies in the folder too, and would be visited there: a repository can carry links, and one to
 * `.git/config` or to a file outside is none of its articles. What killed runs have left is removed on the way.
 */
export async function walk(folder: string, ignores: IgnoreFiles, visitor: Visitor): Promise<void> {
  let root: string;
  try {
    root = fs.realpathSync(folder);
  } catch (error) {
    visitor.closed(folder, reasonOf(error));
    return;
  }
  ignores.search(folder);
  await walkIn(folder, root, {root, ignores, visitor, folder}, 0);
}

interface Walk {
  /** Where the search began, as named and with links followed. */
  readonly folder: string;
  readonly root: string;
  readonly ignores: IgnoreFiles;
  readonly visitor: Visitor;
}

async function walkIn(folder: string, real: string, search: Walk, depth: number): Promise<void> {
  const {ignores, visitor} = search;
  if (depth > mostFolders) {
    visitor.closed(folder, `is not searched: it lies ${mostFolders} folders deep`);
    return;
  }
  let entries: fs.Dirent[];
  try {
    entries = fs.readdirSync(folder, {withFileTypes: true});
  } catch (error) {
    visitor.closed(folder, reasonOf(error));
    return;
  }
  const names = entries.map(({name}) => name);
  if (names.some(isTemporary)) removeLitter(folder, names);
  await ignores.prepare(folder, names);
  for (const entry of entries) {
    const {name} = entry;
    const full = below(folder, name);
    if (entry.isDirectory()) {
      if (skippedFolders.has(name)) continue;
      const by = ignores.why(`${full}${path.sep}`, true);
      if (by) visitor.ignored(by);
      else await walkIn(full, below(real, name), search, depth + 1);
      continue;
    }
    const target = entry.isFile()
      ? below(real, name)
      : entry.isSymbolicLink()
        ? await linkedFile(full, search)
        : undefined;
    if (target === undefined || isTemporary(name)) continue;
    const by = ignores.why(full, true);
    if (by) visitor.ignored(by);
    else {
      const more = visitor.found({path: full, real: target});
      if (more) await more;
    }
  }
}

/** What a link leads to, where that counts. */
async function linkedFile(link: string, {root, folder, ignores}: Walk): Promise<string | undefined> {
  let real: string;
  try {
    real = fs.realpathSync(link);
    if (!fs.statSync(real).isFile()) return undefined;
  } catch {
    return undefined;
  }
  if (!isWithin(real, root)) return undefined;
  const relative = path.relative(root, real);
  const hidden = relative.split(path.sep).some((name) => name.startsWith('.') || skippedFolders.has(name));
  if (hidden || (await ignores.whyNamed(path.join(folder, relative), true))) return undefined;
  return real;
}

const below = (folder: string, name: string): string =>
  folder.endsWith(path.sep) ? folder + name : folder + path.sep + name;
