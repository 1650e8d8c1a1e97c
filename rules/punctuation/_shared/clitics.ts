/** What is left of a word behind an apostrophe: `I'm`, `don't`, `the mayor's`. */
const endings = new Set(['s', 't', 're', 've', 'll', 'd', 'm']);
/** Words before `'d`, `'ll`, `'re`, `'ve` and `'m`. */
const stems = new Set(
  'i you he she it we they who what where when why how that this there these those here could should would might must may not'.split(
    ' ',
  ),
);

/** Behind these, the word that the ending belongs to is missing. */
const lost = new Set('of in on at to for from with by and or the an'.split(' '));

/**
 * Whether an ending behind an apostrophe is one that English leaves of a word, as in `don't` and `the mayor's`. In
 * names of other languages the sign there is a letter of its own, a glottal stop or an ayn: `Sa‘d`, `Ka‘ba`, `Qur’an`.
 */
export function isClitic(stem: string, ending: string): boolean {
  const end = ending.toLowerCase();
  if (!endings.has(end)) return false;
  if (end === 't') return /n$/i.test(stem);
  if (end === 's') return stem.length > 1 && !lost.has(stem.toLowerCase());
  return stems.has(stem.toLowerCase());
}
