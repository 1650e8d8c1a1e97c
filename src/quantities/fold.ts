/** Latin letters that stand in Cyrillic words of mixed keyboards, and the Cyrillic ones that they look like. */
const lookalikes: Readonly<Record<string, string>> = {
  a: 'а',
  e: 'е',
  o: 'о',
  p: 'р',
  c: 'с',
  x: 'х',
  y: 'у',
  j: 'ј',
  i: 'і',
  k: 'к',
  m: 'м',
  t: 'т',
  b: 'в',
  h: 'н',
};

/**
 * One spelling of a word for looking it up: small letters, and without what writers leave out at will (vowel points of
 * Arabic and Hebrew, the forms of alef, the dot of nukta, ё).
 */
export function foldWord(word: string): string {
  let lower = word.toLowerCase();
  let ascii = true;
  for (let i = 0; i < lower.length; i++)
    if (lower.charCodeAt(i) > 127) {
      ascii = false;
      break;
    }
  if (ascii) return lower;
  const first = lower.charCodeAt(0);
  if (first < 0x370) return lower.includes('\u0307') ? lower.replace(/i\u0307/g, 'i') : mixed(lower);
  // The accent moves with the ending: `δολάριο`, `δολαρίων`.
  if (first < 0x400) return lower.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  if (first < 0x530) {
    if (/[a-z]/.test(lower)) lower = mixed(lower);
    return lower.replace(/ё/g, 'е').replace(/[\u0300\u0301]/g, '');
  }
  if (first >= 0x590 && first < 0x600) return lower.replace(/[\u0591-\u05c7]/g, '');
  if (first >= 0x600 && first < 0x780)
    return lower
      .replace(/[\u064b-\u065f\u0670\u0640]/g, '')
      .replace(/[أإآٱ]/g, 'ا')
      .replace(/[ىیۍې]/g, 'ي')
      .replace(/[ةۀە]/g, 'ه')
      .replace(/ک/g, 'ك');
  if (first >= 0x900 && first < 0x980)
    return lower
      .normalize('NFD')
      .replace(/\u093c/g, '')
      .replace(/\u0901/g, '\u0902')
      .replace(/[म]\u094d(?=[बप])/g, '\u0902')
      .replace(/न\u094d(?=[दत])/g, '\u0902');
  return lower;
}

function mixed(word: string): string {
  return /[\u0400-\u04ff]/.test(word) ? word.replace(/[a-z]/g, (c) => lookalikes[c] ?? c) : word;
}
