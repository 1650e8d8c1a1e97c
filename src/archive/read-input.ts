import fs from 'node:fs';
import zlib from 'node:zlib';

/** What an input is, by its first bytes. */
type Packing = 'gzip' | 'zstd' | undefined;

function packingOf(head: Uint8Array): Packing {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  if (head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd) return 'zstd';
  return undefined;
}

/** Whether a file is compressed, so that its middle cannot be read without its beginning. */
export function isPacked(file: string): boolean {
  const descriptor = fs.openSync(file, 'r');
  try {
    const head = Buffer.alloc(4);
    fs.readSync(descriptor, head, 0, 4, 0);
    return packingOf(head) !== undefined;
  } finally {
    fs.closeSync(descriptor);
  }
}

/** The bytes of an input, unpacked where it is gzip or Zstandard, whatever its name says. */
export async function* unpacked(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const chunks = input[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let length = 0;
  while (length < 4) {
    const next = await chunks.next();
    if (next.done) break;
    head.push(next.value);
    length += next.value.length;
  }
  const all = async function* (): AsyncGenerator<Uint8Array, void> {
    yield* head;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  };
  const packing = packingOf(Buffer.concat(head).subarray(0, 4));
  if (packing === undefined) yield* all();
  else if (packing === 'gzip') yield* through(zlib.createGunzip(), all());
  else yield* unpackedZstd(all());
}

/** Node has Zstandard from 22.15 and 23.8 on; elsewhere a decoder in JavaScript does it, at a tenth of the speed. */
async function* unpackedZstd(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const {createZstdDecompress} = zlib as {createZstdDecompress?: () => NodeJS.ReadWriteStream};
  if (createZstdDecompress !== undefined) {
    yield* through(createZstdDecompress(), input);
    return;
  }
  const {Decompress} = await import('fzstd');
  const out: Uint8Array[] = [];
  const decoder = new Decompress((chunk) => out.push(chunk.slice()));
  for await (const chunk of input) {
    decoder.push(chunk);
    yield* out.splice(0);
  }
  decoder.push(new Uint8Array(0), true);
  yield* out;
}

async function* through(
  unpacker: NodeJS.ReadWriteStream,
  input: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  const feeding = (async () => {
    for await (const chunk of input)
      if (!unpacker.write(chunk)) await new Promise((resolve) => unpacker.once('drain', resolve));
    unpacker.end();
  })();
  feeding.catch((error: unknown) => (unpacker as unknown as {destroy(error: unknown): void}).destroy(error));
  for await (const chunk of unpacker) yield chunk as Buffer;
  await feeding;
}
