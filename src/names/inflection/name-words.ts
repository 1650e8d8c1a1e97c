import {type LanguageEvidence, Rank} from '../../lexicon/languages.js';
import {notProse, type TextIndex, TokenFlag} from '../../text/tokens.js';
import type {Mention} from '../name-table.js';

/** One place of a word that may be a name. */
export interface Place extends Mention {
  readonly word: InflectedWord;
  readonly sentence: number;
  /** Its capital says something: it does not begin a sentence, and not every word of the sentence has one. */
  readonly free: boolean;
  /** The name words right before and after it, with a space between. */
  before: Place | undefined;
  after: Place | undefined;
  /** The word in small letters right before it; -1 without. */
  readonly role: number;
}

/** A distinct word with a capital, as it stands: each case form is one of its own. */
export interface InflectedWord {
  readonly text: string;
  /** Small letters, as stems are compared by: of the same length as {@link text}. */
  readonly lower: string;
  readonly places: Place[];
  /** How common the language has it, as a name or as anything else. */
  readonly rank: number;
  /** Also stands in small letters. */
  small: boolean;
}

const long = 24;
const letters = /^[\p{L}\p{M}]+$/u;
const marksOfNames = new Set([0x2d, 0x27, 0x2019, 0x2b, 0x26, 0x2f, 0x2011]);

/**
 * Words with a capital, each with its neighbours. Words in capitals are left out, and so is what an apostrophe or a
 * hyphen parts: of `Нью-Йорк` or `Jong-un` the parts mean little.
 */
export function findInflectedWords(
  text: TextIndex,
  language: LanguageEvidence | undefined,
  script: number,
  fold: (word: string) => string,
): InflectedWord[] {
  const {tokens, sentences, prose} = text;
  const {starts, ends, flags, zones, hashes} = tokens;
  const byText = new Map<string, InflectedWord>();
  const small = new Set<number>();
  for (let s = 0; s < sentences.count; s++) {
    const from = sentences.first[s]!;
    const to = sentences.last[s]!;
    let capitals = 0;
    let words = 0;
    for (let i = from; i <= to; i++) {
      if (!(flags[i]! & TokenFlag.Word)) continue;
      if (ends[i]! - starts[i]! > 3) words++;
      if (flags[i]! & (TokenFlag.InitialCap | TokenFlag.AllCaps)) {
        if (ends[i]! - starts[i]! > 3) capitals++;
      } else small.add(hashes[i]!);
    }
    const shouts = words > 3 && capitals > 0.8 * words;
    let open: Place | undefined;
    let head = true;
    for (let i = from; i <= to; i++) {
      const flag = flags[i]!;
      if (!(flag & TokenFlag.Word)) {
        open = undefined;
        // What follows an opening mark, a dash or a colon may begin a sentence.
        if (!isInner(hashes[i]!)) head = true;
        continue;
      }
      const atHead = head;
      head = false;
      const isName =
        (flag & TokenFlag.InitialCap) !== 0 &&
        (flag & script) !== 0 &&
        !(flag & (TokenFlag.AllCaps | TokenFlag.InnerCap | TokenFlag.Alphanumeric)) &&
        (zones[i]! & notProse) === 0 &&
        !(marksOfNames.has(hashes[i + 1] ?? 0) && starts[i + 1] === ends[i]) &&
        !(i > 0 && marksOfNames.has(hashes[i - 1]!) && ends[i - 1] === starts[i]);
      const start = starts[i]!;
      const end = ends[i]!;
      if (!isName || end - start > long) {
        open = undefined;
        continue;
      }
      const written = prose.slice(start, end).normalize('NFC');
      if (written.length !== end - start || !letters.test(written)) {
        open = undefined;
        continue;
      }
      let word = byText.get(written);
      if (word === undefined) {
        const rank = language?.rank(hashes[i]!) ?? Rank.Unknown;
        word = {text: written, lower: fold(written), places: [], rank, small: false};
        byText.set(written, word);
      }
      const isBeside = open !== undefined && open.lastToken === i - 1;
      const place: Place = {
        word,
        start,
        end,
        firstToken: i,
        lastToken: i,
        sentence: s,
        free: !atHead && !shouts,
        before: isBeside ? open : undefined,
        after: undefined,
        role:
          i > from && flags[i - 1]! & TokenFlag.Word && !(flags[i - 1]! & TokenFlag.InitialCap) ? i - 1 : -1,
      };
      if (isBeside && open) open.after = place;
      word.places.push(place);
      open = place;
    }
  }
  const words = [...byText.values()];
  for (const word of words) word.small = small.has(hashes[word.places[0]!.firstToken]!);
  return words;
}

/** Marks after which a sentence goes on: comma, brackets, hyphen, apostrophes, percent. */
function isInner(code: number): boolean {
  return (
    code === 0x2c ||
    code === 0x28 ||
    code === 0x29 ||
    code === 0x2d ||
    code === 0x27 ||
    code === 0x2019 ||
    code === 0x25
  );
}
