import fs from 'node:fs';
import path from 'node:path';
import {FileRefused, readRegular} from './read-regular.js';
import {temporaryIn} from './temporary.js';
import {checkWritable, writeBeside} from './write-whole.js';

export interface Replaced {
  /** How many other names of the file (hard links) keep the old bytes, since nobody knows where they are. */
  readonly apart: number;
}

const changed = 'was changed meanwhile, and is left as it is';

/**
 * Writes new bytes over those that were read, whole or not at all, and never over anything else: what another program
 * saves meanwhile stays, and a file that was deleted does not come back. Mode and owner are kept, and other names of the
 * file (hard links) in its folder or among `names` get the new bytes too.
 *
 * Just before it is replaced, the file gets a second name, and is compared with what was read; just after, it is
 * compared again under that name: a program that had opened it may have written into it. Then it is put back.
 *
 * @param file its path, with all links followed
 * @throws FileRefused with the reason, where the file is left as it is
 * @throws Error of the system
 */
export function replaceFile(
  file: string,
  was: Uint8Array,
  bytes: Uint8Array,
  names: () => Iterable<string> = () => [],
): Replaced {
  const stat = statOf(file);
  checkWritable(file, stat);
  const now = readNow(file, was, bytes);
  if (now.equals(bytes)) return {apart: 0};
  if (!now.equals(was)) throw new FileRefused(changed);
  const others = stat.nlink > 1 ? otherNames(file, stat, names()) : [];
  const fresh = writeBeside(file, bytes, stat);
  try {
    swap(file, stat, was, bytes, fresh);
  } catch (error) {
    fs.rmSync(fresh, {force: true});
    throw error;
  }
  const joined = others.filter((other) => join(other, file, stat));
  return {apart: Math.max(0, stat.nlink - 1 - joined.length)};
}

function swap(file: string, stat: fs.Stats, was: Uint8Array, bytes: Uint8Array, fresh: string): void {
  const kept = secondName(file);
  try {
    if (!readNow(file, was, bytes).equals(was)) throw new FileRefused(changed);
    if (!isSame(statOf(file), stat)) throw new FileRefused(changed);
    fs.renameSync(fresh, file);
    if (kept !== undefined && !fs.readFileSync(kept).equals(was)) {
      fs.renameSync(kept, file);
      throw new FileRefused(changed);
    }
  } finally {
    if (kept !== undefined) fs.rmSync(kept, {force: true});
  }
}

/** Not every disk has hard links; without one, the comparison before must do. */
function secondName(file: string): string | undefined {
  const name = temporaryIn(path.dirname(file));
  try {
    fs.linkSync(file, name);
    return name;
  } catch {
    return undefined;
  }
}

function readNow(file: string, was: Uint8Array, bytes: Uint8Array): Buffer {
  try {
    return readRegular(file, Math.max(was.length, bytes.length));
  } catch (error) {
    // Larger than either, or no file any more.
    if (error instanceof FileRefused) throw new FileRefused(changed);
    throw deletedOr(error);
  }
}

function statOf(file: string): fs.Stats {
  try {
    const stat = fs.lstatSync(file);
    if (!stat.isFile()) throw new FileRefused(changed);
    return stat;
  } catch (error) {
    throw deletedOr(error);
  }
}

function deletedOr(error: unknown): unknown {
  return (error as NodeJS.ErrnoException).code === 'ENOENT'
    ? new FileRefused('was deleted meanwhile, and stays so')
    : error;
}

const isSame = (a: fs.Stats, b: fs.Stats): boolean => a.ino === b.ino && a.dev === b.dev;

/** Other names of a file, among those known and in its folder. */
function otherNames(file: string, stat: fs.Stats, names: Iterable<string>): string[] {
  const folder = path.dirname(file);
  const near = fs.readdirSync(folder).map((name) => path.join(folder, name));
  const found = new Set<string>();
  for (const name of [...near, ...names]) {
    if (name === file) continue;
    const other = fs.lstatSync(name, {throwIfNoEntry: false});
    if (other?.isFile() && isSame(other, stat)) found.add(name);
  }
  return [...found];
}

/** Makes another name of the old file one of the new file; false where that cannot be. */
function join(name: string, file: string, old: fs.Stats): boolean {
  const temporary = temporaryIn(path.dirname(name));
  try {
    fs.linkSync(file, temporary);
    if (isSame(fs.lstatSync(name), old)) {
      fs.renameSync(temporary, name);
      return true;
    }
  } catch {
    // On another disk, or in a folder that cannot be written.
  }
  fs.rmSync(temporary, {force: true});
  return false;
}
