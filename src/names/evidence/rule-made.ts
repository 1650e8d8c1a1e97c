import type {NameWord} from '../mentions/name-words.js';
import {relate} from './relation.js';

/**
 * Names that a rule of their language makes from another name: they are two names, however alike. Sources: the grammars
 * of surnames in Slavic, Baltic and Greek languages and in Icelandic, as told in the Wikipedia articles on each.
 */
export type RuleMade =
  | 'family-form'
  | 'family-or-case'
  | 'patronymic'
  | 'people'
  | 'administrative'
  | 'elision';

/** Endings of a man’s surname, and of his wife’s, daughter’s or sister’s. */
const families: readonly (readonly [his: readonly string[], hers: readonly string[]])[] = [
  // Czech, Slovak.
  [
    ['', 'a', 'o'],
    ['ová', 'ova'],
  ],
  [['ek'], ['ková', 'kova']],
  [['ec'], ['cová', 'cova']],
  [['el'], ['lová', 'lova']],
  // Slavic adjectives.
  ...['sk', 'ck', 'zk', 'ts’k'].map((k): [string[], string[]] => [
    ['i', 'y', 'iy', 'ij', 'yi', 'yy', 'yj', 'ý', 'ii'].map((end) => k + end),
    ['a', 'á', 'aya', 'aja', 'aia', 'aa'].map((end) => k + end),
  ]),
  [
    ['ny', 'niy', 'nyi', 'nyy', 'nij'],
    ['naya', 'naja', 'naia'],
  ],
  [
    ['ov', 'ow'],
    ['ova', 'owa'],
  ],
  [
    ['ev', 'ew', 'yev', 'jev'],
    ['eva', 'ewa', 'yeva', 'jeva'],
  ],
  [['in'], ['ina']],
  [['yn'], ['yna']],
  [['off'], ['ova', 'offa']],
  // Lithuanian.
  [
    ['as', 'is', 'ys', 'us', 'ius', 'ias', 'a', 'e', 'ė', ''],
    ['ienė', 'iene', 'uvienė', 'aitė', 'aite', 'ytė', 'yte', 'utė', 'ūtė', 'iūtė', 'iutė', 'ė'],
  ],
  // Greek.
  [['os', 'us', 'is'], ['ou']],
  // Icelandic, Faroese, Danish.
  [
    ['son', 'sson', 'sen', 'ssen'],
    ['dóttir', 'dottir', 'sdóttir', 'sdottir', 'datter', 'sdatter', 'sdotter', 'dotter'],
  ],
];
/** The same where hers may also be a case form of his: only two first names tell. */
const familiesOrCases: typeof families = [
  [
    ['ý', 'y'],
    ['á', 'a'],
  ],
  [
    ['is', 'as', 'es'],
    ['i', 'a'],
  ],
  [
    ['s', 'š', 'is', 'us'],
    ['a', 'e', 'iene'],
  ],
  [[''], ['a']],
];

const patronymics =
  /(?:s?son|s?sonar|s?d[óo]ttir|s?datter|ovich|evich|yevich|ovych|evych|ovna|evna|ivna|yevna|ovitch|evitch|oğlu|oglu|zade|zadeh|idis|opoulos|escu|ashvili|shvili|yan|ian|ić|ovic|ović)$/;
const nordic = /^(?:s?son|s?sonar|s?d[óo]ttir|s?datter)$/;

const peoples = new Set(
  'er ers erin ian ians iana ese ish ism ist ists istic stan esque ness ic ite ites ichi ychi chane tsy lik lık lar iyya'.split(
    ' ',
  ),
);
/** What makes another place, office or school of a place; East Asian. */
const administrative = new Set(
  'cho chome machi mura shi ken gun fu dong eup myeon xian zhen xiang tera dera ya za jinja jima shima kawa gawa eki daigaku ji bhai garu saheb'.split(
    ' ',
  ),
);

/** How one of two words is made from the other, or both from a third; `undefined` where no rule is seen. */
export function ruleMade(a: NameWord, b: NameWord): RuleMade | undefined {
  const x = a.text.toLowerCase();
  const y = b.text.toLowerCase();
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (elided(short, long)) return 'elision';
  if (isFamily(x, y, families)) return 'family-form';
  // `Bortnikov` and the village `Bortnikovo`.
  if (/(?:[oe]v|in)$/.test(short) && long === `${short}o`) return 'administrative';
  if (haveOneTail(a.folded, b.folded)) return 'people';
  if (isPatronymic(short, long) || isPatronymic(long, short)) return 'patronymic';
  if (long.startsWith(short)) {
    const rest = long.slice(short.length).replace(/^-/, '');
    if (peoples.has(rest) && short.length > 3) return 'people';
    // `YouTube`, `YouTubers`.
    if (/^rs?$/.test(rest) && short.endsWith('e')) return 'people';
    if (administrative.has(rest) && rest.length > 1) return 'administrative';
  }
  const [headA, headB] = [administrativeStem(a.folded), administrativeStem(b.folded)];
  if (headA !== undefined && headA === headB) return 'administrative';
  if (isFamily(x, y, familiesOrCases)) return 'family-or-case';
  return undefined;
}

const isFamily = (a: string, b: string, table: typeof families): boolean =>
  table.some(([his, hers]) => joins(a, b, his, hers) || joins(b, a, his, hers));

/** Whether two words are one stem, of three letters at least, with an ending of each list. */
function joins(him: string, her: string, his: readonly string[], hers: readonly string[]): boolean {
  for (const h of hers) {
    if (!her.endsWith(h)) continue;
    const stem = her.slice(0, -h.length);
    if (stem.length < 3 || !him.startsWith(stem)) continue;
    if (his.includes(him.slice(stem.length))) return true;
  }
  return false;
}

/** `Garðús` and `Garðússon`: the father’s name with the ending that makes the child’s. */
function isPatronymic(name: string, child: string): boolean {
  const found = patronymics.exec(child);
  if (found === null || found.index < 2) return false;
  const stem = child.slice(0, found.index);
  if (name === child || patronymics.test(name)) return false;
  const father = name.replace(/(?:[aeiouyúur]|ur|i|us|as|os|is|ий|iy|y|ii)$/, '');
  const base = stem.replace(/(?:[aeiouys]|ar)$/, '');
  if (base.length < 2) return false;
  if (nordic.test(found[0])) return name === stem || father === stem || father === base || name === base;
  return name === stem || (name.length > 3 && (father === stem || father === base));
}

/** `Serbia-owned` and `Serbian-owned`: a place and its people, with one word behind. */
function haveOneTail(a: string, b: string): boolean {
  const [i, k] = [a.indexOf('-'), b.indexOf('-')];
  if (i < 3 || k < 3 || a.slice(i) !== b.slice(k)) return false;
  const {kind, endingKind} = relate(a.slice(0, i), b.slice(0, k));
  return kind === 'people' || endingKind === 'derived';
}

const elided = (short: string, long: string): boolean =>
  /^[ldsmntj][’'ʼ]/.test(long) && long.slice(2) === short;

function administrativeStem(word: string): string | undefined {
  const found = /^(.{3,})(?:-)?(?:cho|chome|machi|mura|gun|dong|myeon|eup)$/.exec(word);
  return found === null ? undefined : found[1];
}
