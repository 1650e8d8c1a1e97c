/** The primary language subtag of a BCP 47 tag, in small letters: `zh` of `zh-Hant-TW`. Empty where there is no tag. */
export function primaryLanguage(tag = ''): string {
  const end = tag.indexOf('-');
  return (end < 0 ? tag : tag.slice(0, end)).toLowerCase();
}
