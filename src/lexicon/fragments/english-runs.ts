import {hashWord, wordSet} from '../../text/hash.js';
import {tokenAt} from '../../text/positions.js';
import {notProse, type TextIndex, TokenFlag} from '../../text/tokens.js';
import {Entry, type Lexicon, lookUp} from '../lexicon.js';
import type {Fragment} from './find-fragments.js';
import {surroundings} from './surroundings.js';
import type {Target} from './target.js';

/** The small words of a title: `Lord of the Rings`. */
const connectors = wordSet('a an and as at by de for from in la of on or the to vs with');
/** Words that hold a clause together; two words without one are a term: `pole position`, `green card`. */
const grammar = wordSet(
  'a about after against all also and any are as at be because been before but by can could did do does during for from had has have he her here him his how i if in into is it its just may more most must my no not of on one only or our out over said say says she should so some such than that the their them then there these they this those through to under until up was we were what when where which while who why will with would you your',
);
/** Those that stand in borrowed terms, too: `after work`, `must have`, `all inclusive`, `no name`. */
const ofTerms = wordSet(
  'a about after all also and any as at be because before but by during for from his how if in into it its just may more most must my no not now of on one only or our out over some such than that the them then there these this those through to under until up when where which while who why with you your',
);
/** Words of English that other languages write in Latin letters, though their own are others. */
const everywhere = wordSet(
  'a app apps beta blog bot cc chat club com cookie cookies cover demo email e-mail fake fan feat ft fashion file format forum gamma hd home hit hub id in info innovation internet it iv job link live login mail make man media mix mobile news no off ok on online open pay pc pdf photo pin plus podcast pop post premium pro remake rock show site smart sms spam start startup stop story stories style tag tech the tour tv up update van version via video vip vs web wifi www x',
);
/** What a run of Latin letters in a text of another script may hold beside words. */
const latinRun = /[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’\d]*(?:[ ,;:.!?%$€£&"“”/–—-]*[A-Za-zÀ-ɏ\d][A-Za-zÀ-ɏ'’\d]*)*/g;
const latinWord = /[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’]*/g;
/** So many words in quotation marks or brackets are a sentence, and no title or gloss. */
const sentence = 8;

interface Run {
  readonly start: number;
  readonly end: number;
  /** Words, and how many of them are in small letters and English. */
  readonly words: number;
  readonly small: number;
  /** Those without the small words of titles. */
  readonly content: number;
  readonly certainty: number;
}

/** Finds English that a translation into another language left, names and titles aside. */
export function findEnglish(text: TextIndex, target: Target, english: Lexicon, isLatin: boolean): Fragment[] {
  const found: Fragment[] = [];
  const taken = new Uint8Array(text.prose.length);
  const add = (run: Run | undefined): void => {
    const fragment = run && toFragment(text, run);
    if (!fragment || taken.subarray(fragment.start, fragment.end).includes(1)) return;
    taken.fill(1, fragment.start, fragment.end);
    found.push(fragment);
  };
  for (let block = 0; block + 1 < text.blockFirst.length; block++)
    add(englishHeadline(text, block, target, english));
  if (isLatin) {
    const {first, last, count} = text.sentences;
    for (let s = 0; s < count; s++) add(englishSentence(text, first[s]!, last[s]!, target, english));
    for (const run of runsAmongLatin(text, target, english)) add(run);
  } else for (const run of runsOfLatin(text, english)) add(run);
  return found;
}

const fewestOfHeadline = 4;
const mostOfHeadline = 20;

/** A short block of English words alone, most of them with capitals: `Minister Resigns After Vote on Budget`. */
function englishHeadline(text: TextIndex, block: number, target: Target, english: Lexicon): Run | undefined {
  const {flags, zones, starts, ends, hashes} = text.tokens;
  const from = text.blockFirst[block]!;
  const to = text.blockFirst[block + 1]!;
  if (to - from < fewestOfHeadline || to - from > 2 * mostOfHeadline) return undefined;
  let words = 0;
  let ordinary = 0;
  let own = 0;
  let content = 0;
  for (let i = from; i < to; i++) {
    if ((flags[i]! & TokenFlag.Word) === 0) continue;
    if ((flags[i]! & (TokenFlag.Latin | TokenFlag.OtherScript)) !== TokenFlag.Latin || zones[i]! & notProse)
      return undefined;
    words++;
    const tier = lookUp(english, text.prose, starts[i]!, ends[i]!, hashes[i]!) & Entry.Tier;
    if (tier < 2) {
      if (target.rankOf(text.prose, starts[i]!, ends[i]!, hashes[i]!) > 0) return undefined;
      continue;
    }
    ordinary++;
    if (target.rankOf(text.prose, starts[i]!, ends[i]!, hashes[i]!) > 0) own++;
    else if (!connectors.has(hashes[i]!)) content++;
  }
  const isEnglish = ordinary >= words * 0.7 && own * 3 <= words && content >= 3;
  if (words < fewestOfHeadline || words > mostOfHeadline || !isEnglish) return undefined;
  return {start: starts[from]!, end: ends[to - 1]!, words, small: words, content, certainty: 0.95};
}

const fewestOfSentence = 5;
/** Words that hold an English sentence together, and those that the other language has not: fewest of each. */
const fewestGrammar = 2;
const fewestOwn = 2;

/**
 * A sentence all of whose words are English, though the language of the text shares many of them: `The ministry declined to
 * comment on the report` in French.
 */
function englishSentence(
  text: TextIndex,
  from: number,
  to: number,
  target: Target,
  english: Lexicon,
): Run | undefined {
  const {flags, zones, starts, ends, hashes} = text.tokens;
  let words = 0;
  let small = 0;
  let own = 0;
  let holding = 0;
  let content = 0;
  for (let i = from; i <= to; i++) {
    if (zones[i]! & notProse) return undefined;
    if ((flags[i]! & TokenFlag.Word) === 0) continue;
    if ((flags[i]! & (TokenFlag.Latin | TokenFlag.OtherScript)) !== TokenFlag.Latin) return undefined;
    words++;
    const tier = lookUp(english, text.prose, starts[i]!, ends[i]!, hashes[i]!) & Entry.Tier;
    const isCapital = (flags[i]! & TokenFlag.InitialCap) !== 0 && (flags[i]! & TokenFlag.SentenceStart) === 0;
    if (tier < 2) {
      if (!isCapital) return undefined;
      continue;
    }
    if (isCapital) continue;
    small++;
    if (grammar.has(hashes[i]!) || connectors.has(hashes[i]!)) holding++;
    else {
      content++;
      if (target.rankOf(text.prose, starts[i]!, ends[i]!, hashes[i]!) === 0) own++;
    }
  }
  if (words < fewestOfSentence || small * 2 < words) return undefined;
  if (holding < fewestGrammar || own < fewestOwn) return undefined;
  return {start: starts[from]!, end: ends[to]!, words, small, content, certainty: 0.99};
}

/** In a text of another script, Latin letters tell themselves where English may begin. */
function* runsOfLatin(text: TextIndex, english: Lexicon): Generator<Run> {
  const {prose} = text;
  if (!/[A-Za-z]{2}/.test(prose)) return;
  for (const match of prose.matchAll(latinRun)) {
    const run = judgeRun(prose, match.index, match[0], english);
    if (run) yield run;
  }
}

function judgeRun(prose: string, start: number, run: string, english: Lexicon): Run | undefined {
  let words = 0;
  let small = 0;
  let content = 0;
  let strange = 0;
  let capitals = 0;
  let holds = false;
  for (const {0: word, index} of run.matchAll(latinWord)) {
    words++;
    const at = start + index;
    const hash = hashWord(prose, at, at + word.length);
    if (/^\p{Lu}/u.test(word)) {
      capitals++;
      continue;
    }
    holds ||= grammar.has(hash);
    if (everywhere.has(hash) && !connectors.has(hash)) continue;
    const entry = lookUp(english, prose, at, at + word.length, hash);
    if (((entry & Entry.Tier) < 2 || word.length === 1) && !connectors.has(hash)) strange++;
    else {
      small++;
      if (!connectors.has(hash)) content++;
    }
  }
  const isClause =
    content >= 1 && small >= (strange + capitals > 1 || content < 2 ? 4 : 3) && strange * 3 <= small;
  // `just-in-time` is a term.
  if (!run.includes(' ') || (small < 3 && !holds)) return undefined;
  const isPhrase = content >= (small > 2 ? 1 : 2) && strange === 0 && capitals <= content;
  if (!isClause && !isPhrase) return undefined;
  return {start, end: start + run.length, words, small, content, certainty: isClause ? 0.99 : 0.9};
}

/** Points a word gives for English and against the language of the text. */
const Points = {Sure: 2, Likely: 1, None: 0, Unknown: -1, Native: -3} as const;
/** From this many points under its best, a run has ended. */
const farBelow = 6;
const leastPoints = 4;

/** Among words of the same script, English is told by its lexicon where the text’s own language does not know a word. */
function* runsAmongLatin(text: TextIndex, target: Target, english: Lexicon): Generator<Run> {
  const {flags, zones, hashes, starts, ends, blocks, count} = text.tokens;
  const pointsOf = (i: number): number => {
    const flag = flags[i]!;
    if ((flag & TokenFlag.Word) === 0) return Points.None;
    if ((flag & TokenFlag.Latin) === 0) return Points.Native;
    const own = target.rankOf(text.prose, starts[i]!, ends[i]!, hashes[i]!);
    const isCapital = (flag & TokenFlag.InitialCap) !== 0;
    if (flag & TokenFlag.NonAscii && !(flag & TokenFlag.Apostrophe))
      return own > 0 ? Points.Native : Points.Unknown;
    const entry = lookUp(english, text.prose, starts[i]!, ends[i]!, hashes[i]!);
    const tier = entry & Entry.Tier;
    if (own >= 4) return tier === 3 ? Points.None : Points.Native;
    if (own > 0) return tier >= 2 ? Points.None : isCapital ? Points.Unknown : Points.Native;
    if (isCapital) return tier === 3 && (flag & TokenFlag.SentenceStart) !== 0 ? Points.Likely : Points.None;
    return tier === 3 ? Points.Sure : tier === 2 ? Points.Likely : Points.Unknown;
  };
  let first = -1;
  let best = 0;
  let points = 0;
  let bestAt = -1;
  const close = (): Run | undefined => {
    const run = first >= 0 && best >= leastPoints ? runOf(text, first, bestAt, english, target) : undefined;
    first = -1;
    points = 0;
    best = 0;
    return run;
  };
  for (let i = 0; i < count; i++) {
    const isWall = (zones[i]! & notProse) !== 0 || (i > 0 && blocks[i] !== blocks[i - 1]);
    if (isWall) {
      const run = close();
      if (run) yield run;
      if (zones[i]! & notProse) continue;
    }
    const here = pointsOf(i);
    if (first < 0) {
      if (here <= 0) continue;
      first = i;
      points = 0;
      best = 0;
    }
    points += here;
    if (points > best) {
      best = points;
      bestAt = i;
    }
    if (points <= 0 || points <= best - farBelow) {
      const run = close();
      if (run) yield run;
    }
  }
  const run = close();
  if (run) yield run;
}

function runOf(text: TextIndex, from: number, to: number, english: Lexicon, target: Target): Run | undefined {
  const {flags, starts, ends, hashes, blocks} = text.tokens;
  let first = from;
  let last = to;
  // Names and numbers before the first word, up to the beginning of its sentence, belong to it.
  let back = first;
  while (back > 0 && blocks[back - 1] === blocks[first] && isNeutral(text, back - 1, target)) back--;
  if (back < first && (flags[back]! & TokenFlag.SentenceStart) !== 0) first = back;
  while (first > 0 && blocks[first - 1] === blocks[first] && isShared(text, first - 1, target, english))
    first--;
  while (last + 1 < text.tokens.count && blocks[last + 1] === blocks[last]) {
    if (!isNeutral(text, last + 1, target) && !isShared(text, last + 1, target, english)) break;
    last++;
  }
  let words = 0;
  let small = 0;
  let content = 0;
  let capitals = 0;
  let holds = false;
  let isVerbal = false;
  let isList = false;
  for (let i = first; i <= last; i++) {
    isList ||= i < last && hashes[i] === comma;
    if ((flags[i]! & TokenFlag.Word) === 0) continue;
    words++;
    if (flags[i]! & TokenFlag.InitialCap) {
      capitals++;
      continue;
    }
    if ((lookUp(english, text.prose, starts[i]!, ends[i]!, hashes[i]!) & Entry.Tier) < 2) continue;
    small++;
    holds ||= grammar.has(hashes[i]!);
    isVerbal ||= grammar.has(hashes[i]!) && !ofTerms.has(hashes[i]!);
    if (!connectors.has(hashes[i]!)) content++;
  }
  if (small < 3 && !isVerbal) return undefined;
  // `food truck, street food`: terms.
  if (isList && !holds && small < fewestBeforeCompound) return undefined;
  if (small < fewestBeforeCompound && isInCompound(text, first, last, target)) return undefined;
  while (last > first && flags[last]! & TokenFlag.Mark && !isSentenceEnd(text, last)) last--;
  if (content < 2 || capitals > content + 1) return undefined;
  if (!text.prose.slice(starts[first], ends[last]).includes(' ')) return undefined;
  return {start: starts[first]!, end: ends[last]!, words, small, content, certainty: small >= 5 ? 0.99 : 0.9};
}

const comma = 0x2c;
/** So many English words are a clause, whatever is joined to them. */
const fewestBeforeCompound = 5;

/** `wild card-plats`, `18-7-tel`, `high school-fest`: joined by a hyphen to a word of the language of the text, or to a number. */
function isInCompound(text: TextIndex, first: number, last: number, target: Target): boolean {
  const {flags, starts, ends, hashes, count} = text.tokens;
  const isMark = (i: number): boolean => i > 0 && i < count && (flags[i]! & TokenFlag.Mark) !== 0;
  if (isMark(first - 1) && hashes[first - 1] === 0x2d && ends[first - 1] === starts[first]) return true;
  let at = last;
  // The run may end with the hyphen, and a quotation mark may stand before it.
  while (at > first && isMark(at)) at--;
  const isJoined = at - 1 > first && hashes[at - 1] === 0x2d && ends[at - 1] === starts[at];
  if (
    isJoined &&
    ends[at - 2] === starts[at - 1] &&
    target.rankOf(text.prose, starts[at]!, ends[at]!, hashes[at]!) > 0
  )
    return true;
  for (let i = at + 1; i < Math.min(count - 1, at + 3) && isMark(i) && ends[i - 1] === starts[i]; i++)
    if (hashes[i] === 0x2d && ends[i] === starts[i + 1] && !isMark(i + 1)) return true;
  return false;
}

/** An English word in small letters that the language of the text has, too, but does not hold its sentences together with. */
function isShared(text: TextIndex, i: number, target: Target, english: Lexicon): boolean {
  const {flags, starts, ends, hashes} = text.tokens;
  if ((flags[i]! & (TokenFlag.Word | TokenFlag.InitialCap)) !== TokenFlag.Word) return false;
  if (target.rankOf(text.prose, starts[i]!, ends[i]!, hashes[i]!) >= 4) return false;
  return (lookUp(english, text.prose, starts[i]!, ends[i]!, hashes[i]!) & Entry.Tier) >= 2;
}

/** A name, a number or a mark that the language of the text does not claim. */
function isNeutral(text: TextIndex, i: number, target: Target): boolean {
  const {flags, starts, ends, hashes} = text.tokens;
  const flag = flags[i]!;
  if (flag & TokenFlag.Number) return true;
  if (flag & TokenFlag.Mark) return !'()[]„«»“”"'.includes(text.token(i));
  if ((flag & TokenFlag.InitialCap) === 0) return false;
  return target.rankOf(text.prose, starts[i]!, ends[i]!, hashes[i]!) === 0;
}

function isSentenceEnd(text: TextIndex, i: number): boolean {
  return '.!?'.includes(text.token(i));
}

function toFragment(
  text: TextIndex,
  {start, end, words, small, content, certainty}: Run,
): Fragment | undefined {
  const first = tokenAt(text.tokens, start);
  const last = Math.max(first, tokenAt(text.tokens, end - 1));
  if (text.tokens.zones[first]! & notProse) return undefined;
  const place = surroundings(text, first, last);
  if (isPairOfWords(text.prose.slice(start, end))) return undefined;
  const isEnclosed = place.enclosed === 'quotes' || place.inParenthesis || place.coverage >= 0.6;
  // A title or a gloss; not where it is all that its paragraph holds.
  if (isEnclosed && words < sentence && !fillsBlock(text, first, last)) return undefined;
  return {
    first,
    last,
    start,
    end,
    languages: ['en'],
    certainty,
    words,
    strange: small + content,
    place,
    isName: false,
  };
}

/** `pick and roll`, `bed and breakfast`: a term; `expected to take` is none. */
function isPairOfWords(run: string): boolean {
  return /^(?!\p{Ll}+ed to )\p{Ll}+ (?:and|or|by|to|vs) \p{Ll}+$/u.test(run);
}

/** Whether nothing but marks stands in the block beside a run. */
function fillsBlock(text: TextIndex, first: number, last: number): boolean {
  const {flags, blocks} = text.tokens;
  const block = blocks[first]!;
  const outside = (from: number, to: number): boolean => {
    for (let i = from; i < to; i++) if ((flags[i]! & TokenFlag.Mark) === 0) return true;
    return false;
  };
  return !outside(text.blockFirst[block]!, first) && !outside(last + 1, text.blockFirst[block + 1]!);
}
