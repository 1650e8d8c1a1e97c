/** A language tag as BCP 47 writes it; the part before the first hyphen is a code of two or three letters (ISO 639). */
export const languageTagPattern = '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$';

/** The same, and with the underscores that others put for the hyphens: `pt_BR`. */
const lenient = /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*$/;

export function isLanguageTag(text: string): boolean {
  return lenient.test(text);
}

/** A tag with hyphens. */
export const normalTag = (tag: string): string => tag.replaceAll('_', '-');

/**
 * The tag of the language that has this English name: `Lithuanian` is `lt`. A tag comes back as it is; what is neither
 * is undefined.
 */
export function tagOfLanguage(text: string): string | undefined {
  const small = text.trim().toLowerCase();
  const names = new Intl.DisplayNames('en', {type: 'language', fallback: 'none'});
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  for (const first of letters) {
    for (const second of letters) {
      const code = first + second;
      // Codes that were given up have the name of the one that took their place.
      if (names.of(code)?.toLowerCase() === small) return new Intl.Locale(code).language;
    }
  }
  return isLanguageTag(text.trim()) ? normalTag(text.trim()) : undefined;
}

/** ` (did you mean “lt”?)` for the name of a language, else nothing. */
export function hintAtTag(given: string): string {
  const tag = tagOfLanguage(given);
  return tag === undefined || tag === given ? '' : ` (did you mean “${tag}”?)`;
}
