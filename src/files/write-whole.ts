import fs from 'node:fs';
import path from 'node:path';
import {makeFolder} from './make-folder.js';
import {FileRefused} from './read-regular.js';
import {removeLitter, temporaryIn} from './temporary.js';

const cleaned = new Set<string>();

/**
 * Writes a file whole or not at all: into a file beside it, which then takes its place. Mode and owner stay; of a link,
 * what it leads to is written. Folders that are not there are made.
 *
 * @throws FileRefused where there is no regular file, or one that may not be written
 * @throws Error of the system
 */
export function writeWhole(file: string, data: string | Uint8Array): void {
  const target = fs.existsSync(file) ? fs.realpathSync(file) : path.resolve(file);
  const before = fs.statSync(target, {throwIfNoEntry: false});
  if (before) checkWritable(target, before);
  else makeFolder(path.dirname(target));
  const temporary = writeBeside(target, data, before);
  try {
    fs.renameSync(temporary, target);
  } catch (error) {
    fs.rmSync(temporary, {force: true});
    throw error;
  }
}

/**
 * Writes into a fresh file in the folder of another, with its mode and owner, and to the disk; the first time in a folder
 * also removes what killed runs have left there.
 *
 * @returns its path
 */
export function writeBeside(target: string, data: string | Uint8Array, like: fs.Stats | undefined): string {
  const folder = path.dirname(target);
  if (!cleaned.has(folder)) {
    cleaned.add(folder);
    removeLitter(folder);
  }
  const temporary = temporaryIn(folder);
  const handle = fs.openSync(temporary, 'wx', like === undefined ? 0o666 : 0o600);
  try {
    fs.writeFileSync(handle, data);
    if (like) keepOwner(handle, like);
    fs.fsyncSync(handle);
  } catch (error) {
    fs.rmSync(temporary, {force: true});
    throw error;
  } finally {
    fs.closeSync(handle);
  }
  return temporary;
}

/** @throws FileRefused for what is no file, and for one that is there to be read only */
export function checkWritable(file: string, stat: fs.Stats): void {
  if (!stat.isFile()) throw new FileRefused('is no file');
  let writable = true;
  // To root nothing is closed; that the owner closed it still means something.
  if (process.geteuid?.() === 0) writable = (stat.mode & 0o222) !== 0;
  else {
    try {
      fs.accessSync(file, fs.constants.W_OK);
    } catch {
      writable = false;
    }
  }
  if (!writable) throw new FileRefused('can only be read');
}

function keepOwner(handle: number, {uid, gid, mode}: fs.Stats): void {
  if (process.platform === 'win32') return;
  const own = fs.fstatSync(handle);
  if (own.uid !== uid || own.gid !== gid) {
    try {
      fs.fchownSync(handle, uid, gid);
    } catch {
      throw new FileRefused('belongs to another user or group, and would be yours if it were written');
    }
  }
  fs.fchmodSync(handle, mode & 0o7777);
}
