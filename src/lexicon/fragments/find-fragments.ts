import type {TextIndex} from '../../text/tokens.js';
import {TokenFlag} from '../../text/tokens.js';
import {type Languages, withSpeller} from '../languages.js';
import {type FoundCandidate, findCandidates, findTriggers} from './candidates.js';
import {dot} from './evidence.js';
import {chance, describeRun, runFeatureCount} from './judge.js';
import type {Models} from './model.js';
import type {Place} from './surroundings.js';
import type {Speller, Target} from './target.js';

/** Words of another language in Latin letters. */
export interface Fragment {
  /** Token indexes, both included; marks round the words are not in it. */
  readonly first: number;
  readonly last: number;
  /** UTF-16 offsets into the prose. */
  readonly start: number;
  readonly end: number;
  /** ISO 639-1 code of the language it seems to be of. */
  readonly language: string;
  /** How sure it is that this is a leftover, 0 to 1. */
  readonly certainty: number;
  /** Words, without numbers. */
  readonly words: number;
  /** Words that the target language does not know. */
  readonly strange: number;
  readonly place: Place;
}

export interface FragmentSearch {
  readonly text: TextIndex;
  readonly target: Target;
  readonly languages: () => Languages | undefined;
  /** BCP 47 tag of the source language, where known. */
  readonly sourceLanguage?: string | undefined;
  readonly models: Models;
  /** The spelling dictionary that the user has installed for a language. */
  readonly spellerOf?: (code: string) => Speller | undefined;
}

/**
 * Finds leftovers of other languages in the Latin script. A first look costs one probe of the target's lexicon a word;
 * only sentences with a strange word in small letters are weighed.
 */
export function findFragments(search: FragmentSearch): Fragment[] {
  const {text, target, languages, sourceLanguage, models} = search;
  const triggers = findTriggers(text, target);
  if (triggers.length === 0) return [];
  const known = sourceLanguage === undefined ? undefined : languages()?.get(sourceLanguage);
  const speller = known && search.spellerOf?.(known.code);
  const source = known?.hasLetters ? (speller ? withSpeller(known, speller) : known) : undefined;
  // A source in another script leaves nothing in Latin letters: what looks like it is a name or a loan.
  const strict = known !== undefined && !known.hasLetters;
  const model = source ? models.known : models.guessed;
  const features = new Float64Array(runFeatureCount);
  const isFamiliar = familiarity(text);
  const out: Fragment[] = [];
  for (const candidate of findCandidates({text, target, languages, source, model}, triggers)) {
    describeRun(candidate, features);
    const certainty = chance(dot(model.run, features, runFeatureCount));
    const words = candidate.words.filter((word) => !word.number).length;
    if (certainty < (strict ? strictly(words) : model.thresholds[Math.min(words, 3) - 1]!)) continue;
    if (words === 1 && isFamiliar(candidate)) continue;
    out.push(toFragment(text, candidate, certainty, words));
  }
  return withoutOverlaps(out);
}

/** Where no leftover is to be expected, only whole phrases count. */
function strictly(words: number): number {
  return words < 3 ? Number.POSITIVE_INFINITY : 0.985;
}

/**
 * Whether a word is familiar to the article: used three times in small letters it is a term, and standing there with a
 * capital, too, it is a name. Counts the words of the text on the first question.
 */
function familiarity(text: TextIndex): (candidate: FoundCandidate) => boolean {
  const {hashes, flags, count} = text.tokens;
  let times: Map<number, number> | undefined;
  return ({first}) => {
    if (!times) {
      times = new Map();
      for (let i = 0; i < count; i++) {
        if ((flags[i]! & TokenFlag.Word) === 0) continue;
        const isName =
          (flags[i]! & (TokenFlag.InitialCap | TokenFlag.SentenceStart)) === TokenFlag.InitialCap;
        times.set(hashes[i]!, (times.get(hashes[i]!) ?? 0) + (isName ? 3 : 1));
      }
    }
    return (times.get(hashes[first]!) ?? 0) >= 3;
  };
}

function toFragment(text: TextIndex, candidate: FoundCandidate, certainty: number, words: number): Fragment {
  const {first, last, language, place} = candidate;
  return {
    first,
    last,
    start: text.tokens.starts[first]!,
    end: text.tokens.ends[last]!,
    language: language.code,
    certainty,
    words,
    strange: candidate.words.filter((word) => !word.number && word.tier < 2).length,
    place,
  };
}

/** Two guesses at one language may claim the same words: the surer one keeps them. */
function withoutOverlaps(fragments: Fragment[]): Fragment[] {
  fragments.sort((a, b) => a.first - b.first || b.last - a.last);
  const out: Fragment[] = [];
  for (const fragment of fragments) {
    const before = out[out.length - 1];
    if (before && fragment.first <= before.last) {
      if (fragment.certainty > before.certainty) out[out.length - 1] = fragment;
    } else {
      out.push(fragment);
    }
  }
  return out;
}
