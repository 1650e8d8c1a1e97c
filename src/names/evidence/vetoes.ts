import {hashOf, wordSet} from '../../text/hash.js';
import {type TextIndex, TokenFlag} from '../../text/tokens.js';
import {organisationNouns, peopleAdjectives} from '../mentions/kinds.js';
import type {NameWord, NameWords, Run, WordMention} from '../mentions/name-words.js';
import {beginAlike} from './beginnings.js';
import {isOnesOwnCase} from './family.js';
import type {PairFacts} from './pair-facts.js';
import {ruleMade} from './rule-made.js';
import {areOtherSyllables} from './syllables.js';

/** Why two spellings are held to be two names, whatever else speaks for one. */
export type Veto =
  | 'another first name'
  | 'another family name'
  | 'a woman’s surname'
  | 'a patronymic'
  | 'a people'
  | 'a part of a place'
  | 'an article'
  | 'named side by side'
  | 'told to be another name'
  | 'an English word'
  | 'in another language'
  | 'another kind'
  | 'another place'
  | 'another syllable'
  | 'another beginning'
  | 'initials';

/**
 * What forbids that two words of an article are one name. Asked of each pair, and in a cluster of every member with
 * every other: a chain of likenesses passes by no veto.
 */
export function vetoOf(
  a: NameWord,
  b: NameWord,
  facts: PairFacts,
  text: TextIndex,
  names: NameWords,
): Veto | undefined {
  const isOnePerson = facts.sameBefore !== undefined || facts.sameAfter !== undefined;
  if (isCognate(a, b)) return 'an English word';
  if (isForeign(a, text, names) !== isForeign(b, text, names)) return 'in another language';
  if (facts.relation.kind === 'same-letters' || facts.relation.kind === 'joined') return undefined;
  // `MANAMI`, a singer, and `Minami`, a town: initials beside a word must sound like it.
  if (a.acronym !== b.acronym && facts.likeness < alikeInitials) return 'initials';
  switch (ruleMade(a, b)) {
    case 'family-form':
      if (!isOnePerson && !facts.isNoPerson && !isOnesOwnCase(a, b, facts, text, facts.source))
        return 'a woman’s surname';
      break;
    case 'family-or-case':
      if (facts.differentBefore) return 'a woman’s surname';
      break;
    case 'patronymic':
      if (!isOnePerson || facts.sameRun) return 'a patronymic';
      break;
    case 'people':
      return 'a people';
    case 'administrative':
      if (!isOnePerson) return 'a part of a place';
      break;
    case 'elision':
      return 'an article';
  }
  if (facts.edits > 1 && (peopleAdjectives.has(a.hash) || peopleAdjectives.has(b.hash))) return 'a people';
  if (!isOnePerson && facts.crossed === undefined) {
    if (areOtherSyllables(a.folded, b.folded, facts.source)) return 'another syllable';
    // `Ohno`, `Yano`: of a short name the beginning says most.
    if (facts.isShort && facts.edits > 1 && facts.relation.head === 0 && facts.sameRole === 0)
      return 'another beginning';
  }
  const {kind, ending} = facts.relation;
  if (kind === 'suffix' && ending.length > 1 && !facts.isSameNextBefore) return 'another beginning';
  if (facts.sameBefore === undefined) {
    if (!beginAlike(a.folded, b.folded)) return 'another beginning';
    if (facts.differentKind && facts.isKindSure && !facts.isOneTown) return 'another kind';
    if (!isOnePerson && isOtherWord(a, b, facts)) return 'another beginning';
    // `the pupils are Hadya, Sena and Omar`, `the Sinya Governorate`.
    if (facts.isShort && facts.isPlace && !facts.sameKind && facts.oneListed && facts.sameNoun === 0)
      return 'another kind';
  }
  if (facts.areTwoGivenNames) return 'another first name';
  if (facts.otherBefore && !facts.sameAfter) return 'another first name';
  if (facts.otherAfter && !facts.sameBefore) return 'another family name';
  if (facts.sameAfter && isRelative(a, text, names) !== isRelative(b, text, names))
    return 'another first name';
  if (facts.areTwoTowns) return 'another place';
  if (facts.isDemonym && !isOnePerson) return 'a people';
  // `Akita, Sagara and Oita`, `Chiba, Sanagara and Aichi`.
  if (facts.bothListed && !facts.ownCase && (hasSyllableMore(a, b, facts) || facts.likeness < unlike))
    return 'named side by side';
  if (isNumbered(a, text, names) && isNumbered(b, text, names)) return 'named side by side';
  if (facts.sameSentence && facts.relation.endingKind !== 'repeat') return sideBySide(a, b, text, names);
  return undefined;
}

/**
 * `Kima`, `Kimaoi`; `Demir`, `Demirel`: a short name with letters more that are no case ending of the source language is
 * another name of it.
 */
const isOtherWord = (
  a: NameWord,
  b: NameWord,
  {relation, ownCase, isSourceKnown, sameRole}: PairFacts,
): boolean =>
  isSourceKnown &&
  relation.kind === 'prefix' &&
  relation.ending.length > 1 &&
  relation.endingKind !== 'repeat' &&
  !ownCase &&
  sameRole === 0 &&
  Math.min(a.folded.length, b.folded.length) <= longestShort;

const longestShort = 5;

/** `Tashima`, `Tanashima`: two letters or more in the middle of one of them. */
const hasSyllableMore = (a: NameWord, b: NameWord, {relation}: PairFacts): boolean =>
  relation.head + relation.tail === Math.min(a.folded.length, b.folded.length) &&
  Math.abs(a.folded.length - b.folded.length) > 1;

const alikeInitials = 0.7;

/** Below that two spellings have no sound in common that both must have. */
const unlike = 0.2;

/** Whether a word stands in an item of a numbered list: `2. Ole Hanssen`. */
const isNumbered = (word: NameWord, text: TextIndex, names: NameWords): boolean =>
  word.mentions.some((mention) => {
    const before = (names.runs[mention.run] as Run).before;
    const {hashes, flags} = text.tokens;
    return before > 0 && hashes[before] === 0x2e && (flags[before - 1]! & TokenFlag.Number) !== 0;
  });

const owners = wordSet('his her their whose');
const kin = wordSet(
  'brother brothers sister sisters cousin wife husband son sons daughter daughters father mother uncle aunt nephew niece twin widow widower grandson granddaughter grandfather grandmother stepson stepdaughter stepfather stepmother fiancé fiancée',
);
/** Between the owner and the relative: `his younger brother`. */
const mostWordsOfKin = 3;

/** `Ahmet Demir, his cousin`, `her younger sister Leyla Demir`: somebody else than the one of whom was spoken. */
const isRelative = (word: NameWord, text: TextIndex, names: NameWords): boolean =>
  word.mentions.some((mention) => {
    const {before, after} = names.runs[mention.run] as Run;
    const {hashes} = text.tokens;
    if (before > 0 && kin.has(hashes[before]!))
      for (let i = before - 1; i >= 0 && i >= before - mostWordsOfKin; i--)
        if (owners.has(hashes[i]!)) return true;
    if (hashes[after] === comma && owners.has(hashes[after + 1] ?? 0))
      for (let i = after + 2; i <= after + 1 + mostWordsOfKin; i++) if (kin.has(hashes[i] ?? 0)) return true;
    return false;
  });

const foreignWords = wordSet(
  'du des les le la el los las della dello del do da dos das der den die und et y e de d',
);

/**
 * Whether a word stands only among words of another language: behind a small one (`Sociétés d’histoire du Québec`), or
 * where the two next to it are no English.
 */
const isForeign = (word: NameWord, text: TextIndex, names: NameWords): boolean =>
  word.mentions.every((mention) => {
    const {before, after} = names.runs[mention.run] as Run;
    const previous = mention.firstToken - 1;
    if (previous >= 0 && foreignWords.has(text.tokens.hashes[previous]!)) return true;
    const found = foreignWordsFrom(before, -1, text, names) + foreignWordsFrom(after, 1, text, names);
    return found > 1;
  });

/** How many of the two words next to a run, small letters, English does not know; a great deal less where it knows one. */
function foreignWordsFrom(token: number, step: 1 | -1, {tokens}: TextIndex, {lexicon}: NameWords): number {
  if (lexicon === undefined) return 0;
  let found = 0;
  for (let i = token, k = 0; k < 2 && i >= 0 && i < tokens.count; i += step, k++) {
    const flags = tokens.flags[i]!;
    if (!(flags & TokenFlag.Word) || flags & (TokenFlag.InitialCap | TokenFlag.AllCaps)) break;
    if ((lexicon.get(tokens.hashes[i]!) & 7) !== 0) return -2;
    found++;
  }
  return found;
}

/** The name of a foreign body beside its English like: `Orchestre` and `Orchestra`. */
const isCognate = (a: NameWord, b: NameWord): boolean =>
  (a.tier >= 2 && organisationNouns.has(a.hash) && b.tier < 2) ||
  (b.tier >= 2 && organisationNouns.has(b.hash) && a.tier < 2);

const joints = wordSet('and or with versus vs against nor plus');
const renamed = wordSet(
  'now today formerly then previously later earlier originally once known called named renamed also',
);
const [comma, semicolon, open, slash, ampersand] = [0x2c, 0x3b, 0x28, 0x2f, 0x26];

/** `Pham Minh Chinh and Pham Minh Chien`, `Lasenitz (now Lasienica)`: the nearest mentions of a sentence. */
function sideBySide(a: NameWord, b: NameWord, text: TextIndex, names: NameWords): Veto | undefined {
  const sentences = new Map<number, WordMention[]>();
  for (const mention of a.mentions) {
    const list = sentences.get(mention.sentence);
    if (list === undefined) sentences.set(mention.sentence, [mention]);
    else if (list.length < 8) list.push(mention);
  }
  for (const mine of b.mentions) {
    for (const other of sentences.get(mine.sentence) ?? []) {
      if (mine.run === other.run) continue;
      // `Ahmed Hassan met Ahmad Hussein`: two full names, of which two words are well known.
      const [me, one] = [firstOf(mine, names), firstOf(other, names)];
      if (
        me !== undefined &&
        one !== undefined &&
        ((me !== one && me.known && one.known) || (a.known && b.known))
      )
        return 'named side by side';
      const [first, second] = mine.start < other.start ? [mine, other] : [other, mine];
      const found = between(names.runs[first.run] as Run, names.runs[second.run] as Run, text);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** The name before a mention in its run. */
const firstOf = ({run, place}: WordMention, {runs}: NameWords): NameWord | undefined =>
  runs[run]?.words[place - 1]?.word;

function between(first: Run, second: Run, text: TextIndex): Veto | undefined {
  const {hashes, flags} = text.tokens;
  const from = first.after;
  const to = second.words[0]!.firstToken;
  if (to - from > mostOfList || to <= from) return undefined;
  let joint = 0;
  let isOpen = false;
  let isOther = false;
  /** Names that stand between the two, each behind a joint. */
  let items = 0;
  let isItem = false;
  for (let i = from; i < to; i++) {
    const hash = hashes[i]!;
    if (hash === open) isOpen = true;
    else if (isOpen && renamed.has(hash)) return 'told to be another name';
    else if (
      joints.has(hash) ||
      hash === comma ||
      hash === semicolon ||
      hash === ampersand ||
      hash === slash
    ) {
      // `…, and Zaparov left` is another clause, unless names stand before it.
      if (joint === comma && !isItem && items === 0) isOther = true;
      if (isItem) items++;
      isItem = false;
      joint = hash;
    } else if (joint !== 0 && flags[i]! & TokenFlag.InitialCap) isItem = true;
    // Titles, particles and initials may stand between: `and his aide Mohammad`.
    else if (flags[i]! & TokenFlag.Word && !articles.has(hash)) isOther = true;
  }
  if (isOther || joint === 0 || isOpen) return undefined;
  if (items > 0) return joint === comma && !goesOn(hashes[second.after]!) ? undefined : 'named side by side';
  if (to - from > 6) return undefined;
  // A comma alone joins two names only where a list goes on.
  if (joint === comma && !goesOn(hashes[second.after]!) && !goesOn(hashes[first.before]!)) return undefined;
  return 'named side by side';
}

/** Tokens between two members of one list, at most. */
const mostOfList = 40;
const goesOn = (hash: number): boolean => hash === comma || joints.has(hash);
const articles = new Set(
  ['the', 'a', 'an', 'his', 'her', 'their', 'al', 'el', 'de', 'van', 'von'].map(hashOf),
);
