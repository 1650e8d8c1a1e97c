import {mixedHash} from '../../text/mixed-hash.js';
import {foldLatin} from '../spelling/fold.js';

/**
 * Spellings of places in Latin letters, and which place each is of. One block of bytes, searched where it lies: nothing
 * is parsed.
 *
 * Layout, little-endian: `CQPL`, version (u32), number of keys (u32), of places (u32), bytes of names (u32); 65,537 u32:
 * where the keys of each value of the upper 16 bits of a hash begin; the lower 16 bits of each key's hash (u16), in
 * order; a place and its size for each key (u24: 21 bits of place, 3 bits of {@link PlaceSize}); the offset of every
 * sixteenth name (u32); names in the order of places, front-coded: shared letters (u8), length of the rest (u8), the
 * rest in UTF-8. Source: GeoNames (CC BY 4.0), see models/places.md.
 */
export class PlaceTable {
  private readonly view: DataView;
  private readonly keys: number;
  private readonly count: number;
  private readonly lows: number;
  private readonly values: number;
  private readonly offsets: number;
  private readonly names: number;

  /** @throws RangeError where the bytes are no table of places */
  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < headerBytes + indexBytes || this.view.getUint32(0, true) !== placeMagic)
      throw new RangeError('Not a table of places');
    this.keys = this.view.getUint32(8, true);
    this.count = this.view.getUint32(12, true);
    this.lows = headerBytes + indexBytes;
    this.values = this.lows + 2 * this.keys;
    this.offsets = this.values + 3 * this.keys;
    this.names = this.offsets + 4 * Math.ceil(this.count / namesInBlock);
  }

  /** Places that are written so, in any order; none for most words. */
  of(spelling: string): readonly Place[] {
    return this.at(mixedHash(placeKey(spelling)));
  }

  /** Places whose spelling is one letter from this one: another, one more, one less, or two exchanged. */
  near(spelling: string): readonly Place[] {
    const key = placeKey(spelling);
    const found = new Map<number, Place>();
    for (const other of oneLetterAway(key))
      for (const place of this.at(mixedHash(other))) found.set(place.id, place);
    return [...found.values()];
  }

  /** How English writes a place, as GeoNames has it. */
  nameOf({id}: Place): string {
    const decoder = new TextDecoder();
    const block = Math.floor(id / namesInBlock);
    let at = this.names + this.view.getUint32(this.offsets + 4 * block, true);
    let name = new Uint8Array();
    for (let i = block * namesInBlock; i <= id; i++) {
      const shared = this.bytes[at]!;
      const rest = this.bytes[at + 1]!;
      const next = new Uint8Array(shared + rest);
      next.set(name.subarray(0, shared));
      next.set(this.bytes.subarray(at + 2, at + 2 + rest), shared);
      name = next;
      at += 2 + rest;
    }
    return decoder.decode(name);
  }

  private at(hash: number): Place[] {
    const {view} = this;
    const bucket = hash >>> 16;
    const low = hash & 0xffff;
    let from = view.getUint32(headerBytes + 4 * bucket, true);
    const end = view.getUint32(headerBytes + 4 * bucket + 4, true);
    const found: Place[] = [];
    for (; from < end; from++) {
      const here = view.getUint16(this.lows + 2 * from, true);
      if (here < low) continue;
      if (here > low) break;
      const at = this.values + 3 * from;
      const value = view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
      found.push({id: value >>> 3, size: (value & 7) as PlaceSize});
    }
    return found;
  }
}

/** A place of the table. */
export interface Place {
  readonly id: number;
  readonly size: PlaceSize;
}

/** How many people live there: 0 fewer than 1,000; from 1: 1,000, 5,000, 15,000, 50,000, 200,000, 1,000,000. */
export type PlaceSize = 0 | 1 | 2 | 3 | 4 | 5 | 6;
export const placeSizes = [1000, 5000, 15_000, 50_000, 200_000, 1_000_000] as const;

export const placeMagic = 0x4c505143;
export const placeVersion = 1;
export const headerBytes = 20;
export const indexBytes = 4 * 65_537;
export const namesInBlock = 16;

/** Small letters without marks: how a spelling is looked up. */
export const placeKey = (spelling: string): string =>
  foldLatin(spelling)
    .toLowerCase()
    .replace(/['’‘ʻʼ`]/g, '');

const alphabet = 'abcdefghijklmnopqrstuvwxyz';

/** Every word that is one letter from another (Damerau's edits). */
export function* oneLetterAway(key: string): Generator<string> {
  for (let i = 0; i <= key.length; i++) {
    const head = key.slice(0, i);
    const tail = key.slice(i + 1);
    if (i < key.length) {
      yield head + tail;
      if (i + 1 < key.length && key[i] !== key[i + 1]) yield head + key[i + 1] + key[i] + key.slice(i + 2);
    }
    for (const letter of alphabet) {
      if (i < key.length && letter !== key[i]) yield head + letter + tail;
      yield head + letter + key.slice(i);
    }
  }
}
