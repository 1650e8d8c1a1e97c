import {type TextIndex, TokenFlag} from '../../text/tokens.js';
import {gramRoom, gramsOf} from '../grams.js';
import type {LanguageEvidence, Languages} from '../languages.js';
import {chancesOf, mostLikely, type NamedLanguages, namedTogether} from './chances.js';

/**
 * Log-odds that a word adds to each language; a conditional logit whose weights all languages share, so that it holds
 * for languages that it was not fitted on. Fitted on fragments of 1 to 8 words of 25 languages (beta 0.1); fitted on
 * one half of the languages, it names the other half as well: of what it says with 0.75 and more, 99 in 100 are right.
 */
const weights = {
  /** By `Rank`, for a word that the target language does not know, in small letters and with a capital. */
  word: [-2.29, 0.9, 1.95, 2.36, 2.64],
  name: [0, -0.16, 1.34, 1.34, 1.34],
  /** Letters, from -3 to 3. */
  wordLetters: 0.7,
  nameLetters: 0.28,
  /** For each letter outside ASCII: the language does not write with it, or does. */
  strangeLetter: -1.38,
  ownLetter: 1.38,
  /** Not fitted: a name in the case of a language that no other writes so. */
  country: 3,
  /** By `Rank`, for a word that the target language knows, too. */
  known: [-1.32, 0, 0, 1.32, 2.67],
  /** The same for one that stands beside strange words, and need not belong to them. */
  neighbour: [0, 0, 0, 0.7, 0.7],
} as const;
/** Words of one fragment are not independent: what they say is divided by 1 + this for each word after the first. */
const damping = 0.1;
/** Log-odds of languages that fewer articles are translated from than from their neighbours. */
// biome-ignore format: a few a line
const seldom: Readonly<Record<string, number>> = {
  gl: -2, af: -2, lb: -2, la: -3, cy: -2, ga: -2, eu: -2, mt: -1.5, bs: -1.5,
  ms: -1, uz: -1, tl: -1, sw: -1, so: -1, az: -0.5, ca: -1,
};
/** How much the rest of the article counts beside the words of one fragment, and how much it can hold against a language. */
const articleShare = 0.3;
const articleMost = 3;
/** What it is worth that somebody told the source language. */
const told = 4;
/** Score that one language is ahead of the next unlike it when there is no doubt. */
const fullLead = 6;

/** Words whose votes are kept: 4,096 take some 2 MB. */
const mostVotes = 4096;

/**
 * How a word stands in the text: the target does not know it, in small letters or with a capital; or knows it, within a
 * run of foreign words or beside one.
 */
export const Voter = {Word: 0, Name: 1, Known: 2, Neighbour: 3} as const;
const ranksOf = [weights.word, weights.name, weights.known, weights.neighbour];

const grams = new Int32Array(gramRoom);

/** The small letters outside ASCII of a word, each once. */
function markedLetters(prose: string, start: number, end: number): string {
  let found = '';
  for (const letter of prose.slice(start, end).toLowerCase().normalize('NFC')) {
    const code = letter.charCodeAt(0);
    if (code > 0x7f && code !== 0x2019 && code !== 0x2018 && letter.length === 1 && !found.includes(letter))
      found += letter;
  }
  return found;
}

/** Collects what words say about the language they are in. One number a language, in the order of `Languages.all`. */
export class LanguageVotes {
  readonly sums: Float64Array;
  readonly #languages: Languages;
  readonly #voters: readonly boolean[];
  #words = 0;

  /**
   * `target` is left out: a word of it is not foreign. So are languages that nothing is known of but a few words, and
   * those in other scripts.
   */
  constructor(languages: Languages, target: string) {
    this.#languages = languages;
    this.sums = new Float64Array(languages.all.length);
    this.#voters = languages.all.map((language) => language.hasLetters && language.code !== target);
  }

  /** Adds word `i` of the text; `voter` is one of {@link Voter}. */
  add(text: TextIndex, i: number, voter: number): void {
    const word = this.#votesOf(text, i, voter);
    for (let l = 0; l < word.length; l++) if (this.#voters[l]) this.sums[l]! += word[l]!;
    if (voter !== Voter.Neighbour) this.#words++;
  }

  /** The same words come again and again, within an article and in the next. */
  #votesOf(text: TextIndex, i: number, voter: number): Float64Array {
    const {starts, ends, hashes, flags} = text.tokens;
    const {all, votes} = this.#languages;
    const hash = hashes[i]!;
    const key = (hash * 64 + Math.min(ends[i]! - starts[i]!, 63)) * 4 + voter;
    const kept = votes.get(key);
    if (kept !== undefined) return kept;
    const made = new Float64Array(all.length);
    const isKnown = voter >= Voter.Known;
    const byRank = ranksOf[voter]!;
    const byLetters = voter === Voter.Name ? weights.nameLetters : weights.wordLetters;
    const count = isKnown ? 0 : gramsOf(text.prose, starts[i]!, ends[i]!, grams);
    const marked =
      voter !== Voter.Neighbour && flags[i]! & TokenFlag.NonAscii
        ? markedLetters(text.prose, starts[i]!, ends[i]!)
        : '';
    for (let l = 0; l < all.length; l++) {
      const language = all[l]!;
      if (!language.hasLetters) continue;
      let score: number = byRank[language.rank(hash)]!;
      if (!isKnown) {
        score += byLetters * Math.max(-3, Math.min(3, language.scoreGrams(grams, count)));
        if (language.namesCountry(hash)) score += weights.country;
      }
      for (let k = 0; k < marked.length; k++)
        score += language.writes(marked.charCodeAt(k)) ? weights.ownLetter : weights.strangeLetter;
      made[l] = score;
    }
    if (votes.size >= mostVotes) votes.clear();
    votes.set(key, made);
    return made;
  }

  /**
   * The likeliest language, given what the whole article says, and how far it is ahead of the next that is not its
   * close relative, 0 to 1.
   */
  best(article: LanguageVotes): {language: LanguageEvidence; lead: number} {
    const {all} = this.#languages;
    const score = this.#scores(article);
    let top = -1;
    for (let l = 0; l < all.length; l++) {
      if (this.#voters[l] && (top < 0 || score[l]! > score[top]!)) top = l;
    }
    const family = relatives[all[top]!.code];
    let next = Number.NEGATIVE_INFINITY;
    for (let l = 0; l < all.length; l++) {
      if (l !== top && this.#voters[l] && !(family && relatives[all[l]!.code] === family)) {
        next = Math.max(next, score[l]!);
      }
    }
    return {language: all[top]!, lead: Math.max(0, Math.min(1, (score[top]! - next) / fullLead))};
  }

  /** What can be said of the language, `source` being the one that was told. */
  name(article: LanguageVotes, source?: string): NamedLanguages {
    const {codes} = this.#languages;
    const score = this.#scores(article).map((value, l) => (codes[l] === source ? value + told : value));
    const chances = chancesOf(score, this.#voters);
    const named = mostLikely(codes, chances, source);
    const top = codes[chances.indexOf(Math.max(...chances))]!;
    const tongue = oneTongue.find(({members}) => members.includes(top));
    if (!tongue || top === source) return named;
    // What is spoken more is not what is known: the words themselves must tell which of them it is.
    const isMember = codes.map((code) => tongue.members.includes(code));
    const together = chances.reduce((sum, chance, l) => sum + (isMember[l] ? chance : 0), 0);
    const ofWords = chancesOf(
      score.map((value, l) => value - (seldom[codes[l]!] ?? 0)),
      isMember,
    );
    const isTold = ofWords[codes.indexOf(top)]! >= tongue.toldApart;
    return together >= namedTogether && !isTold ? {codes: tongue.members, certainty: together} : named;
  }

  #scores(article: LanguageVotes): number[] {
    const {all} = this.#languages;
    const share = 1 / (1 + damping * Math.max(0, this.#words - 1));
    let most = Number.NEGATIVE_INFINITY;
    for (let l = 0; l < all.length; l++) if (this.#voters[l]) most = Math.max(most, article.sums[l]!);
    return Array.from(
      this.sums,
      (sum, l) =>
        share * sum +
        (seldom[all[l]!.code] ?? 0) -
        Math.min(articleMost, articleShare * (most - article.sums[l]!)),
    );
  }
}

/**
 * Written languages that a few words leave open, however plain they are, and from which chance on it is known which one
 * it is: never where one of them (`sr` in Latin letters) has no words here.
 */
const oneTongue: readonly {readonly members: readonly string[]; readonly toldApart: number}[] = [
  {members: ['hr', 'bs', 'sr'], toldApart: 2},
  {members: ['id', 'ms'], toldApart: 0.95},
];

/** Languages so close that a few words cannot tell them apart. */
// biome-ignore format: a line a family
const relatives: Readonly<Record<string, number>> = {
  hr: 1, bs: 1, sl: 1,
  cs: 2, sk: 2,
  da: 3, nb: 3, sv: 3,
  nl: 4, af: 4,
  es: 5, pt: 5, gl: 5, ca: 5,
  id: 6, ms: 6,
  de: 7, lb: 7,
  az: 8, tr: 8, uz: 8,
  fi: 9, et: 9,
};
