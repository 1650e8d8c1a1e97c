import crypto from 'node:crypto';
import fs from 'node:fs';
import {isPacked, unpacked} from './read-input.js';

/** Whole lines of an input, of which one step makes one piece of its output. */
export interface Part {
  /** 0-based, in the order of the inputs. */
  readonly index: number;
  /** Equal for equal input, so that a run that goes on knows what is done. */
  readonly key: string;
  /** In bytes. */
  readonly size: number;
  /** The lines; read when asked for. */
  read(): Uint8Array;
}

/** Where articles or records come from: a file, or `-` for standard input. */
export type Input = string;

/** Cuts inputs into parts of whole lines, of some bytes each. What is compressed or streamed is read through. */
export async function* partsOf(inputs: readonly Input[], size: number): AsyncGenerator<Part, void> {
  let index = 0;
  for (const [at, input] of inputs.entries()) {
    const isStream = input === '-' || !fs.statSync(input).isFile() || isPacked(input);
    if (!isStream) {
      for (const part of slicesOf(input, size, at)) yield {index: index++, ...part};
      continue;
    }
    const stream = input === '-' ? process.stdin : fs.createReadStream(input, {highWaterMark: 1 << 20});
    for await (const bytes of blocksOf(unpacked(stream), size)) {
      const key = `${at}-${crypto.createHash('sha1').update(bytes).digest('hex')}`;
      yield {index: index++, key, size: bytes.length, read: () => bytes};
    }
  }
}

/** Blocks of whole lines of about so many bytes. The last line may lack its end. */
export async function* blocksOf(
  input: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array, void> {
  let held: Uint8Array[] = [];
  let length = 0;
  /** Behind the last line break that is held. */
  let end = 0;
  for await (const chunk of input) {
    const last = chunk.lastIndexOf(10) + 1;
    if (last > 0) end = length + last;
    held.push(chunk);
    length += chunk.length;
    if (length < size || end === 0) continue;
    const all = Buffer.concat(held);
    yield all.subarray(0, end);
    held = end < all.length ? [Buffer.from(all.subarray(end))] : [];
    length = all.length - end;
    end = 0;
  }
  if (length > 0) yield Buffer.concat(held);
}

type Slice = Omit<Part, 'index'>;

/** Parts of a file that can be read from any place. */
function* slicesOf(file: string, size: number, at: number): Generator<Slice> {
  const total = fs.statSync(file).size;
  const descriptor = fs.openSync(file, 'r');
  try {
    for (let start = 0; start < total; ) {
      const end = lineEnd(descriptor, Math.min(total, start + size), total);
      const from = start;
      yield {
        key: `${at}-${from}-${end}`,
        size: end - from,
        read: () => readSlice(file, from, end),
      };
      start = end;
    }
  } finally {
    fs.closeSync(descriptor);
  }
}

function lineEnd(descriptor: number, from: number, total: number): number {
  const block = Buffer.alloc(1 << 16);
  // The byte before may end a line already.
  for (let at = Math.max(0, from - 1); at < total; at += block.length) {
    const read = fs.readSync(descriptor, block, 0, block.length, at);
    const found = block.subarray(0, read).indexOf(10);
    if (found >= 0) return at + found + 1;
  }
  return total;
}

export function readSlice(file: string, start: number, end: number): Buffer {
  const bytes = Buffer.alloc(end - start);
  const descriptor = fs.openSync(file, 'r');
  try {
    let done = 0;
    while (done < bytes.length) {
      const read = fs.readSync(descriptor, bytes, done, bytes.length - done, start + done);
      if (read === 0) break;
      done += read;
    }
    return bytes.subarray(0, done);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** What tells that the inputs are those of the run before: files by size and time, streams by nothing. */
export function inputsOf(inputs: readonly Input[]): readonly unknown[] {
  return inputs.map((input) => {
    if (input === '-') return '-';
    const {size, mtimeMs} = fs.statSync(input);
    return [input, size, Math.floor(mtimeMs)];
  });
}
