/**
 * Whether an English word is spoken with a vowel at its beginning, so that the article before it is `an`. By spelling
 * and closed lists of exceptions; `undefined` where both are heard or the spelling does not tell.
 */
export function hasVowelSound(word: string): boolean | undefined {
  const first = word.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return numberSound(word);
  if (!/^[A-Za-z][A-Za-z’'-]*$/.test(word)) return undefined;
  const plain = word.replace(/[’']s$/, '');
  if (plain.length === 1) return letterSound(plain);
  if (/^[A-Z]{2,}s?$/.test(plain)) return acronymSound(plain.replace(/s$/, ''));
  if (/^.+[A-Z]/.test(plain)) return undefined; // mRNA, iPhone, McDonald: spelt in more ways than one
  return wordSound(plain.toLowerCase(), plain !== plain.toLowerCase());
}

/** 8, 80, 8,000: a vowel; 11 and 18, alone or before `,000`; a year such as 1812 is read in two ways. */
function numberSound(word: string): boolean | undefined {
  const digits = /^\d+/.exec(word)?.[0] ?? '';
  if (digits.startsWith('8')) return true;
  if (digits === '11' || digits === '18') return true;
  if (digits.length >= 4 && /^1[18]/.test(digits)) return undefined;
  return digits.startsWith('0') ? undefined : false;
}

/** A letter alone is spoken as its name: an X-ray, a U-turn, an e-mail. Small letters but e are seldom that. */
function letterSound(letter: string): boolean | undefined {
  if (letter === 'e') return true;
  if (letter >= 'a') return undefined;
  return 'AEFHILMNORSX'.includes(letter);
}

const spelledOut = new Set(
  'FBI FDA HIV HIIT LA LAPD MEP MEPS MRI NBA NGO NPO NSA RAF SEO SOS SUV FOI FIA MIA MIT'.split(' '),
);
const spokenYou = new Set(
  'UN UK US USA UAE UFO UEFA UNESCO UNICEF USB USSR UHF UV UKIP UNHCR UCLA USC UI UX UPS USDA'.split(' '),
);

function acronymSound(word: string): boolean | undefined {
  const first = word[0] as string;
  if (first === 'U') return spokenYou.has(word) ? false : undefined;
  if ('AEIO'.includes(first)) return word.startsWith('ONE') || word.startsWith('EURO') ? undefined : true;
  if ('BCDGJKPQTVWYZ'.includes(first)) return false;
  // F, H, L, M, N, R, S, X: a vowel if spelt out, a consonant if read as a word (NATO, FIFA, SARS).
  if (word === 'RMB') return undefined; // renminbi
  if (spelledOut.has(word) || !/[AEIOUY]/.test(word)) return true;
  return undefined;
}

const silentH = /^(?:hour|honest|honor|honour|heir|hors$)/;
const eitherH =
  /^(?:herb|homage|histor|hotel|hilar|habitual|hallucin|hyster|hereditary|hispanic|horrendous|heroic|harmonic)/;
/** `u` as in `use`. Words in un- with a second part of their own (uninvited, unimportant) are none of them. */
const longU =
  /^(?:u(?:biquit|fo|gand|kr|kulele|nanim|nesco|nicef|ra[ln]|rin|ruguay|s(?:a[bg]|e(?!r-)|u(?:al|r[pay]|fruct)|ing)|t[aeiou])|uni(?!dent|llu|mag|mp|n(?!o)|gn|rr|tal))/;
const otherU = /^(?:uy|uig|ulul|ur[eo]|uz|ule|ull|uk)/;

function wordSound(word: string, capital: boolean): boolean | undefined {
  switch (word[0]) {
    case 'a':
    case 'i':
      return true;
    case 'e':
      return capital && /^e(?:w|u(?!rop|ro|gen|cl|ras))/.test(word) ? undefined : !/^(?:eu|ewe)/.test(word);
    case 'o':
      if (/^(?:one(?:s|self|time|-.*)?|once(?:-.*)?)$/.test(word)) return false;
      return /^(?:ou(?!t|r|nce|st)|oua|oui)/.test(word) ? undefined : true;
    case 'u':
      if (longU.test(word)) return false;
      if (otherU.test(word) || (capital && !/^u(?:n|p|lt|lst|rb|s)/.test(word))) return undefined;
      return true;
    case 'h':
      if (silentH.test(word)) return true;
      return capital || eitherH.test(word) ? undefined : false;
    case 'x':
      return /^x[aeiouy]/.test(word) ? false : undefined;
    case 'y':
      return /^y[bcdfghklmnprstvz]/.test(word) ? undefined : false;
    default:
      return /[aeiouy]/.test(word) ? false : undefined;
  }
}
