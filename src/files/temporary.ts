import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A file that a run writes beside another one before it takes its place: of which machine, and of which process. */
const shape = /^\.calque-([0-9a-f]{8})-(\d+)-\d+\.tmp$/;
/** Milliseconds after which such a file is nobody's any more, whoever else may have the number of its process now. */
const day = 86_400_000;

let count = 0;
/** Names that this process has given: in a container, the killed run had the same number as this one. */
const given = new Set<string>();
let host: string | undefined;

/** A fresh name in a folder, as short as a name can be there: the longest names leave no room for more. */
export function temporaryIn(folder: string): string {
  for (;;) {
    const file = path.join(folder, `.calque-${hostDigest()}-${process.pid}-${++count}.tmp`);
    if (fs.existsSync(file)) continue;
    given.add(file);
    return file;
  }
}

/** Whether a name is one that {@link temporaryIn} gave, in whatever run. */
export function isTemporary(name: string): boolean {
  return name.startsWith('.calque-') && shape.test(name);
}

/**
 * Removes what a run that was killed has left in a folder; what a living run is writing stays.
 *
 * @param names what the folder holds, where that is known
 */
export function removeLitter(folder: string, names: readonly string[] = namesIn(folder)): void {
  for (const name of names) {
    const match = name.startsWith('.calque-') ? shape.exec(name) : null;
    if (!match) continue;
    const file = path.join(folder, name);
    try {
      const stat = fs.lstatSync(file);
      const isDead = match[1] === hostDigest() && !isAlive(Number(match[2]), file);
      if (stat.isFile() && (isDead || Date.now() - stat.mtimeMs > day)) fs.unlinkSync(file);
    } catch {
      // Another run was faster, or the folder can only be read.
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}

function isAlive(pid: number, file: string): boolean {
  if (pid === process.pid) return given.has(file);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function hostDigest(): string {
  host ??= crypto.createHash('sha256').update(os.hostname()).digest('hex').slice(0, 8);
  return host;
}
