import {primaryLanguage} from '../../../src/text/language-tag.js';

/**
 * Quotation marks of languages that have no locale (`src/locale`), outer and inner pairs; from Unicode CLDR 46, `delimiters`.
 */
const marks: Readonly<Record<string, string>> = {
  en: '“”‘’',
  is: '„“‚‘',
};

/** Whether text in a language (BCP 47 tag) uses a quotation mark itself; true for languages not in the table, of which those with a locale are judged by it. */
export function isOwnMark(language: string, mark: string): boolean {
  const own = marks[primaryLanguage(language)];
  return own === undefined || own.includes(mark);
}

/** Whether a language (BCP 47 tag) opens with “ and closes with ”, as English does. */
export function quotesLikeEnglish(language: string): boolean {
  return marks[primaryLanguage(language)]?.includes('“”') ?? false;
}
