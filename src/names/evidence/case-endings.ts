import {foldLatin} from '../spelling/fold.js';
import type {Relation} from './relation.js';

/**
 * Endings that nouns take in other languages and that translation leaves on a name, by language. From the declension
 * tables of nouns and names in the grammars; the empty ending is the bare stem, where the nominative has an ending.
 */
const byLanguage: Readonly<Record<string, string>> = {
  is: 'ar ur i u a s inn inni inna ina sins ið um anna unnar ir',
  ru: 'a u y e i o om oy oi oj em ov ovo skaya skogo skoy skom ami yu ya iy ogo omu oe',
  uk: 'a u y e i o om oyu ovi ev skoho skoi yu ya oho omu',
  be: 'a u y e i om oi am ami aha',
  pl: 'a u y e i em owi om ego ów ie emu ach ami skiego skim ski ska skie o',
  cs: 'a u y e em ovi ové ou ů ich ech o i',
  sk: 'a u y e om ovi ou ov ich och o i',
  sl: 'a u om em i e o',
  hr: 'a u om em i e o ovi ima',
  sr: 'a u om em i e o ovi ima',
  bg: 'a ta to at ite',
  lt: 's as is us ys o io ui ai os iu ius iaus iem ą ę į ų oje ėje yje uje e a i u ai ams ais uose ė ės ei',
  lv: 's is us a u am um os as es ai e i iem im ā ē ī us š š’a ša',
  et: 'i a e u s st sse le ga ni t d l lt ile ilt is ist o',
  fi: 'n in an en on un ssa ssä sta stä lla llä lle lta ltä ksi a ä i ista issa t',
  tr: 'in ın un ün nin nın nun nün da de dan den ta te tan ten ya ye yi yı i ı u ü lar ler a e ca ce li lı lu lü',
  az: 'in ın un ün nin nın da də dan dən ya yə i ı u ü lar lər a ə',
  hu: 'ban ben nak nek val vel t ot et ról ről ba be hoz hez nál nél tól től ra re on en ön i',
  ro: 'ul lui ului ei a i le lor e',
  eu: 'k ak ko ren aren n an ra tik',
  ka: 'i s ma is it ad',
  hy: 'i in ov um its',
  el: 'os is as ou on e a i o',
  de: 's es n',
  nl: 's',
  sv: 's',
  da: 's',
  nb: 's',
  nn: 's',
  no: 's',
  hi: 'ka ke ki ko se me mein ne par',
  mr: 'cha chi che la ne t',
  gu: 'na ni no nu ne ma thi e',
  bn: 'r er ke te',
  ta: 'il ai in ukku kku udan al',
  te: 'lo ki ku ni nu',
};

const sets: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(byLanguage).map(([language, endings]) => [
    language,
    new Set(['', ...endings.split(' ').map(foldLatin)]),
  ]),
);

/** Endings of the form that names a person, by language: what lacks them was cut too short. */
const nominatives: Readonly<Record<string, RegExp>> = {
  lt: /(?:as|is|ys|us|ius|ė|a)$/,
  lv: /(?:s|š|is|us|a|e)$/,
  is: /(?:ur|i|inn)$/,
  el: /(?:os|is|as|us)$/,
};
/** Surnames that end so wherever they are from. */
const surnames = /(?:eanu|escu|iuc|enko|ovic|evic|ovo|evo|ino|adze|shvili|poulos)$/;

/** Whole surnames of other countries, to which the endings of a nominative are put: `Sulaimanovas`. */
const foreign = /(?:ov|ev|in|yn|an|en|er|on|ich|ic|uk|ck|ez|sen|ll|ss)$/;

/** Whether a word with this ending is the form that names, not an inflected one. */
export function isNominative(word: string, ending: string, source: string): boolean {
  const stem = foldLatin(word).toLowerCase().slice(0, -ending.length);
  const own = foreign.test(stem) ? undefined : nominatives[source];
  return surnames.test(foldLatin(word).toLowerCase()) || own?.test(ending.toLowerCase()) === true;
}

/** Languages (BCP 47) in which a noun may end so. */
export function languagesOfEnding(ending: string): string[] {
  const languages: string[] = [];
  const folded = foldLatin(ending);
  if (folded === '') return languages;
  for (const [language, endings] of sets) if (endings.has(folded)) languages.push(language);
  return languages;
}

/** Whether two words are one stem with case endings of a language, one of which may be none. */
export function hasCaseOf(language: string, {kind, ending, endingKind, rests}: Relation): boolean {
  const endings = sets.get(language);
  if (endings === undefined || endingKind === 'repeat') return false;
  if (kind === 'prefix') return endings.has(ending);
  return rests !== undefined && endings.has(rests[0]) && endings.has(rests[1]);
}
