import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

export const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Binary resources as `npm run build` leaves them. */
export function resources(name: string): Uint8Array | undefined {
  const file = path.join(root, 'dist/resources', name);
  return fs.existsSync(file) ? fs.readFileSync(file) : undefined;
}
