/** Letters that can write one sound at the beginning of a name. */
const groups = [
  'kcqgxh',
  'scztxjdy',
  'jgyzdih',
  'vwbuo',
  'fpvb',
  'aeioyuhjw',
  'dtj',
  'lr',
  'mn',
  'ptb',
  'nl',
];
const together = new Set(groups.flatMap((group) => [...group].flatMap((a) => [...group].map((b) => a + b))));

const vowels = new Set('aeiou');

const isCluster = (word: string): boolean => /^[aeiou][^aeiouy][^aeiouyh]/.test(word);

/** Whether two folded words begin with letters that can write one sound. */
export function beginAlike(a: string, b: string): boolean {
  const [x, y] = [a.charAt(0), b.charAt(0)];
  if (x === y || together.has(x + y)) return true;
  // A vowel may be put before two consonants: `Embape`.
  if (vowels.has(x) !== vowels.has(y)) return isCluster(vowels.has(x) ? a : b);
  if (vowels.has(x)) return true;
  // Japanese `hu` and `fu`.
  return (x === 'f' || x === 'h') && (y === 'f' || y === 'h') && a.charAt(1) === 'u' && b.charAt(1) === 'u';
}
