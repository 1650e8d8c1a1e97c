import {judges, supportInWords} from '../config/language-support.js';
import type {FileSettings, Project} from '../config/project.js';
import {primaryLanguage} from '../text/language-tag.js';

/**
 * What calque can judge of articles in a language other than English: how many of the rules that are on, and what it lacks;
 * undefined for English.
 */
export function languageNote(
  project: Pick<Project, 'rules'>,
  {language, rules}: FileSettings['resolved'],
): string | undefined {
  if (primaryLanguage(language) === 'en') return undefined;
  const able = [...rules.keys()].filter((id) => {
    const meta = project.rules.get(id)?.meta;
    return meta === undefined || judges(meta, language);
  });
  return supportInWords(language, able.length, rules.size);
}
