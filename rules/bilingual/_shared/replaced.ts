import type {Range} from '../../../src/article/source-map.js';
import type {Bitext, Link} from '../../../src/bitext/bitext.js';
import type {QuantityTable} from '../../../src/quantities/table.js';
import {skeleton} from '../../../src/romanize/skeleton.js';
import {answers, distance, isSameBones, type SourceWord, sourceWords} from './name-words.js';
import {
  canTell,
  isSameRegion,
  mayName,
  nameOfRegion,
  type Region,
  regionNamed,
  regionsIn,
  regionsOfWord,
} from './regions.js';
import type {NameIndex, WordIndex} from './word-index.js';

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

/** What tells a name from a word on both sides. */
export interface NameKnowledge {
  /** Words of the whole source. */
  readonly everywhere: () => WordIndex;
  /** Names of the whole translation. */
  readonly names: () => NameIndex;
  /** How far a capital letter of the source tells a name: all nouns of German have one. */
  readonly capitals: 'names' | 'nouns' | 'none';
  readonly isPlace: (word: string) => boolean;
  readonly isOrdinary: (word: string) => boolean;
  /** Listed as a name of persons or places, and no ordinary word. */
  readonly isKnownName: (word: string) => boolean;
  /** A name that languages do not translate. */
  readonly isSpeltBySound: (word: string) => boolean;
  /** Names of the source cannot be read without a dictionary. */
  readonly cannotBeRead: boolean;
}

/** Finds the word of the source that a name of the translation, which nothing there answers, stands in the place of. */
export class Replacements {
  constructor(
    private readonly bitext: Bitext,
    private readonly knows: NameKnowledge,
  ) {}

  /** What stands in the source for each of these words; `targets` are all words with a capital of the link. */
  find(link: Link, targets: readonly TargetName[], sources: readonly SourceWord[]): Map<TargetName, Range> {
    const out = new Map<TargetName, Range>();
    this.spoken = undefined;
    this.left = undefined;
    this.regions = undefined;
    this.said = undefined;
    this.unanswered = undefined;
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
    const english = this.bitext.targetTable;
    const region = english && regionNamed(target.name, english);
    if (this.isSupported(link, target, region, sources)) return undefined;
    const isCity = region === undefined && this.knows.isPlace(target.name);
    const isNear = (range: Range): boolean =>
      Math.abs(along(range, link.source) - along(target, link.target)) < away;
    const isTelling = this.isTelling(target, region);
    const found =
      this.neighbour(target, i, targets, sources, link, isCity) ??
      this.elsewhere(link, sources).find(isNear) ??
      (isTelling
        ? (this.regionLeft(link, targets, region, isNear) ??
          (this.isBesideAnswered(i, targets, sources) ? undefined : this.nameLeft(link, sources, isNear)))
        : undefined);
    return found && !beginAlike(found, target, sources) ? found : undefined;
  }

  /** Whether the source would show it, if it came from there: most names are spelt by their sound, some are translated. */
  private isTelling({name}: TargetName, region: string | undefined): boolean {
    const {sourceTable} = this.bitext;
    if (region !== undefined) return sourceTable !== undefined && canTell(region, sourceTable);
    const {targetTable} = this.bitext;
    // Niger or Nigeria.
    if (targetTable && regionsOfWord(name, targetTable).length > 0) return false;
    return !this.knows.cannotBeRead && this.knows.isSpeltBySound(name);
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
  private regions: readonly Region[] | undefined;
  private said: readonly Region[] | undefined;
  private unanswered: readonly SourceWord[] | undefined;

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
      if (isCity && this.knows.isOrdinary(beside.name)) continue;
      const between =
        step < 0 ? prose.slice(beside.end, target.start) : prose.slice(target.end, beside.start);
      if (between !== ' ') continue;
      for (const [k, source] of sources.entries()) {
        if (!source.isCapital || !isSame(source, beside)) continue;
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

  /** `Donald Trump` for “Trump”: part of a name that is there. */
  private isBesideAnswered(
    i: number,
    targets: readonly TargetName[],
    sources: readonly SourceWord[],
  ): boolean {
    const {prose} = this.bitext.target;
    const target = targets[i] as TargetName;
    return [targets[i - 1], targets[i + 1]].some((beside) => {
      if (!beside?.isName || beside.bones.length < 2) return false;
      const [first, second] = beside.start < target.start ? [beside, target] : [target, beside];
      return prose.slice(first.end, second.start) === ' ' && sources.some((source) => isSame(source, beside));
    });
  }

  /** Words of the source that have their names at other places of the translation, and here have none. */
  private elsewhere(link: Link, sources: readonly SourceWord[]): readonly SourceWord[] {
    this.left ??= sources.filter(
      (source) =>
        source.bones.length >= 3 &&
        this.mayBeName(source) &&
        this.knows.names().hasNameOf(source) &&
        !this.isAnswered(source, link),
    );
    return this.left;
  }

  /** A country or city of the source of which the translation does not speak. */
  private regionLeft(
    link: Link,
    targets: readonly TargetName[],
    own: string | undefined,
    isNear: (range: Range) => boolean,
  ): Range | undefined {
    const {sourceTable, targetTable, source} = this.bitext;
    if (!sourceTable || !targetTable) return undefined;
    if (!this.regions) {
      const said = targets.flatMap(({name}) => regionsOfWord(name, targetTable));
      this.regions = regionsIn(source.prose, link.source, sourceTable, true).filter(
        (region) => !said.some((code) => isSameRegion(code, region.code)),
      );
    }
    return this.regions.find(
      (region) => isNear(region) && (own === undefined || !isSameRegion(own, region.code)),
    );
  }

  /** A word of the source that is surely a name, and that no word of the translation comes from. */
  private nameLeft(
    link: Link,
    sources: readonly SourceWord[],
    isNear: (range: Range) => boolean,
  ): Range | undefined {
    this.unanswered ??= sources.filter(
      (source) =>
        source.latin.length >= shortest - 1 &&
        source.bones.length >= 2 &&
        this.isSurelyName(source) &&
        !this.isAnswered(source, link),
    );
    return this.unanswered.find(isNear) ?? (this.unanswered.length === 1 ? this.unanswered[0] : undefined);
  }

  /** Whether the source has anything that the name may come from; wide. */
  private isSupported(
    link: Link,
    {name, bones}: TargetName,
    region: string | undefined,
    sources: readonly SourceWord[],
  ): boolean {
    const isCased = this.knows.capitals !== 'none';
    if (sources.some((source) => answers(source, name, bones, isCased && !source.isCapital))) return true;
    if (this.knows.everywhere().supports(name, bones)) return true;
    const {sourceTable, targetTable, source} = this.bitext;
    if (!sourceTable || !targetTable) return true;
    if (region === undefined) return false;
    // Translators say of whom a text speaks.
    if (region === '019') return true;
    const country = nameOfRegion(region, this.bitext.targetTable as QuantityTable);
    if (country !== undefined && country !== name) {
      const ofCountry = skeleton(country);
      if (sources.some((source) => answers(source, country, ofCountry, isCased && !source.isCapital)))
        return true;
    }
    return (
      this.regionsSaid(link, sourceTable).some(({code}) => isSameRegion(code, region)) ||
      mayName(region, source.prose, link.source, sourceTable)
    );
  }

  /** All that may be a region in the passage of the source, found once. */
  private regionsSaid(link: Link, table: QuantityTable): readonly Region[] {
    this.said ??= regionsIn(this.bitext.source.prose, link.source, table, false);
    return this.said;
  }

  private mayBeName(word: SourceWord): boolean {
    return (
      word.latin.length >= shortest - 1 &&
      word.bones.length >= 2 &&
      word.isName &&
      this.knows.capitals !== 'none'
    );
  }

  private isSurelyName(word: SourceWord): boolean {
    if (!word.isCapital || word.word === word.word.toUpperCase()) return false;
    if (this.knows.capitals === 'names') return word.isName;
    // Latin letters in a text of another script are of a name.
    const isLatin = (word.word[0] as string) < '\u0250';
    return (
      isLatin && (this.knows.capitals === 'none' || this.bitext.isOther || this.knows.isKnownName(word.latin))
    );
  }
}

const along = ({start, end}: Range, whole: Range): number =>
  ((start + end) / 2 - whole.start) / Math.max(1, whole.end - whole.start);

const isSame = ({latin, bones}: SourceWord, name: TargetName): boolean =>
  latin === name.name || (name.bones.length >= 2 && isSameBones(bones, name.bones));

/** Sounds that scripts confuse at the head of a name: `Phil` and `pil`, `George` and `dzhordzh`. */
const headClass = (bones: string, latin: string): string =>
  /^(?:[gjxc]|d[zji])/.test(latin) && /^[SKT]/.test(bones)
    ? 'S'
    : bones.startsWith('V')
      ? 'P'
      : bones.slice(0, 1);

/** Whether two words begin with one sound and share half of their consonants: then they may be one name after all. */
function beginAlike(found: Range, target: TargetName, sources: readonly SourceWord[]): boolean {
  const source = sources.find(({start}) => start === found.start);
  if (!source) return false;
  const {bones, latin} = source;
  const vowel = /^[aeiouy]/;
  const alike =
    (bones !== '' && headClass(bones, latin) === headClass(target.bones, target.name)) ||
    (vowel.test(latin) && vowel.test(target.name) && latin[0] === target.name[0]);
  return alike && distance(bones, target.bones) * 2 <= Math.max(bones.length, target.bones.length);
}
