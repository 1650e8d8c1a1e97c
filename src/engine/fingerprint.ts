import type {Finding} from './finding.js';

/**
 * How many tokens before and after a finding say which one it is. Two tell neighbours apart and still outlive an edit
 * elsewhere in the sentence.
 */
const neighbours = 2;
/** How far a neighbour is looked for, in UTF-16 units: a line without spaces may be long. */
const reach = 200;

/**
 * Fingerprints of the findings of one text, in their order: `hash:ordinal`.
 *
 * The hash is of the rule, the text found, and up to two tokens on either side in the same line. It knows nothing of
 * line numbers or of other lines, so it outlives every edit elsewhere. Findings that are alike in all of this are
 * numbered by their order in the text, from 1; so all fingerprints of a text differ.
 *
 * @param source the text that was linted, with the findings' offsets
 */
export function fingerprintsOf(source: string, findings: readonly Finding[]): string[] {
  const order = findings.map((_, i) => i);
  order.sort((a, b) => {
    const first = findings[a] as Finding;
    const second = findings[b] as Finding;
    return first.start - second.start || first.end - second.end || a - b;
  });
  const seen = new Map<string, number>();
  const out = new Array<string>(findings.length);
  for (const i of order) {
    const hash = fingerprintOf(source, findings[i] as Finding);
    const ordinal = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, ordinal);
    out[i] = `${hash}:${ordinal}`;
  }
  return out;
}

/** The hash alone, 16 hexadecimal digits: the same for findings that are alike. */
export function fingerprintOf(source: string, finding: Pick<Finding, 'rule' | 'start' | 'end'>): string {
  const {rule, start, end} = finding;
  const text = source.slice(start, end).replace(/\r\n?/g, '\n');
  return hash64(
    [rule, text, ...tokensBefore(source, start), '\u0001', ...tokensAfter(source, end)].join('\u0000'),
  );
}

function tokensBefore(source: string, end: number): string[] {
  let from = end;
  while (from > 0 && end - from < reach && !isLineEnd(source.charCodeAt(from - 1))) from--;
  return (source.slice(from, end).match(token) ?? []).slice(-neighbours);
}

function tokensAfter(source: string, start: number): string[] {
  let to = start;
  while (to < source.length && to - start < reach && !isLineEnd(source.charCodeAt(to))) to++;
  return (source.slice(start, to).match(token) ?? []).slice(0, neighbours);
}

/** A word or number, or one character that is neither. */
const token = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

/** FNV-1a, 64 bits (Fowler, Noll, Vo; http://www.isthe.com/chongo/tech/comp/fnv/), over the UTF-16 LE bytes. */
export function hash64(text: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  const step = (byte: number): void => {
    low = (low ^ byte) >>> 0;
    // Times 0x100000001b3, in halves: the prime is 2^40 + 0x1b3.
    const product = low * 0x1b3;
    high = (high * 0x1b3 + Math.floor(product / 0x100000000) + low * 0x100) % 0x100000000;
    low = product % 0x100000000;
  };
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    step(unit & 0xff);
    step(unit >> 8);
  }
  return hex(high) + hex(low);
}

const hex = (x: number): string => x.toString(16).padStart(8, '0');
