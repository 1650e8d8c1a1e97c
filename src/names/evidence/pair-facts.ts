import {distance} from 'fastest-levenshtein';
import {hashOf} from '../../text/hash.js';
import type {Kinds} from '../mentions/kinds.js';
import type {NameWord} from '../mentions/name-words.js';
import type {PlaceRelation, Places} from '../places/places.js';
import {spellingModel} from '../spelling/compare.js';
import {hasCaseOf} from './case-endings.js';
import type {Contexts, WordContext} from './contexts.js';
import {type Relation, relate} from './relation.js';
import type {Spellings} from './spellings.js';

/** From 5,000. */
const town = 2;

const article = hashOf('the');

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

function sharedHash(a: ReadonlySet<number>, b: ReadonlySet<number>, none = 0): number {
  for (const hash of a) if (b.has(hash)) return hash;
  return none;
}

function sharesFrame(x: WordContext, y: WordContext): boolean {
  return sharedHash(x.left, y.left) !== 0 && sharedHash(x.right, y.right) !== 0;
}
