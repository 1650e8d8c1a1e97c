import {Feature} from './tokens.js';

const ascii = new Uint32Array(128);
for (const [characters, feature] of [
  ['[]', Feature.SquareBracket],
  ['{}', Feature.Brace],
  ['<>', Feature.Angle],
  ['%', Feature.Percent],
  ['&', Feature.Ampersand],
  ['@', Feature.At],
  ['_', Feature.Underscore],
  ['*', Feature.Asterisk],
  ['`', Feature.Backtick | Feature.StraightApostrophe],
  ['#', Feature.Hash],
  ['/\\', Feature.Slash],
  ['"', Feature.StraightQuote],
  ["'", Feature.StraightApostrophe],
  ['()', Feature.Parenthesis],
  ['$', Feature.Currency],
  ['|', Feature.Pipe],
] as const) {
  for (const character of characters) ascii[character.charCodeAt(0)] = feature;
}
for (let code = 0; code < 32; code++) ascii[code] = Feature.Invisible;
ascii[127] = Feature.Invisible;

/** The {@link Feature} bits of a mark. */
export function markFeatures(code: number): number {
  if (code < 128) return ascii[code] as number;
  if (code >= 0x2010 && code <= 0x2015) return Feature.Dash;
  switch (code) {
    case 0x2018:
    case 0x2019:
      return Feature.CurlyApostrophe;
    case 0x201c:
    case 0x201d:
      return Feature.CurlyQuote;
    case 0x201a:
    case 0x201b:
    case 0x201e:
    case 0x201f:
    case 0xab:
    case 0xbb:
    case 0x2039:
    case 0x203a:
      return Feature.ForeignQuote;
    case 0x2026:
      return Feature.Dash;
    case 0xfffd:
      return Feature.Replacement;
    case 0x2047:
    case 0x2581:
    case 0x27e6:
      return Feature.TranslationMark;
    case 0xfeff:
    case 0x200b:
      return Feature.Invisible;
  }
  if (code >= 0x300a && code <= 0x300f) return Feature.ForeignQuote;
  if ((code >= 0x80 && code <= 0x9f) || (code >= 0xe000 && code <= 0xf8ff)) return Feature.Replacement;
  if (
    (code >= 0x200e && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f)
  ) {
    return Feature.Invisible;
  }
  // Letters read in the wrong encoding leave these among others: â€™, Ã©, Ð¿.
  if (code >= 0xa1 && code <= 0xbf) return Feature.Replacement | (code <= 0xa5 ? Feature.Currency : 0);
  if (code >= 0x20a0 && code <= 0x20cf) return Feature.Currency;
  if ((code >= 0xff01 && code <= 0xff60) || code === 0x3001 || code === 0x3002) return Feature.FullWidth;
  return 0;
}

/** The {@link Feature} bits of a word outside ASCII, from its script bits (`1 << script`). */
export function wordFeatures(scripts: number): number {
  return (
    (scripts & 2 ? Feature.LatinDiacritic : 0) |
    (scripts & 4 ? Feature.Cyrillic : 0) |
    (scripts & 8 ? Feature.Greek : 0) |
    (scripts & 16 ? Feature.OtherScript : 0)
  );
}
