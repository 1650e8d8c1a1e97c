import {distance} from 'fastest-levenshtein';
import type {Kinds} from '../mentions/kinds.js';
import type {NameWord} from '../mentions/name-words.js';
import type {PlaceRelation, Places} from '../places/places.js';
import {spellingModel} from '../spelling/compare.js';
import {hasCaseOf} from './case-endings.js';
import type {Contexts, WordContext} from './contexts.js';
import {areOneGivenName, isGivenName} from './given-names.js';
import {type Relation, relate} from './relation.js';
import type {Spellings} from './spellings.js';

/** From 5,000. */
const town = 2;

/** Languages that put the family name first. */
const surnameFirst = /^(?:ja|zh|yue|ko|vi|hu|km)$/;

/** Languages whose names English leaves as they are: there `Felipe` and `Filip` are two men. */
const western = /^(?:de|nl|fr|es|pt|it|ca|gl|sv|da|nb|nn|no|en)$/;

/** What is known of two words that may be one name: of the spellings, and of where they stand. */
export class PairFacts {
  readonly relation: Relation;
  readonly edits: number;
  readonly sameBefore: NameWord | undefined;
  /** A name before the one and after the other: `Moriyama Gento`, `Genta Moriyama`. */
  readonly crossed: NameWord | undefined;
  /** The name right before both is one. */
  readonly isSameNextBefore: boolean;
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
  /** One of them does, and the other never. */
  readonly oneListed: boolean;
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
  /** The shorter is a place. */
  private readonly isBasePlace: boolean;
  /** The shorter has four letters or fewer. */
  readonly isShort: boolean;
  /** One is the other with -s, and an article says that it is a plural: `the Setos`, `a Seto`. */
  readonly isPlural: boolean;
  private made = -1;
  private readonly x: WordContext;
  private readonly y: WordContext;

  constructor(
    private readonly a: NameWord,
    private readonly b: NameWord,
    contexts: Contexts,
    private readonly spellings: Spellings,
    readonly source: string,
    kinds: Kinds,
    private readonly places: Places,
  ) {
    const x = contexts.of(a);
    const y = contexts.of(b);
    this.x = x;
    this.y = y;
    this.relation = relate(a.folded, b.folded);
    this.edits = distance(a.folded, b.folded);
    this.sameBefore = sharedName(x.given, y.given, source);
    this.isSameNextBefore = sharedName(x.before, y.before, source) !== undefined;
    this.sameAfter = sharedName(x.after, y.after, source);
    this.sameRun = x.after.has(b) || x.before.has(b);
    this.crossed =
      this.sameBefore !== undefined ||
      this.sameAfter !== undefined ||
      this.sameRun ||
      !surnameFirst.test(source)
        ? undefined
        : (sharedName(x.given, y.after, source) ?? sharedName(x.after, y.given, source));
    this.differentBefore = this.sameBefore === undefined && x.before.size > 0 && y.before.size > 0;
    this.differentAfter = this.sameAfter === undefined && x.after.size > 0 && y.after.size > 0;
    this.sameRole = sharedHash(x.roles, y.roles);
    this.sameNoun = sharedHash(x.nouns, y.nouns);
    this.differentNoun = x.nouns.size > 0 && y.nouns.size > 0 && this.sameNoun === 0;
    this.sameFrame = sharesFrame(x, y);
    this.differentPlace =
      this.crossed === undefined &&
      ((x.after.size > 0 && x.before.size === 0 && y.before.size > 0 && y.after.size === 0) ||
        (y.after.size > 0 && y.before.size === 0 && x.before.size > 0 && x.after.size === 0));
    this.sameSentence = sharedHash(x.sentences, y.sentences, -1) >= 0;
    this.bothListed = x.isListed && y.isListed;
    this.oneListed = x.isListed !== y.isListed;
    this.isShort = Math.min(a.folded.length, b.folded.length) <= 4;
    const [base, more] = a.folded.length < b.folded.length ? [x, y] : [y, x];
    this.isPlural =
      this.relation.kind === 'prefix' &&
      (this.relation.ending === 's' || this.relation.ending === 'es') &&
      (more.isOfMany || base.isOneOfMany);
    this.isSourceKnown = source !== '';
    // Behind an article, and of a name that English knows, -s is the plural.
    this.ownCase =
      hasCaseOf(source, this.relation) &&
      !this.isPlural &&
      !(this.relation.ending === 's' && (a.known || b.known));
    const [kindA, kindB] = [kinds.of([a]), kinds.of([b])];
    const told = kindA !== 'unknown' && kindB !== 'unknown';
    this.sameKind = told && kindA === kindB;
    this.differentKind = told && kindA !== kindB;
    this.isKindSure =
      this.differentKind && (kindA === 'person' || kindB === 'person') && kinds.isSure(a) && kinds.isSure(b);
    this.isNoPerson = this.sameKind && kindA !== 'person';
    this.isPerson = kindA === 'person' || kindB === 'person';
    this.isPlace = kindA === 'place' || kindB === 'place';
    this.isBasePlace = (a.folded.length < b.folded.length ? kindA : kindB) === 'place';
  }

  /** What the table of places says; `undefined` of a person, and where it knows neither. */
  get place(): PlaceRelation | undefined {
    return this.isPerson ? undefined : this.places.relate(this.a, this.b);
  }

  /** Both are spellings of one town that the table knows, whatever stands beside them, and no given names of people. */
  get isOneTown(): boolean {
    if (isGivenName(this.a) || isGivenName(this.b)) return false;
    const place = this.places.relate(this.a, this.b);
    return place?.isOne === true && place.size >= town;
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
    if (kind !== 'prefix' || !/^(?:n|ns|an|ans|ian|ians|i|is)$/.test(ending)) return false;
    // `Ferretti`, `Ferrett`: an ending of the source language.
    if (ending.startsWith('i') && ending.length < 3 && this.ownCase) return false;
    const base = this.a.folded.length < this.b.folded.length ? this.a : this.b;
    return (
      base.folded.length > 3 &&
      (base.known || this.isBasePlace || this.places.of(base).some(({size}) => size >= town))
    );
  }

  /** Two languages’ forms of one given name, without two surnames. */
  get isOneGivenName(): boolean {
    return !this.differentAfter && !western.test(this.source) && areOneGivenName(this.a, this.b);
  }

  /** The same from a language whose names English leaves as they are, or where a surname of one is not the other's. */
  get areTwoGivenNames(): boolean {
    return (
      this.edits > 1 &&
      this.sameAfter === undefined &&
      (western.test(this.source) || this.x.after.size + this.y.after.size > 0) &&
      areOneGivenName(this.a, this.b)
    );
  }

  /** The place that both are spellings of, as GeoNames writes it. */
  get placeName(): string | undefined {
    return this.place?.isOne === true ? this.places.nameOf([this.a, this.b], this.isPlace) : undefined;
  }

  /** Whether a first name, an initial or a title stands before one of the two: who it is has been said. */
  isIntroduced(word: NameWord): boolean {
    const {given, initials, roles} = word === this.a ? this.x : this.y;
    return given.size > 0 || initials.size > 0 || (roles.size > 0 && this.sameRole === 0);
  }

  /** Both have a first name beside them at some place, and no two of those are alike. Dear: ask it last. */
  get otherBefore(): boolean {
    return this.differentBefore && this.spellings.areOthers(this.x.given, this.y.given);
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

/** A name in both sets, or one that is nearly so (`Sergei`, `Sergey`), or in two cases (`Māra`, `Māris`). */
function sharedName(
  a: ReadonlySet<NameWord>,
  b: ReadonlySet<NameWord>,
  source: string,
): NameWord | undefined {
  for (const word of a) if (b.has(word)) return word;
  for (const x of a) {
    for (const y of b) {
      if (
        x.folded.length > 3 &&
        y.folded.length > 3 &&
        (distance(x.folded, y.folded) <= (x.folded.length > 6 ? 2 : 1) ||
          hasCaseOf(source, relate(x.folded, y.folded)))
      )
        return x;
    }
  }
  return undefined;
}

function sharedHash(a: ReadonlySet<number>, b: ReadonlySet<number>, none = 0): number {
  for (const hash of a) if (b.has(hash)) return hash;
  return none;
}

function sharesFrame(x: WordContext, y: WordContext): boolean {
  return sharedHash(x.left, y.left) !== 0 && sharedHash(x.right, y.right) !== 0;
}
