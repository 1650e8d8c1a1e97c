import {distance} from 'fastest-levenshtein';
import {hashOf} from '../../text/hash.js';
import type {Kinds} from '../mentions/kinds.js';
import type {NameWord} from '../mentions/name-words.js';
import {large, type PlaceRelation, type Places} from '../places/places.js';
import {spellingModel} from '../spelling/compare.js';
import {foldLatin} from '../spelling/fold.js';
import {readSpelling, type Spelling} from '../spelling/spelling.js';
import {beginAlike} from './beginnings.js';
import {hasCaseOf} from './case-endings.js';
import type {Contexts, WordContext} from './contexts.js';
import {type Relation, relate} from './relation.js';

/** Reads spellings once a word, and compares names that stand beside others once a pair of them. */
export class Spellings {
  private readonly made = new Map<NameWord, Spelling>();
  private readonly others = new Map<NameWord, Map<NameWord, boolean>>();

  /** Whether both sides are names of their own, each unlike all of the other side. */
  areOthers(a: ReadonlySet<NameWord>, b: ReadonlySet<NameWord>): boolean {
    const ofA = ownNames(a);
    const ofB = ownNames(b);
    if (ofA.length === 0 || ofB.length === 0 || ofA.length > 4 || ofB.length > 4) return false;
    return ofA.every((x) => ofB.every((y) => this.isOther(x, y)));
  }

  private isOther(x: NameWord, y: NameWord): boolean {
    if (x.folded.startsWith(y.folded.slice(0, 4))) return false;
    let known = this.others.get(x);
    if (known === undefined) {
      known = new Map();
      this.others.set(x, known);
    }
    let other = known.get(y);
    if (other === undefined) {
      const [a, b] = [x.folded, y.folded];
      const isAlike =
        a.charAt(0) === b.charAt(0) || (weakBeginning.test(a) && weakBeginning.test(b)) || beginAlike(a, b);
      other = spellingModel().compare(this.of(x), this.of(y)) < (isAlike ? 0.1 : 0.5);
      known.set(y, other);
    }
    return other;
  }

  of(word: NameWord): Spelling {
    let spelling = this.made.get(word);
    if (spelling === undefined) {
      spelling = readSpelling(word.text);
      this.made.set(word, spelling);
    }
    return spelling;
  }
}

/** From 5,000. */
const town = 2;

/** What is known of two words that may be one name: of the spellings, and of where they stand. */
export class PairFacts {
  readonly relation: Relation;
  readonly edits: number;
  readonly sameBefore: NameWord | undefined;
  readonly differentBefore: boolean;
  readonly sameAfter: NameWord | undefined;
  readonly differentAfter: boolean;
  /** Hash of a title or a word for what it is that stands before both, and of a noun that stands behind both. */
  readonly sameRole: number;
  readonly sameNoun: number;
  readonly sameFrame: boolean;
  readonly differentNoun: boolean;
  /** One is always a given name (a name follows), the other always a surname (a name stands before). */
  readonly differentPlace: boolean;
  readonly sameSentence: boolean;
  /** Both stand in lists of names wherever they stand. */
  readonly bothListed: boolean;
  readonly sameRun: boolean;
  /** What one has more, or both have at their ends, are case endings of the source language. */
  readonly ownCase: boolean;
  readonly isSourceKnown: boolean;
  /** What stands beside both says what they name, and that it is the same. */
  readonly sameKind: boolean;
  readonly differentKind: boolean;
  /** One is a person, the other a place or an organisation, and much speaks for both. */
  readonly isKindSure: boolean;
  /** Both are places, or both organisations. */
  readonly isNoPerson: boolean;
  /** One at least is a person; a place. */
  readonly isPerson: boolean;
  readonly isPlace: boolean;
  /** The shorter has four letters or fewer. */
  readonly isShort: boolean;
  /** One is the other with -s, and only it has an article before it: `the Setos`. */
  readonly isPlural: boolean;
  private made = -1;
  private readonly x: WordContext;
  private readonly y: WordContext;

  constructor(
    private readonly a: NameWord,
    private readonly b: NameWord,
    contexts: Contexts,
    private readonly spellings: Spellings,
    source: string,
    kinds: Kinds,
    private readonly places: Places,
  ) {
    const x = contexts.of(a);
    const y = contexts.of(b);
    this.x = x;
    this.y = y;
    this.relation = relate(a.folded, b.folded);
    this.edits = distance(a.folded, b.folded);
    this.sameBefore = sharedName(x.before, y.before);
    this.sameAfter = sharedName(x.after, y.after);
    this.differentBefore = this.sameBefore === undefined && x.before.size > 0 && y.before.size > 0;
    this.differentAfter = this.sameAfter === undefined && x.after.size > 0 && y.after.size > 0;
    this.sameRole = sharedHash(x.roles, y.roles);
    this.sameNoun = sharedHash(x.nouns, y.nouns);
    this.differentNoun = x.nouns.size > 0 && y.nouns.size > 0 && this.sameNoun === 0;
    this.sameFrame = sharesFrame(x, y);
    this.differentPlace =
      (x.after.size > 0 && x.before.size === 0 && y.before.size > 0 && y.after.size === 0) ||
      (y.after.size > 0 && y.before.size === 0 && x.before.size > 0 && x.after.size === 0);
    this.sameSentence = sharedHash(x.sentences, y.sentences, -1) >= 0;
    this.bothListed = x.isListed && y.isListed;
    this.sameRun = x.after.has(b) || x.before.has(b);
    this.isShort = Math.min(a.folded.length, b.folded.length) <= 4;
    const [base, more] = a.folded.length < b.folded.length ? [x, y] : [y, x];
    this.isPlural =
      this.relation.kind === 'prefix' &&
      this.relation.ending === 's' &&
      more.left.has(article) &&
      !base.left.has(article);
    this.isSourceKnown = source !== '';
    // Of a name that English knows, -s is the plural.
    this.ownCase =
      hasCaseOf(source, this.relation) && !(this.relation.ending === 's' && (a.known || b.known));
    const [kindA, kindB] = [kinds.of([a]), kinds.of([b])];
    const told = kindA !== 'unknown' && kindB !== 'unknown';
    this.sameKind = told && kindA === kindB;
    this.differentKind = told && kindA !== kindB;
    this.isKindSure =
      this.differentKind && (kindA === 'person' || kindB === 'person') && kinds.isSure(a) && kinds.isSure(b);
    this.isNoPerson = this.sameKind && kindA !== 'person';
    this.isPerson = kindA === 'person' || kindB === 'person';
    this.isPlace = kindA === 'place' || kindB === 'place';
  }

  /** What the table of places says; `undefined` of a person, and where it knows neither. */
  get place(): PlaceRelation | undefined {
    return this.isPerson ? undefined : this.places.relate(this.a, this.b);
  }

  /** Both are told of as places, and are two towns that the table knows; no case forms of one. */
  get areTwoTowns(): boolean {
    if (!this.sameKind || !this.isPlace || this.ownCase || this.sameBefore !== undefined) return false;
    const {place} = this;
    return place?.areTwo === true && place.size >= town;
  }

  /** One is a town or a country that the other is the people or the adjective of: `Mallorca`, `Mallorcan`. */
  get isDemonym(): boolean {
    const {kind, ending} = this.relation;
    if (kind !== 'prefix' || !/^(?:n|ns|an|ans|ian|ians)$/.test(ending)) return false;
    const base = this.a.folded.length < this.b.folded.length ? this.a : this.b;
    return base.folded.length > 3 && (base.known || this.places.of(base).some(({size}) => size >= town));
  }

  /** The place that both are spellings of, as GeoNames writes it. */
  get placeName(): string | undefined {
    return this.place?.isOne === true ? this.places.nameOf([this.a, this.b], this.isPlace) : undefined;
  }

  /** Both have a first name beside them at some place, and no two of those are alike. Dear: ask it last. */
  get otherBefore(): boolean {
    return this.differentBefore && this.spellings.areOthers(this.x.before, this.y.before);
  }

  /** The same of surnames behind two first names. */
  get otherAfter(): boolean {
    return this.differentAfter && this.spellings.areOthers(this.x.after, this.y.after);
  }

  /** The spelling model's probability. Made when asked for: to align two spellings costs more than all the rest. */
  get likeness(): number {
    if (this.made < 0)
      this.made = spellingModel().compare(this.spellings.of(this.a), this.spellings.of(this.b));
    return this.made;
  }
}

/** A name in both sets, or one that is nearly so (`Sergei`, `Sergey`). */
function sharedName(a: ReadonlySet<NameWord>, b: ReadonlySet<NameWord>): NameWord | undefined {
  for (const word of a) if (b.has(word)) return word;
  for (const x of a) {
    for (const y of b) {
      if (
        x.folded.length > 3 &&
        y.folded.length > 3 &&
        distance(x.folded, y.folded) <= (x.folded.length > 6 ? 2 : 1)
      )
        return x;
    }
  }
  return undefined;
}

/** The names of their own among some, up to five of them. */
function ownNames(words: ReadonlySet<NameWord>): NameWord[] {
  const own: NameWord[] = [];
  for (const word of words) {
    if (isOwnName(word)) own.push(word);
    if (own.length > 4) break;
  }
  return own;
}

/** Letters that may stand for one another, or be left out, at the beginning of a name. */
const weakBeginning = /^[aeiouyhjgwv]/;

/** Not an abbreviation, nor a father’s name, which stands beside a surname or for it. */
const isOwnName = ({acronym, folded}: NameWord): boolean =>
  !acronym && folded.length > 2 && !/(?:vich|vic|vych|vna|vitch)$/.test(folded);

function sharedHash(a: ReadonlySet<number>, b: ReadonlySet<number>, none = 0): number {
  for (const hash of a) if (b.has(hash)) return hash;
  return none;
}

const article = hashOf('the');

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

function sharesFrame(x: WordContext, y: WordContext): boolean {
  return sharedHash(x.left, y.left) !== 0 && sharedHash(x.right, y.right) !== 0;
}

/** Bounds of the likeness; each that is passed is a feature of its own, so that more likeness never says less. */
const bounds = [0.02, 0.08, 0.2, 0.4, 0.6, 0.8, 0.92, 0.98] as const;

/** Which way a feature may speak: for one name (+1), against it (-1), or either way (0). Training keeps to it. */
const fixedSigns = {
  bias: 0,
  sameLetters: 1,
  joined: 1,
  repeat: 1,
  ownCase: 1,
  anyCase: 1,
  foreignCase: 1,
  sameSkeleton: 1,
  head: 1,
  sameBefore: 1,
  sameAfter: 1,
  sameRole: 1,
  sameNoun: 1,
  samePlace: 1,
  'samePlace:large': 1,
  nearPlace: 1,
  sameFrame: 1,
  sameKind: 1,
  onceTwice: 1,
  onceOften: 1,
  alienOne: 1,
  short: -1,
  middle: -1,
  editShare: -1,
  'edits:2': -1,
  'edits:3': -1,
  'edits:4': -1,
  'skeleton:1': -1,
  'skeleton:2': -1,
  firstDiffers: -1,
  'firstDiffers:short': -1,
  'more:1': -1,
  'more:2': -1,
  compass: -1,
  derived: -1,
  administrative: -1,
  people: -1,
  otherEnding: -1,
  'ending:2': -1,
  'ending:3': -1,
  'ending:4': -1,
  finalVowel: -1,
  'ending:short': -1,
  finalS: -1,
  plural: -1,
  'known:1': -1,
  'known:2': -1,
  'known:2:edits': -1,
  'tier:1': -1,
  'tier:2': -1,
  'tier:3': -1,
  alsoSmall: -1,
  capitalByPlace: -1,
  bothMore: -1,
  bothOften: -1,
  differentBefore: -1,
  differentAfter: -1,
  differentPlace: -1,
  differentNoun: -1,
  twoPlaces: -1,
  'twoPlaces:large': -1,
  differentKind: -1,
  bothListed: -1,
  sameSentence: -1,
  sameRun: -1,
} satisfies Record<string, -1 | 0 | 1>;
type OfLikeness = `like:${number}` | `like:${number}:long` | `like:${number}:support`;
export type Feature = keyof typeof fixedSigns | OfLikeness;

/** Which way a feature may speak; likeness always for one name. */
export const signOf = (feature: string): -1 | 0 | 1 =>
  feature.startsWith('like:') ? 1 : fixedSigns[feature as keyof typeof fixedSigns];

type Add = (name: Feature, value: number) => void;

/** Calls `add` with the name and value of each general feature of a pair. */
export function pairFeatures(a: NameWord, b: NameWord, facts: PairFacts, add: Add): void {
  likenessFeatures(facts.likeness, fixedFeatures(a, b, facts, add), add);
  placeFeatures(facts, add);
}

function likenessFeatures(likeness: number, {long, support}: Shape, add: Add): void {
  for (let k = 0; k < bounds.length && likeness > bounds[k]!; k++) {
    add(`like:${k}`, 1);
    if (long) add(`like:${k}:long`, 1);
    if (support) add(`like:${k}:support`, 1);
  }
}

function placeFeatures({place, isPlace, relation}: PairFacts, add: Add): void {
  if (place === undefined) return;
  if (place.isOne) add('samePlace', 1);
  if (place.isOne && place.size >= large) add('samePlace:large', 1);
  if (place.isNear && relation.endingKind !== 'derived' && relation.kind !== 'people') add('nearPlace', 1);
  // Many a surname is a village somewhere.
  if (place.areTwo && isPlace) add('twoPlaces', 1);
  if (place.areTwo && isPlace && place.size >= large) add('twoPlaces:large', 1);
}

/** A sum of weights over the features of pairs. */
export class PairModel {
  /** What likeness can add at most, by the shape as bits. */
  private readonly best: readonly number[];

  constructor(private readonly weights: Readonly<Partial<Record<Feature, number>>>) {
    const place = Math.max(
      (weights.samePlace ?? 0) + (weights['samePlace:large'] ?? 0),
      weights.nearPlace ?? 0,
    );
    this.best = [0, 1, 2, 3].map((bits) => {
      let sum = 0;
      const shape = {long: (bits & 1) !== 0, support: (bits & 2) !== 0};
      likenessFeatures(1, shape, (name) => {
        sum += weights[name] ?? 0;
      });
      return sum + place;
    });
  }

  /** The sum for a pair; where it is sure to be below `least`, -Infinity, and the spellings are not even compared. */
  sum(a: NameWord, b: NameWord, facts: PairFacts, least: number): number {
    const {weights} = this;
    let sum = 0;
    const add: Add = (name, value) => {
      sum += (weights[name] ?? 0) * value;
    };
    const shape = fixedFeatures(a, b, facts, add);
    if (sum + this.best[Number(shape.long) + 2 * Number(shape.support)]! < least)
      return Number.NEGATIVE_INFINITY;
    likenessFeatures(facts.likeness, shape, add);
    placeFeatures(facts, add);
    return sum;
  }
}

/** What the features of the likeness are joined with. */
interface Shape {
  readonly long: boolean;
  readonly support: boolean;
}

/** The features that need no likeness. */
function fixedFeatures(a: NameWord, b: NameWord, facts: PairFacts, add: Add): Shape {
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
    facts.sameRole !== 0 ||
    facts.sameNoun !== 0;
  if (facts.sameBefore !== undefined) add('sameBefore', 1);
  if (facts.sameAfter !== undefined) add('sameAfter', 1);
  if (facts.sameRole) add('sameRole', 1);
  if (facts.sameNoun) add('sameNoun', 1);
  if (facts.sameFrame) add('sameFrame', 1);
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
