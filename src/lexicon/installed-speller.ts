import type {Speller} from './fragments/target.js';
import {Hunspell} from './hunspell.js';

type Resource = <T>(name: string, parse: (bytes: Uint8Array) => T) => T | undefined;

/**
 * The spelling dictionary of a language, where the user has installed one (`npm i dictionary-de`): the shell supplies
 * its files as the resources `dictionary-de.aff` and `dictionary-de.dic`.
 */
export function installedSpeller(code: string, resource: Resource): Speller | undefined {
  const aff = resource(`dictionary-${code}.aff`, (bytes) => bytes);
  if (!aff) return undefined;
  const hunspell = resource(`dictionary-${code}.dic`, (dic) => Hunspell.parse(aff, dic));
  return hunspell && ((word) => hunspell.has(word));
}
