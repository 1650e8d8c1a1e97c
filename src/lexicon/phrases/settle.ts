import {type TextIndex, TokenFlag} from '../../text/tokens.js';
import type {DictionaryEntry, PhraseMatch} from './entry.js';
import {exceptionForm, type Hit} from './hits.js';
import {expandPhrase} from './syntax.js';

/** How many tokens before and after a phrase, in its block, its `near` words may stand. */
export const nearWindow = 60;

/** Tells which of the hits of a sentence are matches: by exceptions, longer matches, place and company. */
export class Settlement {
  /** Hashes of the `near` words of entries, made when first asked for. */
  readonly #near: (ReadonlySet<number> | undefined)[] = [];

  constructor(private readonly entries: readonly DictionaryEntry[]) {}

  /** Drops what an exception covers and what a longer match of the same kind covers; checks place and company. */
  of(text: TextIndex, hits: readonly Hit[], from: number, to: number): PhraseMatch[] | undefined {
    const out: PhraseMatch[] = [];
    // Hits that began earlier and may still cover what comes: as phrases are short, these lists stay short too.
    let exceptions: Hit[] = [];
    let kept: Hit[] = [];
    let edges: Edges | undefined;
    for (let i = 0; i < hits.length; i++) {
      const hit = hits[i] as Hit;
      if (exceptions.length > 0) exceptions = exceptions.filter((h) => h.last >= hit.first);
      if (kept.length > 0) kept = kept.filter((h) => h.last >= hit.first);
      if (hit.form === exceptionForm) {
        exceptions.push(hit);
        continue;
      }
      if (exceptions.some((h) => h.entry === hit.entry && h.last >= hit.last)) continue;
      if (sameSpanException(hits, i)) continue;
      const entry = this.entries[hit.entry] as DictionaryEntry;
      if (kept.some((k) => k.last >= hit.last && covers(this.entries[k.entry] as DictionaryEntry, entry)))
        continue;
      if (entry.position !== undefined) {
        edges ??= findEdges(text, from, to);
        if (!placed(entry.position, hit, edges)) continue;
      }
      if (!this.#accompanied(text, hit)) continue;
      kept.push(hit);
      out.push({
        entry,
        form: hit.form === 0 ? 'phrase' : 'variant',
        first: hit.first,
        last: hit.last,
        start: text.tokens.starts[hit.first] as number,
        end: hit.end,
      });
    }
    return out.length > 0 ? out : undefined;
  }

  #accompanied(text: TextIndex, hit: Hit): boolean {
    const words = (this.entries[hit.entry] as DictionaryEntry).near;
    if (words === undefined) return true;
    this.#near[hit.entry] ??= nearHashes(words);
    const near = this.#near[hit.entry] as ReadonlySet<number>;
    const {blocks, hashes} = text.tokens;
    const block = blocks[hit.first] as number;
    const from = Math.max(text.blockFirst[block] as number, hit.first - nearWindow);
    const stop = Math.min(text.blockFirst[block + 1] as number, hit.last + 1 + nearWindow);
    for (let i = from; i < stop; i++) {
      if ((i < hit.first || i > hit.last) && near.has(hashes[i] as number)) return true;
    }
    return false;
  }
}

/** Hits of one span follow each other, the exception last: is there one for this hit's entry? */
function sameSpanException(hits: readonly Hit[], at: number): boolean {
  const hit = hits[at] as Hit;
  for (let i = at + 1; i < hits.length; i++) {
    const other = hits[i] as Hit;
    if (other.first !== hit.first || other.last !== hit.last) return false;
    if (other.form === exceptionForm && other.entry === hit.entry) return true;
  }
  return false;
}

function covers(outer: DictionaryEntry, inner: DictionaryEntry): boolean {
  return outer.kind === inner.kind && (outer.risk !== 'context' || inner.risk === 'context');
}

/** Token indexes of words and numbers, -1 for none: what stands outermost, marks not counted. */
interface Edges {
  readonly firstOfSentence: number;
  readonly firstOfBlock: number;
  readonly lastOfBlock: number;
}

/** Looked for once a sentence, not once a hit: a line of marks alone may be one long row of hits. */
function findEdges(text: TextIndex, from: number, to: number): Edges {
  const {flags, blocks} = text.tokens;
  const block = blocks[from] as number;
  const start = text.blockFirst[block] as number;
  const stop = text.blockFirst[block + 1] as number;
  const firstIn = (first: number, end: number): number => {
    for (let i = first; i < end; i++) if (!((flags[i] as number) & TokenFlag.Mark)) return i;
    return -1;
  };
  let last = stop - 1;
  while (last >= start && (flags[last] as number) & TokenFlag.Mark) last--;
  return {
    firstOfSentence: firstIn(from, to + 1),
    firstOfBlock: firstIn(start, stop),
    lastOfBlock: last >= start ? last : -1,
  };
}

/** Whether a hit stands where its entry's `position` wants it, marks not counted. */
function placed(position: NonNullable<DictionaryEntry['position']>, hit: Hit, edges: Edges): boolean {
  const opens = (first: number): boolean => first < 0 || first >= hit.first;
  if (!opens(edges.firstOfSentence)) return false;
  if (position === 'sentence-start') return true;
  if (!opens(edges.firstOfBlock)) return false;
  return position === 'block-start' || edges.lastOfBlock <= hit.last;
}

/** The words of a `near` list, `~` and choices expanded; phrases of several words count for none. */
function nearHashes(words: readonly string[]): ReadonlySet<number> {
  const hashes = new Set<number>();
  for (const word of words) {
    for (const {elements} of expandPhrase(word)) if (elements.length === 1) hashes.add(elements[0] as number);
  }
  return hashes;
}
