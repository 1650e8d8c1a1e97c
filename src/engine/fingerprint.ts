import type {Finding} from './finding.js';

/**
 * How many tokens before and after a finding say which one it is. Two tell neighbours apart and still outlive an edit
 * elsewhere in the sentence.
 */
const neighbours = 2;
/** How far a neighbour is looked for, in UTF-16 units: a line without spaces may be long. */
const reach = 200;
/** Where they are looked for first. */
const shortReach = 40;

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
    [rule, text, ...tokensBefore(source, start), '\u0001', ...tokensAfter(source, end)]
      .join('\u0000')
      .normalize(),
  );
}

function tokensBefore(source: string, end: number): string[] {
  return nearest((most) => {
    let from = end;
    while (from > 0 && end - from < most && !isLineEnd(source.charCodeAt(from - 1))) from--;
    return {text: source.slice(from, end), whole: end - from < most};
  }).slice(-neighbours);
}

function tokensAfter(source: string, start: number): string[] {
  return nearest((most) => {
    let to = start;
    while (to < source.length && to - start < most && !isLineEnd(source.charCodeAt(to))) to++;
    return {text: source.slice(start, to), whole: to - start < most};
  }).slice(0, neighbours);
}

/** Tokens of a short stretch if it holds one more than is asked for, so that a cut one is not among those; else of a long one. */
function nearest(stretch: (most: number) => {text: string; whole: boolean}): string[] {
  const {text, whole} = stretch(shortReach);
  const tokens = text.match(token) ?? [];
  return whole || tokens.length > neighbours ? tokens : (stretch(reach).text.match(token) ?? []);
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
    low ^= byte;
    // Times 0x100000001b3, which is 2^40 + 0x1b3, in halves and, for the carry, quarters.
    const first = (low & 0xffff) * 0x1b3;
    const second = (low >>> 16) * 0x1b3 + (first >>> 16);
    high = (Math.imul(high, 0x1b3) + (second >>> 16) + (low << 8)) | 0;
    low = (second << 16) | (first & 0xffff);
  };
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    step(unit & 0xff);
    step(unit >> 8);
  }
  return hex(high) + hex(low);
}

const hex = (x: number): string => (x >>> 0).toString(16).padStart(8, '0');
