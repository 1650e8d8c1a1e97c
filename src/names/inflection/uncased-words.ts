import {Rank} from '../../lexicon/languages.js';
import {hashOf} from '../../text/hash.js';
import {sentenceOf, tokenAt} from '../../text/positions.js';
import {notProse, type TextIndex, TokenFlag} from '../../text/tokens.js';
import {givenNamesOf, prefixesOf} from './given-names.js';
import type {InflectedWord, Place} from './name-words.js';

/** Names of a text whose script has no capitals. */
export interface UncasedWords {
  /** Surnames, with the given names that stand before them. */
  readonly words: readonly InflectedWord[];
  /** Which of these are given names. */
  readonly given: ReadonlySet<InflectedWord>;
}

const letters = /^[\p{L}\p{M}'’׳]+$/u;

/** The word behind each given name that the language is known to write, with all places of these words. */
export function findUncasedWords(text: TextIndex, code: string): UncasedWords {
  const known = givenNamesOf(code);
  const collector = new Collector(text);
  if (known) {
    const {tokens} = text;
    const {starts, ends, flags, zones, hashes, blocks} = tokens;
    const isWord = (i: number): boolean =>
      (flags[i]! & (TokenFlag.Word | TokenFlag.Latin)) === TokenFlag.Word && (zones[i]! & notProse) === 0;
    const prefixes = prefixesOf[code] ?? '';
    const nameAt = (i: number): boolean => {
      if (known.has(hashes[i]!)) return true;
      const word = text.prose.slice(starts[i], ends[i]);
      return prefixes.includes(word.charAt(0)) && known.has(hashOf(word.slice(1)));
    };
    const names = new Set<number>();
    for (let i = 0; i + 1 < tokens.count; i++) {
      if (!isWord(i) || !isWord(i + 1) || !nameAt(i) || nameAt(i + 1)) continue;
      if (blocks[i + 1] !== blocks[i] || starts[i + 1]! - ends[i]! !== 1) continue;
      if (!letters.test(text.prose.slice(starts[i + 1], ends[i + 1]))) continue;
      const first = known.has(hashes[i]!) ? starts[i]! : starts[i]! + 1;
      const before = collector.add(first, ends[i]!, i, undefined, true);
      collector.add(starts[i + 1]!, ends[i + 1]!, i + 1, before, false);
      names.add(hashes[i + 1]!);
    }
    for (let i = 0; i < tokens.count; i++)
      if (names.has(hashes[i]!) && isWord(i) && !collector.has(starts[i]!))
        collector.add(starts[i]!, ends[i]!, i, undefined, false);
  }
  return collector.found();
}

const katakana = /[ァ-ヺー]{2,}(?:[・＝=][ァ-ヺー]{2,})*/g;
const dot = /[・＝=]/;

/** Japanese parts the names of a foreigner by a dot: `ジョン・スミス`. */
export function findDottedWords(text: TextIndex): UncasedWords {
  const collector = new Collector(text);
  const single: {start: number; run: string}[] = [];
  const parts = new Set<string>();
  for (const {0: run, index} of text.prose.matchAll(katakana)) {
    const names = run.split(dot);
    if (names.length === 1) single.push({start: index, run});
    if (names.length === 1 || names.length > 3) continue;
    let at = index;
    let before: Place | undefined;
    for (const [k, name] of names.entries()) {
      before = collector.add(at, at + name.length, tokenAt(text.tokens, at), before, k < names.length - 1);
      if (k === names.length - 1) parts.add(name);
      at += name.length + 1;
    }
  }
  for (const {start, run} of single)
    if (parts.has(run))
      collector.add(start, start + run.length, tokenAt(text.tokens, start), undefined, false);
  return collector.found();
}

class Collector {
  private readonly byText = new Map<string, InflectedWord>();
  private readonly given = new Set<InflectedWord>();
  private readonly taken = new Set<number>();

  constructor(private readonly text: TextIndex) {}

  has(start: number): boolean {
    return this.taken.has(start);
  }

  add(start: number, end: number, token: number, before: Place | undefined, isGiven: boolean): Place {
    const written = this.text.prose.slice(start, end);
    let word = this.byText.get(written);
    if (word === undefined) {
      word = {text: written, lower: written, places: [], rank: Rank.Unknown, small: false};
      this.byText.set(written, word);
    }
    if (isGiven) this.given.add(word);
    const place: Place = {
      word,
      start,
      end,
      firstToken: token,
      lastToken: token,
      sentence: sentenceOf(this.text, token),
      free: true,
      before,
      after: undefined,
      role: -1,
    };
    word.places.push(place);
    this.taken.add(start);
    return place;
  }

  found(): UncasedWords {
    return {words: [...this.byText.values()], given: this.given};
  }
}
