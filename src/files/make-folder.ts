import fs from 'node:fs';
import path from 'node:path';

/**
 * Makes a folder and those above it that are not there. Node's own way to make them all never ends where the system says
 * of a folder that is there that it is not, as `/proc` does of what would be made in it.
 *
 * @throws Error of the system
 */
export function makeFolder(folder: string, mode?: number): void {
  const missing: string[] = [];
  for (let at = path.resolve(folder); !fs.existsSync(at) && path.dirname(at) !== at; at = path.dirname(at))
    missing.push(at);
  for (const one of missing.reverse()) {
    try {
      fs.mkdirSync(one, mode);
    } catch (error) {
      // Another run was faster.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
