import {addToDictionary} from '../../config/dictionary/add-names.js';
import type {NewName} from '../../config/dictionary/new-name.js';
import type {Project} from '../../config/project.js';
import {nameOwnFile, ownFileOf} from '../../config/project-files.js';
import {shownPath} from '../../unified/lint-files.js';

/**
 * Writes names into the dictionary of the project, which the configuration of `file` names; makes one where there is
 * none, and names it in the configuration.
 *
 * @returns what to tell
 * @throws Error when the dictionary or the configuration is broken
 */
export async function addNames(file: string, names: readonly NewName[], project: Project): Promise<string> {
  const own = await ownFileOf('dictionaries', project, file, project.cwd);
  await addToDictionary(own.file, names);
  const told = `${names.length === 1 ? 'one name' : `${names.length} names`} added to ${shownPath(own.file, project.cwd)}`;
  if (!own.isNew) return told;
  const left = await nameOwnFile(own);
  return left === undefined
    ? `${told}, which ${shownPath(own.config, project.cwd)} names now`
    : `${told}. ${left}`;
}
