import fs from 'node:fs';
import path from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {makeFolder} from './make-folder.js';

/** After so many milliseconds a lock is nobody's: what is done under one takes far less. */
const stale = 10_000;
const patience = 15_000;

/**
 * Does something to a file while no other process of calque does: whoever reads it, changes it and writes it under its
 * lock loses nothing that others write. The lock is a file beside it, `NAME.lock`.
 *
 * @throws Error when others hold it for 15 seconds
 */
export async function withLock<T>(file: string, act: () => T | Promise<T>): Promise<T> {
  const lock = `${fs.existsSync(file) ? fs.realpathSync(file) : path.resolve(file)}.lock`;
  makeFolder(path.dirname(lock));
  const until = Date.now() + patience;
  for (let delay = 5; !taken(lock); delay = Math.min(100, delay * 1.5)) {
    if (Date.now() > until)
      throw new Error(
        `${path.basename(file)} is being changed by others; if it is not, delete ${path.basename(lock)}`,
      );
    await wait(delay * (0.5 + Math.random()));
  }
  try {
    return await act();
  } finally {
    fs.rmSync(lock, {force: true});
  }
}

/** Takes the lock if it is free; frees one that was left behind, for the next try. */
function taken(lock: string): boolean {
  try {
    fs.writeFileSync(lock, `${process.pid}\n`, {flag: 'wx'});
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const {mtimeMs} = fs.statSync(lock, {throwIfNoEntry: false}) ?? {};
    if (mtimeMs !== undefined && Date.now() - mtimeMs > stale) fs.rmSync(lock, {force: true});
    return false;
  }
}
