import {hashOf, wordSet} from '../../text/hash.js';
import type {TextIndex} from '../../text/tokens.js';
import {isOrdinary} from '../evidence/contexts.js';
import {isGivenName} from '../evidence/given-names.js';
import {calendar} from './calendar.js';
import {isDemonym, organisationNouns, personRoles, placeNouns} from './kinds.js';
import type {NameWord, NameWords, Run, WordMention} from './name-words.js';
import {isKnownBody, isRegion} from './regions.js';

/** A run of more words is a list without commas, whose names nobody can tell apart; and cuts look at all of a run. */
const mostWords = 60;

/** A part of a run that is one name, with the titles before it. */
export interface Segment {
  readonly words: readonly WordMention[];
  /** An initial that stands before each word, or ''. */
  readonly initials: readonly string[];
  /** Titles and offices, as they stand. */
  readonly roles: readonly string[];
  /** Tokens before and behind the words and titles; -1 before the first. */
  readonly before: number;
  readonly after: number;
}

const moreTitles = wordSet(
  'baroness baron countess earl viscount speaker chairperson superintendent inspector detective ceo cfo cto coo maulana haji hajji metropolitan deacon ex-president ex-minister commander-in-chief vice-premier vice-chancellor ambassadors officer sub-inspector',
);
/** Whether a word is a title or an office. */
export const isTitleWord = ({hash}: NameWord): boolean => personRoles.has(hash) || moreTitles.has(hash);

/** Small words that have a capital only where a sentence or a heading was glued to a name. */
const smallWords = wordSet(
  'the in on at to from by with as for of and or but after before during since until what who how when where while because if this that these those it he she they we his her their our see also not no is was are were according however',
);
const links = wordSet('of for and');
/** `Secretary of State Clinton` */
const state = hashOf('state');
const suffix = /^(?:Jr|Sr|[IVX]{1,4})$/;

/** The names of an article that stand by themselves somewhere: what a glued run is cut by. */
export class Wholes {
  private readonly texts = new Set<string>();
  private readonly singles = new Set<NameWord>();

  constructor({runs}: NameWords) {
    for (const {words} of runs) {
      if (words.length === 1) this.singles.add(words[0]!.word);
      else if (words.length < 5) this.texts.add(textOf(words));
    }
  }

  /** Whether these words, or the last of several, are a name by themselves elsewhere. */
  has(words: readonly WordMention[]): boolean {
    const last = words.at(-1);
    return last !== undefined && (this.singles.has(last.word) || this.texts.has(textOf(words)));
  }
}

const textOf = (words: readonly WordMention[]): string => words.map(({word}) => word.folded).join(' ');

/**
 * The names in a run of capitals: `Ukraine | Volodymyr Zelensky`, `Kremlin | Press Secretary Dmitry Peskov`, `Seattle |
 * Seattle`. A heading that is glued to its text, an office between a body and its holder, a people before a person.
 */
export function segmentsOf(run: Run, wholes: Wholes, text: TextIndex): Segment[] {
  const segments: Segment[] = [];
  const {words} = run;
  /** `Ministry of | Defence Sergei Shoigu` */
  const isBehindLink = run.before >= 0 && links.has(text.tokens.hashes[run.before]!);
  const isHeading = words.length > 2 && words.every(({capitalByPlace}) => capitalByPlace);
  let from = 0;
  const cut = (to: number): void => {
    if (to > from) add(from, to);
    from = to;
  };
  const add = (start: number, end: number): void => {
    let at = start;
    const roles: string[] = [];
    while (at < end && isTitle(words, at, end)) {
      if (isTitleWord(words[at]!.word) || isOrdinary(words[at]!.word)) roles.push(words[at]!.word.text);
      at++;
    }
    let own = words.slice(at, end);
    // `General Assembly`, `Prosecutor General’s Office`: a body that begins as a title does.
    if (roles.length > 0 && own.every(({word}) => isOrdinary(word)) && isBody(words[end - 1])) {
      own = words.slice(start, end);
      roles.length = 0;
    }
    // `UK Secretary of State`
    while (own.length > 1 && isTitleWord(own.at(-1)!.word) && own.slice(0, -1).every(isPeopleOrPlace))
      own = own.slice(0, -1);
    if (own.length === 0) return;
    segments.push({
      words: own,
      initials: own.map(({place}) => run.initials[place] ?? ''),
      roles,
      before: start === 0 ? run.before : words[start]!.firstToken - 1,
      after: own.at(-1) === words.at(-1) ? run.after : own.at(-1)!.lastToken + 1,
    });
  };
  for (let i = 0; i < words.length; i++) {
    const {word} = words[i]!;
    if (
      smallWords.has(word.hash) ||
      (isHeading && isPlain(word) && !beginsRegion(words, i)) ||
      (i === 0 && isBehindLink && word.hash === state)
    ) {
      cut(i);
      from = i + 1;
    } else if (
      i > from &&
      words.length <= mostWords &&
      isCut(words, from, i, wholes, from === 0 && isBehindLink)
    )
      cut(i);
  }
  cut(words.length);
  return segments;
}

/** An English word that is part of no name. */
const isPlain = (word: NameWord): boolean =>
  isOrdinary(word) && !isTitleWord(word) && !organisationNouns.has(word.hash) && !placeNouns.has(word.hash);

/** `New York` */
const beginsRegion = (words: readonly WordMention[], i: number): boolean =>
  i + 1 < words.length && isRegion(textOf(words.slice(i, i + 2)));

const isBody = (mention: WordMention | undefined): boolean =>
  mention !== undefined && organisationNouns.has(mention.word.hash);

const isPeopleOrPlace = ({word}: WordMention): boolean => isDemonym(word) || isRegion(word.folded);

/** Whether a word is, or leads to, a title: `Foreign Minister`, `French Prime Minister`. */
function isTitle(words: readonly WordMention[], at: number, end: number): boolean {
  if (isTitleWord(words[at]!.word)) return true;
  for (let i = at; i < end; i++) {
    const {word} = words[i]!;
    if (i > at && isTitleWord(word)) return true;
    if (isRegion(word.folded) || (!isOrdinary(word) && !(i === at && isDemonym(word)))) return false;
  }
  return false;
}

/** A word that may be a given name or a surname. */
const isStrange = ({word}: WordMention): boolean =>
  (word.tier === 0 || word.known) &&
  !word.acronym &&
  !isTitleWord(word) &&
  !organisationNouns.has(word.hash) &&
  !placeNouns.has(word.hash) &&
  !isDemonym(word) &&
  !isRegion(word.folded) &&
  !calendar.has(word.folded);

/** Whether another name begins at word `i` of a run whose present name began at word `from`. */
function isCut(
  words: readonly WordMention[],
  from: number,
  i: number,
  wholes: Wholes,
  isBehindLink: boolean,
): boolean {
  const {word} = words[i]!;
  const head = words.slice(from, i);
  if (isTitleStart(words, from, i)) return true;
  // `Seattle Seattle`, not `Duran Duran`, which stands so everywhere.
  if (head.some((other) => other.word === word) && wholes.has([words[i]!])) return true;
  const rest = untilSmallWord(words, i);
  const count = rest.findIndex((mention) => !isStrange(mention));
  const names = count < 0 ? rest : rest.slice(0, count);
  const first = head[0]!.word;
  // `French | New Caledonia`
  if (rest.length === 1 && word.acronym && head.every((mention) => isDemonym(mention.word))) return true;
  if (head.every((mention) => isDemonym(mention.word)) && isRegion(textOf(rest))) return true;
  const isGiven = isGivenName(word) || (word.known && word.tier < 2);
  if (names.length === rest.length && rest.length > 0 && rest.length < 5) {
    const isElsewhere = wholes.has(rest);
    if (head.length === 1 && isDemonym(first) && !isRegion(first.folded))
      return rest.length > 1 ? true : isElsewhere;
    if (isRegion(textOf(head)))
      return (
        (isElsewhere && (rest.length > 1 || head.length > 1)) ||
        (rest.length > 1 && rest.length < 4 && (head.length > 1 || !isGivenName(first)))
      );
    if (rest.length > 1 && isElsewhere) {
      if (head.every((mention) => !isStrange(mention))) return true;
      if (wholes.has(head)) return head.length > 1;
    }
    if (rest.length > 1 && head.length > 1 && isBody(head.at(-1)) && isGiven) return true;
    if (rest.length > 1 && isBehindLink && head.every((mention) => isPlain(mention.word)) && isGiven)
      return true;
  }
  // `Marko Djurica Reuters`
  if (head.length > 1 && i === words.length - 1 && isKnownBody(word.folded) && head.every(isStrange))
    return true;
  // `Jörg Haider BZÖ`
  return (
    i === words.length - 1 &&
    head.length > 1 &&
    word.acronym &&
    !suffix.test(word.text) &&
    head.every(isStrange) &&
    wholes.has([words[i]!])
  );
}

/** The words from one on, up to the next small word. */
function untilSmallWord(words: readonly WordMention[], from: number): readonly WordMention[] {
  let to = from;
  while (to < words.length && !smallWords.has(words[to]!.word.hash)) to++;
  return words.slice(from, to);
}

/** Whether a title with a name behind begins at word `i`, and something else than a title stands before it. */
function isTitleStart(words: readonly WordMention[], from: number, i: number): boolean {
  if (isBody(words[i]) || isRegion(textOf(words.slice(from, i + 1)))) return false;
  let at = i;
  while (at < words.length && isOrdinary(words[at]!.word) && !isTitleWord(words[at]!.word)) at++;
  if (at >= words.length - 1 || !isTitleWord(words[at]!.word)) return false;
  while (at < words.length && isTitleWord(words[at]!.word)) at++;
  const next = words[at];
  if (next === undefined || !isStrange(next) || suffix.test(next.word.text)) return false;
  const previous = words[i - 1]!.word;
  // Inside a longer title.
  if (isTitle(words, from, at)) return false;
  return !isOrdinary(previous) || isBody(words[i - 1]) || isRegion(textOf(words.slice(from, i)));
}
