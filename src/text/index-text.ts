import type {Article} from '../article/article.js';
import {countWords} from './count-words.js';
import {findSentences} from './sentences.js';
import {tokenize} from './tokenize.js';
import type {TextIndex} from './tokens.js';
import {markZones} from './zones.js';

/** Makes everything that rules ask of a text, in time linear in its length. */
export function indexText(article: Article): TextIndex {
  const table = tokenize(article);
  const {sentences, blockFirstSentence} = findSentences(table);
  const zones = markZones(article, table);
  const {prose} = article;
  const {count, starts, ends, filter} = table;
  return {
    prose,
    tokens: {
      count,
      starts: starts.subarray(0, count),
      ends: ends.subarray(0, count),
      flags: table.flags.subarray(0, count),
      zones,
      hashes: table.hashes.subarray(0, count),
      blocks: table.blocks.subarray(0, count),
    },
    sentences,
    blockFirst: table.blockFirst,
    blockFirstSentence,
    features: table.features,
    mayHold: (hash) => filter.mayHold(hash),
    words: countWords(prose, table.words, table.features),
    token: (i) => prose.slice(starts[i], ends[i]),
  };
}
