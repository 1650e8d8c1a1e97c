import {hashOf, wordSet} from '../../../src/text/hash.js';

export type Gender = 'male' | 'female';

export const otherGender = {male: 'female', female: 'male'} as const;

/** A noun that says whether a person is a man or a woman, with its counterpart and the word that leaves it open. */
export interface GenderedNoun {
  readonly gender: Gender;
  readonly other: string;
  readonly neutral?: string;
}

/**
 * Nouns that English uses of one gender only. Those used of both (`chairman`, `batsman`, `actor`) prove nothing, and
 * words of kinship (`wife`) stand too often beside another person’s name.
 */
const pairs: readonly (readonly [male: string, female: string, neutral?: string])[] = [
  ['spokesman', 'spokeswoman', 'spokesperson'],
  ['businessman', 'businesswoman', 'entrepreneur'],
  ['sportsman', 'sportswoman', 'athlete'],
  ['policeman', 'policewoman', 'police officer'],
  ['congressman', 'congresswoman'],
  ['horseman', 'horsewoman'],
  ['salesman', 'saleswoman', 'salesperson'],
  ['nobleman', 'noblewoman'],
];
export const genderedNouns: ReadonlyMap<number, GenderedNoun> = new Map(
  pairs.flatMap(([male, female, neutral]): [number, GenderedNoun][] => {
    const open = neutral === undefined ? {} : {neutral};
    return [
      [hashOf(male), {gender: 'male', other: female, ...open}],
      [hashOf(female), {gender: 'female', other: male, ...open}],
    ];
  }),
);

/** Titles before a name, and the title that a person of the other gender has. */
export const genderedTitles: ReadonlyMap<number, {readonly gender: Gender; readonly other: string}> = new Map(
  [
    [hashOf('mr'), {gender: 'male', other: 'Ms'}],
    [hashOf('mrs'), {gender: 'female', other: 'Mr'}],
    [hashOf('ms'), {gender: 'female', other: 'Mr'}],
    [hashOf('miss'), {gender: 'female', other: 'Mr'}],
  ],
);

/** Words for one person whom a later pronoun may mean. */
export const people = wordSet(
  `man woman boy girl guy lady gentleman husband wife father mother dad mum mom son daughter brother sister uncle aunt
  nephew niece grandfather grandmother grandson granddaughter cousin fiance fiancé fiancée boyfriend girlfriend partner
  widow widower spouse baby child king queen prince princess emperor pope president premier minister chancellor mayor
  governor senator judge prosecutor lawyer attorney doctor nurse teacher professor student pupil victim suspect defendant
  accused driver passenger witness client patient friend colleague boss coach manager player striker goalkeeper captain
  actor actress singer writer author journalist reporter editor director producer chairman chairwoman chief leader
  spokesman spokeswoman spokesperson secretary officer soldier general colonel commander ambassador deputy businessman
  businesswoman politician lawmaker activist opponent rival predecessor successor neighbour neighbor owner artist priest
  bishop rabbi imam terrorist gunman killer attacker employee worker farmer pensioner teenager youth resident someone
  somebody anyone nobody who`,
);

/** Verbs that tell what someone said. */
export const saying = wordSet(
  `said says say added adds told tells noted notes stressed stresses explained explains stated states emphasised
  emphasized recalled continued argued claimed warned admitted insisted announced commented concluded declared remarked
  complained confirmed believes thinks pointed wrote writes specified clarified informed reported assured underlined`,
);
export const spokenTo = wordSet('told asked informed assured reminded');

/** Names of men and women, and of places, in other languages that end like Slavic women’s surnames. */
const anyones = new Set(
  `casanova villanova terranova canova piovanova genova padova cordova córdova kosova moldova cueva villanueva nueva
  casanueva esteva geneva neva bova`.split(/\s+/),
);

/**
 * Gender that the form of a surname (or patronymic) shows, for languages whose surnames differ for men and women:
 * Slavic -ova and -skaya, Lithuanian -ienė, -aitė, -ytė, -utė, Icelandic -dóttir, Turkic kyzy. `undefined` where it
 * may be anyone’s: `Casanova`, `Braithwaite`.
 */
export function genderOfSurname(surname: string): Gender | undefined {
  const name = surname.toLowerCase().normalize('NFC');
  if (anyones.has(name)) return undefined;
  if (/(?:dóttir|dottir|ienė|aitė|ytė|utė|ūtė|ová|ská|cká|skaya|skaja|skaia|ckaja|ckaya)$/.test(name))
    return 'female';
  if (/^(?:kyzy|kizi|qizi|qızı|kızı|gizi)$/.test(name)) return 'female';
  // Long enough that it is no given name or place of another language.
  if (name.length > 5 && /[bcdfghjklmnpqrstvwxzžščćđ’'][oe]va$|[aeiouyj]eva$|[ij]ova$/.test(name))
    return 'female';
  return undefined;
}
