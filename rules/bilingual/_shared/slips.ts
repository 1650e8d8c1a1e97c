const vowels = new Set('aeiouy');
/** Letters that other spellings of a name leave out, or have for nearly any other. */
const light = new Set('hjwy');
/** Consonants that languages and systems of romanization exchange: of one place in the mouth, or written alike. */
const exchanged = ['szcxj', 'kcqgxh', 'td', 'bpvfwu', 'lr', 'mn', 'jyig', 'hgkj'].map(
  (group) => new Set(group),
);
/** Pairs of letters for one sound: one of them may be missing in another spelling. */
const pairs = new Set(
  'ck cz ch sh sz zh ts tz tc dz dj ds ng gh kh ph th rz lj nj ks gu qu mp mb sc wh ae oe ue ou'.split(' '),
);

/**
 * Whether one letter of a name was struck wrongly, dropped, doubled up or swapped with its neighbour in a way that no other
 * spelling of the same name has. Both in small letters without marks.
 *
 * @param keepsVowels whether the source writes names in the letters of the translation, so that their vowels stay
 */
export function isSlip(right: string, wrong: string, keepsVowels: boolean): boolean {
  let at = 0;
  while (at < right.length && right[at] === wrong[at]) at++;
  if (at === 0 || right === wrong) return false;
  if (right.length !== wrong.length) {
    const [longer, shorter] = right.length > wrong.length ? [right, wrong] : [wrong, right];
    return longer.slice(at + 1) === shorter.slice(at) && isStray(longer, at, shorter, keepsVowels);
  }
  const [a = '', b = ''] = [right[at], wrong[at]];
  if (right[at + 1] === b && wrong[at + 1] === a && right.slice(at + 2) === wrong.slice(at + 2))
    return !isUsualSwap(right, at);
  return right.slice(at + 1) === wrong.slice(at + 1) && isStrange(a, b, keepsVowels && at < right.length - 2);
}

/** `Alexandre` and `Alexander`, `Keith` and `Kieth`. */
function isUsualSwap(word: string, at: number): boolean {
  const pair = [word[at], word[at + 1]].sort().join('');
  return pair === 'ei' || (at === word.length - 2 && (pair === 'er' || pair === 'el'));
}

/** A letter for another that no other spelling has. */
function isStrange(a: string, b: string, keepsVowels: boolean): boolean {
  if (light.has(a) || light.has(b) || !/^[a-z]{2}$/.test(a + b)) return false;
  if (exchanged.some((group) => group.has(a) && group.has(b))) return false;
  if (!vowels.has(a) || !vowels.has(b)) return true;
  return (
    keepsVowels &&
    !('iye'.includes(a) && 'iye'.includes(b)) &&
    !('oua'.includes(a) && 'oua'.includes(b) && a !== 'a' && b !== 'a')
  );
}

/** A letter too many or too few that no other spelling has. */
function isStray(longer: string, at: number, shorter: string, keepsVowels: boolean): boolean {
  const letter = longer[at] as string;
  const before = longer[at - 1] ?? '';
  const after = longer[at + 1] ?? '';
  // Endings are of grammar.
  if (at >= longer.length - 1 || light.has(letter)) return false;
  if (letter === before || letter === after || pairs.has(before + letter) || pairs.has(letter + after))
    return false;
  if (!vowels.has(letter)) return true;
  if (vowels.has(before) || vowels.has(after)) return false;
  return keepsVowels || isJammed(shorter);
}

/** Consonants in a row that no word begins with or holds. */
const isJammed = (word: string): boolean =>
  /^(?!str|scr|spr|spl|sch|chr|shr|thr)[bcdfghjklmnpqrstvwxz]{3}|^(?:m[^ceaiouy]|j[^aeiouhy]|r[^hwyaeiou]|l[^lyhaeiou])|[bcdfgjkmpqtvxz]{4}/.test(
    word,
  );
