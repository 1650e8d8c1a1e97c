import {distance} from 'fastest-levenshtein';
import {foldLatin} from '../spelling/fold.js';
import {nameKey, nameKeys, placeOfKey} from './keys.js';

/** A file, or what is like one, of which slices are read: a table of ten million names is never held as a whole. */
export interface ByteSource {
  /** In bytes. */
  readonly size: number;
  /** Bytes from `start`, as many as `length` or as there are. */
  read(start: number, length: number): Uint8Array;
}

/** A known person, place or organisation, under one of its names. */
export interface AuthorityRecord {
  /** The spelling that was found. */
  readonly name: string;
  /** How the source writes the name in English. */
  readonly canonical: string;
  /** Of the source: `Q615`; names of one id are of one person. */
  readonly id: string;
  readonly kind: 'person' | 'place' | 'organisation' | 'work' | '';
  /** How well known, by the source's own measure (site links of Wikidata); 0 where it has none. */
  readonly rank: number;
  readonly description: string;
}

export interface AuthorityMatch extends AuthorityRecord {
  /** Letters in which the found spelling differs, marks and capitals aside. */
  readonly distance: number;
}

export const authorityMagic = 'CQAU';
export const authorityVersion = 1;
export const footerBytes = 32;

/** Known names, found by a name that is near one. */
export abstract class KnownNames {
  /**
   * Names that are as this one, or near it, the nearest first, then the best known.
   *
   * @param name a full name, in either order of its words
   * @param most how many at most; one an id
   */
  lookup(name: string, most = 10): AuthorityMatch[] {
    const words = wordsOf(name);
    if (words.length === 0) return [];
    const turned = words.length > 1 ? [words.at(-1)!, ...words.slice(0, -1)] : words;
    const spellings = [...new Set([words.join(' '), turned.join(' ')])];
    const keys = new Set([...nameKeys(words), ...nameKeys(turned)]);
    const most1 = Math.max(1, Math.min(3, Math.floor(name.length / 5)));
    const best = new Map<string, AuthorityMatch>();
    for (const key of keys) {
      for (const line of this.bucket(key)) {
        const end = line.indexOf('\t');
        const folded = foldName(line.slice(0, end));
        let apart = Number.POSITIVE_INFINITY;
        for (const spelling of spellings) {
          if (Math.abs(spelling.length - folded.length) > most1) continue;
          apart = Math.min(apart, spelling === folded ? 0 : distance(spelling, folded));
        }
        if (apart > most1) continue;
        const match = {...parseRecord(line), distance: apart};
        const known = best.get(match.id);
        if (known === undefined || known.distance > apart) best.set(match.id, match);
      }
    }
    return [...best.values()]
      .sort((a, b) => a.distance - b.distance || b.rank - a.rank || (a.id < b.id ? -1 : 1))
      .slice(0, most);
  }

  /** Lines of the names that lie under a key, see {@link formatRecord}. */
  protected abstract bucket(key: string): readonly string[];
}

/** Names of a short list, held whole. */
export class ListedNames extends KnownNames {
  private readonly lines = new Map<string, string[]>();

  constructor(names: readonly string[]) {
    super();
    for (const name of names) {
      const words = wordsOf(name);
      if (words.length === 0) continue;
      const key = nameKey(words);
      const line = formatRecord({name, canonical: name, id: name, kind: '', rank: 0, description: ''});
      const lines = this.lines.get(key);
      if (lines === undefined) this.lines.set(key, [line]);
      else lines.push(line);
    }
  }

  protected bucket(key: string): readonly string[] {
    return this.lines.get(key) ?? [];
  }
}

/**
 * A table that `calque authority build` wrote. Layout: records, one a line, `name TAB canonical TAB id TAB kind TAB rank
 * TAB description`, those of one bucket together (a bucket is the upper bits of the hash of a {@link nameKey}); an index
 * of u64, where each bucket begins; a footer of 32 bytes: `CQAU`, version (u32), bits (u32), zero (u32), start of the
 * index (u64), number of records (u64). Little-endian. A look-up reads some 16 bytes of the index and one bucket.
 */
export class AuthorityTable extends KnownNames {
  readonly size: number;
  private readonly bits: number;
  private readonly index: number;

  /** @throws RangeError where the source is no such table, or one of another version */
  constructor(private readonly source: ByteSource) {
    super();
    const footer =
      source.size < footerBytes ? new Uint8Array() : source.read(source.size - footerBytes, footerBytes);
    const view = new DataView(footer.buffer, footer.byteOffset, footer.byteLength);
    const magic = String.fromCharCode(...footer.subarray(0, 4));
    if (magic !== authorityMagic) throw new RangeError('not a table that `calque authority build` wrote');
    const version = view.getUint32(4, true);
    if (version !== authorityVersion)
      throw new RangeError(`a table of version ${version}, where ${authorityVersion} is read: build it anew`);
    this.bits = view.getUint32(8, true);
    this.index = Number(view.getBigUint64(16, true));
    this.size = Number(view.getBigUint64(24, true));
  }

  protected bucket(key: string): string[] {
    const place = placeOfKey(key, this.bits);
    const bounds = this.source.read(this.index + 8 * place, 16);
    const view = new DataView(bounds.buffer, bounds.byteOffset, bounds.byteLength);
    const start = Number(view.getBigUint64(0, true));
    const end = Number(view.getBigUint64(8, true));
    if (end <= start) return [];
    return decoder
      .decode(this.source.read(start, end - start))
      .split('\n')
      .filter(Boolean);
  }
}

const decoder = new TextDecoder();

/** Small letters without marks; hyphens part words. */
export const foldName = (name: string): string =>
  foldLatin(name.normalize('NFC'))
    .toLowerCase()
    .replace(/[-\u2010-\u2015.,]+/g, ' ')
    .replace(/['’‘ʻʼ`]/g, '')
    .trim()
    .replace(/\s+/g, ' ');

export const wordsOf = (name: string): string[] => foldName(name).split(' ').filter(Boolean);

/** A record as a line without its end; tabs and line ends inside become spaces. */
export function formatRecord({name, canonical, id, kind, rank, description}: AuthorityRecord): string {
  return [name, canonical === name ? '' : canonical, id, kind, rank === 0 ? '' : String(rank), description]
    .map((field) => field.replace(/[\t\r\n]+/g, ' '))
    .join('\t');
}

function parseRecord(line: string): AuthorityRecord {
  const [name = '', canonical = '', id = '', kind = '', rank = '', description = ''] = line.split('\t');
  return {
    name,
    canonical: canonical === '' ? name : canonical,
    id,
    kind: kind as AuthorityRecord['kind'],
    rank: Number(rank),
    description,
  };
}
