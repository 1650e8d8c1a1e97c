import type {Article} from '../article/article.js';
import {CharClass, classOf, classOfPair, Script} from './characters.js';
import {markFeatures, wordFeatures} from './features.js';
import {fnvOffset, foldCode, hashStep, hashWord} from './hash.js';
import {Feature, objectCode, TokenFlag} from './tokens.js';
import {WordFilter} from './word-filter.js';

/** The token table while it grows. */
export interface TokenTable extends Columns {
  count: number;
  blockFirst: Uint32Array;
  features: number;
  readonly filter: WordFilter;
  words: number;
  /** Marks that may belong to a URL, an e-mail address or a handle: token indices in order. */
  suspects: number[];
}

const apostrophe = 0x27;
const curlyApostrophe = 0x2019;

/** Soft hyphen and zero width (non-)joiner: they go on with a word and change nothing in it. */
function ignorable(code: number): boolean {
  return code === 0xad || code === 0x200c || code === 0x200d;
}

interface Columns {
  starts: Uint32Array;
  ends: Uint32Array;
  hashes: Uint32Array;
  blocks: Uint32Array;
  flags: Uint16Array;
}

/** Columns of so many rows in one stretch of memory: five to ask for would take as long as to cut a short text. */
function makeColumns(size: number): Columns {
  const memory = new ArrayBuffer(size * 18);
  const column = (k: number): Uint32Array => new Uint32Array(memory, k * size * 4, size);
  return {
    starts: column(0),
    ends: column(1),
    hashes: column(2),
    blocks: column(3),
    flags: new Uint16Array(memory, size * 16, size),
  };
}

function grow(table: TokenTable): void {
  const {starts, ends, hashes, blocks, flags} = table;
  Object.assign(table, makeColumns(starts.length * 2));
  table.starts.set(starts);
  table.ends.set(ends);
  table.hashes.set(hashes);
  table.blocks.set(blocks);
  table.flags.set(flags);
}

/** Fills the token table in one pass over the blocks of an article; zones and sentences are not its work. */
export function tokenize(article: Article): TokenTable {
  const {prose, blocks} = article;
  const {starts, ends, hashes, flags, blocks: inBlock} = makeColumns((prose.length >> 2) + 64);
  const table: TokenTable = {
    count: 0,
    starts,
    ends,
    flags,
    hashes,
    blocks: inBlock,
    blockFirst: new Uint32Array(blocks.length + 1),
    features: 0,
    filter: new WordFilter(),
    words: 0,
    suspects: [],
  };
  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b] as (typeof blocks)[number];
    table.blockFirst[b] = table.count;
    tokenizeRange(table, prose, block.start, block.end, b);
  }
  table.blockFirst[blocks.length] = table.count;
  return table;
}

function tokenizeRange(table: TokenTable, text: string, from: number, to: number, block: number): void {
  let spaceBefore: number = TokenFlag.SpaceBefore;
  let i = from;
  while (i < to) {
    const code = text.charCodeAt(i);
    let klass = classOf(code);
    let width = 1;
    if (code >= 0xd800 && code <= 0xdfff) {
      const point = text.codePointAt(i) as number;
      if (point > 0xffff && i + 1 < to) {
        // Tags and selectors, which nobody sees.
        if (code === 0xdb40) table.features |= Feature.Invisible;
        klass = classOfPair(point);
        width = 2;
      } else table.features |= Feature.LoneSurrogate;
    }
    const kind = klass & 7;
    if (kind === CharClass.Space) {
      if (code === 0xa0 || code === 0x202f || code === 0x2007) table.features |= Feature.Invisible;
      if (spaceBefore !== 0 && code === 0x20 && i > from) table.features |= Feature.DoubleSpace;
      spaceBefore = TokenFlag.SpaceBefore;
      i++;
      continue;
    }
    if (table.count === table.starts.length) grow(table);
    const start = i;
    const index = table.count++;
    let flags = spaceBefore;
    let hash: number;
    spaceBefore = 0;
    if (kind >= CharClass.Lower && kind <= CharClass.Caseless) {
      // A word.
      hash = fnvOffset;
      let slow = false;
      let upper = 0;
      let lower = 0;
      let scripts = 0;
      let nonAscii = 0;
      let at = i;
      let here = klass;
      let unit = code;
      let step = width;
      for (;;) {
        const k = here & 7;
        if (k === CharClass.Lower) {
          lower++;
          scripts |= 1 << ((here & Script.mask) >> 3);
        } else if (k === CharClass.Upper) {
          if (lower > 0) flags |= TokenFlag.InnerCap;
          if (at === i) flags |= TokenFlag.InitialCap;
          upper++;
          scripts |= 1 << ((here & Script.mask) >> 3);
        } else if (k === CharClass.Caseless) scripts |= 1 << ((here & Script.mask) >> 3);
        else if (k === CharClass.Digit) flags |= TokenFlag.Alphanumeric;
        else if (k === CharClass.Extend) {
          slow = true;
          if (ignorable(unit)) table.features |= Feature.Invisible;
        } else flags |= TokenFlag.Apostrophe;
        if (unit > 0x7f && k !== CharClass.Mark && !ignorable(unit)) nonAscii = TokenFlag.NonAscii;
        hash = hashStep(hash, foldCode(unit));
        if (step === 2) {
          if (unit === 0xdb40) table.features |= Feature.Invisible;
          hash = hashStep(hash, text.charCodeAt(at + 1));
        }
        at += step;
        if (at >= to) break;
        unit = text.charCodeAt(at);
        here = classOf(unit);
        step = 1;
        if (unit >= 0xd800 && unit <= 0xdbff && at + 1 < to) {
          const point = text.codePointAt(at) as number;
          if (point > 0xffff) {
            here = classOfPair(point);
            step = 2;
          }
        }
        const next = here & 7;
        if (next === CharClass.Mark) {
          if (unit !== apostrophe && unit !== curlyApostrophe) break;
          if (at + 1 >= to) break;
          const after = classOf(text.charCodeAt(at + 1)) & 7;
          if (after < CharClass.Lower || after > CharClass.Caseless) break;
          table.features |= unit === apostrophe ? Feature.StraightApostrophe : Feature.CurlyApostrophe;
        } else if (next === CharClass.Space) break;
      }
      if (upper >= 2 && lower === 0) flags |= TokenFlag.AllCaps;
      // `O’S`-like capitals with a small possessive s: NATO’s is all capitals too.
      if (flags & TokenFlag.Apostrophe && (text.charCodeAt(at - 1) | 32) === 0x73) {
        const before = text.charCodeAt(at - 2);
        if (before === apostrophe || before === curlyApostrophe) {
          flags |= TokenFlag.Possessive;
          if (upper >= 2 && lower === 1) flags = (flags | TokenFlag.AllCaps) & ~TokenFlag.InnerCap;
        }
      }
      if (scripts & 2) flags |= TokenFlag.Latin;
      if (scripts & 4) flags |= TokenFlag.Cyrillic;
      if (scripts & 8) flags |= TokenFlag.Greek;
      if (scripts & 16) flags |= TokenFlag.OtherScript;
      flags |= TokenFlag.Word | nonAscii;
      if (nonAscii) table.features |= wordFeatures(scripts);
      if (slow) hash = hashWord(text, start, at);
      table.filter.add(hash);
      i = at;
      table.words++;
    } else if (kind === CharClass.Digit) {
      hash = fnvOffset;
      flags |= TokenFlag.Number;
      table.features |= Feature.Digit;
      let at = i;
      for (;;) {
        hash = hashStep(hash, foldCode(text.charCodeAt(at)));
        at++;
        if (at >= to) break;
        const unit = text.charCodeAt(at);
        const k = classOf(unit) & 7;
        if (k === CharClass.Digit || k === CharClass.Extend) continue;
        if (k >= CharClass.Lower && k <= CharClass.Caseless) {
          flags |= TokenFlag.Alphanumeric;
          continue;
        }
        if (
          (unit === 0x2e || unit === 0x2c) &&
          at + 1 < to &&
          (classOf(text.charCodeAt(at + 1)) & 7) === CharClass.Digit
        ) {
          continue;
        }
        break;
      }
      table.filter.add(hash);
      i = at;
      table.words++;
    } else {
      flags |= TokenFlag.Mark;
      hash = width === 2 ? (text.codePointAt(i) as number) : code;
      table.features |= markFeatures(code);
      if (code === 0x40 || code === 0x23) table.suspects.push(index);
      else if (
        code === 0x2e &&
        flags === TokenFlag.Mark &&
        i + 1 < to &&
        (classOf(text.charCodeAt(i + 1)) & 7) !== CharClass.Space
      ) {
        table.suspects.push(index);
      } else if (
        code === 0x3a &&
        i + 2 < to &&
        text.charCodeAt(i + 1) === 0x2f &&
        text.charCodeAt(i + 2) === 0x2f
      ) {
        table.suspects.push(index);
      }
      i += width;
      if (code === objectCode) while (i < to && text.charCodeAt(i) === objectCode) i++;
    }
    table.starts[index] = start;
    table.ends[index] = i;
    table.flags[index] = flags;
    table.hashes[index] = hash >>> 0;
    table.blocks[index] = block;
  }
}
