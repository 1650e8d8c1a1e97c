/**
 * The consonants of a Latin spelling by the place where they are spoken: what transliteration leaves as it is. `Cromwell`
 * and `kromuel` are both `KRML`, `Brandt` and `brant` both `PRNT`.
 *
 * @param word small Latin letters, diacritics allowed
 */
export function skeleton(word: string): string {
  const bare = isPlain.test(word) ? word : withoutMarks(word);
  let out = '';
  for (let i = 0; i < bare.length; i++) {
    const c = bare[i] as string;
    const next = bare[i + 1] ?? '';
    let sound = classes[c] ?? '';
    if (c === 'm' && (next === 'p' || next === 'b')) sound = 'N';
    else if (c === 'c' && 'eiy'.includes(next) && next !== '') sound = 'S';
    else if ((c === 's' || c === 'z' || c === 'c') && next === 'h') {
      sound = 'S';
      i++;
    } else if (c === 't' && (next === 's' || next === 'z')) {
      sound = 'S';
      i++;
    } else if (c === 'p' && next === 'h') {
      sound = 'V';
      i++;
    } else if (c === 'k' && next === 'h') {
      sound = out === '' ? 'K' : '';
      i++;
    } else if (c === 'h') sound = out === '' ? 'K' : '';
    else if (c === 'd' && (next === 'z' || next === 'j')) {
      sound = 'S';
      i++;
    } else if (c === 'x') sound = 'KS';
    for (const s of sound) if (out[out.length - 1] !== s) out += s;
  }
  return out;
}

const isPlain = /^[a-z]*$/;
const others: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  æ: 'e',
  ı: 'i',
  ð: 'd',
  þ: 't',
};

const withoutMarks = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[øłđßæıðþ]/g, (letter) => others[letter] ?? letter);

const classes: Readonly<Record<string, string>> = {
  b: 'P',
  p: 'P',
  f: 'V',
  v: 'V',
  t: 'T',
  d: 'T',
  k: 'K',
  g: 'K',
  q: 'K',
  c: 'K',
  s: 'S',
  z: 'S',
  j: 'S',
  l: 'L',
  r: 'R',
  m: 'M',
  n: 'N',
};
