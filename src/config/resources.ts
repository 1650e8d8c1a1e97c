import fs from 'node:fs';
import {fileURLToPath} from 'node:url';
import {readInstalledDictionary} from './installed-dictionary.js';

/** From a chunk, from an entry point, and from the source tree. */
const places = ['../resources/', './resources/', '../../dist/resources/'];
let folder: string | undefined;

/** The bytes of a resource that the build left in `dist/resources`, or of an installed dictionary, or `undefined`. */
export function readResource(name: string): Uint8Array | undefined {
  if (name.startsWith('dictionary-')) return readInstalledDictionary(name);
  folder ??=
    places
      .map((place) => fileURLToPath(new URL(place, import.meta.url)))
      .find((path) => fs.existsSync(path)) ?? '';
  try {
    return fs.readFileSync(folder + name);
  } catch {
    return undefined;
  }
}

/** The page of a rule, from `dist/rules` beside the resources, or `undefined`. */
export function readPage(rule: string): string | undefined {
  const bytes = readResource(`../rules/${rule}.md`);
  return bytes && new TextDecoder().decode(bytes);
}

/** A JSON Schema that calque publishes, from `dist/schema`. */
export function readSchema(name: 'config' | 'dictionary' | 'report'): Readonly<Record<string, unknown>> {
  const bytes = readResource(`../schema/${name}.schema.json`);
  return bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>) : {};
}
