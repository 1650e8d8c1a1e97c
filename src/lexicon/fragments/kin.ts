/**
 * Languages whose words are no sign of a leftover in another one: they share most of them, and each list has left out what
 * a neighbour uses more often (`scripts/lexicon/import-words.mjs`).
 */
const kin: Readonly<Record<string, readonly string[]>> = {
  af: ['nl'],
  az: ['tr'],
  bs: ['hr', 'sl'],
  ca: ['es', 'fr', 'pt', 'gl'],
  cs: ['sk'],
  da: ['nb', 'sv'],
  de: ['lb'],
  es: ['gl', 'ca', 'pt'],
  et: ['fi'],
  fi: ['et'],
  fr: ['ca'],
  gl: ['pt', 'es', 'ca'],
  hr: ['bs', 'sl'],
  id: ['ms'],
  it: ['ca', 'es'],
  lb: ['de'],
  ms: ['id'],
  nb: ['da', 'sv'],
  nl: ['af'],
  pt: ['gl', 'es', 'ca'],
  sk: ['cs'],
  sl: ['hr', 'bs'],
  sv: ['da', 'nb'],
  tr: ['az'],
};

/** ISO 639-1 codes of languages near to one, without the one that the article was translated from. */
export function kinOf(code: string, source: string | undefined): readonly string[] {
  const all = kin[code] ?? [];
  return source === undefined ? all : all.filter((one) => one !== source);
}
