const special: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  ı: 'i',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ə: 'e',
  ŋ: 'ng',
  ħ: 'h',
  ŧ: 't',
  ʉ: 'u',
};
const marks = /\p{M}+/gu;
const ascii = /^[\0-\x7f]*$/;

/** Drops diacritics and writes Latin letters outside ASCII in ASCII: `Žoldubajeva` becomes `Zoldubajeva`. */
export function foldLatin(word: string): string {
  if (ascii.test(word)) return word;
  let folded = '';
  for (const character of word.normalize('NFD').replace(marks, '')) {
    const lower = special[character];
    if (lower !== undefined) folded += lower;
    else {
      const upper = special[character.toLowerCase()];
      folded += upper === undefined ? character : upper.charAt(0).toUpperCase() + upper.slice(1);
    }
  }
  return folded;
}
