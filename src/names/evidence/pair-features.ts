import {distance} from 'fastest-levenshtein';
import type {NameWord} from '../mentions/name-words.js';
import {spellingModel} from '../spelling/compare.js';
import {foldLatin} from '../spelling/fold.js';
import {readSpelling, type Spelling} from '../spelling/spelling.js';
import type {Contexts, WordContext} from './contexts.js';
import {type Relation, relate} from './relation.js';

/** Reads spellings once a word. */
export class Spellings {
  private readonly made = new Map<NameWord, Spelling>();
  of(word: NameWord): Spelling {
    let spelling = this.made.get(word);
    if (spelling === undefined) {
      spelling = readSpelling(word.text);
      this.made.set(word, spelling);
    }
    return spelling;
  }
}

/** What is known of two words that may be one name: of the spellings, and of where they stand. */
export class PairFacts {
  readonly relation: Relation;
  readonly edits: number;
  readonly sameBefore: NameWord | undefined;
  readonly differentBefore: boolean;
  readonly sameAfter: NameWord | undefined;
  readonly differentAfter: boolean;
  /** Hash of a role or noun that stands with both. */
  readonly sameRole: number;
  readonly sameNoun: number;
  readonly sameFrame: boolean;
  readonly differentNoun: boolean;
  /** One is always a given name (a name follows), the other always a surname (a name stands before). */
  readonly differentPlace: boolean;
  readonly sameSentence: boolean;
  readonly sameRun: boolean;
  private made = -1;

  constructor(
    private readonly a: NameWord,
    private readonly b: NameWord,
    contexts: Contexts,
    private readonly spellings: Spellings,
  ) {
    const x = contexts.of(a);
    const y = contexts.of(b);
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
    this.sameRun = x.after.has(b) || x.before.has(b);
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

/** Great, small, upper, lower, north …: with them Japanese surnames and places make others: `Yamada`, `Oyamada`. */
const compass = new Set('o ko kami shimo naka kita higashi minami nishi shin'.split(' '));

/** The same consonants in the same order, vowels and weak letters aside. */
function sameSkeleton(a: string, b: string): boolean {
  const weak = /[aeiouyhwj'-]/g;
  const x = a.replace(weak, '').replace(/(.)\1/g, '$1');
  return x.length > 1 && x === b.replace(weak, '').replace(/(.)\1/g, '$1');
}

function sharesFrame(x: WordContext, y: WordContext): boolean {
  return sharedHash(x.left, y.left) !== 0 && sharedHash(x.right, y.right) !== 0;
}

const bounds = [0.02, 0.08, 0.2, 0.4, 0.6, 0.8, 0.92, 0.98];
/** Buckets of the likeness: 0 to 8. */
const buckets = bounds.length + 1;

function bucketOf(likeness: number): number {
  let bucket = 0;
  while (bucket < bounds.length && likeness > bounds[bucket]!) bucket++;
  return bucket;
}

type Add = (name: string, value: number) => void;

/** Calls `add` with the name and value of each general feature of a pair. */
export function pairFeatures(a: NameWord, b: NameWord, facts: PairFacts, add: Add): void {
  const shape = fixedFeatures(a, b, facts, add);
  likenessFeatures(shape, bucketOf(facts.likeness), add);
}

/** What the features of the likeness are joined with. */
interface Shape {
  readonly size: 'short' | 'middle' | 'long';
  readonly known: number;
  readonly counts: 'onceOften' | 'few' | 'bothMore';
  readonly side: 'mixed' | 'for' | 'against' | 'none';
}

function likenessFeatures({size, known, counts, side}: Shape, bucket: number, add: Add): void {
  add(`like:${bucket}`, 1);
  add(`like:${bucket}:${size}`, 1);
  if (known === 2) add(`bothKnown:${bucket}`, 1);
  add(`${counts}:${Math.floor(bucket / 3)}`, 1);
  add(`side:${side}:${Math.floor(bucket / 2)}`, 1);
}

/** A sum of weights over the features of pairs. */
export class PairModel {
  /** By shape: the sum of the weights of the features of the likeness, for each bucket. */
  private readonly byShape = new Map<string, Float64Array>();

  constructor(private readonly weights: Readonly<Record<string, number>>) {}

  /** The sum for a pair; where it is sure to be below `least`, -Infinity, and the spellings are not even compared. */
  sum(a: NameWord, b: NameWord, facts: PairFacts, least: number): number {
    const {weights} = this;
    let sum = 0;
    const shape = fixedFeatures(a, b, facts, (name, value) => {
      sum += (weights[name] ?? 0) * value;
    });
    const ofLikeness = this.sumsOf(shape);
    if (sum + Math.max(...ofLikeness) < least) return Number.NEGATIVE_INFINITY;
    return sum + ofLikeness[bucketOf(facts.likeness)]!;
  }

  private sumsOf(shape: Shape): Float64Array {
    const id = `${shape.size} ${shape.known} ${shape.counts} ${shape.side}`;
    let sums = this.byShape.get(id);
    if (sums === undefined) {
      const made = new Float64Array(buckets);
      for (let bucket = 0; bucket < buckets; bucket++) {
        likenessFeatures(shape, bucket, (name, value) => {
          made[bucket]! += (this.weights[name] ?? 0) * value;
        });
      }
      sums = made;
      this.byShape.set(id, sums);
    }
    return sums;
  }
}

/** The features that need no likeness. */
function fixedFeatures(a: NameWord, b: NameWord, facts: PairFacts, add: Add): Shape {
  const {relation} = facts;
  const short = Math.min(a.folded.length, b.folded.length);
  const size = short <= 4 ? 'short' : short <= 6 ? 'middle' : 'long';
  add('bias', 1);
  add(`size:${size}`, 1);
  add(`edits:${Math.min(facts.edits, 4)}:${size}`, 1);
  add('editShare', facts.edits / Math.max(a.folded.length, b.folded.length));
  add(`relation:${relation.kind}`, 1);
  if (relation.kind === 'prefix') {
    add(`ending:${relation.endingKind}`, 1);
    add(`endingLength:${Math.min(4, relation.ending.length)}`, 1);
    if (relation.endingKind === 'case' || relation.endingKind === 'derived')
      add(`ends:${relation.ending}`, 1);
  }
  if (relation.kind === 'suffix') {
    add(`more:${Math.min(3, relation.ending.length)}`, 1);
    if (compass.has(relation.ending)) add('compass', 1);
  }
  const skeleton = sameSkeleton(a.folded, b.folded);
  if (skeleton) add(`sameSkeleton:${size}`, 1);
  add('head', relation.head / short);
  if (relation.head === 0) add(`firstDiffers:${size}`, 1);
  const known = Number(a.known) + Number(b.known);
  add(`known:${known}`, 1);
  const tier = Math.max(a.tier, b.tier);
  if (tier > 0) add(`tier:${tier}`, 1);
  if (a.alsoSmall || b.alsoSmall) add('alsoSmall', 1);
  if (a.free === 0 || b.free === 0) add('capitalByPlace', 1);
  const rare = Math.min(a.mentions.length, b.mentions.length);
  const often = Math.max(a.mentions.length, b.mentions.length);
  add(rare === 1 ? (often >= 3 ? 'onceOften' : often === 2 ? 'onceTwice' : 'onceOnce') : 'bothMore', 1);
  const alien = Number(foldLatin(a.text) !== a.text) + Number(foldLatin(b.text) !== b.text);
  add(`alien:${alien}`, 1);
  add(`known${known}:${relation.kind}`, 1);
  let support = 0;
  if (facts.sameBefore !== undefined) {
    add('sameBefore', 1);
    support++;
  }
  if (facts.sameAfter !== undefined) {
    add('sameAfter', 1);
    support++;
  }
  if (facts.sameRole) {
    add('sameRole', 1);
    support++;
  }
  if (facts.sameNoun) {
    add('sameNoun', 1);
    support++;
  }
  if (facts.sameFrame) add('sameFrame', 1);
  let against = 0;
  if (facts.differentBefore) {
    add('differentBefore', 1);
    against++;
  }
  if (facts.differentAfter) {
    add('differentAfter', 1);
    against++;
  }
  if (facts.differentPlace) {
    add('differentPlace', 1);
    against++;
  }
  if (facts.differentNoun) add('differentNoun', 1);
  if (facts.sameSentence) {
    add('sameSentence', 1);
    against++;
  }
  if (facts.sameRun) {
    add('sameRun', 1);
    against++;
  }
  const side = support > 0 ? (against > 0 ? 'mixed' : 'for') : against > 0 ? 'against' : 'none';
  add(`side:${side}:known${known}`, 1);
  add(`edits:${Math.min(facts.edits, 4)}:known${known}`, 1);
  return {size, known, counts: rare === 1 ? (often >= 3 ? 'onceOften' : 'few') : 'bothMore', side};
}
