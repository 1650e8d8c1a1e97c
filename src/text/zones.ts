import type {Article} from '../article/article.js';
import {wordSet} from './hash.js';
import type {TokenTable} from './tokenize.js';
import {TokenFlag, Zone} from './tokens.js';

const topDomains = wordSet(
  'com org net edu gov mil int info biz io co tv me eu uk us ca au nz ie de at ch fr be nl lu it es pt pl cz sk hu ro bg gr ru ua by md lt lv ee fi se no dk is tr ge am az kz kg uz tm tj mn cn jp kr tw hk sg in pk ir iq il sa ae qa eg za ng ke br ar mx cl news media today agency live online site app dev',
);
/** Small words that a title in capitals may keep small. */
const small = wordSet(
  'a an the of and or in on at to for from by with as de la le les du des der die das und et y',
);

/** Marks each token with the zones it stands in. Linear in the number of tokens. */
export function markZones(article: Article, table: TokenTable): Uint16Array {
  const zones = new Uint16Array(table.count);
  if (table.suspects.length > 0) addresses(article.prose, table, zones);
  pairs(table, zones);
  spans(article, table, zones);
  return zones;
}

function fill(zones: Uint16Array, from: number, to: number, bit: number): void {
  for (let i = from; i <= to; i++) zones[i] = (zones[i] as number) | bit;
}

/** URLs, domains, e-mail addresses, handles and hashtags: runs of tokens without white space round a telling mark. */
function addresses(prose: string, table: TokenTable, zones: Uint16Array): void {
  const {hashes, flags, starts, ends, blocks, count} = table;
  let done = -1;
  for (const at of table.suspects) {
    if (at <= done) continue;
    const code = hashes[at] as number;
    let from = at;
    let to = at;
    const joined = (i: number): boolean =>
      i + 1 < count && blocks[i + 1] === blocks[at] && ends[i] === starts[i + 1];
    const runLeft = (): void => {
      while (
        from > 0 &&
        ends[from - 1] === starts[from] &&
        blocks[from - 1] === blocks[at] &&
        partOfAddress(hashes[from - 1] as number, flags[from - 1] as number)
      )
        from--;
    };
    const runRight = (): void => {
      while (joined(to) && partOfAddress(hashes[to + 1] as number, flags[to + 1] as number)) to++;
      while (to > at && (flags[to] as number) & TokenFlag.Mark && trailing(hashes[to] as number)) to--;
    };
    if (code === 0x3a) {
      runLeft();
      runRight();
      fill(zones, from, to, Zone.Url);
    } else if (code === 0x40) {
      if (
        from > 0 &&
        ends[from - 1] === starts[from] &&
        blocks[from - 1] === blocks[at] &&
        (flags[from - 1] as number) & (TokenFlag.Word | TokenFlag.Number)
      ) {
        runLeft();
        runRight();
        if (to > at) fill(zones, from, to, Zone.Email);
      } else if (!joined(at)) {
        to = partedAddress(table, at);
        if (to > at) {
          const isMail = hashes[to - 1] === 0x2e;
          if (isMail) from = at - 1;
          fill(zones, from, to, isMail ? Zone.Email : Zone.Handle);
        }
      } else if ((flags[at + 1] as number) & (TokenFlag.Word | TokenFlag.Number)) {
        to = at + 1;
        while (
          joined(to) &&
          ((flags[to + 1] as number) & (TokenFlag.Word | TokenFlag.Number) || hashes[to + 1] === 0x5f)
        )
          to++;
        fill(zones, from, to, Zone.Handle);
      }
    } else if (code === 0x23) {
      if (joined(at) && (flags[at + 1] as number) & TokenFlag.Word) fill(zones, at, at + 1, Zone.Handle);
    } else {
      // word.word with no space: a domain when it ends in a top-level domain written small.
      if (!joined(at)) continue;
      const isDomain =
        topDomains.has(hashes[at + 1] as number) && !((flags[at + 1] as number) & TokenFlag.InitialCap);
      const isWww = prose.startsWith('www', starts[at - 1] ?? 0) && ends[at - 1] === starts[at];
      if (!isDomain && !isWww) continue;
      if (
        at === 0 ||
        ends[at - 1] !== starts[at] ||
        !((flags[at - 1] as number) & (TokenFlag.Word | TokenFlag.Number))
      )
        continue;
      runLeft();
      runRight();
      let email = false;
      for (let i = from; i <= to; i++) if (hashes[i] === 0x40) email = true;
      fill(zones, from, to, email ? Zone.Email : Zone.Url);
    }
    done = to;
  }
}

/**
 * The last token of an address whose parts spaces part, as tokenizers leave it: `mayor @ example. com`, `@ Name`,
 * `@ nova _ tv`. The sign itself where it is none: `3 kilos @ 5 euros`, `lunch @ noon`.
 */
function partedAddress({hashes, flags, blocks, count}: TokenTable, at: number): number {
  const isWord = (i: number): boolean =>
    i >= 0 && i < count && blocks[i] === blocks[at] && (flags[i]! & TokenFlag.Word) !== 0;
  if (!isWord(at + 1)) return at;
  let last = at + 1;
  while (hashes[last + 1] === 0x2e && isWord(last + 2)) {
    last += 2;
    const isEnd = topDomains.has(hashes[last]!) && !(flags[last]! & TokenFlag.InitialCap);
    if (isEnd && isWord(at - 1)) return last;
    if (last - at > 7) break;
  }
  last = at + 1;
  while (hashes[last + 1] === 0x5f && isWord(last + 2)) last += 2;
  return last > at + 1 || flags[last]! & TokenFlag.InitialCap ? last : at;
}

function trailing(code: number): boolean {
  return code === 0x2e || code === 0x2c || code === 0x21 || code === 0x3f || code === 0x3a || code === 0x3b;
}

function partOfAddress(code: number, flags: number): boolean {
  if (!(flags & TokenFlag.Mark)) return true;
  return (
    code < 0x80 &&
    code !== 0x22 &&
    code !== 0x27 &&
    code !== 0x28 &&
    code !== 0x29 &&
    code !== 0x3c &&
    code !== 0x3e &&
    code !== 0x5b &&
    code !== 0x5d &&
    code !== 0x7b &&
    code !== 0x7d &&
    code !== 0x7c
  );
}

/** Quotations, titles, brackets. Nothing crosses a block, but a quotation that does not close may go on in the next. */
function pairs(table: TokenTable, zones: Uint16Array): void {
  const {hashes, flags, blockFirst} = table;
  for (let b = 0; b + 1 < blockFirst.length; b++) {
    const from = blockFirst[b] as number;
    const to = (blockFirst[b + 1] as number) - 1;
    let quote = -1;
    let quoteClose = 0;
    let single = -1;
    let square = -1;
    let round = -1;
    for (let i = from; i <= to; i++) {
      if (!((flags[i] as number) & TokenFlag.Mark)) continue;
      const code = hashes[i] as number;
      switch (code) {
        case 0x5b:
          square = i;
          break;
        case 0x5d:
          if (square >= 0) fill(zones, square, i, Zone.Bracket);
          square = -1;
          break;
        case 0x28:
          round = i;
          break;
        case 0x29:
          if (round >= 0) fill(zones, round, i, Zone.Parenthesis);
          round = -1;
          break;
        case 0x201c: // “ opens; when one is open it is a turned closing mark, or the close of „…“
        case 0x22:
        case 0x201d:
        case 0xbb:
        case 0x201e:
        case 0xab:
          if (quote < 0) {
            if (code === 0x201d || (code === 0xbb && !((flags[i] as number) & TokenFlag.SpaceBefore))) break;
            quote = i;
            quoteClose = code === 0xab ? 0xbb : code === 0xbb ? 0xab : 0;
          } else if (
            code === 0x201e ||
            (code === 0xab && quoteClose === 0xbb) ||
            (quoteClose === 0xbb && code !== 0xbb)
          ) {
            break;
          } else {
            close(table, zones, quote, i);
            quote = -1;
          }
          break;
        case 0x2018:
          if (single < 0 && (flags[i] as number) & TokenFlag.SpaceBefore) single = i;
          break;
        case 0x2019:
          if (single >= 0 && !((flags[i] as number) & TokenFlag.SpaceBefore)) {
            close(table, zones, single, i);
            single = -1;
          }
          break;
      }
    }
    if (quote >= 0) fill(zones, quote, to, Zone.Quotation);
  }
}

function close(table: TokenTable, zones: Uint16Array, from: number, to: number): void {
  fill(zones, from, to, isTitle(table, from + 1, to - 1) ? Zone.Quotation | Zone.Title : Zone.Quotation);
}

/** At most ten words, each with a capital but for the small ones between. */
function isTitle(table: TokenTable, from: number, to: number): boolean {
  const {flags, hashes} = table;
  let words = 0;
  for (let i = from; i <= to; i++) {
    const f = flags[i] as number;
    if (!(f & TokenFlag.Word)) continue;
    words++;
    if (words > 10) return false;
    if (f & (TokenFlag.InitialCap | TokenFlag.AllCaps | TokenFlag.InnerCap)) continue;
    if (i > from && small.has(hashes[i] as number)) continue;
    return false;
  }
  return words > 0;
}

function spans(article: Article, table: TokenTable, zones: Uint16Array): void {
  let i = 0;
  for (const span of article.spans) {
    while (i > 0 && (table.starts[i] ?? 0) > span.start) i--;
    while (i < table.count && (table.starts[i] as number) < span.start) i++;
    let last = i;
    while (last < table.count && (table.ends[last] as number) <= span.end) last++;
    if (last === i) continue;
    if (span.kind === 'code' || span.kind === 'opaque') fill(zones, i, last - 1, Zone.Code);
    else if (span.kind === 'debris') fill(zones, i, last - 1, Zone.Debris);
    else if (span.kind === 'quotation') fill(zones, i, last - 1, Zone.Quotation);
    else if (span.kind === 'emphasis' && isTitle(table, i, last - 1)) fill(zones, i, last - 1, Zone.Title);
  }
}
