import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const wanted = /^(dictionary-[a-z]{2,3}(?:-[a-z]+)?)\.(aff|dic)$/;

/**
 * The file of a hunspell dictionary that the user has installed as an npm package (`npm i dictionary-lt`): looked for
 * in the `node_modules` folders from the working directory upward, then from calque's own place. `undefined` for other
 * resources and where there is none.
 */
export function readInstalledDictionary(name: string, from: string = process.cwd()): Uint8Array | undefined {
  const match = wanted.exec(name);
  if (!match) return undefined;
  const [, packageName = '', kind = ''] = match;
  for (const start of [from, path.dirname(fileURLToPath(import.meta.url))]) {
    for (let folder = start; ; folder = path.dirname(folder)) {
      try {
        return fs.readFileSync(path.join(folder, 'node_modules', packageName, `index.${kind}`));
      } catch {
        if (folder === path.dirname(folder)) break;
      }
    }
  }
  return undefined;
}
