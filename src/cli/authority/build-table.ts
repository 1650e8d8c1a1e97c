import fs from 'node:fs';
import path from 'node:path';
import {createInterface} from 'node:readline';
import type {Readable} from 'node:stream';
import zlib from 'node:zlib';
import {writeAll} from '../../files/write-all.js';
import {nameKey, placeOfKey} from '../../names/authority/keys.js';
import {guessFormat, type LineReader, readerOf, type SourceFormat} from '../../names/authority/sources.js';
import {
  authorityMagic,
  authorityVersion,
  footerBytes,
  formatRecord,
  wordsOf,
} from '../../names/authority/table.js';

/** Records are first written to so many files, by the upper bits of their keys, and each is then sorted by itself. */
const partBits = 8;
/** Written to a part at once. */
const bufferBytes = 1 << 16;
/** Names in a bucket, about. */
const perBucket = 8;
const mostBits = 22;

export interface BuildReport {
  /** Names, spellings among them. */
  readonly names: number;
  /** Lines that could not be read, the first of them as `line: reason`. */
  readonly problems: {readonly count: number; readonly first: readonly string[]};
}

/**
 * Builds a table of names from a stream of lines, in bounded memory: what is held at a time is a 256th of the names.
 *
 * @param out the file to write; it appears when it is whole
 */
export async function buildTable(
  files: readonly string[],
  out: string,
  format: SourceFormat | undefined,
): Promise<BuildReport> {
  const folder = fs.mkdtempSync(path.join(path.dirname(path.resolve(out)), '.calque-authority-'));
  try {
    const parts = new Parts(folder);
    const problems: string[] = [];
    let wrong = 0;
    for (const file of files) {
      let reader: LineReader | undefined;
      let number = 0;
      for await (const line of createInterface({input: open(file), crlfDelay: Number.POSITIVE_INFINITY})) {
        number++;
        reader ??= readerOf(format ?? guessFormat(line));
        const read = reader(number === 1 ? line.replace(/^\uFEFF/, '') : line);
        if ('problem' in read) {
          wrong++;
          if (problems.length < 5) problems.push(`${file}:${number}: ${read.problem}`);
          continue;
        }
        for (const record of read) {
          const words = wordsOf(record.name);
          if (words.length > 0) parts.add(nameKey(words), formatRecord(record));
        }
      }
    }
    parts.flush();
    write(parts, path.join(folder, 'table'));
    fs.renameSync(path.join(folder, 'table'), out);
    return {names: parts.count, problems: {count: wrong, first: problems}};
  } finally {
    fs.rmSync(folder, {recursive: true, force: true});
  }
}

function open(file: string): Readable {
  const stream = fs.createReadStream(file);
  return file.endsWith('.gz') ? stream.pipe(zlib.createGunzip()) : stream;
}

/** Records in files by the upper bits of their keys, each line `key TAB record`. */
class Parts {
  count = 0;
  private readonly waiting: string[][] = Array.from({length: 1 << partBits}, () => []);
  private readonly sizes = new Uint32Array(1 << partBits);

  constructor(private readonly folder: string) {}

  add(key: string, record: string): void {
    this.count++;
    const part = placeOfKey(key, partBits);
    const line = `${key}\t${record}\n`;
    this.waiting[part]!.push(line);
    this.sizes[part]! += line.length;
    if (this.sizes[part]! > bufferBytes) this.flushPart(part);
  }

  flush(): void {
    for (let part = 0; part < this.waiting.length; part++) this.flushPart(part);
  }

  /** Lines of a part, sorted by bucket, then by themselves; each once. */
  *sorted(part: number, bits: number): Generator<{bucket: number; record: string}> {
    const file = this.fileOf(part);
    if (!fs.existsSync(file)) return;
    const rows = fs
      .readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const end = line.indexOf('\t');
        return {bucket: placeOfKey(line.slice(0, end), bits), record: line.slice(end + 1)};
      })
      .sort((a, b) => a.bucket - b.bucket || (a.record < b.record ? -1 : a.record > b.record ? 1 : 0));
    fs.rmSync(file);
    let before = '';
    for (const row of rows) {
      if (row.record !== before) yield row;
      before = row.record;
    }
  }

  private flushPart(part: number): void {
    const lines = this.waiting[part]!;
    if (lines.length > 0) fs.appendFileSync(this.fileOf(part), lines.join(''));
    this.waiting[part] = [];
    this.sizes[part] = 0;
  }

  private fileOf(part: number): string {
    return path.join(this.folder, `part-${part}`);
  }
}

/** Writes records, index and footer; see {@link AuthorityTable} for the layout. */
function write(parts: Parts, file: string): void {
  const bits = Math.max(
    partBits,
    Math.min(mostBits, Math.ceil(Math.log2(Math.max(1, parts.count / perBucket)))),
  );
  const descriptor = fs.openSync(file, 'w');
  try {
    const index = new BigUint64Array((1 << bits) + 1);
    let at = 0n;
    let next = 0;
    let count = 0n;
    for (let part = 0; part < 1 << partBits; part++) {
      const lines: string[] = [];
      for (const {bucket, record} of parts.sorted(part, bits)) {
        while (next <= bucket) index[next++] = at;
        lines.push(record, '\n');
        at += BigInt(Buffer.byteLength(record) + 1);
        count++;
      }
      writeAll(descriptor, Buffer.from(lines.join('')));
    }
    while (next < index.length) index[next++] = at;
    const bytes = Buffer.alloc(8 * index.length);
    for (const [i, offset] of index.entries()) bytes.writeBigUInt64LE(offset, 8 * i);
    writeAll(descriptor, bytes);
    const footer = Buffer.alloc(footerBytes);
    footer.write(authorityMagic, 0, 'latin1');
    footer.writeUInt32LE(authorityVersion, 4);
    footer.writeUInt32LE(bits, 8);
    footer.writeBigUInt64LE(at, 16);
    footer.writeBigUInt64LE(count, 24);
    writeAll(descriptor, footer);
  } finally {
    fs.closeSync(descriptor);
  }
}
