import {hashOf, wordSet} from '../../text/hash.js';
import {type TextIndex, TokenFlag} from '../../text/tokens.js';
import {calendar} from '../mentions/calendar.js';
import {organisationNouns, peopleAdjectives, personRoles, placeNouns} from '../mentions/kinds.js';
import type {NameWord, NameWords, Run, WordMention} from '../mentions/name-words.js';

/** What stands beside a word at all its mentions. */
export interface WordContext {
  /** Names directly before it in the same run: given names, as a rule. */
  readonly before: ReadonlySet<NameWord>;
  /** All names before it in the same run: with `Anna Ivanivna Dorkova` both of the first ones. */
  readonly given: ReadonlySet<NameWord>;
  /** Names directly after it in the same run. */
  readonly after: ReadonlySet<NameWord>;
  /** Hashes of the word that says what it is, directly before the run or at its head: `President`, `village`. */
  readonly roles: ReadonlySet<number>;
  /** Hashes of an ordinary word directly after the run: `district`, `prefecture`. */
  readonly nouns: ReadonlySet<number>;
  /** Hashes of the small words or marks directly before. */
  readonly left: ReadonlySet<number>;
  readonly right: ReadonlySet<number>;
  readonly initials: ReadonlySet<string>;
  readonly sentences: ReadonlySet<number>;
  /** Every mention is joined to another name by a comma, `and` or `or`. */
  readonly isListed: boolean;
  /** Some mention has a word or a number of several before it: `the Setos`, `sixty Siberian Setos`. */
  readonly isOfMany: boolean;
  /** Some mention has a word before it that makes one of a kind: `a Seto`. */
  readonly isOneOfMany: boolean;
}

const none: ReadonlySet<never> = new Set<never>();

/** Most words have few neighbours of a kind, or none: a set is made for the first. */
function plus<T>(set: Set<T> | undefined, value: T): Set<T> {
  return set === undefined ? new Set([value]) : set.add(value);
}

/** Contexts are made when first asked for: only words that are in a candidate pair need one. */
export class Contexts {
  private readonly made = new Map<NameWord, WordContext>();

  constructor(
    private readonly text: TextIndex,
    private readonly names: NameWords,
  ) {}

  of(word: NameWord): WordContext {
    let context = this.made.get(word);
    if (context === undefined) {
      context = this.make(word);
      this.made.set(word, context);
    }
    return context;
  }

  /** Tokens right before and right after a mention and the names that it is in. */
  neighbours(mention: WordMention): number[] {
    const run = this.names.runs[mention.run] as Run;
    const at = [mention.firstToken - 1, mention.lastToken + 1, run.before];
    const previous = run.words[mention.place - 1];
    const next = run.words[mention.place + 1];
    if (previous) at.push(previous.firstToken);
    if (next) at.push(next.firstToken);
    return at.filter((i) => i >= 0 && i < this.text.tokens.count);
  }

  /** Whether only a comma, `and` or `or` stands between a run and the next or the one before. */
  private isJoined(run: number): boolean {
    const {runs} = this.names;
    const {hashes} = this.text.tokens;
    const joins = (first: Run | undefined, second: Run | undefined): boolean =>
      first !== undefined &&
      second !== undefined &&
      second.before - first.after <= 1 &&
      second.before >= first.after &&
      joints.has(hashes[first.after]!) &&
      joints.has(hashes[second.before]!);
    return joins(runs[run - 1], runs[run]) || joins(runs[run], runs[run + 1]);
  }

  private make(word: NameWord): WordContext {
    const {flags, hashes, count} = this.text.tokens;
    let before: Set<NameWord> | undefined;
    let given: Set<NameWord> | undefined;
    let after: Set<NameWord> | undefined;
    let roles: Set<number> | undefined;
    let nouns: Set<number> | undefined;
    let left: Set<number> | undefined;
    let right: Set<number> | undefined;
    let initials: Set<string> | undefined;
    const sentences = new Set<number>();
    let isListed = true;
    let isOfMany = false;
    let isOneOfMany = false;
    const isWord = (i: number) => i >= 0 && i < count && (flags[i]! & TokenFlag.Word) !== 0;
    for (const mention of word.mentions) {
      sentences.add(mention.sentence);
      const run = this.names.runs[mention.run] as Run;
      isListed &&= this.isJoined(mention.run);
      const {place} = mention;
      const previous = run.words[place - 1];
      const next = run.words[place + 1];
      if (previous !== undefined) {
        const {hash} = previous.word;
        if (functionWords.has(hash)) left = plus(left, hash);
        else if (saysWhat(previous.word)) {
          if (isRole(hash)) roles = plus(roles, hash);
        } else {
          before = plus(before, previous.word);
          given = plus(given, previous.word);
          // `Anna Ivanivna Dorkova` and `Anna Dorkova`: a father’s name stands between.
          if (place > 1 && isOwn(run.words[place - 2]!.word)) given = plus(given, run.words[place - 2]!.word);
          // `President Ivan Zaparov` and `President Zaparov`: the title of a full name is the surname's too.
          const title =
            place > 1 ? run.words[place - 2]!.word.hash : isWord(run.before) ? hashes[run.before]! : 0;
          if (personRoles.has(title)) roles = plus(roles, title);
        }
      }
      if (next !== undefined && saysWhat(next.word)) nouns = plus(nouns, next.word.hash);
      else if (next !== undefined) after = plus(after, next.word);
      if (run.initials[place]) initials = plus(initials, run.initials[place]!);
      if (isWord(run.before)) {
        isOfMany ||= many.has(hashes[run.before]!);
        isOneOfMany ||= one.has(hashes[run.before]!);
      } else isOfMany ||= run.before >= 0 && (flags[run.before]! & TokenFlag.Number) !== 0;
      const l = place === 0 ? run.before : -1;
      if (isWord(l)) {
        if (isRole(hashes[l]!)) roles = plus(roles, hashes[l]!);
        else if (!isContentWord(this.names, hashes[l]!)) left = plus(left, hashes[l]!);
      }
      const r = mention.lastToken + 1;
      if (next === undefined && isWord(r)) {
        if (isRole(hashes[r]!)) nouns = plus(nouns, hashes[r]!);
        else if (!isContentWord(this.names, hashes[r]!)) right = plus(right, hashes[r]!);
      }
    }
    return {
      before: before ?? none,
      given: given ?? none,
      after: after ?? none,
      roles: roles ?? none,
      nouns: nouns ?? none,
      left: left ?? none,
      right: right ?? none,
      initials: initials ?? none,
      sentences,
      isListed,
      isOfMany,
      isOneOfMany,
    };
  }
}

/** A title, or a word for what a name names: `President`, `village`; not `via`, `three`, which stand before any name. */
const isRole = (hash: number): boolean =>
  personRoles.has(hash) || placeNouns.has(hash) || organisationNouns.has(hash);

/** A title, or a word for what a name names: no name of its own. */
const saysWhat = (word: NameWord): boolean =>
  isOrdinary(word) ||
  personRoles.has(word.hash) ||
  placeNouns.has(word.hash) ||
  organisationNouns.has(word.hash) ||
  calendar.has(word.folded);

/** Neither a title nor a people: `Ukrainian` is no first name. */
const isOwn = (word: NameWord): boolean => !saysWhat(word) && !peopleAdjectives.has(word.hash);

/** A common English word that stands with a capital: `President`, `Lake`, `City`. */
export function isOrdinary(word: NameWord): boolean {
  return word.tier >= 2 && !word.known;
}

function isContentWord(names: NameWords, hash: number): boolean {
  return !functionWords.has(hash) && (names.lexicon === undefined || (names.lexicon.get(hash) & 3) > 0);
}

const many = wordSet(
  'the these those many most some all few several other both two three four five six ten hundred',
);
const one = wordSet('a an one each every another this');
const joints: ReadonlySet<number> = new Set([hashOf('and'), hashOf('or'), 0x2c]);
const functionWords = wordSet(
  'the a an of in on at to for from by with and or but as that this these those which who whom whose is was are were be been has have had will would can could may might said says told also not it its he she they his her their him them we our you your i my into over under near between after before during since until against about than then when where while because so if all both each more most other some such no nor only own same too very there here what how new old',
);
