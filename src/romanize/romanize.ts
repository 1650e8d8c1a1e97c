import {
  arabic,
  armenian,
  cyrillic,
  cyrillicOf,
  devanagari,
  devanagariSigns,
  georgian,
  greek,
  greekPairs,
  hangul,
  hebrew,
  kana,
} from './tables.js';

/**
 * A word in Latin letters: one reading, as rough as a comparison of spellings allows. Hebrew and Arabic come without the
 * vowels that they do not write.
 *
 * @param word in one script
 * @param language primary tag; letters that languages read differently go by it
 * @returns small letters, or `undefined` for a script that cannot be read without a dictionary (Han)
 */
export function romanize(word: string, language: string): string | undefined {
  const lower = word.toLowerCase();
  const code = lower.charCodeAt(0);
  // Keyboards of two scripts leave Latin letters in Cyrillic words: `Majкл`.
  if (code < 0x250) return mixed.test(lower) ? letters(lower, cyrillic, cyrillicOf[language]) : lower;
  if (code >= 0x370 && code < 0x400) return romanizeGreek(lower);
  if (code >= 0x400 && code < 0x530) return letters(lower, cyrillic, cyrillicOf[language]);
  if (code >= 0x530 && code < 0x590) return letters(lower.replace(/ու/g, 'u'), armenian);
  if (code >= 0x590 && code < 0x600) return letters(lower, hebrew);
  if (code >= 0x600 && code < 0x780)
    return letters(lower.replace(/[\u064b-\u065f]/g, '').replace(/[أإآ]/g, 'ا'), arabic);
  if (code >= 0x900 && code < 0x980) return romanizeDevanagari(lower);
  if (code >= 0x10a0 && code < 0x1100) return letters(lower, georgian);
  if (code >= 0x3041 && code < 0x3100) return romanizeKana(word);
  if (code >= 0xac00 && code < 0xd7a4) {
    let out = '';
    for (let i = 0; i < word.length; i++) out += hangul(word.charCodeAt(i)) ?? '';
    return out;
  }
  return undefined;
}

const mixed = /[\u0400-\u052f]/;

function letters(word: string, map: ReadonlyMap<string, string>, over?: ReadonlyMap<string, string>): string {
  let out = '';
  for (const letter of word) out += over?.get(letter) ?? map.get(letter) ?? (letter < '\u0250' ? letter : '');
  return out;
}

function romanizeGreek(word: string): string {
  let bare = word.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  // At the head of a word and behind a consonant one sound, else two; `Γιονγκ` begins as `Yong` does.
  bare = bare
    .replace(/(^|[^αεηιουω])μπ/g, '$1b')
    .replace(/(^|[^αεηιουω])ντ/g, '$1d')
    .replace(/μπ/g, 'mb')
    .replace(/ντ/g, 'nd')
    .replace(/γι(?=[αοωηυε])/g, 'y');
  for (const [pair, latin] of greekPairs) bare = bare.replaceAll(pair, latin);
  return letters(bare, greek);
}

/** A consonant without a sign has an `a`, but for the last of a word. */
function romanizeDevanagari(word: string): string {
  const bare = word.normalize('NFD').replace(/\u093c/g, '');
  let out = '';
  for (let i = 0; i < bare.length; i++) {
    const letter = bare[i] as string;
    const sign = devanagariSigns.get(letter);
    if (sign !== undefined) {
      out += sign;
      continue;
    }
    const latin = devanagari.get(letter);
    if (latin === undefined) continue;
    out += latin;
    const next = bare[i + 1];
    const consonant = letter >= 'क' && letter <= 'ह';
    if (consonant && next !== undefined && next !== '\u094d' && !devanagariSigns.has(next)) out += 'a';
  }
  return out;
}

/** Hiragana is read as katakana; a small vowel replaces the one before it, as in ファ (fa). */
function romanizeKana(word: string): string {
  let out = '';
  for (let i = 0; i < word.length; i++) {
    let code = word.charCodeAt(i);
    if (code >= 0x3041 && code <= 0x3096) code += 0x60;
    const latin = kana.get(String.fromCharCode(code));
    if (latin === undefined) continue;
    if ('ァィゥェォャュョ'.includes(String.fromCharCode(code))) out = out.replace(/[aiueo]$/, '');
    out += latin;
  }
  return out;
}
