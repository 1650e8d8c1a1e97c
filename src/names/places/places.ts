import type {NameWord} from '../mentions/name-words.js';
import type {NameServices} from '../services.js';
import {type Place, PlaceTable} from './place-table.js';

/** What the table of places says of two words. */
export interface PlaceRelation {
  /** They are spellings of one place. */
  readonly isOne: boolean;
  /** Each is a place, and no place is both. */
  readonly areTwo: boolean;
  /** One is a place, and the other is no place but one letter from just that one. */
  readonly isNear: boolean;
  /** Size of the largest place that decides it. */
  readonly size: number;
}

/** From 15,000 people a place is one that news tells of without saying where it is. */
export const large = 3;
/** A village of some hundred people bears many a name by chance. */
const leastNear = 2;

/** The table of places, read when a pair of words first asks, and asked once a word. */
export class Places {
  private readonly known = new Map<NameWord, readonly Place[]>();
  private read: PlaceTable | undefined;
  private isRead = false;

  constructor(private readonly services: NameServices) {}

  of(word: NameWord): readonly Place[] {
    let places = this.known.get(word);
    if (places === undefined) {
      places = this.table?.of(word.text) ?? [];
      this.known.set(word, places);
    }
    return places;
  }

  relate(a: NameWord, b: NameWord): PlaceRelation | undefined {
    const x = this.of(a);
    const y = this.of(b);
    if (x.length === 0 && y.length === 0) return undefined;
    if (x.length > 0 && y.length > 0) {
      const shared = x.filter(({id}) => y.some((place) => place.id === id));
      if (shared.length > 0) return {isOne: true, areTwo: false, isNear: false, size: largest(shared)};
      return {isOne: false, areTwo: true, isNear: false, size: Math.min(largest(x), largest(y))};
    }
    const [known, unknown] = x.length > 0 ? [x, b] : [y, a];
    const near = this.table!.near(unknown.text).filter(({size}) => size >= leastNear);
    const isNear = near.length > 0 && near.every(({id}) => known.some((place) => place.id === id));
    return {isOne: false, areTwo: false, isNear, size: largest(known)};
  }

  /**
   * How the table writes the place that most of these spellings are of; `undefined` where they share none.
   *
   * @param isTold that they are of a place; else only one of some size counts
   */
  nameOf(words: readonly NameWord[], isTold: boolean): string | undefined {
    const counts = new Map<number, {place: Place; count: number}>();
    for (const word of words)
      for (const place of this.of(word)) {
        const entry = counts.get(place.id);
        if (entry === undefined) counts.set(place.id, {place, count: 1});
        else entry.count++;
      }
    const best = [...counts.values()].sort(
      (x, y) => y.count - x.count || y.place.size - x.place.size || x.place.id - y.place.id,
    )[0];
    return best === undefined || best.count < 2 || (!isTold && best.place.size < large)
      ? undefined
      : this.table?.nameOf(best.place);
  }

  private get table(): PlaceTable | undefined {
    if (!this.isRead) {
      this.isRead = true;
      this.read = this.services.resource('places.bin', (bytes) => new PlaceTable(bytes));
    }
    return this.read;
  }
}

const largest = (places: readonly Place[]): number => Math.max(...places.map(({size}) => size));
