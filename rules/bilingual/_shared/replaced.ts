import type {Range} from '../../../src/article/source-map.js';
import type {Bitext, Link} from '../../../src/bitext/bitext.js';
import {answers, isSameBones, type SourceWord, sourceWords} from './name-words.js';
import {regionNamed, regionsIn, regionsOfWord} from './regions.js';

/** A word of the translation that begins with a capital. */
export interface TargetName extends Range {
  readonly word: string;
  /** Small letters without marks. */
  readonly name: string;
  readonly bones: string;
  /** Neither an ordinary word nor one that may begin a sentence. */
  readonly isName: boolean;
}

/** How far apart the two may stand, as parts of their passages. */
const away = 0.25;
const shortest = 4;

/** Finds the word of the source that a name of the translation, which nothing there answers, stands in the place of. */
export class Replacements {
  constructor(
    private readonly bitext: Bitext,
    /** Words of the whole source. */
    private readonly everywhere: () => readonly SourceWord[],
    /** Names of the whole translation, by the first of their consonants. */
    private readonly names: () => ReadonlyMap<string, readonly TargetName[]>,
    /** Whether the source has capitals. */
    private readonly hasCapitals: boolean,
    private readonly isPlace: (word: string) => boolean,
    private readonly isOrdinary: (word: string) => boolean,
  ) {}

  /** What stands in the source for each of these words; `targets` are all words with a capital of the link. */
  find(link: Link, targets: readonly TargetName[], sources: readonly SourceWord[]): Map<TargetName, Range> {
    const out = new Map<TargetName, Range>();
    this.spoken = undefined;
    this.left = undefined;
    for (const [i, target] of targets.entries()) {
      if (!target.isName || target.name.length < shortest) continue;
      const found = this.counterpart(link, target, i, targets, sources);
      if (found) out.set(target, found);
    }
    return out;
  }

  private counterpart(
    link: Link,
    target: TargetName,
    i: number,
    targets: readonly TargetName[],
    sources: readonly SourceWord[],
  ): Range | undefined {
    if (sources.some((source) => isSame(source, target))) return undefined;
    const english = this.bitext.targetTable;
    const region = english && regionNamed(target.name, english);
    const isCity = region === undefined && this.isPlace(target.name);
    const isNear = (range: Range): boolean =>
      Math.abs(along(range, link.source) - along(target, link.target)) < away;
    // Without capitals, names cannot be told from words; but the names of countries can be looked up.
    if (region === undefined && !this.hasCapitals) return undefined;
    const found =
      (this.hasCapitals
        ? (this.neighbour(target, i, targets, sources, link, isCity) ?? this.elsewhere(link, sources, isNear))
        : undefined) ??
      // Capitals stand for their countries.
      (isCity ? undefined : this.regionLeft(link, targets, isNear));
    return found && !beginAlike(found, target, sources) && !this.isSupported(link, target, region, sources)
      ? found
      : undefined;
  }

  /** Whether any word of the translation's passage may be what a word of the source became. */
  private isAnswered(source: SourceWord, {target}: Link): boolean {
    this.spoken ??= sourceWords(this.bitext.target.prose, target, '');
    return this.spoken.some(({latin, bones, isCapital}) =>
      isCapital
        ? answers(source, latin, bones)
        : latin === source.latin || (bones.length >= 3 && isSameBones(source.bones, bones)),
    );
  }

  /** Of the link at hand. */
  private spoken: readonly SourceWord[] | undefined;
  private left: readonly SourceWord[] | undefined;

  /** `Yemisi Baderu` of the source beside `Trump Baderu`: the neighbour is the same. */
  private neighbour(
    target: TargetName,
    i: number,
    targets: readonly TargetName[],
    sources: readonly SourceWord[],
    link: Link,
    isCity: boolean,
  ): Range | undefined {
    const {prose} = this.bitext.target;
    for (const step of [-1, 1]) {
      const beside = targets[i + step];
      if (!beside || beside.bones.length < 2 || beside.name.length < shortest) continue;
      // `Universität Wien`, `University of Vienna`.
      if (isCity && this.isOrdinary(beside.name)) continue;
      const between =
        step < 0 ? prose.slice(beside.end, target.start) : prose.slice(target.end, beside.start);
      if (between !== ' ') continue;
      for (const [k, source] of sources.entries()) {
        if (!source.isCapital) continue;
        if (!isSame(source, beside)) continue;
        const other = sources[k - step];
        if (!other || !this.mayBeName(other)) continue;
        const gap =
          step < 0
            ? this.bitext.source.prose.slice(source.end, other.start)
            : this.bitext.source.prose.slice(other.end, source.start);
        if (gap !== ' ' || this.isAnswered(other, link)) continue;
        return other;
      }
    }
    return undefined;
  }

  /** A word of the source that has its name at other places of the translation, and here has none. */
  private elsewhere(
    link: Link,
    sources: readonly SourceWord[],
    isNear: (range: Range) => boolean,
  ): Range | undefined {
    this.left ??= sources.filter(
      (source) =>
        source.bones.length >= 3 &&
        this.mayBeName(source) &&
        (this.names().get(source.bones[0] as string) ?? []).some((name) => isSame(source, name)) &&
        !this.isAnswered(source, link),
    );
    return this.left.find(isNear);
  }

  /** A country of the source of which the translation does not speak. */
  private regionLeft(
    link: Link,
    targets: readonly TargetName[],
    isNear: (range: Range) => boolean,
  ): Range | undefined {
    const {sourceTable, targetTable, source} = this.bitext;
    if (!sourceTable || !targetTable) return undefined;
    const said = new Set(targets.flatMap(({name}) => regionsOfWord(name, targetTable)));
    return regionsIn(source.prose, link.source, sourceTable, true).find(
      (region) => !said.has(region.code) && isNear(region),
    );
  }

  /** Whether the source has anything that the name may come from; wide. */
  private isSupported(
    link: Link,
    {name, bones}: TargetName,
    region: string | undefined,
    sources: readonly SourceWord[],
  ): boolean {
    if (sources.some((source) => answers(source, name, bones))) return true;
    if (
      this.everywhere().some(
        (s) => s.latin === name || (bones.length >= 3 && s.isCapital && isSameBones(s.bones, bones)),
      )
    )
      return true;
    const {sourceTable, targetTable, source} = this.bitext;
    if (!sourceTable || !targetTable) return true;
    if (region === undefined) return false;
    // Translators say of whom a text speaks.
    if (region === '019') return true;
    const said = regionsIn(source.prose, link.source, sourceTable, false);
    return said.some(({code}) => code === region);
  }

  private mayBeName(word: SourceWord): boolean {
    return word.latin.length >= shortest - 1 && word.bones.length >= 2 && word.isName;
  }
}

const along = ({start, end}: Range, whole: Range): number =>
  ((start + end) / 2 - whole.start) / Math.max(1, whole.end - whole.start);

const isSame = ({latin, bones}: SourceWord, name: TargetName): boolean =>
  latin === name.name || (name.bones.length >= 2 && isSameBones(bones, name.bones));

/** Sounds that scripts confuse at the head of a name: `Phil` and `pil`, `George` and `dzhordzh`. */
const headClass = (bones: string, latin: string): string =>
  /^[gjxcd]/.test(latin) && /^[SKT]/.test(bones) ? 'S' : bones.startsWith('V') ? 'P' : bones.slice(0, 1);

/** Whether two words begin with one sound: then they may be one name after all. */
function beginAlike(found: Range, target: TargetName, sources: readonly SourceWord[]): boolean {
  const source = sources.find(({start}) => start === found.start);
  if (!source) return false;
  const vowel = /^[aeiouy]/;
  return (
    (source.bones !== '' && headClass(source.bones, source.latin) === headClass(target.bones, target.name)) ||
    (vowel.test(source.latin) && vowel.test(target.name) && source.latin[0] === target.name[0])
  );
}
