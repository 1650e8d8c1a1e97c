import {type TextIndex, TokenFlag} from '../../../../src/text/tokens.js';

/** A line of more words and marks is judged by these alone. */
const mostTokens = 40;
export const mostFeatures = 6 * mostTokens + 24;

/** What a word or number is that the model does not know; the codes of marks are above these. */
const Sign = {
  Begin: 1,
  End: 2,
  Name: 3,
  Other: 4,
  Capital: 5,
  Number: 6,
  Year: 7,
  Clock: 8,
  Title: 9,
  Text: 10,
  Plain: 11,
} as const;
const Kind = {
  Word: 1,
  Pair: 2,
  Around: 3,
  Length: 4,
  Others: 5,
  Capitals: 6,
  Ends: 7,
  Stops: 8,
  ClassPair: 9,
  ClassTriple: 10,
  Frame: 11,
} as const;

/** What the model knows of a word: nothing; that it is a word of no class; else its class. */
export const unknownWord = -1;
export const plainWord = 0;
/** Words that say nothing of what a line is about: articles, prepositions. They are no part of its frame. */
export const smallWord = 1;
/** Classes are numbered from here on; above them are the codes of marks. */
const firstClass = 0x20;
/** A longer frame is no label. */
const mostOfFrame = 6;
const framing = new Set([...':：|»›→←«>/()#'].map((mark) => mark.charCodeAt(0)));

/** A colon, a bar or an arrow so far in at most parts a label from what it names. */
const lastTokenOfLabel = 6;
/** Of what is behind a label so many words and marks count. */
const mostBehindLabel = 3;
const parting = new Set([...':：|»›→'].map((mark) => mark.charCodeAt(0)));

const symbols = new Uint32Array(mostTokens + 2);
const frame = new Uint32Array(mostTokens + 2);

/** A 32-bit key of a kind of feature and two symbols (the finalizer of MurmurHash3, Appleby 2011). */
function keyOf(kind: number, a: number, b: number): number {
  let hash = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(kind, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The key under which a word is in the model, by its hash. */
export function wordKey(hash: number): number {
  return keyOf(Kind.Word, hash, 0);
}

/**
 * The features of a block as keys: its words, pairs of neighbours, words around another, what its form is, and its frame:
 * the classes of its words without the small ones, in pairs and threes and, where it is short, as a whole. Words that
 * `wordClass` does not know count as names or others.
 *
 * @returns how many were written to `into`, which has room for {@link mostFeatures}
 */
export function lineFeatures(
  {tokens, blockFirst, prose}: TextIndex,
  block: number,
  wordClass: (wordKey: number) => number,
  into: Uint32Array,
): number {
  const {flags, hashes, starts, ends} = tokens;
  const from = blockFirst[block]!;
  const to = Math.min(blockFirst[block + 1]!, from + mostTokens);
  let count = 0;
  let words = 0;
  let capitals = 0;
  let others = 0;
  let stops = 0;
  /** Where the label ends, behind which any words may stand. */
  let label = to;
  symbols[0] = Sign.Begin;
  let n = 1;
  frame[0] = Sign.Begin;
  let framed = 1;
  for (let i = from; i < to && i <= label + mostBehindLabel; i++) {
    const flag = flags[i]!;
    let symbol = hashes[i]!;
    /** What it is in the frame; 0 where it has no part in it. */
    let part: number = 0;
    if (flag & TokenFlag.Mark) {
      if (i < to - 1 && (symbol === 0x2e || symbol === 0x21 || symbol === 0x3f)) stops++;
      if (label === to && words > 0 && i - from <= lastTokenOfLabel && parting.has(symbol)) label = i;
      if (framing.has(symbol)) part = symbol + 0x100;
      symbol += 0x100;
    } else if (flag & TokenFlag.Number) part = symbol = numberSymbol(prose, starts[i]!, ends[i]!);
    else {
      words++;
      if (flag & TokenFlag.InitialCap) capitals++;
      const isCapital = (flag & TokenFlag.InitialCap) !== 0;
      if (i > label) part = symbol = isCapital ? Sign.Title : Sign.Text;
      else {
        const known = wordClass(wordKey(symbol));
        if (known === unknownWord) {
          others++;
          part = symbol = isCapital ? (words === 1 ? Sign.Capital : Sign.Name) : Sign.Other;
        } else if (known !== smallWord) part = known === plainWord ? Sign.Plain : firstClass + known;
      }
    }
    if (part !== 0 && (part >= firstClass || part !== frame[framed - 1])) frame[framed++] = part;
    symbols[n++] = symbol;
    into[count++] = wordKey(symbol);
  }
  symbols[n++] = Sign.End;
  for (let i = 1; i < n; i++) {
    into[count++] = keyOf(Kind.Pair, symbols[i - 1]!, symbols[i]!);
    if (i > 1) into[count++] = keyOf(Kind.Around, symbols[i - 2]!, symbols[i]!);
  }
  frame[framed++] = Sign.End;
  let whole = 0;
  for (let i = 1; i < framed; i++) {
    const pair = keyOf(Kind.ClassPair, frame[i - 1]!, frame[i]!);
    into[count++] = pair;
    if (i > 1) into[count++] = keyOf(Kind.ClassTriple, frame[i - 2]!, pair);
    whole = keyOf(Kind.Frame, whole, frame[i]!);
  }
  if (framed <= mostOfFrame + 2) into[count++] = whole;
  into[count++] = keyOf(Kind.Length, lengthClass(n - 2), label < to - 1 ? 1 : 0);
  into[count++] = keyOf(Kind.Others, Math.min(others, 4), lengthClass(words));
  into[count++] = keyOf(
    Kind.Capitals,
    capitals === 0 ? 0 : capitals === 1 ? 1 : capitals === words ? 2 : 3,
    0,
  );
  into[count++] = keyOf(Kind.Ends, flags[to - 1]! & TokenFlag.Mark ? hashes[to - 1]! : 0, 0);
  into[count++] = keyOf(Kind.Stops, Math.min(stops, 2), 0);
  return count;
}

function lengthClass(n: number): number {
  return n <= 4 ? n : n <= 6 ? 5 : n <= 9 ? 6 : n <= 14 ? 7 : n <= 22 ? 8 : 9;
}

function numberSymbol(prose: string, start: number, end: number): number {
  for (let i = start; i < end; i++) if (prose.charCodeAt(i) === 0x3a) return Sign.Clock;
  const first = prose.charCodeAt(start);
  return end - start === 4 && (first === 0x31 || first === 0x32) ? Sign.Year : Sign.Number;
}
