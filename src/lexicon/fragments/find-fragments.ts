import type {TextIndex} from '../../text/tokens.js';
import {TokenFlag} from '../../text/tokens.js';
import {type Languages, withSpeller} from '../languages.js';
import {type FoundCandidate, findCandidates, type Search} from './candidates.js';
import type {NamedLanguages} from './chances.js';
import {dot} from './evidence.js';
import {LanguageVotes} from './guess-language.js';
import {chance, describeRun, runFeatureCount} from './judge.js';
import type {Model, Models} from './model.js';
import {isHyphenedName} from './proper-name.js';
import {isDerived} from './slips.js';
import {type Place, surroundings} from './surroundings.js';
import type {Speller, Target} from './target.js';
import {findTriggers} from './triggers.js';
import {addRun, articleVotes} from './votes.js';

/** Words of another language in Latin letters. */
export interface Fragment {
  /** Token indexes, both included; marks round the words are not in it. */
  readonly first: number;
  readonly last: number;
  /** UTF-16 offsets into the prose. */
  readonly start: number;
  readonly end: number;
  /** ISO 639-1 codes: the language, several that cannot be told apart (likeliest first), or none that is sure. */
  readonly languages: readonly string[];
  /** How sure it is that this is a leftover, and of that language; 0 to 1. */
  readonly certainty: number;
  /** Words, without numbers. */
  readonly words: number;
  /** Words that the target language does not know. */
  readonly strange: number;
  readonly place: Place;
  /** It looks like the name of a company, a paper, a street: a translation leaves such a one as it is. */
  readonly isName: boolean;
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

/** In letters. */
const longSlip = 8;
/** In tokens: about as far as a sentence goes. */
const sameSentence = 60;

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
  const isFamiliar = familiarity(text);
  const found: Judged[] = [];
  for (const judged of judge({text, target, languages, source, model}, triggers)) {
    const {candidate, certainty, words} = judged;
    if (certainty < (strict ? strictly(words) : thresholdOf(model, words))) continue;
    if (words === 1 && (isFamiliar(candidate) || isSlipAlone(candidate))) continue;
    if (words === 1 && !source && target.code === 'en' && isDerivedAlone(text, candidate, target)) continue;
    // Of the run that was judged: what it grew by is no sign that a name is none.
    if (isHyphenedName(text, candidate.words[0]!.token, candidate.words.at(-1)!.token)) continue;
    found.push(judged);
  }
  const kept = withoutOverlaps(found, text);
  const all = languages();
  if (!all || kept.length === 0) return [];
  if (source) reassure(kept, triggers, {text, target, languages, source: undefined, model: models.guessed});
  const article = articleVotes(text, target, all, triggers);
  return kept.map((judged) =>
    toFragment(text, judged, nameLanguage(search, all, article, judged, known?.code)),
  );
}

interface Judged {
  readonly candidate: FoundCandidate;
  readonly words: number;
  certainty: number;
}

function judge(search: Search, triggers: readonly number[]): Judged[] {
  const features = new Float64Array(runFeatureCount);
  return findCandidates(search, triggers).map((candidate) => {
    describeRun(candidate, features);
    return {
      candidate,
      certainty: chance(dot(search.model.run, features, runFeatureCount)),
      words: candidate.words.filter((word) => !word.number).length,
    };
  });
}

function thresholdOf(model: Model, words: number): number {
  return model.thresholds[Math.min(words, 3) - 1]!;
}

/** Told the source language, it must not be less sure than without: what it would have said then counts, too. */
function reassure(found: readonly Judged[], triggers: readonly number[], search: Search): void {
  const sentences = triggers.filter((i) =>
    found.some(({candidate}) => Math.abs(candidate.first - i) < sameSentence),
  );
  const untold = judge(search, sentences);
  for (const judged of found) {
    const {first, last, language} = judged.candidate;
    for (const {candidate, certainty} of untold) {
      if (candidate.first > last || candidate.last < first || candidate.language.code !== language.code)
        continue;
      judged.certainty = Math.max(judged.certainty, certainty);
    }
  }
}

function nameLanguage(
  {text, target}: FragmentSearch,
  languages: Languages,
  article: LanguageVotes,
  {candidate}: Judged,
  source: string | undefined,
): NamedLanguages {
  const votes = new LanguageVotes(languages, target.code);
  addRun(votes, text, target, candidate.first, candidate.last);
  return votes.name(article, source);
}

/** An English word with an ending that English puts to it, and no common word of the language that was guessed. */
function isDerivedAlone(text: TextIndex, {words, isSlip}: FoundCandidate, target: Target): boolean {
  const [word] = words;
  if (word === undefined) return false;
  // The longer a word, the less by chance is it one letter away from another.
  if (isSlip && word.length >= longSlip) return true;
  return word.rank < 2 && isDerived(text.token(word.token).toLowerCase(), target);
}

/** A slip of the pen that is no word of the source language. */
function isSlipAlone({isSlip, words}: FoundCandidate): boolean {
  return isSlip && words.every(({rank, tier}) => rank === 0 || tier >= 2);
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
  return ({words}) => {
    if (!times) {
      times = new Map();
      for (let i = 0; i < count; i++) {
        if ((flags[i]! & TokenFlag.Word) === 0) continue;
        const isName =
          (flags[i]! & (TokenFlag.InitialCap | TokenFlag.SentenceStart)) === TokenFlag.InitialCap;
        times.set(hashes[i]!, (times.get(hashes[i]!) ?? 0) + (isName ? 3 : 1));
      }
    }
    return (times.get(hashes[words[0]!.token]!) ?? 0) >= 3;
  };
}

function toFragment(
  text: TextIndex,
  {candidate, certainty}: Judged,
  {codes, certainty: ofLanguage}: NamedLanguages,
): Fragment {
  const {first, last, told, toldPlace, isName} = candidate;
  return {
    first,
    last,
    start: text.tokens.starts[first]!,
    end: text.tokens.ends[last]!,
    languages: codes,
    certainty: codes.length === 0 ? certainty : Math.min(certainty, ofLanguage),
    words: told,
    strange: candidate.words.filter((word) => !word.number && word.tier < 2).length,
    place: toldPlace,
    isName,
  };
}

/**
 * Two runs of one language that claim the same words are one; of two languages, the surer one keeps them.
 */
function withoutOverlaps(found: Judged[], text: TextIndex): Judged[] {
  found.sort((a, b) => a.candidate.first - b.candidate.first || b.candidate.last - a.candidate.last);
  const out: Judged[] = [];
  for (const judged of found) {
    const before = out[out.length - 1];
    if (!before || judged.candidate.first > before.candidate.last) out.push(judged);
    else if (judged.candidate.language.code === before.candidate.language.code)
      out[out.length - 1] = joined(before, judged, text);
    else if (judged.certainty > before.certainty) out[out.length - 1] = judged;
  }
  return out;
}

/** The surer of two runs that overlap, with the words of both. */
function joined(before: Judged, behind: Judged, text: TextIndex): Judged {
  const surer = behind.certainty > before.certainty ? behind : before;
  const {first} = before.candidate;
  const last = Math.max(before.candidate.last, behind.candidate.last);
  let told = 0;
  for (let i = first; i <= last; i++) if (text.tokens.flags[i]! & TokenFlag.Word) told++;
  const isName = before.candidate.isName && behind.candidate.isName;
  const toldPlace = surroundings(text, first, last);
  return {...surer, candidate: {...surer.candidate, first, last, told, toldPlace, isName}};
}
