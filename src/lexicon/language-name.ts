import {languageNames} from '../generated/language-names.js';

let names: Intl.DisplayNames | undefined;

/** The English name of a language: `lt` is `Lithuanian`. Codes that have none come back as they are. */
export function languageName(code: string): string {
  const name = languageNames[code];
  if (name !== undefined) return name;
  names ??= new Intl.DisplayNames('en', {type: 'language', fallback: 'code'});
  return names.of(code) ?? code;
}
