import {distance} from 'fastest-levenshtein';
import type {NameWord} from '../mentions/name-words.js';
import {large} from '../places/places.js';
import {foldLatin} from '../spelling/fold.js';
import type {Feature} from './feature-signs.js';
import type {PairFacts} from './pair-facts.js';
import type {Relation} from './relation.js';

export type Add = (name: Feature, value: number) => void;

/** What the features of the likeness are joined with. */
export interface Shape {
  readonly long: boolean;
  readonly support: boolean;
}

/** Calls `add` with the name and value of each general feature of a pair. */
export function pairFeatures(a: NameWord, b: NameWord, facts: PairFacts, add: Add): void {
  likenessFeatures(facts.likeness, fixedFeatures(a, b, facts, add), add);
  placeFeatures(facts, add);
}

/** Bounds of the likeness; each that is passed is a feature of its own, so that more likeness never says less. */
const bounds = [0.02, 0.08, 0.2, 0.4, 0.6, 0.8, 0.92, 0.98] as const;

/** What more likeness says. */
export function likenessFeatures(likeness: number, {long, support}: Shape, add: Add): void {
  for (let k = 0; k < bounds.length && likeness > bounds[k]!; k++) {
    add(`like:${k}`, 1);
    if (long) add(`like:${k}:long`, 1);
    if (support) add(`like:${k}:support`, 1);
  }
}

/** What the table of places says. */
export function placeFeatures({place, isPlace, relation}: PairFacts, add: Add): void {
  if (place === undefined) return;
  if (place.isOne) add('samePlace', 1);
  if (place.isOne && place.size >= large) add('samePlace:large', 1);
  if (place.isNear && relation.endingKind !== 'derived' && relation.kind !== 'people') add('nearPlace', 1);
  // Many a surname is a village somewhere.
  if (place.areTwo && isPlace) add('twoPlaces', 1);
  if (place.areTwo && isPlace && place.size >= large) add('twoPlaces:large', 1);
}

/** The features that need no likeness. */
export function fixedFeatures(a: NameWord, b: NameWord, facts: PairFacts, add: Add): Shape {
  const {relation, edits} = facts;
  const short = Math.min(a.folded.length, b.folded.length);
  add('bias', 1);
  if (short <= 6) add('middle', 1);
  if (short <= 4) add('short', 1);
  add('editShare', edits / Math.max(a.folded.length, b.folded.length));
  if (edits >= 2) add('edits:2', 1);
  if (edits >= 3) add('edits:3', 1);
  if (edits >= 4) add('edits:4', 1);
  relationFeatures(relation, facts, add);
  const apart = skeletonEdits(a.folded, b.folded);
  if (apart === 0) add('sameSkeleton', 1);
  if (apart >= 1) add('skeleton:1', 1);
  if (apart >= 2) add('skeleton:2', 1);
  add('head', relation.head / short);
  if (relation.head === 0) {
    add('firstDiffers', 1);
    if (short <= 4) add('firstDiffers:short', 1);
  }
  if (short <= 4 && edits >= 2) add('short:edits', 1);
  const known = Number(a.known) + Number(b.known);
  if (known >= 1) add('known:1', 1);
  if (known === 2) {
    add('known:2', 1);
    add('known:2:edits', Math.min(edits, 3));
  }
  const tier = Math.max(a.tier, b.tier);
  if (tier >= 1) add('tier:1', 1);
  if (tier >= 2) add('tier:2', 1);
  if (tier >= 3) add('tier:3', 1);
  if (a.alsoSmall || b.alsoSmall) add('alsoSmall', 1);
  if (a.free === 0 || b.free === 0) add('capitalByPlace', 1);
  const rare = Math.min(a.mentions.length, b.mentions.length);
  const often = Math.max(a.mentions.length, b.mentions.length);
  if (rare > 1) add('bothMore', 1);
  if (rare > 2) add('bothOften', 1);
  if (rare === 1 && often >= 2) add('onceTwice', 1);
  if (rare === 1 && often >= 3) add('onceOften', 1);
  if ((foldLatin(a.text) !== a.text) !== (foldLatin(b.text) !== b.text)) add('alienOne', 1);
  const support =
    facts.sameBefore !== undefined ||
    facts.sameAfter !== undefined ||
    facts.crossed !== undefined ||
    facts.sameRole !== 0 ||
    facts.sameNoun !== 0;
  if (facts.sameBefore !== undefined) add('sameBefore', 1);
  if (facts.sameAfter !== undefined) add('sameAfter', 1);
  if (facts.crossed !== undefined) add('crossed', 1);
  if (facts.sameRole) add('sameRole', 1);
  if (facts.sameNoun) add('sameNoun', 1);
  if (facts.sameFrame) add('sameFrame', 1);
  if (facts.isOneGivenName) add('sameGivenName', 1);
  if (facts.differentBefore) add('differentBefore', 1);
  if (facts.differentAfter) add('differentAfter', 1);
  if (facts.differentPlace) add('differentPlace', 1);
  if (facts.differentNoun) add('differentNoun', 1);
  if (facts.sameKind) add('sameKind', 1);
  if (facts.differentKind) add('differentKind', 1);
  if (facts.bothListed) add('bothListed', 1);
  if (facts.sameSentence) add('sameSentence', 1);
  if (facts.sameRun) add('sameRun', 1);
  return {long: short > 6, support};
}

function relationFeatures(relation: Relation, facts: PairFacts, add: Add): void {
  const {kind, endingKind, ending} = relation;
  if (kind === 'same-letters') add('sameLetters', 1);
  else if (kind === 'joined') add('joined', 1);
  else if (kind === 'people') add('people', 1);
  else if (kind === 'suffix') {
    add('more:1', 1);
    if (ending.length > 1) add('more:2', 1);
    if (compass.has(ending)) add('compass', 1);
  }
  if (endingKind === '') return;
  if (endingKind === 'repeat') {
    add('repeat', 1);
    return;
  }
  if (facts.isPlural) add('plural', 1);
  if (facts.ownCase) add('ownCase', 1);
  else if (endingKind === 'case') add(facts.isSourceKnown ? 'foreignCase' : 'anyCase', 1);
  else if (endingKind === 'derived') add('derived', 1);
  else if (endingKind === 'administrative') add('administrative', 1);
  else add('otherEnding', 1);
  if (facts.ownCase) return;
  if (kind === 'prefix') {
    if (ending.length > 1) add('ending:2', 1);
    if (ending.length > 2) add('ending:3', 1);
    if (ending.length > 3) add('ending:4', 1);
    if (ending === 'a' || ending === 'e') add('finalVowel', 1);
    // `Kima`, `Kimaoi`: of a short word hardly anything is left to know it by.
    if (facts.isShort && ending.length > 1) add('ending:short', 1);
    if (ending === 's') add('finalS', 1);
  }
}

/** Great, small, upper, lower, north …: with them Japanese surnames and places make others: `Yamada`, `Oyamada`. */
const compass = new Set('o ko kami shimo naka kita higashi minami nishi shin'.split(' '));

const weak = /[aeiouyhwj'-]/g;
const skeletonOf = (word: string) => word.replace(weak, '').replace(/(.)\1/g, '$1');

/** How many consonants differ, vowels and weak letters aside; with one consonant or none that says nothing: 1. */
function skeletonEdits(a: string, b: string): number {
  const x = skeletonOf(a);
  const y = skeletonOf(b);
  return x === y ? (x.length > 1 ? 0 : 1) : distance(x, y);
}
