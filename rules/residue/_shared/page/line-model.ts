import {type LineModel, pageLines} from '../../../../src/generated/page-lines.js';
import type {TextIndex} from '../../../../src/text/tokens.js';
import {lineFeatures, mostFeatures, plainWord, unknownWord} from './line-features.js';

/** Rules that know a kind of line, and the two kinds that honest articles have as well: credits and by-lines. */
export type LineFamily =
  | 'comment-prompt'
  | 'follow-share'
  | 'read-more'
  | 'ad-label'
  | 'newsletter'
  | 'cookie-notice'
  | 'time-line'
  | 'repost-tail'
  | 'caption-marker'
  | 'boilerplate'
  | 'page-furniture'
  | 'tag-list'
  | 'photo-credit'
  | 'byline';

/** What the model says of a line. */
export interface LineJudgement {
  /** Log-odds that the line belongs to the page and not to the article. */
  readonly odds: number;
  readonly family: LineFamily;
}

/** A weight of 32 is one. */
const unit = 32;
/** About a key a bucket. */
const bucketBits = 16;
/** A line that no family claims so much is of no kind of its own. */
const leastVotes = 0.5 * unit;

/** The weights, laid out for looking up; read on first use. */
interface Table {
  readonly families: readonly LineFamily[];
  /** Sorted. */
  readonly keys: Uint32Array;
  readonly pages: Int8Array;
  /** The class of the word that a key stands for; none for most. */
  readonly classes: Uint8Array;
  /** Where the votes of each key begin. */
  readonly firstVote: Uint32Array;
  /** Pairs of a family and a weight. */
  readonly votes: Uint8Array;
  /** Where the keys that begin with these bits begin. */
  readonly buckets: Uint32Array;
}

let table: Table | undefined;
const features = new Uint32Array(mostFeatures);

function load(model: LineModel): Table {
  const keys = new Uint32Array(model.keys.buffer);
  const counts = model.voteCounts;
  const firstVote = new Uint32Array(keys.length + 1);
  for (let i = 0; i < keys.length; i++) firstVote[i + 1] = firstVote[i]! + 2 * counts[i]!;
  const buckets = new Uint32Array((1 << bucketBits) + 1);
  for (let i = keys.length - 1, b = 1 << bucketBits; b >= 0; b--) {
    while (i >= 0 && keys[i]! >>> (32 - bucketBits) >= b) i--;
    buckets[b] = i + 1;
  }
  const loaded: Table = {
    families: model.families as LineFamily[],
    keys,
    pages: new Int8Array(model.pages.buffer),
    classes: new Uint8Array(keys.length),
    firstVote,
    votes: model.votes,
    buckets,
  };
  const classKeys = new Uint32Array(model.classKeys.buffer);
  for (let i = 0; i < classKeys.length; i++)
    loaded.classes[indexOf(loaded, classKeys[i]!)] = model.classes[i]!;
  return loaded;
}

function indexOf({keys, buckets}: Table, key: number): number {
  const bucket = key >>> (32 - bucketBits);
  const end = buckets[bucket + 1]!;
  for (let i = buckets[bucket]!; i < end; i++) if (keys[i]! >= key) return keys[i] === key ? i : -1;
  return -1;
}

function wordClass(key: number): number {
  const i = indexOf(table!, key);
  return i < 0 ? unknownWord : (table!.classes[i] ?? plainWord);
}

/** What is learned of lines of this wording and form (`models/page-lines.md`). */
export function judgeLine(text: TextIndex, block: number): LineJudgement {
  table ??= load(pageLines());
  const {families, pages, firstVote, votes} = table;
  const count = lineFeatures(text, block, wordClass, features);
  // A feature counts once, however often a line has it.
  const found = features.subarray(0, count).sort();
  const sums = new Int32Array(families.length);
  let odds = 0;
  for (let k = 0; k < count; k++) {
    if (k > 0 && found[k] === found[k - 1]) continue;
    const i = indexOf(table, found[k]!);
    if (i < 0) continue;
    odds += pages[i]!;
    for (let v = firstVote[i]!; v < firstVote[i + 1]!; v += 2)
      sums[votes[v]!]! += (votes[v + 1]! << 24) >> 24;
  }
  let best = 0;
  for (let f = 1; f < sums.length; f++) if (sums[f]! > sums[best]!) best = f;
  const isSure = sums[best]! >= leastVotes;
  return {odds: odds / unit, family: isSure ? families[best]! : 'page-furniture'};
}
