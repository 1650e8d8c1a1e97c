import fs from 'node:fs';
import {findStories} from './find-stories.js';
import {type Input, partsOf} from './parts.js';
import type {StoryRecord} from './records.js';
import {type ArticleFeatures, type FeatureNames, featuresOfPart} from './story-features.js';
import type {Workbench} from './workbench.js';

const partSize = 1 << 26;

/**
 * Finds articles of one story from mention records. What each part of them holds is a piece of the workbench; what is there
 * is not made again.
 */
export async function findStoriesIn(
  inputs: readonly Input[],
  bench: Workbench,
  {
    onPart,
    partSize: size = partSize,
  }: {onPart?: (parts: number, bytes: number) => void; partSize?: number} = {},
): Promise<readonly StoryRecord[]> {
  const pieces: string[] = [];
  let bytes = 0;
  for await (const part of partsOf(inputs, size)) {
    const name = `part-${String(part.index).padStart(6, '0')}-${part.key}`;
    if (bench.has(`${name}.ids`)) bench.reused++;
    else writePiece(bench, name, featuresOfPart(part.read()));
    pieces.push(name);
    bytes += part.size;
    onPart?.(pieces.length, bytes);
  }
  const names: FeatureNames = new Map();
  const byId = new Map<string, Uint32Array>();
  for (const name of pieces) {
    for (const {id, features} of readPiece(bench, name, names)) {
      const known = byId.get(id);
      byId.set(id, known === undefined ? features : union(known, features));
    }
  }
  const articles = [...byId].map(([id, features]) => ({id, features}));
  return findStories(
    articles.sort((a, b) => (a.id < b.id ? -1 : 1)),
    names,
  );
}

function writePiece(
  bench: Workbench,
  name: string,
  {articles, names}: ReturnType<typeof featuresOfPart>,
): void {
  const size = articles.reduce((sum, {features}) => sum + features.length, articles.length);
  const numbers = new Uint32Array(size);
  let at = 0;
  for (const {features} of articles) {
    numbers[at++] = features.length;
    numbers.set(features, at);
    at += features.length;
  }
  bench.write(`${name}.features`, new Uint8Array(numbers.buffer));
  bench.write(`${name}.names`, [...names].map(([hash, text]) => JSON.stringify([hash, text])).join('\n'));
  // The ids come last: where they are, the others are.
  bench.write(`${name}.ids`, articles.map(({id}) => JSON.stringify(id)).join('\n'));
}

function* readPiece(bench: Workbench, name: string, names: FeatureNames): Generator<ArticleFeatures> {
  for (const line of linesIn(bench.path(`${name}.names`))) {
    const [hash, text] = JSON.parse(line) as [number, string];
    const other = names.get(hash);
    if (other === undefined || text < other) names.set(hash, text);
  }
  const bytes = fs.readFileSync(bench.path(`${name}.features`));
  const numbers = new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  let at = 0;
  for (const line of linesIn(bench.path(`${name}.ids`))) {
    const length = numbers[at++] as number;
    yield {id: JSON.parse(line) as string, features: numbers.subarray(at, at + length)};
    at += length;
  }
}

const linesIn = (file: string): string[] => fs.readFileSync(file, 'utf8').split('\n').filter(Boolean);

const union = (a: Uint32Array, b: Uint32Array): Uint32Array => Uint32Array.from(new Set([...a, ...b])).sort();
