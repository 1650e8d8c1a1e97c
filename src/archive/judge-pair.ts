import {type KnownWords, relateWords, type WordRelation} from '../names/between-articles.js';
import {type FormList, kindOf} from './form-list.js';
import {type FormTally, ranked} from './tally.js';

/** What the articles say of two forms, beside what is known of each. */
export interface PairStory {
  /** Articles that have both. */
  readonly together: number;
  /** Bits that the other names tell which an article of one and an article of the other have in common. */
  readonly shared: number;
  readonly sharedNames: readonly string[];
}

export interface Judgement {
  /** 0..1. */
  readonly sure: number;
  /** What speaks for it, in plain English, strongest first. */
  readonly evidence: readonly string[];
  /** Articles that have both forms, and do not tell them as spellings of one name. */
  readonly together: number;
}

/** From here up two forms are told to be one name. */
export const sureEnough = 0.8;

/** Bits from which shared names speak for one story. */
const enoughShared = 4;
/** Among so many articles none shares names by chance. */
const fewArticles = 16;

/** The shared bits that are left when the best of many articles was looked for. */
const beyondChance = (shared: number, articles: number): number =>
  shared - Math.max(0, Math.log2(articles / fewArticles));

/** A form in so many times fewer articles than another may be its misspelling. */
const timesRarer = 20;

interface Argument {
  readonly weight: number;
  readonly words?: string;
}

/**
 * How sure it is that two forms of an archive are one name. The letters alone never decide: without a second piece of
 * evidence from what the articles say it is 0.
 */
export function judgePair(a: FormTally, b: FormTally, story: PairStory, known: KnownWords): Judgement {
  const x = a.form.split(/[\s]+/);
  const y = b.form.split(/[\s]+/);
  const joined = (a.with.get(b.form) ?? 0) + (b.with.get(a.form) ?? 0);
  const together = Math.max(0, story.together - Math.max(a.with.get(b.form) ?? 0, b.with.get(a.form) ?? 0));
  const none = {sure: 0, evidence: [], together};
  const outer = [...contextOf(a, b, x, y, story, known)];
  if (joined > 0)
    outer.unshift({
      weight: 3,
      words: `${articlesOf(joined)} ${joined === 1 ? 'has' : 'have'} both as one name`,
    });
  if (together > 0)
    outer.push({
      weight: -Math.min(6, 2.5 * together),
      words: `${articlesOf(together)} ${together === 1 ? 'has' : 'have'} both`,
    });
  const support = outer.filter(({weight}) => weight > 0);
  if (support.length === 0) return none;
  // Most pairs end before: to compare two spellings costs more than all the rest.
  const letters = lettersOf(x, y, known);
  if (letters === undefined) return none;
  const sum = letters.weight + outer.reduce((total, {weight}) => total + weight, 0);
  const evidence = [
    ...support.sort((p, q) => q.weight - p.weight).flatMap(({words}) => words ?? []),
    ...(letters.words === undefined ? [] : [letters.words]),
  ];
  return {sure: round(1 / (1 + Math.exp(-sum))), evidence, together};
}

/**
 * Whether anything but their letters can speak for one name: where this is false, {@link judgePair} answers 0. A look at
 * what is in memory, so that most pairs are never judged.
 *
 * @param shared bits, as {@link PairStory} has them
 */
export function maySpeakForOne(
  a: number,
  b: number,
  shared: number,
  forms: FormList,
  known: KnownWords,
): boolean {
  const most = Math.max(forms.articles[a] as number, forms.articles[b] as number);
  if (beyondChance(shared, most) > enoughShared || forms.shareMark(a, b)) return true;
  const least = Math.min(forms.articles[a] as number, forms.articles[b] as number);
  if (most >= timesRarer * least) return true;
  const x = (forms.texts[a] as string).split(' ');
  const y = (forms.texts[b] as string).split(' ');
  if (x.length > 1 && y.length > 1 && (x[0] === y[0] || x.at(-1) === y.at(-1))) return true;
  return known.samePlace(forms.texts[a] as string, forms.texts[b] as string) === 'one';
}

const round = (sure: number): number => Math.round(1000 * sure) / 1000;
const articlesOf = (n: number): string => (n === 1 ? 'one article' : `${n} articles`);

/** What the letters say; undefined where they forbid that the two are one name. */
function lettersOf(x: readonly string[], y: readonly string[], known: KnownWords): Argument | undefined {
  if (x.length !== y.length) return undefined;
  let weight = 0;
  let words: string | undefined;
  let same = 0;
  let worst = Number.POSITIVE_INFINITY;
  for (let i = 0; i < x.length; i++) {
    const p = x[i] as string;
    const q = y[i] as string;
    if (p === q) {
      same++;
      continue;
    }
    const relation = relateWords(p, q);
    const isOfMany = x.some((word, k) => k !== i && word === y[k] && !known.isOrdinary(word));
    // Plurals and peoples end a name: `Graz Operas`.
    if (relation.kind === 'derived' && i === x.length - 1) return undefined;
    const own = weightOf(p, q, relation, known, isOfMany);
    if (own === undefined) return undefined;
    worst = Math.min(worst, own);
    words ??= inWords(p, q, relation);
  }
  if (worst === Number.POSITIVE_INFINITY) return undefined;
  weight += worst - 1.2;
  if (same > 0) weight += 1;
  return {weight, ...(words === undefined ? {} : {words})};
}

/** @param isOfMany whether the two names have a word in common that is none of English */
function weightOf(
  p: string,
  q: string,
  relation: WordRelation,
  known: KnownWords,
  isOfMany: boolean,
): number | undefined {
  const {kind, likeness, edits, beginsOtherwise} = relation;
  if (kind === 'letters') return 3.5;
  const areKnown = known.isKnownName(p) && known.isKnownName(q);
  if (!isOfMany && (kind === 'derived' || (kind === 'case' && areKnown))) return undefined;
  if (kind === 'made' || beginsOtherwise) return undefined;
  const clipped = Math.min(0.98, Math.max(0.02, likeness));
  let weight = Math.log(clipped / (1 - clipped));
  if (kind === 'family') weight -= isOfMany ? 1.5 : 3;
  if (kind === 'family-or-case') weight -= 1;
  if (kind === 'derived') weight = Math.max(weight, 0);
  if (known.isOrdinary(p) || known.isOrdinary(q)) weight -= 2;
  if (areKnown) weight -= 1.5;
  if (Math.min(p.length, q.length) < 5) weight -= 0.7;
  if (edits > 2) weight -= 0.5 * (edits - 2);
  return weight;
}

function inWords(p: string, q: string, {kind, edits, likeness}: WordRelation): string | undefined {
  if (kind === 'letters') return 'only marks or hyphens differ';
  if (kind === 'case' || kind === 'family-or-case') return `“${p}” and “${q}” differ in their endings alone`;
  if (edits === 1) return 'one letter differs';
  return likeness > 0.5 ? 'the two sound alike' : undefined;
}

function* contextOf(
  a: FormTally,
  b: FormTally,
  x: readonly string[],
  y: readonly string[],
  {shared, sharedNames}: PairStory,
  known: KnownWords,
): Generator<Argument> {
  const told = beyondChance(shared, Math.max(a.articles, b.articles));
  if (told > enoughShared) {
    const names = sharedNames.map((name) => `“${name}”`).join(' and ');
    const one = sharedNames.length === 1 ? 0.6 : 1;
    yield {weight: Math.min(5, (one * told) / 4.5), words: `articles of both name ${names} too`};
  }
  const [first, last] = [x.length > 1 && x[0] === y[0], x.length > 1 && x.at(-1) === y.at(-1)];
  if (first) yield {weight: 1.2, words: `“${x[0]}” stands before both`};
  else if (last) yield {weight: 0.7, words: `“${x.at(-1)}” stands after both`};
  if (x.length === 1) yield* givenOf(a, b);
  const title = sharedCue(a, b);
  if (title !== undefined) yield {weight: 0.8, words: `both are called “${title}”`};
  const source = sharedText(a.sources, b.sources);
  if (source !== undefined) yield {weight: 3.5, words: `both stand for “${source}” of the originals`};
  else if (a.sources.size > 0 && b.sources.size > 0) yield {weight: -1.5};
  const [kindA, kindB] = [kindOf(a), kindOf(b)];
  if (kindA !== 'unknown' && kindB !== 'unknown' && kindA !== kindB) yield {weight: -1.5};
  if (kindA !== 'person' && kindB !== 'person') {
    const place = known.samePlace(a.form, b.form);
    if (place === 'one')
      yield {weight: 2.5, words: `both are spellings of “${known.placeName([a.form, b.form])}”`};
    if (place === 'two') yield {weight: -3};
  }
  const [less, more] = a.articles < b.articles ? [a, b] : [b, a];
  if (more.articles >= timesRarer * less.articles)
    yield {
      weight: 0.6,
      words: `“${less.form}” stands in ${articlesOf(less.articles)}, “${more.form}” in ${more.articles}`,
    };
  if (less.articles > 30) yield {weight: -1.5};
  if (areApartInTime(a, b)) yield {weight: -1};
}

/** The words before both, for single words: the same, or others wherever both have some. */
function* givenOf(a: FormTally, b: FormTally): Generator<Argument> {
  if (a.given.size === 0 || b.given.size === 0) return;
  const given = sharedText(a.given, b.given);
  if (given === undefined) yield {weight: -2};
  else {
    // A surname of many people is shared by some first names by chance.
    const many = Math.min(a.given.size, b.given.size);
    yield {weight: many > 3 ? 1 : 2, words: `“${given}” stands before both`};
  }
}

/** The text of both that most articles have. */
function sharedText(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): string | undefined {
  const both = new Map<string, number>();
  for (const [text, n] of a) {
    const m = b.get(text);
    if (m !== undefined) both.set(text, Math.min(n, m));
  }
  return ranked(both)[0]?.[0];
}

function sharedCue(a: FormTally, b: FormTally): string | undefined {
  const cue = sharedText(a.cues, b.cues);
  return cue?.slice(cue.indexOf(':') + 1);
}

const day = 86_400_000;
/** Days between the last article of one and the first of the other, from which time speaks against them. */
const apart = 3 * 365;

function areApartInTime(a: FormTally, b: FormTally): boolean {
  if (a.first === '' || b.first === '') return false;
  const gap = (last: string, first: string): number => (Date.parse(first) - Date.parse(last)) / day;
  return gap(a.last, b.first) > apart || gap(b.last, a.first) > apart;
}
