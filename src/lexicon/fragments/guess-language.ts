import {type TextIndex, TokenFlag} from '../../text/tokens.js';
import {gramRoom, gramsOf} from '../grams.js';
import type {LanguageEvidence, Languages} from '../languages.js';

/** How much a word speaks for each language, by its `Rank` there. */
const byRank = [-1, 1, 2, 3, 3.5];
const byLetters = 0.5;
/** For a letter that the language does not write with: names and loans may have one all the same. */
const byStrangeLetter = -2;
/** What a word that the target language knows can add at most. */
const sharedWord = 0.7;
/** How much the rest of the article counts in a single run, and at most. */
const articleShare = 0.15;
const articleMost = 2;

/** Words whose votes are kept: 4,096 take some 2 MB. */
const mostVotes = 4096;

const grams = new Int32Array(gramRoom);

/** The small letters outside ASCII of a word, each once. */
function markedLetters(prose: string, start: number, end: number): string {
  let found = '';
  for (const letter of prose.slice(start, end).toLowerCase().normalize('NFC')) {
    const code = letter.charCodeAt(0);
    if (code > 0x7f && code !== 0x2019 && letter.length === 1 && !found.includes(letter)) found += letter;
  }
  return found;
}

/** Collects what words say about the language they are in. One number a language, in the order of `Languages.all`. */
export class LanguageVotes {
  readonly sums: Float64Array;
  readonly #languages: Languages;
  readonly #voters: readonly boolean[];

  /**
   * `target` is left out: a word of it is not foreign. So are languages that nothing is known of but a few words, and
   * those in other scripts.
   */
  constructor(languages: Languages, target: string) {
    this.#languages = languages;
    this.sums = new Float64Array(languages.all.length);
    this.#voters = languages.all.map((language) => language.hasLetters && language.code !== target);
  }

  /** Adds word `i` of the text; `isKnown`: the target language knows it; `share`: how much its vote counts. */
  add(text: TextIndex, i: number, isKnown: boolean, share = 1): void {
    const word = this.#votesOf(text, i, isKnown);
    const weight = isKnown ? 1 : share;
    for (let l = 0; l < word.length; l++) if (this.#voters[l]) this.sums[l]! += weight * word[l]!;
  }

  /** The same words come again and again, within an article and in the next. */
  #votesOf(text: TextIndex, i: number, isKnown: boolean): Float64Array {
    const {starts, ends, hashes, flags} = text.tokens;
    const {all, votes} = this.#languages;
    const hash = hashes[i]!;
    const key = hash * 128 + Math.min(ends[i]! - starts[i]!, 63) * 2 + (isKnown ? 1 : 0);
    const kept = votes.get(key);
    if (kept !== undefined) return kept;
    const made = new Float64Array(all.length);
    const count = isKnown ? 0 : gramsOf(text.prose, starts[i]!, ends[i]!, grams);
    const marked =
      isKnown || !(flags[i]! & TokenFlag.NonAscii) ? '' : markedLetters(text.prose, starts[i]!, ends[i]!);
    for (let l = 0; l < all.length; l++) {
      const language = all[l]!;
      const rank = language.rank(hash);
      if (isKnown) made[l] = rank >= 3 ? sharedWord : 0;
      else if (language.hasLetters) {
        const letters = language.scoreGrams(grams, count);
        made[l] = byRank[rank]! + byLetters * Math.max(-3, Math.min(3, letters));
        for (let k = 0; k < marked.length; k++)
          if (!language.writes(marked.charCodeAt(k))) made[l]! += byStrangeLetter;
      }
    }
    if (votes.size >= mostVotes) votes.clear();
    votes.set(key, made);
    return made;
  }

  addAll(other: LanguageVotes): void {
    for (let l = 0; l < this.sums.length; l++) this.sums[l]! += Math.max(0, other.sums[l]!);
  }

  /**
   * The likeliest language, given what the whole article says, and how far it is ahead of the next that is not its
   * close relative, 0 to 1.
   */
  best(article: LanguageVotes): {language: LanguageEvidence; lead: number} {
    const {all} = this.#languages;
    const score = (l: number): number =>
      this.sums[l]! + Math.min(articleMost, articleShare * article.sums[l]!);
    let top = -1;
    for (let l = 0; l < all.length; l++) {
      if (this.#voters[l] && (top < 0 || score(l) > score(top))) top = l;
    }
    const family = relatives[all[top]!.code];
    let next = 0;
    for (let l = 0; l < all.length; l++) {
      if (l !== top && this.#voters[l] && !(family && relatives[all[l]!.code] === family)) {
        next = Math.max(next, score(l));
      }
    }
    return {language: all[top]!, lead: Math.max(0, Math.min(1, (score(top) - next) / 4))};
  }
}

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
