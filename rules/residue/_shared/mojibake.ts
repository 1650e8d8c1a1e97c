/** What Windows-1252 shows for the bytes 0x80 to 0x9F; the other bytes are their own code points. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const continuation = `[\\u0080-\\u00bf${[...windows1252].join('')}]`;

/** Runs of UTF-8 sequences of two to four bytes that were read as Windows-1252. */
export const misreadUtf8 = new RegExp(
  `(?:[\\u00c2-\\u00df]${continuation}|[\\u00e0-\\u00ef]${continuation}{2}|[\\u00f0-\\u00f4]${continuation}{3})+`,
  'g',
);

/** UTF-8 Cyrillic that was read as Windows-1251: a capital Er or Es before each letter, with what never follows it. */
export const misreadCyrillic =
  /(?:[РС][\u0400-\u040f\u0450-\u045f\u0490\u0491\u00a0-\u00bf‘’“”•–—™›‚„…†‡€‰‹]){3,}/g;

const quoteLike = /[‘’“”„…–—«»‹›]/;

/** The text that a run of {@link misreadUtf8} was before, or undefined where the run may be honest. */
export function decodeMisread(run: string, before: string, after: string): string | undefined {
  const bytes = new Uint8Array(run.length);
  for (let i = 0; i < run.length; i++) {
    const at = windows1252.indexOf(run[i]!);
    bytes[i] = at >= 0 ? 0x80 + at : run.charCodeAt(i);
  }
  const points = decodeUtf8(bytes);
  if (points === undefined) return undefined;
  if (points.length === 1 && !isCertain(run, before, after)) return undefined;
  const text = String.fromCodePoint(...points);
  return /^[\p{L}\p{M}\p{P}\p{S}\p{Z}\p{N}\p{Cf}]+$/u.test(text) ? text : undefined;
}

/**
 * One sequence alone may be a capital with a closing quotation mark (`CAFÉ’S`), so it needs a neighbour or a shape
 * that no language writes.
 */
function isCertain(run: string, before: string, after: string): boolean {
  const lead = run.charCodeAt(0);
  if (run.length > 2) return lead === 0xe2 || run === 'ï»¿' || lead >= 0xf0;
  // Behind `ß` a German quotation ends, `„Spaß“`; what it would be, N’Ko, and its neighbours no news is written in.
  if (lead >= 0xdc) return false;
  if (quoteLike.test(run[1]!)) return /\p{Ll}/u.test(before);
  return lead === 0xc2 || lead === 0xc3 || /\p{Ll}/u.test(before) || /\p{Ll}/u.test(after);
}

/** Strict UTF-8 (RFC 3629): no overlong forms, no surrogates. */
function decodeUtf8(bytes: Uint8Array): number[] | undefined {
  const points: number[] = [];
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i]!;
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    let point = lead & (0xff >> (length + 1));
    for (let k = 1; k < length; k++) {
      const next = bytes[i + k];
      if (next === undefined || (next & 0xc0) !== 0x80) return undefined;
      point = (point << 6) | (next & 0x3f);
    }
    const least = length === 4 ? 0x10000 : length === 3 ? 0x800 : 0x80;
    if (point < least || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return undefined;
    points.push(point);
    i += length;
  }
  return points;
}
