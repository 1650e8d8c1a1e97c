import fs from 'node:fs';
import {bucketCount} from './article-hash.js';
import {formLimit, withRoom} from './number-arrays.js';

/** Which articles have which forms: pairs of an article's hash and a form's number, by bucket of the hash. */
export class Postings {
  private buckets = new Uint8Array(1 << 12);
  private hashes = new Uint32Array(1 << 12);
  private forms = new Int32Array(1 << 12);
  private length = 0;

  add(bucket: number, hash: number, form: number): void {
    const length = this.length + 1;
    if (length > this.forms.length) {
      this.buckets = withRoom(this.buckets, length);
      this.hashes = withRoom(this.hashes, length);
      this.forms = withRoom(this.forms, length);
    }
    this.buckets[this.length] = bucket;
    this.hashes[this.length] = hash;
    this.forms[this.length++] = form;
  }

  /** Gives forms other numbers; those that become -1 are left out. */
  rename(numbers: readonly number[]): void {
    let kept = 0;
    for (let i = 0; i < this.length; i++) {
      const form = numbers[this.forms[i] as number] as number;
      if (form < 0) continue;
      this.buckets[kept] = this.buckets[i] as number;
      this.hashes[kept] = this.hashes[i] as number;
      this.forms[kept++] = form;
    }
    this.length = kept;
  }

  /** Bytes of a file: where each bucket begins (u32, one more than there are), then all hashes, then all forms. */
  toBytes(): Uint8Array {
    const {length} = this;
    const starts = new Uint32Array(bucketCount + 1);
    for (let i = 0; i < length; i++) (starts[(this.buckets[i] as number) + 1] as number)++;
    for (let b = 0; b < bucketCount; b++) starts[b + 1] = (starts[b + 1] as number) + (starts[b] as number);
    const next = starts.slice();
    const out = new Uint32Array(starts.length + 2 * length);
    out.set(starts);
    for (let i = 0; i < length; i++) {
      const at = starts.length + (next[this.buckets[i] as number] as number);
      (next[this.buckets[i] as number] as number)++;
      out[at] = this.hashes[i] as number;
      out[at + length] = this.forms[i] as number;
    }
    return new Uint8Array(out.buffer);
  }
}

/** One part's postings, with what its numbers of forms are over all parts. */
export interface PostingsFile {
  readonly file: string;
  readonly numbers: Uint32Array;
}

/** The articles of postings that lie in files, in the order of their hashes: the same whatever the parts were. */
export class ArticleForms {
  constructor(private readonly files: readonly PostingsFile[]) {}

  /** Calls `visit` with the forms of each article, each once, ascending. The array is used again. */
  each(visit: (forms: Uint32Array, count: number) => void): void {
    const open = this.files.map(({file, numbers}) => {
      const descriptor = fs.openSync(file, 'r');
      return {descriptor, numbers, starts: read(descriptor, 0, bucketCount + 1)};
    });
    let forms = new Uint32Array(1 << 10);
    for (let b = 0; b < bucketCount; b++) {
      const size = open.reduce((sum, {starts}) => sum + (starts[b + 1] as number) - (starts[b] as number), 0);
      const keys = new Float64Array(size);
      let k = 0;
      for (const {descriptor, numbers, starts} of open) {
        const from = starts[b] as number;
        const length = (starts[b + 1] as number) - from;
        if (length === 0) continue;
        const hashes = read(descriptor, starts.length + from, length);
        const local = read(descriptor, starts.length + (starts[bucketCount] as number) + from, length);
        for (let i = 0; i < length; i++)
          keys[k++] = (hashes[i] as number) * formLimit + (numbers[local[i] as number] as number);
      }
      keys.sort();
      let count = 0;
      let article = -1;
      let last = -1;
      for (let i = 0; i < size; i++) {
        const key = keys[i] as number;
        if (key === last) continue;
        last = key;
        const own = Math.floor(key / formLimit);
        if (own !== article) {
          if (count > 0) visit(forms, count);
          article = own;
          count = 0;
        }
        if (count === forms.length) {
          const grown = new Uint32Array(2 * count);
          grown.set(forms);
          forms = grown;
        }
        forms[count++] = key - own * formLimit;
      }
      if (count > 0) visit(forms, count);
    }
    for (const {descriptor} of open) fs.closeSync(descriptor);
  }
}

const read = (descriptor: number, start: number, length: number): Uint32Array => {
  const out = new Uint32Array(length);
  const bytes = new Uint8Array(out.buffer);
  let done = 0;
  while (done < bytes.length) {
    const n = fs.readSync(descriptor, bytes, done, bytes.length - done, 4 * start + done);
    if (n === 0) break;
    done += n;
  }
  return out;
};

/** Whether so many forms can be numbered. */
export function checkFormCount(count: number): void {
  if (count >= formLimit)
    throw new Error(
      `there are ${count} spellings, more than ${formLimit - 1}: split the archive, by years for example`,
    );
}
