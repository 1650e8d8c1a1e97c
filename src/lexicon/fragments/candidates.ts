import {wordSet} from '../../text/hash.js';
import {notProse, type TextIndex, TokenFlag, Zone} from '../../text/tokens.js';
import type {LanguageEvidence, Languages} from '../languages.js';
import {Entry} from '../lexicon.js';
import {decodeRuns, Gap} from './decode.js';
import {describeWord, dot, type WordEvidence, weigh, wordFeatureCount} from './evidence.js';
import {LanguageVotes, Voter} from './guess-language.js';
import type {Candidate} from './judge.js';
import type {Model} from './model.js';
import {isProperName} from './proper-name.js';
import {isCompound, isSlip} from './slips.js';
import {glossFollows, type Place, phraseHash, surroundings} from './surroundings.js';
import type {Target} from './target.js';

/** A run of words that may be foreign. Token indexes, both ends included. */
export interface FoundCandidate extends Candidate {
  readonly first: number;
  readonly last: number;
  readonly language: LanguageEvidence;
  /** The name of a company, a paper, a street: a translation leaves it as it is. */
  readonly isName: boolean;
}

export interface Search {
  readonly text: TextIndex;
  readonly target: Target;
  /** Asked only when a word makes it necessary. */
  readonly languages: () => Languages | undefined;
  /** The language of the source where it is known. */
  readonly source?: LanguageEvidence | undefined;
  readonly model: Model;
}

const skip = notProse;
const latinWord = TokenFlag.Word | TokenFlag.Latin;
/** Small words within names. */
const particles =
  wordSet(`von vom zu zum zur der den dem van ter ten op het de du des la le les las los lo el al il da das do dos di del della
  delle dello degli dei y bin ibn bint abu ben bar ould af`);
/** In words. */
const longestPhrase = 7;
/** In tokens, from the nearest strange word. */
const farthest = 48;
/** Words further apart than this are not of one run. */
const reach = 4;

/**
 * Words that make a sentence worth a closer look: in small letters, Latin, not known to the target language. On
 * ordinary prose this costs one look into the lexicon a word.
 */
export function findTriggers(text: TextIndex, target: Target): number[] {
  const {count, flags, zones, hashes, starts, ends} = text.tokens;
  const out: number[] = [];
  const wrong = TokenFlag.InitialCap | TokenFlag.AllCaps | TokenFlag.InnerCap | TokenFlag.Alphanumeric;
  for (let i = 0; i < count; i++) {
    const flag = flags[i]!;
    if ((flag & (latinWord | wrong)) !== latinWord || target.isKnown(hashes[i]!)) continue;
    if (zones[i]! & skip || ends[i]! - starts[i]! < 2) continue;
    if ((target.get(text.prose, starts[i]!, ends[i]!, hashes[i]!) & Entry.Tier) < 2) out.push(i);
  }
  return out;
}

/** A sentence, the language that its unknown words seem to be of, and which of them. Token indexes, both included. */
interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly language: LanguageEvidence;
  readonly lead: number;
  readonly triggers: readonly number[];
}

/** All runs of words, in Latin letters, that may be of another language. */
export function findCandidates(search: Search, triggers: readonly number[]): FoundCandidate[] {
  const out: FoundCandidate[] = [];
  for (const stretch of stretches(search, triggers)) collect(search, stretch, out);
  return out;
}

/** The words of a sentence with the evidence on them, and the gap before each. */
export interface Weighed {
  readonly words: WordEvidence[];
  readonly gaps: number[];
}

/** What {@link findCandidates} weighs, sentence by sentence; for training. */
export function* weighStretches(
  search: Omit<Search, 'model'>,
  triggers: readonly number[],
): Generator<Weighed> {
  for (const stretch of stretches(search, triggers)) yield weighSentence(search, stretch);
}

function weighSentence({text, target}: Omit<Search, 'model'>, {first, last, language}: Stretch): Weighed {
  const words: WordEvidence[] = [];
  const gaps: number[] = [];
  let gap: number = Gap.Wall;
  for (let i = first; i <= last; i++) {
    const here = gapOfToken(text, i);
    if (here !== undefined) {
      gap = Math.max(gap, here);
      continue;
    }
    words.push(weigh(text, i, target, language));
    gaps.push(gap);
    gap = Gap.None;
  }
  return {words, gaps};
}

/** {@link describeWord} of word `i` in its sentence. */
export function describeInSentence({words, gaps}: Weighed, i: number, out: Float64Array): void {
  const before = gaps[i] === Gap.Wall ? undefined : words[i - 1];
  const after = gaps[i + 1] === Gap.Wall ? undefined : words[i + 1];
  describeWord(words[i]!, before, after, out);
}

/** Strange words and names looked at; they say much in the beginning and nothing new later. */
const mostStrange = 300;
const mostNames = 40;

/** What an article says as a whole of the language it comes from: its strange words, and names with foreign letters. */
export function articleVotes(
  text: TextIndex,
  target: Target,
  languages: Languages,
  triggers: readonly number[],
): LanguageVotes {
  const votes = new LanguageVotes(languages, target.code);
  for (const i of triggers.slice(0, mostStrange)) votes.add(text, i, Voter.Word);
  const {flags, hashes, count} = text.tokens;
  const name = latinWord | TokenFlag.InitialCap | TokenFlag.NonAscii;
  const seen = new Set<number>();
  for (let i = 0; i < count && seen.size < mostNames; i++) {
    if ((flags[i]! & name) !== name || seen.has(hashes[i]!) || entryOf(target, text, i) !== 0) continue;
    seen.add(hashes[i]!);
    votes.add(text, i, Voter.Name);
  }
  return votes;
}

/** The words of a run, both ends included, as they speak for a language. */
export function addRun(
  votes: LanguageVotes,
  text: TextIndex,
  target: Target,
  first: number,
  last: number,
): void {
  const {flags} = text.tokens;
  for (let i = first; i <= last; i++) {
    if ((flags[i]! & latinWord) !== latinWord) continue;
    const entry = entryOf(target, text, i);
    const isName = (flags[i]! & (TokenFlag.InitialCap | TokenFlag.SentenceStart)) === TokenFlag.InitialCap;
    const isKnown = (entry & Entry.Tier) >= 2 || (isName && (entry & Entry.Name) !== 0);
    votes.add(text, i, isKnown ? Voter.Known : isName ? Voter.Name : Voter.Word);
  }
}

function* stretches(search: Omit<Search, 'model'>, triggers: readonly number[]): Generator<Stretch> {
  if (triggers.length === 0) return;
  const languages = search.languages();
  if (!languages) return;
  const {text, target, source} = search;
  const article = articleVotes(text, target, languages, triggers);
  for (const {first, last, own} of sentencesOf(text, triggers)) {
    if (source) {
      yield {first, last, language: source, lead: 1, triggers: own};
      continue;
    }
    for (const group of groups(own)) {
      const votes = new LanguageVotes(languages, target.code);
      const strange = new Set(group);
      for (const i of neighbours(text, group, first, last)) {
        if ((text.tokens.flags[i]! & TokenFlag.InitialCap) === 0)
          votes.add(text, i, strange.has(i) ? Voter.Word : Voter.Neighbour);
        else if (text.tokens.zones[i]! & Zone.Bracket && entryOf(target, text, i) === 0)
          votes.add(text, i, Voter.Name);
      }
      // Far words change nothing, and a text without full stops would be weighed again for every group.
      const from = Math.max(first, group[0]! - farthest);
      const to = Math.min(last, group[group.length - 1]! + farthest);
      yield {first: from, last: to, ...votes.best(article), triggers: group};
    }
  }
}

/** The sentences that hold triggers. A sentence is a range of tokens. */
function sentencesOf(
  text: TextIndex,
  triggers: readonly number[],
): {first: number; last: number; own: number[]}[] {
  const out: {first: number; last: number; own: number[]}[] = [];
  const {first, last, count} = text.sentences;
  let low = 0;
  for (const i of triggers) {
    const current = out[out.length - 1];
    if (current && i <= current.last) {
      current.own.push(i);
      continue;
    }
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (last[middle]! < i) low = middle + 1;
      else high = middle;
    }
    out.push({first: first[low]!, last: last[low]!, own: [i]});
  }
  return out;
}

/** Triggers close to each other. */
function groups(triggers: readonly number[]): number[][] {
  const out: number[][] = [];
  for (const i of triggers) {
    const current = out[out.length - 1];
    if (current && i - current[current.length - 1]! <= reach + 2) current.push(i);
    else out.push([i]);
  }
  return out;
}

/** The words from a little before a group to a little after it, as long as no bracket or quotation mark stands between. */
function* neighbours(
  text: TextIndex,
  group: readonly number[],
  first: number,
  last: number,
): Generator<number> {
  const {flags} = text.tokens;
  let from = group[0]!;
  let to = group[group.length - 1]!;
  for (let n = 0; n < 2 && from > first && gapAt(text, from) !== Gap.Wall; n++) from--;
  for (let n = 0; n < 2 && to < last && gapAt(text, to + 1) !== Gap.Wall; n++) to++;
  for (let i = from; i <= to; i++) {
    if (flags[i]! & TokenFlag.Word) yield i;
  }
}

/** Finds the runs of a sentence in one language, and keeps those that hold a trigger. */
function collect(search: Search, stretch: Stretch, out: FoundCandidate[]): void {
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
  for (const run of decodeRuns(scores, gaps, model.costs)) {
    let from = run.first;
    let to = run.last;
    // A number at an edge is no more foreign than native.
    while (from < to && words[from]!.number) from++;
    while (to > from && words[to]!.number) to--;
    // `in Lithuanian: …`: a name that the target knows, parted by a colon or a comma, introduces the run.
    while (from < to && words[from]!.isName && words[from]!.rank < 2 && gaps[from + 1] === Gap.Weak) from++;
    if (text.tokens.zones[words[from]!.token]! & Zone.Bracket) {
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
    if ((place.hasMarker || place.markerFollows) && isTitle(words, from, to, before, place)) continue;
    if (isGlued(text, a)) continue;
    if (place.enclosed !== 'square' && isPlaceName(words, from, to, gaps)) continue;
    out.push({
      ...toldPart(words, from, to, place),
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
      isName: isProperName(text, words, from, to, gaps, place),
    });
  }
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
): {first: number; last: number} {
  const isEveryday = (word: WordEvidence): boolean =>
    word.tier === 3 && word.accent === 'none' && !word.capital;
  let first = from;
  let last = to;
  if (place.enclosed === 'none') {
    while (first < last && isEveryday(words[first]!)) first++;
    while (last > first && isEveryday(words[last]!)) last--;
  }
  return {first: words[first]!.token, last: words[last]!.token};
}

/** In quotation marks, or short and beginning with a capital: with a word such as `film` beside it, a title or a name. */
function isTitle(
  words: readonly WordEvidence[],
  from: number,
  to: number,
  before: WordEvidence | undefined,
  place: Place,
): boolean {
  if (place.enclosed === 'square') return false;
  if (place.coverage >= 0.5) return true;
  const capital = words[from]!.capital || (before?.capital === true && before.tier === 0 && !before.isName);
  return capital && to - from < 6;
}

/** Syllables of Japanese in Latin letters (Hepburn), as in `hiyashi chuka`: English has them for food and sport. */
const romaji =
  /^(?:(?:[kgsztdnhbpmyrwjf]|ch|sh|ts|[kgnhbpmr]y|kk|ss|tt|pp|cch|ssh|tch)?[aiueoāīūēō]|n(?![aiueoāīūēōy]))+$/;

function isRomaji(text: TextIndex, words: readonly WordEvidence[], from: number, to: number): boolean {
  for (let i = from; i <= to; i++) {
    const word = words[i]!;
    if (word.tier < 2 && (word.rank > 1 || !romaji.test(text.token(word.token).toLowerCase()))) return false;
  }
  return true;
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

/** `Ústí nad Labem`, `Gazzetta dello Sport`: one or two small joints between capitals that the target does not know. */
function isPlaceName(
  words: readonly WordEvidence[],
  from: number,
  to: number,
  gaps: readonly number[],
): boolean {
  const before = gaps[from] === Gap.None ? words[from - 1] : undefined;
  const after = gaps[to + 1] === Gap.None ? words[to + 1] : undefined;
  const isOpen = words[from]!.capital || (before?.capital === true && before.tier === 0);
  if (!isOpen || !(words[to]!.capital || after?.capital === true) || to - from > 3) return false;
  const small = words.slice(from, to + 1).filter((word) => !word.capital);
  return small.length <= 2 && small.every((word) => word.length <= 5);
}

/** The end of a file name or an address, or of a word that has lost a letter: `.ini`, `/lib`, `J?rg`. */
function isGlued(text: TextIndex, first: number): boolean {
  const {flags, hashes, starts, ends} = text.tokens;
  if (first === 0 || (flags[first - 1]! & TokenFlag.Mark) === 0 || ends[first - 1] !== starts[first])
    return false;
  return [0x2e, 0x2f, 0x5c, 0x5f, 0x23, 0x40, 0x3d, 0x7e, 0x3f, 0xfffd].includes(hashes[first - 1]!);
}

/** `Es folgte ein Abstieg (A descent followed)`. */
function hasGloss(text: TextIndex, words: readonly WordEvidence[], last: number): boolean {
  let at = last;
  return glossFollows(text, words[last]!.token, () => {
    const word = words[++at];
    return word !== undefined && (word.number || word.capital || word.tier < 2 || word.rank > 1);
  });
}

/** `Ursula von der Leyen`, `Muhammad bin Salman`: the small words are those of names. */
function hasOnlyParticles(
  text: TextIndex,
  words: readonly WordEvidence[],
  from: number,
  to: number,
): boolean {
  if (!words[to + 1]?.capital && !words[to]!.capital) return false;
  for (let i = from; i <= to; i++) {
    const word = words[i]!;
    if (!word.capital && !word.number && !particles.has(text.tokens.hashes[word.token]!)) return false;
  }
  return true;
}

/** Whether a phrase of the lexicon covers all strange words of the run: `coup d’état`, `to go mano a mano`. */
function isPhrase(
  text: TextIndex,
  target: Target,
  words: readonly WordEvidence[],
  from: number,
  to: number,
): boolean {
  let first = from;
  let last = to;
  // Names beside a phrase are no part of it: `Hansen et al.`
  const isBeside = (word: WordEvidence): boolean => word.tier >= 2 || word.capital || word.number;
  while (first < last && isBeside(words[first]!)) first++;
  while (last > first && isBeside(words[last]!)) last--;
  const end = Math.min(words.length - 1, last + 4);
  for (let i = Math.max(0, first - 4); i <= first; i++) {
    for (let k = Math.max(last, i + 1); k <= end && k - i < longestPhrase; k++) {
      if (target.isKnownPhrase(phraseHash(text, words[i]!.token, words[k]!.token))) return true;
    }
  }
  return false;
}

function entryOf(target: Target, text: TextIndex, i: number): number {
  const {starts, ends, hashes} = text.tokens;
  return target.get(text.prose, starts[i]!, ends[i]!, hashes[i]!);
}

/** What stands before token `i`. */
function gapAt(text: TextIndex, i: number): number {
  return gapOfToken(text, i) ?? gapOfToken(text, i - 1) ?? Gap.None;
}

/** The gap that a token makes when it is a mark or a word of another script; `undefined` for a word or a number. */
function gapOfToken(text: TextIndex, i: number): number | undefined {
  const {flags, zones, hashes} = text.tokens;
  const flag = flags[i]!;
  if (zones[i]! & skip) return Gap.Wall;
  if (flag & TokenFlag.Word) return flag & TokenFlag.Latin ? undefined : Gap.Wall;
  if (flag & TokenFlag.Number) return undefined;
  switch (hashes[i]) {
    case 0x2d: // -
    case 0x27: // '
    case 0x2019:
    case 0x2f: // /
      return Gap.None;
    case 0x2c:
    case 0x3b:
    case 0x3a:
    case 0x2e:
    case 0x21:
    case 0x3f:
    case 0x2013:
    case 0x2014:
    case 0x2026:
    case 0x25:
      return Gap.Weak;
    default:
      return Gap.Wall;
  }
}
