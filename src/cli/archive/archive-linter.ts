import archiveRule from '../../../rules/names/archive.js';
import {makeLinter} from '../../config/make-linter.js';
import type {Project} from '../../config/project.js';
import {readResource} from '../../config/resources.js';
import type {Linter} from '../../engine/linter.js';
import {openSlices} from '../../files/slices.js';

/**
 * Linters with the rule names/archive alone, by language, with the dictionaries of the project.
 *
 * @param names what `calque archive names` wrote
 */
export function archiveLinters(
  project: Project,
  names: string,
): (languages: {language?: string; sourceLanguage?: string}) => Promise<Linter> {
  const made = new Map<string, Promise<Linter>>();
  const make = async (language: string | undefined, sourceLanguage: string | undefined): Promise<Linter> => {
    const {resolved} = await project.settingsFor('archive.txt');
    const own = resolved.rules.get(archiveRule.meta.id);
    const source = sourceLanguage ?? resolved.sourceLanguage;
    const {linter} = makeLinter(
      {
        rules: [
          {
            rule: archiveRule,
            severity: own?.severity ?? archiveRule.meta.severity,
            options: {...archiveRule.meta.defaultOptions, ...own?.options, archive: names},
          },
        ],
        language: language ?? resolved.language,
        ...(source === undefined ? {} : {sourceLanguage: source}),
        entries: await project.entriesFor('archive.txt'),
      },
      {resources: readResource, open: openSlices},
    );
    return linter;
  };
  return ({language, sourceLanguage}) => {
    const key = `${language ?? ''} ${sourceLanguage ?? ''}`;
    let linter = made.get(key);
    if (linter === undefined) {
      linter = make(language, sourceLanguage);
      made.set(key, linter);
    }
    return linter;
  };
}
