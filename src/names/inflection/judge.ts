import {type LanguageEvidence, Rank} from '../../lexicon/languages.js';
import {hashOf, wordSet} from '../../text/hash.js';
import type {TextIndex} from '../../text/tokens.js';
import type {Candidate} from './candidates.js';
import type {Lemma} from './lemmas.js';
import type {InflectedWord, Place} from './name-words.js';

/** From how much evidence two spellings are told. */
export const enough = 2.25;

/** What judging needs beside the pair. */
export interface Court {
  readonly lemmas: ReadonlyMap<InflectedWord, Lemma>;
  readonly text: TextIndex;
  readonly language: LanguageEvidence | undefined;
  /** All nouns of the language have capitals. */
  readonly nouns: boolean;
}

/** How much speaks for one name, and why, strongest first. */
export interface Judged extends Candidate {
  readonly weight: number;
  /** The same name stands beside both. */
  readonly beside: boolean;
  readonly reasons: readonly string[];
}

const weights = {none: 2, vowel: 1.25, confused: 1.25, 'far-vowel': 0.75, consonant: 0};

/** Weighs two names; `undefined` where something forbids that they are one. */
export function judgePair(candidate: Candidate, {lemmas, text, language, nouns}: Court): Judged | undefined {
  const {a, b, edit, length} = candidate;
  const left = lemmas.get(a)!;
  const right = lemmas.get(b)!;
  const isCommon = (lemma: Lemma) => lemma.words.some(({rank}) => rank >= Rank.Common);
  const isKnown = (lemma: Lemma) => lemma.words.some(({rank}) => rank > Rank.Unknown);
  if (left.words.some(({small}) => small) || right.words.some(({small}) => small)) return undefined;
  if (isCommon(left) && isCommon(right)) return undefined;
  if (standTogether(left, right)) return undefined;
  // A country is not the place of another that sounds like it: `Британія`, `Бретань`.
  const namesCountry = (lemma: Lemma) =>
    lemma.words.some(({text}) => language?.namesCountry(hashOf(text)) === true);
  if (edit.kind !== 'none' && namesCountry(left) !== namesCountry(right)) return undefined;
  const beside = neighbours(left, right, lemmas);
  if (beside === 'other') return undefined;
  const reasons: string[] = [];
  let weight = 0;
  if (beside?.before) {
    reasons.push(`“${beside.before}” stands before both`);
    weight += 2;
  } else if (beside?.after) {
    reasons.push(`“${beside.after}” stands after both`);
    weight += 1;
  }
  const role = sameRole(left, right, text, language);
  if (role !== undefined) {
    reasons.push(`“${role}” stands before both`);
    weight += 0.75;
  }
  if (edit.kind === 'none') {
    reasons.push('the two sound alike');
  } else reasons.push('one letter differs');
  weight += weights[edit.kind];
  if (edit.first) weight -= edit.kind === 'confused' ? 0.5 : 0.75;
  if (edit.last) weight -= 1;
  weight += length >= 7 ? 1 : length >= 5 ? 0.5 : length === 4 ? 0 : -1;
  const known = Number(isKnown(left)) + Number(isKnown(right));
  weight += known === 0 ? 0.75 : known === 1 ? 0.5 : -1.5;
  const [few, many] = left.count < right.count ? [left.count, right.count] : [right.count, left.count];
  if (nouns && !beside && (hasArticle(left, text) || hasArticle(right, text))) return undefined;
  if (nouns && !beside) weight -= few === 1 && many >= 3 ? 0.5 : 0.75;
  if (few === 1 && many === 2) weight += 0.25;
  if (few === 1 && many >= 3) {
    weight += 0.5;
    reasons.push(`one stands once, the other ${many} times`);
  }
  if (known === 0) reasons.push('neither is a common word');
  return {...candidate, weight, reasons, beside: beside !== undefined};
}

const places = (lemma: Lemma): Place[] => lemma.words.flatMap((word) => word.places);

const articles = wordSet(
  'der die das des dem den ein eine einen einem einer eines kein keine keinen im am zum zur vom beim ins ans seine ihre sein ihr',
);

/** German nouns have an article, names hardly ever. */
const hasArticle = (lemma: Lemma, {tokens}: TextIndex): boolean =>
  places(lemma).some(({role}) => role >= 0 && articles.has(tokens.hashes[role]!));

/** Two names in one sentence are two; more so with nothing but a comma or a word between them. */
function standTogether(a: Lemma, b: Lemma): boolean {
  const sentences = new Set(places(a).map(({sentence}) => sentence));
  return places(b).some(({sentence}) => sentences.has(sentence));
}

interface Beside {
  readonly before?: string;
  readonly after?: string;
}

/**
 * The same name right before or after both; `other` where each has only names of its own there, as two brothers have.
 */
function neighbours(
  a: Lemma,
  b: Lemma,
  lemmas: ReadonlyMap<InflectedWord, Lemma>,
): Beside | 'other' | undefined {
  const of = (lemma: Lemma, side: 'before' | 'after') => {
    const found = new Map<Lemma, string>();
    for (const place of places(lemma)) {
      const beside = place[side];
      // What begins a sentence is mostly no name there, unless the language does not know it.
      if (beside === undefined || !(beside.free || beside.word.rank === Rank.Unknown)) continue;
      const {word} = beside;
      const name = lemmas.get(word);
      if (name && word.text.length > 1) found.set(name, word.text);
    }
    return found;
  };
  let others = false;
  const result: {before?: string; after?: string} = {};
  for (const side of ['before', 'after'] as const) {
    const left = of(a, side);
    const right = of(b, side);
    let shared = false;
    for (const [lemma, written] of left) {
      if (!right.has(lemma)) continue;
      result[side] ??= written;
      shared = true;
    }
    if (!shared && left.size > 0 && right.size > 0) others = true;
  }
  return others ? 'other' : result.before || result.after ? result : undefined;
}

/** A word in small letters of four letters or more right before both. */
function sameRole(
  a: Lemma,
  b: Lemma,
  text: TextIndex,
  language: LanguageEvidence | undefined,
): string | undefined {
  const {starts, ends, hashes} = text.tokens;
  const seen = new Set<number>();
  for (const {role} of places(a)) {
    if (role < 0 || ends[role]! - starts[role]! < 4) continue;
    if ((language?.rank(hashes[role]!) ?? 0) < Rank.Frequent) seen.add(hashes[role]!);
  }
  if (seen.size === 0) return undefined;
  for (const {role} of places(b)) {
    if (role >= 0 && seen.has(hashes[role]!)) return text.prose.slice(starts[role], ends[role]);
  }
  return undefined;
}
