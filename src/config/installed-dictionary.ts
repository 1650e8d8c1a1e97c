import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {mostOfDictionary, mostOfSettings, readRegular, readRegularText} from '../files/read-regular.js';

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
  for (const folder of packageFolders(from)) {
    try {
      return readRegular(path.join(folder, packageName, `index.${kind}`), mostOfDictionary);
    } catch {
      // Not in this one.
    }
  }
  return undefined;
}

/** Names and versions of the dictionaries that {@link readInstalledDictionary} may find, sorted. */
export function installedDictionaries(from: string = process.cwd()): string[] {
  const found = new Set<string>();
  for (const folder of packageFolders(from)) {
    try {
      for (const name of fs.readdirSync(folder)) {
        if (!wanted.test(`${name}.dic`)) continue;
        const {version} = JSON.parse(
          readRegularText(path.join(folder, name, 'package.json'), mostOfSettings),
        ) as {
          version?: unknown;
        };
        found.add(`${name} ${String(version)}`);
      }
    } catch {
      // No such folder, or a package without a version.
    }
  }
  return [...found].sort();
}

function* packageFolders(from: string): Generator<string> {
  for (const start of [from, path.dirname(fileURLToPath(import.meta.url))]) {
    for (let folder = start; ; folder = path.dirname(folder)) {
      yield path.join(folder, 'node_modules');
      if (folder === path.dirname(folder)) break;
    }
  }
}
