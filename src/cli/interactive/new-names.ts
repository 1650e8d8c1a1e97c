import {type Added, addToDictionary} from '../../config/dictionary/add-names.js';
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
  const told = addedInWords(await addToDictionary(own.file, names), shownPath(own.file, project.cwd), 'name');
  if (!own.isNew) return told;
  const left = await nameOwnFile(own);
  return left === undefined
    ? `${told}, which ${shownPath(own.config, project.cwd)} names now`
    : `${told}. ${left}`;
}

/** `one name added to names.yml`, `“Osh” is in names.yml already`. */
export function addedInWords({added, completed, known}: Added, file: string, what: 'name' | 'entry'): string {
  const many = what === 'name' ? 'names' : 'entries';
  const count = (n: number): string => (n === 1 ? `one ${what}` : `${n} ${many}`);
  const parts: string[] = [];
  if (added > 0) parts.push(`${count(added)} added to ${file}`);
  if (completed > 0) parts.push(`${count(completed)} completed in ${file}`);
  if (known.length === 1) parts.push(`“${known[0]}” is in ${file} already`);
  else if (known.length > 1) parts.push(`${known.length} are in ${file} already`);
  return parts.join(', ') || `nothing added to ${file}`;
}
