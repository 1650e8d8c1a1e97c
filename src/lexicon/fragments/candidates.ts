import type {TextIndex} from '../../text/tokens.js';
import {Zone} from '../../text/tokens.js';
import type {LanguageEvidence} from '../languages.js';
import {decodeRuns, Gap, type Run} from './decode.js';
import {dot, type WordEvidence, wordFeatureCount} from './evidence.js';
import {grow, isLongerThanName, spokenWords} from './grow.js';
import type {Candidate} from './judge.js';
import type {Model} from './model.js';
import {
  definedWords,
  hasGloss,
  hasOnlyParticles,
  isBroken,
  isDefined,
  isGlued,
  isHyphenedPlace,
  isPhrase,
  isPlaceName,
  isRomaji,
  isTitle,
} from './native-runs.js';
import {isProperName} from './proper-name.js';
import {isCompound, isSlip} from './slips.js';
import {type Stretch, type StretchSearch, stretches} from './stretches.js';
import {type Place, surroundings} from './surroundings.js';
import {describeInSentence, weighSentence} from './weighed.js';

/** A run of words that may be foreign. Token indexes, both ends included. */
export interface FoundCandidate extends Candidate {
  readonly first: number;
  readonly last: number;
  /** Words from `first` to `last`: the run that was judged, and what belongs to it beside. */
  readonly told: number;
  /** Where these stand. */
  readonly toldPlace: Place;
  readonly language: LanguageEvidence;
  /** The name of a company, a paper, a street: a translation leaves it as it is. */
  readonly isName: boolean;
}

export interface Search extends StretchSearch {
  readonly model: Model;
}

/** All runs of words, in Latin letters, that may be of another language. */
export function findCandidates(search: Search, triggers: readonly number[]): FoundCandidate[] {
  const out: FoundCandidate[] = [];
  let defined: ReadonlySet<number> | undefined;
  const terms = (): ReadonlySet<number> => (defined ??= definedWords(search.text));
  for (const stretch of stretches(search, triggers)) collect(search, stretch, terms, out);
  return out;
}

/** Finds the runs of a sentence in one language, and keeps those that hold a trigger. */
function collect(
  search: Search,
  stretch: Stretch,
  terms: () => ReadonlySet<number>,
  out: FoundCandidate[],
): void {
  const {text, target, model} = search;
  const {language, lead, triggers} = stretch;
  const isGuessed = search.source === undefined;
  const weighed = weighSentence(search, stretch);
  const {words, gaps} = weighed;
  const features = new Float64Array(wordFeatureCount);
  const scores = words.map((_, i) => {
    describeInSentence(weighed, i, features);
    return dot(model.word, features, wordFeatureCount);
  });
  // Runs and triggers both come in the order of the text.
  let next = 0;
  const runs = decodeRuns(scores, gaps, model.costs);
  for (const run of isGuessed ? runs : withCommonWords(runs, words, triggers)) {
    let from = run.first;
    let to = run.last;
    // A number at an edge is no more foreign than native.
    while (from < to && words[from]!.number) from++;
    while (to > from && words[to]!.number) to--;
    // `in Lithuanian: …`: a name that the target knows, parted by a colon or a comma, introduces the run.
    while (from < to && words[from]!.isName && words[from]!.rank < 2 && gaps[from + 1] === Gap.Weak) from++;
    const isInBracket = (text.tokens.zones[words[from]!.token]! & Zone.Bracket) !== 0;
    if (isInBracket) {
      // An insertion is one piece: names at its edges belong to it.
      while (gaps[from] !== Gap.Wall && from > 0 && isStrangeName(words[from - 1]!)) from--;
      while (to + 1 < words.length && gaps[to + 1] !== Gap.Wall && isStrangeName(words[to + 1]!)) to++;
    }
    const a = words[from]!.token;
    const b = words[to]!.token;
    while (next < triggers.length && triggers[next]! < a) next++;
    if (next === triggers.length) break;
    if (triggers[next]! > b) continue;
    // Short Latin is learned English, not a leftover.
    if (isGuessed && language.code === 'la' && to - from < 4) continue;
    if (isGuessed && isRomaji(text, words, from, to)) continue;
    if (isPhrase(text, target, words, from, to) || hasOnlyParticles(text, words, from, to)) continue;
    const place = surroundings(text, a, b);
    const before = gaps[from] === Gap.Wall ? undefined : words[from - 1];
    if (place.hasLanguageName || hasGloss(text, words, to)) continue;
    if (isDefined(text, words, from, to, terms())) continue;
    if ((place.hasMarker || place.markerFollows) && isTitle(text, words, from, to, before, place)) continue;
    if (isGlued(text, a) || isBroken(text, a, b) || isHyphenedPlace(text, a, b)) continue;
    if (place.enclosed !== 'square' && isPlaceName(words, from, to, gaps)) continue;
    const part = toldPart(words, from, to, place);
    const whole = grow(words, gaps, part.from, part.to, isInBracket);
    const first = words[whole.from]!.token;
    const last = words[whole.to]!.token;
    if (isGlued(text, first)) continue;
    const isGrown = whole.from < from || whole.to > to;
    out.push({
      first,
      last,
      told: spokenWords(words, whole.from, whole.to),
      toldPlace: isGrown ? surroundings(text, first, last) : place,
      language,
      words: words.slice(from, to + 1),
      scores: scores.slice(from, to + 1),
      place,
      lead,
      repeated: 0,
      before,
      after: gaps[to + 1] === Gap.Wall ? undefined : words[to + 1],
      isSlip: everyStrange(text, words, from, to, (word) => isSlip(word, target)),
      isCompound: everyStrange(text, words, from, to, (word) => isCompound(word, target)),
      isLatin: language.code === 'la',
      isName:
        !isLongerThanName(words, whole.from, whole.to, from, to) &&
        isProperName(text, words, from, to, gaps, place),
    });
  }
}

/**
 * Where the source language is told, each strange word that is common there is judged, though it stands alone among words
 * that speak against it.
 */
function withCommonWords(
  runs: readonly Run[],
  words: readonly WordEvidence[],
  triggers: readonly number[],
): readonly Run[] {
  const more: Run[] = [];
  let next = 0;
  let trigger = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    while (next < runs.length && runs[next]!.last < i) next++;
    while (trigger < triggers.length && triggers[trigger]! < word.token) trigger++;
    const isInRun = next < runs.length && runs[next]!.first <= i;
    if (!isInRun && triggers[trigger] === word.token && word.tier === 0 && word.rank > 1)
      more.push({first: i, last: i});
  }
  return more.length === 0 ? runs : [...runs, ...more].sort((a, b) => a.first - b.first);
}

/**
 * The part of a run that is told: not the words at its edges that readers take for theirs, as `No` in `No oto, moto` and
 * `to` in `hai to`. What stands between marks is told whole.
 */
function toldPart(
  words: readonly WordEvidence[],
  from: number,
  to: number,
  place: Place,
): {from: number; to: number} {
  const isEveryday = (word: WordEvidence): boolean =>
    word.tier === 3 && word.accent === 'none' && !word.capital;
  let first = from;
  let last = to;
  if (place.enclosed === 'none') {
    while (first < last && isEveryday(words[first]!)) first++;
    while (last > first && isEveryday(words[last]!)) last--;
  }
  return {from: first, to: last};
}

function isStrangeName(word: WordEvidence): boolean {
  return word.capital && word.tier === 0 && !word.isName;
}

/** Whether the run has one strange word or two, and all of them pass. */
function everyStrange(
  text: TextIndex,
  words: readonly WordEvidence[],
  from: number,
  to: number,
  passes: (word: string) => boolean,
): boolean {
  const strange = words.slice(from, to + 1).filter((word) => word.tier < 2 && !word.number && !word.capital);
  return (
    strange.length > 0 &&
    strange.length <= 2 &&
    strange.every(({token}) => passes(text.token(token).toLowerCase()))
  );
}
