import fs from 'node:fs';
import path from 'node:path';
import {addToDictionary, type NewName} from '../../config/dictionary/add-names.js';
import {nameInConfig} from '../../config/name-in-config.js';
import type {Project} from '../../config/project.js';
import {shownPath} from '../../unified/lint-files.js';

const defaultDictionary = 'calque-names.yml';
const defaultConfig = '.calquerc.yaml';

/**
 * Writes names into the dictionary of the project, which the configuration of `file` names; makes one where there is
 * none, and names it in the configuration.
 *
 * @returns what to tell
 * @throws Error when the dictionary or the configuration is broken
 */
export async function addNames(file: string, names: readonly NewName[], project: Project): Promise<string> {
  const {resolved} = await project.settingsFor(file);
  const known = resolved.dictionaries.find((name) => isFolder(name) || /\.ya?ml$/.test(name));
  const config = (await project.configFileOf(file)) ?? path.join(project.cwd, defaultConfig);
  const dictionary =
    known === undefined
      ? path.join(path.dirname(config), defaultDictionary)
      : isFolder(known)
        ? path.join(known, 'names.yml')
        : known;
  await addToDictionary(dictionary, names);
  const told = `${names.length === 1 ? 'one name' : `${names.length} names`} added to ${shownPath(dictionary, project.cwd)}`;
  if (known !== undefined) return told;
  const value = path.relative(path.dirname(config), dictionary).split(path.sep).join('/');
  const left = await nameInConfig(config, {key: 'dictionaries', value});
  return left === undefined
    ? `${told}, which ${shownPath(config, project.cwd)} names now`
    : `${told}. ${left}`;
}

function isFolder(file: string): boolean {
  return fs.statSync(file, {throwIfNoEntry: false})?.isDirectory() === true;
}
