/** Endings that nouns take in other languages and that translation leaves on a name, by language. */
const byLanguage: Readonly<Record<string, string>> = {
  is: 'ar u i a s inn inni inna ina sins ið um anna unnar',
  ru: 'a u y e i o om oy oi oj em ov ovo skaya skogo skoy skom ami',
  uk: 'a u y e i om oyu ovi ev skoho skoi',
  pl: 'a u y e i em owi om ego',
  cs: 'a u y e em ovi ové ou',
  bg: 'a ta to',
  lt: 'as is us ys o io ui ai os iu ius iaus iem ą ę į ų oje ėje yje uje e',
  lv: 's is us a u am um os',
  et: 'i a e u s st sse le ga ni',
  fi: 'n in an en ssa ssä sta stä lla llä lle',
  tr: 'in ın un ün nin da de dan den ya ye yi i ı lar ler',
  hu: 'ban ben nak nek val vel t ot',
};

const sets: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(byLanguage).map(([language, endings]) => [language, new Set(endings.split(' '))]),
);

/** Languages (BCP 47) in which a noun may end so. */
export function languagesOfEnding(ending: string): string[] {
  const languages: string[] = [];
  for (const [language, endings] of sets) if (endings.has(ending)) languages.push(language);
  return languages;
}
