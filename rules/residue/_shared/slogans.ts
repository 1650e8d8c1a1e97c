import {type TextIndex, TokenFlag, Zone} from '../../../src/text/tokens.js';

/** A sentence that stands in many paragraphs: token indexes of its first and last token in each. */
export interface Slogan {
  readonly places: readonly {readonly first: number; readonly last: number}[];
}

const leastWords = 3;
const mostWords = 16;
const leastPlaces = 3;
/** A refrain of the author's stands in some of the paragraphs; what an engine invents, in most of them. */
const leastShare = 0.5;
const exclamation = 0x21;

/**
 * Sentences with an exclamation mark that stand, word for word, beside others in most paragraphs of a text: an engine that
 * learned from scraped pages puts their slogans there. Linear in the number of tokens.
 */
export function findSlogans(text: TextIndex, isParagraph: (block: number) => boolean): Slogan[] {
  const {sentences, blockFirst} = text;
  const paragraphs = new Set<number>();
  const byHash = new Map<number, {block: number; first: number; last: number}[]>();
  for (let s = 0; s < sentences.count; s++) {
    const block = sentences.blocks[s]!;
    const first = sentences.first[s]!;
    const last = sentences.last[s]!;
    if (!isParagraph(block)) continue;
    paragraphs.add(block);
    const isWhole = first === blockFirst[block] && last === blockFirst[block + 1]! - 1;
    if (isWhole || text.tokens.hashes[last] !== exclamation) continue;
    const hash = hashOfWords(text, first, last);
    if (hash === undefined) continue;
    const places = byHash.get(hash);
    if (!places) byHash.set(hash, [{block, first, last}]);
    else if (places.at(-1)!.block !== block && isSame(text, places[0]!, {first, last}))
      places.push({block, first, last});
  }
  const least = Math.max(leastPlaces, leastShare * paragraphs.size);
  return [...byHash.values()].filter(({length}) => length >= least).map((places) => ({places}));
}

/** Undefined for what is quoted, too short or too long. */
function hashOfWords({tokens}: TextIndex, first: number, last: number): number | undefined {
  const {hashes, flags, zones} = tokens;
  let hash = 0x811c9dc5;
  let words = 0;
  for (let i = first; i <= last; i++) {
    if (zones[i]! & Zone.Quotation) return undefined;
    if (flags[i]! & TokenFlag.Mark) continue;
    if (++words > mostWords) return undefined;
    hash = Math.imul(hash ^ hashes[i]!, 0x01000193);
  }
  return words < leastWords ? undefined : hash;
}

interface Run {
  readonly first: number;
  readonly last: number;
}

function isSame({tokens: {hashes}}: TextIndex, a: Run, b: Run): boolean {
  if (a.last - a.first !== b.last - b.first) return false;
  for (let i = 0; i <= a.last - a.first; i++) if (hashes[a.first + i] !== hashes[b.first + i]) return false;
  return true;
}
