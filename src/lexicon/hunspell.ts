import {type Affix, type Options, type ParsedAff, parseAff} from './hunspell/parse-aff.js';

const noStems: readonly ReadonlySet<string>[] = [];
/** Longer words are not taken apart into compounds: the ways to do it grow with the length. */
const longestCompound = 40;
const mostParts = 4;

/**
 * A spelling dictionary in hunspell's format (https://github.com/hunspell/hunspell, man 5 hunspell), for asking whether
 * a word is in it. Affixes are taken off the word rather than put to the stems, so nothing is expanded: reading costs
 * one pass over the list. Affixes of both sides, one further suffix on a suffix, and compounds by flag are known;
 * compound rules by pattern, suggestions and morphology are not.
 */
export class Hunspell {
  readonly #flagsOf: ReadonlyMap<string, string>;
  readonly #suffixes: ReadonlyMap<string, readonly Affix[]>;
  readonly #prefixes: ReadonlyMap<string, readonly Affix[]>;
  /** Flags that some suffix hands on to a further one. */
  readonly #stackable: ReadonlySet<string>;
  readonly #longestSuffix: number;
  readonly #longestPrefix: number;
  readonly #options: Options;
  readonly #readFlags: (text: string) => ReadonlySet<string>;
  readonly #answers = new Map<string, boolean>();

  private constructor(aff: ParsedAff, flagsOf: ReadonlyMap<string, string>) {
    this.#flagsOf = flagsOf;
    this.#suffixes = aff.suffixes;
    this.#prefixes = aff.prefixes;
    this.#stackable = new Set([...aff.suffixes.values()].flat().flatMap(({more}) => [...more]));
    this.#longestSuffix = Math.max(0, ...[...aff.suffixes.keys()].map((add) => add.length));
    this.#longestPrefix = Math.max(0, ...[...aff.prefixes.keys()].map((add) => add.length));
    this.#options = aff.options;
    this.#readFlags = aff.readFlags;
  }

  /** Reads an .aff and a .dic file, both UTF-8. Lines that make no sense are passed over. */
  static parse(aff: Uint8Array, dic: Uint8Array): Hunspell {
    const decoder = new TextDecoder();
    const flagsOf = new Map<string, string>();
    const text = decoder.decode(dic);
    let from = text.indexOf('\n') + 1;
    while (from > 0 && from < text.length) {
      let to = text.indexOf('\n', from);
      if (to < 0) to = text.length;
      addEntry(flagsOf, text.slice(from, to));
      from = to + 1;
    }
    return new Hunspell(parseAff(decoder.decode(aff)), flagsOf);
  }

  /** Whether the word, or the word in small letters or with only its first letter a capital, is in the dictionary. */
  has(word: string): boolean {
    let answer = this.#answers.get(word);
    if (answer === undefined) {
      answer = this.#knows(word.replace(/’/g, "'"));
      if (this.#answers.size > 20000) this.#answers.clear();
      this.#answers.set(word, answer);
    }
    return answer;
  }

  #knows(word: string): boolean {
    if (this.#form(word)) return true;
    const small = word.toLowerCase();
    if (small !== word && this.#form(small)) return true;
    const capital = small.charAt(0).toUpperCase() + small.slice(1);
    if (capital !== word && word !== small && this.#form(capital)) return true;
    return small.length <= longestCompound && this.#compound(small, 0, 0);
  }

  #form(word: string): boolean {
    return this.#matches(word, (flags) => !this.#has(flags, 'onlyInCompound'));
  }

  #has(flags: ReadonlySet<string>, option: Exclude<keyof Options, 'compoundMin'>): boolean {
    const flag = this.#options[option];
    return flag !== undefined && flags.has(flag);
  }

  /** The flags of each entry that is written so. */
  #stems(word: string): readonly ReadonlySet<string>[] {
    const entries = this.#flagsOf.get(word);
    if (entries === undefined) return noStems;
    const all = entries.split('\u0000').map((flags) => this.#readFlags(flags));
    return all.some((flags) => this.#has(flags, 'forbidden')) ? noStems : all;
  }

  /** Whether some stem with affixes gives the word, and its flags with those of the affixes please `accept`. */
  #matches(word: string, accept: (flags: ReadonlySet<string>) => boolean): boolean {
    for (const flags of this.#stems(word)) if (!this.#has(flags, 'needAffix') && accept(flags)) return true;
    if (this.#suffixed(word, undefined, accept)) return true;
    for (let n = 0; n <= Math.min(this.#longestPrefix, word.length); n++) {
      for (const prefix of this.#prefixes.get(word.slice(0, n)) ?? []) {
        const rest = prefix.strip + word.slice(n);
        if (rest === '' || (prefix.condition && !prefix.condition.test(rest))) continue;
        for (const flags of this.#stems(rest)) {
          if (flags.has(prefix.flag) && accept(union(flags, prefix.more))) return true;
        }
        if (prefix.cross && this.#suffixed(rest, prefix, accept)) return true;
      }
    }
    return false;
  }

  #suffixed(
    word: string,
    prefix: Affix | undefined,
    accept: (flags: ReadonlySet<string>) => boolean,
  ): boolean {
    for (let n = 0; n <= Math.min(this.#longestSuffix, word.length); n++) {
      for (const suffix of this.#suffixes.get(word.slice(word.length - n)) ?? []) {
        if (prefix && !suffix.cross) continue;
        const rest = word.slice(0, word.length - n) + suffix.strip;
        if (rest === '' || (suffix.condition && !suffix.condition.test(rest))) continue;
        if (!this.#has(suffix.more, 'needAffix')) {
          for (const flags of this.#stems(rest)) {
            const fits =
              flags.has(suffix.flag) && (!prefix || flags.has(prefix.flag) || suffix.more.has(prefix.flag));
            if (fits && accept(union(flags, suffix.more))) return true;
          }
        }
        if (this.#stackable.has(suffix.flag) && this.#twice(rest, suffix, prefix, accept)) return true;
      }
    }
    return false;
  }

  /** A suffix on a suffix. */
  #twice(
    word: string,
    outer: Affix,
    prefix: Affix | undefined,
    accept: (flags: ReadonlySet<string>) => boolean,
  ): boolean {
    for (let n = 0; n <= Math.min(this.#longestSuffix, word.length); n++) {
      for (const inner of this.#suffixes.get(word.slice(word.length - n)) ?? []) {
        if (!inner.more.has(outer.flag)) continue;
        const rest = word.slice(0, word.length - n) + inner.strip;
        if (inner.condition && !inner.condition.test(rest)) continue;
        for (const flags of this.#stems(rest)) {
          const fits = flags.has(inner.flag) && (!prefix || flags.has(prefix.flag));
          if (fits && accept(union(flags, outer.more))) return true;
        }
      }
    }
    return false;
  }

  /** Whether the word from `from` on is the rest of a compound of which `parts` are found. */
  #compound(word: string, from: number, parts: number): boolean {
    const {compound, compoundBegin, compoundMin} = this.#options;
    if (compound === undefined && compoundBegin === undefined) return false;
    if (parts >= mostParts) return false;
    const may =
      (option: 'compoundBegin' | 'compoundMiddle' | 'compoundEnd') => (flags: ReadonlySet<string>) =>
        this.#has(flags, 'compound') || this.#has(flags, option);
    const isPart = (text: string, accept: (flags: ReadonlySet<string>) => boolean): boolean =>
      this.#matches(text, accept) ||
      // Nouns of German are in the list with a capital.
      this.#matches(text.charAt(0).toUpperCase() + text.slice(1), accept);
    if (parts > 0 && word.length - from >= compoundMin && isPart(word.slice(from), may('compoundEnd')))
      return true;
    for (let to = from + compoundMin; to <= word.length - compoundMin; to++) {
      const accept = may(parts === 0 ? 'compoundBegin' : 'compoundMiddle');
      if (isPart(word.slice(from, to), accept) && this.#compound(word, to, parts + 1)) return true;
    }
    return false;
  }
}

function addEntry(flagsOf: Map<string, string>, line: string): void {
  // Morphology comes after a blank or a tab.
  let end = line.search(/[\s]/);
  if (end < 0) end = line.length;
  if (end === 0) return;
  let slash = line.indexOf('/');
  while (slash > 0 && line[slash - 1] === '\\') slash = line.indexOf('/', slash + 1);
  if (slash < 0 || slash > end) slash = end;
  const word = line.slice(0, slash).replace(/\\\//g, '/');
  const flags = line.slice(slash + 1, end);
  const old = flagsOf.get(word);
  // Homonyms keep their flags apart.
  flagsOf.set(word, old === undefined ? flags : `${old}\u0000${flags}`);
}

function union(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  return b.size === 0 ? a : new Set([...a, ...b]);
}
