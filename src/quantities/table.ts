import {foldWord} from './fold.js';

/** What a word of a table may be; see `scripts/quantities/build.mjs`. */
export type EntryKind = 'n' | 'o' | 's' | 'm' | 'a' | 'd' | 'c' | 'u' | 'f';

export interface Entry {
  readonly kind: EntryKind;
  readonly value: number;
  /** Of currencies and units. */
  readonly name: string;
}

interface Continuation {
  readonly rest: readonly string[];
  readonly entries: readonly Entry[];
}

/** The file of a language. */
interface TableFile {
  readonly language: string;
  readonly cut: number;
  readonly suffix: number;
  readonly decimal: string;
  readonly prefixes?: readonly string[];
  readonly words: Readonly<Record<string, readonly (readonly [EntryKind, number | string])[]>>;
  readonly regions?: Readonly<Record<string, string>>;
  readonly regionWords?: Readonly<Record<string, string>>;
}

const shortestStem = 4;
/** Of number words in languages that only add endings. */
const shortestNumber = 3;
/** Adjectives of months and weekdays are longer: `sobotních`. */
const dateSuffix = 6;
const none: readonly Entry[] = [];

/** The words of one language that numbers, dates, money and measures are made of. */
export class QuantityTable {
  readonly language: string;
  /** `.` or `,`. */
  readonly decimal: string;
  /**
   * Countries, parts of the world and great cities: their names of one word, in small letters, and their codes (`RU`,
   * `RU/moscow`).
   */
  readonly regions: ReadonlyMap<string, string>;
  /** Words that may speak of a country: of names of two words, nations named otherwise. */
  readonly regionWords: ReadonlyMap<string, string>;
  /** Whether words stand without spaces between them. */
  readonly joined: boolean;
  private readonly words = new Map<string, readonly Entry[]>();
  private readonly stems = new Map<string, readonly Entry[]>();
  /** How stems begin: most words of a text begin otherwise. */
  private readonly heads = new Set<string>();
  private readonly longer = new Map<string, Continuation[]>();
  private readonly suffix: number;
  private readonly prefixes: readonly string[];
  private longest = 1;

  constructor({
    language,
    cut,
    suffix,
    decimal,
    prefixes = [],
    words,
    regions = {},
    regionWords = {},
  }: TableFile) {
    this.language = language;
    this.decimal = decimal;
    this.joined = language === 'zh' || language === 'ja' || language === 'th';
    this.suffix = suffix;
    this.prefixes = prefixes;
    this.regions = new Map(Object.entries(regions));
    this.regionWords = new Map(Object.entries(regionWords));
    for (const [form, list] of Object.entries(words)) {
      const entries = list.map(
        ([kind, value]): Entry =>
          typeof value === 'number' ? {kind, value, name: ''} : {kind, value: 0, name: value},
      );
      const [first = '', ...rest] = form
        .split(/ |(-)/)
        .filter((part) => part !== undefined && part !== '')
        .map(foldWord);
      if (rest.length > 0) {
        const known = this.longer.get(first);
        if (known) known.push({rest, entries});
        else this.longer.set(first, [{rest, entries}]);
        continue;
      }
      merge(this.words, first, entries);
      this.longest = Math.max(this.longest, first.length);
      if (suffix === 0) continue;
      // A stem of money is nearly the whole word: `франк` is not in `Франция`.
      const money = entries.some(({kind}) => kind === 'c');
      const stem = first.slice(0, first.length - (money ? Math.min(cut, first.length > 5 ? 1 : 0) : cut));
      const adds = suffix > 4;
      const least = money
        ? adds
          ? 4
          : 5
        : adds && entries.some(({kind}) => kind === 'n' || kind === 'u')
          ? shortestNumber
          : shortestStem;
      if (stem.length >= least) merge(this.stems, stem, entries);
      // `бес` and `бестен`: what is too short without its last letter keeps it.
      else if (adds && first.length >= least) merge(this.stems, first, entries);
    }
    for (const list of this.longer.values()) list.sort((a, b) => b.rest.length - a.rest.length);
    // A stem of two things tells neither.
    for (const [stem, entries] of this.stems)
      if (
        entries.some(
          (e) => e.kind !== entries[0]!.kind || e.value !== entries[0]!.value || e.name !== entries[0]!.name,
        )
      )
        this.stems.delete(stem);
    for (const stem of this.stems.keys()) this.heads.add(stem.slice(0, shortestNumber));
  }

  /** What a word may be; `word` as {@link foldWord} makes it. */
  find(word: string): readonly Entry[] {
    const whole = this.words.get(word) ?? this.byStem(word);
    if (whole !== none) return whole;
    for (const prefix of this.prefixes) {
      if (!word.startsWith(prefix) || word.length - prefix.length < 3) continue;
      const rest = word.slice(prefix.length);
      const found = this.words.get(rest) ?? this.byStem(rest);
      if (found !== none) return found;
    }
    return none;
  }

  private byStem(word: string): readonly Entry[] {
    if (this.suffix === 0 || !this.heads.has(word.slice(0, shortestNumber))) return none;
    for (let cut = 0; cut <= dateSuffix && word.length - cut >= shortestNumber; cut++) {
      const found = this.stems.get(word.slice(0, word.length - cut));
      if (found === undefined) continue;
      const kind = found[0]?.kind;
      if (cut <= this.suffix || kind === 'd' || kind === 'm') return found;
    }
    return none;
  }

  /** The longest word that begins at a place of a text without spaces: its entries and its length. */
  longestAt(text: string, at: number, end: number): {entries: readonly Entry[]; length: number} | undefined {
    for (let length = Math.min(this.longest, end - at); length > 0; length--) {
      const entries = this.words.get(text.slice(at, at + length));
      if (entries) return {entries, length};
    }
    return undefined;
  }

  /** What begins with a word and goes on, the longest first. */
  continuations(word: string): readonly Continuation[] | undefined {
    return this.longer.get(word);
  }
}

function merge(map: Map<string, readonly Entry[]>, key: string, entries: readonly Entry[]): void {
  const known = map.get(key);
  map.set(key, known ? [...known, ...entries] : entries);
}

/** Reads a file of `dist/resources`, `quantities-<language>.json`. */
export function parseQuantityTable(bytes: Uint8Array): QuantityTable {
  return new QuantityTable(JSON.parse(new TextDecoder().decode(bytes)) as TableFile);
}
