import fs from 'node:fs';
import type {MappedPart} from './map-articles.js';
import {type Input, type Part, partsOf} from './parts.js';
import type {Workbench} from './workbench.js';

/** Bytes of articles that make one piece of the output. */
const partSize = 1 << 21;

export interface MapOptions {
  /** Parts that are worked on at a time. */
  readonly jobs: number;
  /** Maps the lines of one part, here or in a thread. */
  readonly map: (bytes: Uint8Array) => Promise<MappedPart>;
  /** Told of each part in the order of the input. */
  readonly onPart?: (part: MappedPart, done: Progress) => void;
  /** Bytes a part; for tests. */
  readonly partSize?: number;
}

export interface Progress {
  readonly parts: number;
  /** Of the input, unpacked. */
  readonly bytes: number;
  readonly records: number;
}

/**
 * Maps articles part by part, in order, with a bench for pieces that are done; without one, nothing is kept. Yields the
 * output of each part.
 */
export async function* mapParts(
  inputs: readonly Input[],
  bench: Workbench | undefined,
  options: MapOptions,
): AsyncGenerator<string, void> {
  const running: {part: Part; result: Promise<MappedPart>}[] = [];
  const done = {parts: 0, bytes: 0, records: 0};
  const finish = async (): Promise<string> => {
    const {part, result} = running.shift() as (typeof running)[number];
    const mapped = await result;
    done.parts++;
    done.bytes += part.size;
    done.records += mapped.records;
    options.onPart?.(mapped, {...done});
    return mapped.text;
  };
  for await (const part of partsOf(inputs, options.partSize ?? partSize)) {
    const result = pieceOf(part, bench, options);
    // It is awaited later, in its turn; until then a failure must not count as unhandled.
    result.catch(() => {});
    running.push({part, result});
    if (running.length > 2 * options.jobs) yield await finish();
  }
  while (running.length > 0) yield await finish();
}

async function pieceOf(part: Part, bench: Workbench | undefined, options: MapOptions): Promise<MappedPart> {
  if (bench === undefined) return options.map(part.read());
  const name = `part-${String(part.index).padStart(6, '0')}-${part.key}`;
  if (bench.has(`${name}.jsonl`)) {
    bench.reused++;
    const facts = JSON.parse(fs.readFileSync(bench.path(`${name}.json`), 'utf8')) as Omit<MappedPart, 'text'>;
    return {...facts, text: fs.readFileSync(bench.path(`${name}.jsonl`), 'utf8')};
  }
  const {text, ...facts} = await options.map(part.read());
  bench.write(`${name}.json`, JSON.stringify(facts));
  bench.write(`${name}.jsonl`, text);
  return {text, ...facts};
}
