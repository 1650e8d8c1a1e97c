import {wordSet} from './hash.js';
import type {TokenTable} from './tokenize.js';
import {objectCode, type Sentences, TokenFlag} from './tokens.js';

/** Followed by a name or a number, never by a new sentence. */
const titles = wordSet(
  'mr mrs ms messrs dr prof gen sen rep gov lt col maj capt cpl sgt adm cmdr supt insp hon rev fr st ste mt ft pres pvt atty asst assoc vs fig no nos vol art ch sec par pp ed eds cf al nr bzw ca str sr. hr fru akad dots',
);
/** Followed by a number (or a small letter) they end nothing; before a capital they may. */
const months = wordSet(
  'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun',
);
/** May stand at the end of a sentence: they end one only before a word that usually begins one. */
const abbreviations = wordSet(
  'inc ltd co corp plc llc bros jr sr esq ph phd etc est dept univ approx ave blvd rd hwy min max a.m p.m am pm eg ie viz ibid op cit km kg cm mm mln bln trn sq tel ext ok okla calif ariz ark colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev pa tenn tex va vt wash wis wyo',
);
/** Words with which a new sentence usually begins. */
const starters = wordSet(
  'the a an this that these those he she it they we i you his her its their our my your there here who what when where why how in on at by for from with after before during since until while although though if as but and or so yet however meanwhile according both all some many most one two no not once now then today yesterday earlier later also another each every such only even still under over among between despite because through',
);

const open = new Set([
  0x201c, 0x2018, 0xab, 0x201e, 0x22, 0x27, 0x28, 0x5b, 0x2014, 0x2013, 0x2d, 0x300c, 0x201d,
]);

function closes(code: number): boolean {
  switch (code) {
    case 0x201d:
    case 0x2019:
    case 0x22:
    case 0x27:
    case 0x29:
    case 0x5d:
    case 0xbb:
    case 0x300d:
    case 0x201c:
      return true;
  }
  return false;
}

/** Marks that may end a sentence. */
function isTerminator(code: number): boolean {
  return (
    code === 0x2e ||
    code === 0x21 ||
    code === 0x3f ||
    code === 0x2026 ||
    code === 0x3002 ||
    code === 0x0964 || // ।
    code === 0x0589 || // ։
    code === 0x061f || // ؟
    code === 0x06d4 || // ۔
    code === 0xff01 ||
    code === 0xff1f
  );
}

/**
 * Cuts blocks into sentences and sets `TokenFlag.SentenceStart`. A full stop after an initial (`A. Atambayev`), a
 * title, a month before a day (`Sept. 28`) or inside `U.S.` ends nothing; closing quotation marks and brackets
 * belong to the sentence that they close.
 */
export function findSentences(table: TokenTable): {sentences: Sentences; blockFirstSentence: Uint32Array} {
  const {flags, hashes, starts, ends, blockFirst} = table;
  const blocks = blockFirst.length - 1;
  const first: number[] = [];
  const last: number[] = [];
  const inBlock: number[] = [];
  const blockFirstSentence = new Uint32Array(blocks + 1);
  for (let b = 0; b < blocks; b++) {
    blockFirstSentence[b] = first.length;
    const from = blockFirst[b] as number;
    const to = blockFirst[b + 1] as number;
    let begin = from;
    let i = from;
    while (i < to) {
      if (!((flags[i] as number) & TokenFlag.Mark) || !isTerminator(hashes[i] as number)) {
        i++;
        continue;
      }
      const stop = i;
      let end = i;
      // Further terminators and what closes right behind them.
      while (end + 1 < to && ends[end] === starts[end + 1] && (flags[end + 1] as number) & TokenFlag.Mark) {
        const code = hashes[end + 1] as number;
        if (!isTerminator(code) && !closes(code)) break;
        end++;
      }
      // A turned mark that floats: `… order. “` at the end of a block.
      if (end + 2 === to && closes(hashes[end + 1] as number) && (flags[end + 1] as number) & TokenFlag.Mark)
        end++;
      i = end + 1;
      if (i < to && !breaks(table, stop, end, i, to)) continue;
      first.push(begin);
      last.push(end);
      inBlock.push(b);
      begin = i;
    }
    if (begin < to) {
      first.push(begin);
      last.push(to - 1);
      inBlock.push(b);
    }
  }
  blockFirstSentence[blocks] = first.length;
  for (let s = 0; s < first.length; s++) {
    let i = first[s] as number;
    const end = last[s] as number;
    // What is hidden may be the first word.
    while (i < end && (flags[i] as number) & TokenFlag.Mark && hashes[i] !== objectCode) i++;
    flags[i] = (flags[i] as number) | TokenFlag.SentenceStart;
  }
  return {
    sentences: {
      count: first.length,
      first: Uint32Array.from(first),
      last: Uint32Array.from(last),
      blocks: Uint32Array.from(inBlock),
    },
    blockFirstSentence,
  };
}

function breaks(table: TokenTable, stop: number, end: number, next: number, to: number): boolean {
  const {flags, hashes, starts, ends} = table;
  const code = hashes[stop] as number;
  if (code === 0x3002 || code === 0xff01 || code === 0xff1f) return true;
  if (!((flags[next] as number) & TokenFlag.SpaceBefore)) {
    // `…of the town”.` is closed by the loop above; what stands close behind begins nothing, except a glued sentence.
    return false;
  }
  let head = next;
  while (head < to && (flags[head] as number) & TokenFlag.Mark && open.has(hashes[head] as number)) head++;
  if (head === to) return end > stop || head > next;
  const headFlags = flags[head] as number;
  const word = (headFlags & TokenFlag.Word) !== 0;
  const capital = (headFlags & (TokenFlag.InitialCap | TokenFlag.AllCaps)) !== 0;
  const cased = (headFlags & (TokenFlag.Latin | TokenFlag.Cyrillic | TokenFlag.Greek)) !== 0;
  if (word && cased && !capital && !((headFlags & TokenFlag.InnerCap) !== 0)) return false;
  const isObject = hashes[head] === objectCode && !word;
  if (!word && !((headFlags & TokenFlag.Number) !== 0) && head === next && !isObject) return false;
  if (code !== 0x2e || stop === 0 || ends[stop - 1] !== starts[stop]) return true;
  const before = flags[stop - 1] as number;
  if (!(before & TokenFlag.Word)) return true;
  const hash = hashes[stop - 1] as number;
  const length = (ends[stop - 1] as number) - (starts[stop - 1] as number);
  const starter = word && starters.has(hashes[head] as number);
  if (length === 1 && before & TokenFlag.InitialCap) {
    // An initial, or the end of `U.S.`: a name goes on unless an ordinary first word follows.
    return starter || head > next;
  }
  if (titles.has(hash) && end === stop) return starter && !(before & TokenFlag.InitialCap) && length > 3;
  if (months.has(hash) && before & TokenFlag.InitialCap && end === stop) return word && starter;
  if (abbreviations.has(hash) && end === stop) {
    if (
      length === 1 ||
      /* a.m. */ (stop >= 2 && hashes[stop - 2] === 0x2e && ends[stop - 2] === starts[stop - 1])
    )
      return starter;
    return starter || (word && capital && !(before & TokenFlag.InitialCap));
  }
  if (length === 1 && stop >= 2 && hashes[stop - 2] === 0x2e && ends[stop - 2] === starts[stop - 1])
    return starter;
  return true;
}
