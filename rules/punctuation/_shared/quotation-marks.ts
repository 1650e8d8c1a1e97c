import {primaryLanguage} from '../../../src/text/language-tag.js';

/**
 * Quotation marks that a language uses itself, outer and inner pairs; from Unicode CLDR 46, `delimiters`, with the
 * second usual pair of its press where CLDR names one only.
 */
const marks: Readonly<Record<string, string>> = {
  en: '“”‘’',
  bg: '„“‚‘’«»',
  cs: '„“‚‘»«›‹',
  da: '“”‘’»«„›‹',
  de: '„“‚‘»«›‹',
  el: '«»“”',
  es: '«»“”‘’',
  et: '„“«»',
  fi: '”’»›',
  fr: '«»‹›“”',
  hr: '„“‚‘”»«',
  hu: '„”»«',
  is: '„“‚‘',
  it: '«»“”‘’',
  ja: '「」『』《》〈〉【】“”',
  ko: '“”‘’「」『』《》〈〉【】',
  lt: '„“‚‘',
  lv: '“”‘’„«»',
  nb: '«»‘’“”',
  nl: '‘’“”„',
  nn: '«»‘’“”',
  no: '«»‘’“”',
  pl: '„”«»‚’',
  pt: '“”‘’«»',
  ro: '„”«»',
  ru: '«»„“',
  sk: '„“‚‘»«',
  sl: '„“‚‘»«',
  sr: '„“‘’”»«',
  sv: '”’»«',
  tr: '“”‘’«»',
  uk: '«»„“”',
  zh: '“”‘’「」『』《》〈〉【】',
};

/** Whether text in a language (BCP 47 tag) uses a quotation mark itself; true for languages not in the table. */
export function isOwnMark(language: string, mark: string): boolean {
  const own = marks[primaryLanguage(language)];
  return own === undefined || own.includes(mark);
}

/** Whether a language (BCP 47 tag) opens with “ and closes with ”, as English does. */
export function quotesLikeEnglish(language: string): boolean {
  return marks[primaryLanguage(language)]?.includes('“”') ?? false;
}
