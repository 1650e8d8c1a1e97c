/** What a UTF-16 code unit is to the tokenizer: the low bits of {@link classOf}. */
export const CharClass = {
  Unknown: 0,
  Space: 1,
  Lower: 2,
  Upper: 3,
  /** A letter without case. */
  Caseless: 4,
  Digit: 5,
  /** Goes on with a word but begins none: combining marks, soft hyphen, zero width joiners. */
  Extend: 6,
  Mark: 7,
} as const;

/** Script bits of {@link classOf}, set for letters. */
export const Script = {Latin: 8, Cyrillic: 16, Greek: 24, Other: 32, mask: 56} as const;

const letter = /\p{L}/u;
const mark = /\p{M}/u;
const digit = /\p{Nd}/u;
const space = /\s/u;

function scriptOf(code: number): number {
  if (code < 0x250 || (code >= 0x1e00 && code < 0x1f00) || (code >= 0x2c60 && code < 0x2c80))
    return Script.Latin;
  if ((code >= 0xa720 && code < 0xa800) || (code >= 0xff21 && code <= 0xff5a) || code < 0x2b0)
    return Script.Latin;
  if (code < 0x300) return Script.Latin; // modifier letters: apostrophe-like signs of romanizations
  if (code >= 0x370 && code < 0x400) return Script.Greek;
  if (code >= 0x1f00 && code < 0x2000) return Script.Greek;
  if (
    (code >= 0x400 && code < 0x530) ||
    (code >= 0x1c80 && code < 0x1c90) ||
    (code >= 0xa640 && code < 0xa6a0)
  ) {
    return Script.Cyrillic;
  }
  return Script.Other;
}

function classify(code: number, text: string): number {
  if (code === 0xad || code === 0x200c || code === 0x200d) return CharClass.Extend;
  if (code === 0xfeff || code === 0x200b) return CharClass.Mark;
  if (space.test(text)) return CharClass.Space;
  if (letter.test(text)) {
    const lower = text.toLowerCase();
    const upper = text.toUpperCase();
    const script = scriptOf(code);
    if (lower === upper) return CharClass.Caseless | script;
    return (text === lower ? CharClass.Lower : CharClass.Upper) | script;
  }
  if (mark.test(text)) return CharClass.Extend;
  if (digit.test(text)) return CharClass.Digit;
  return CharClass.Mark;
}

/** A memo of a pure function: each code unit is classified when it is first met. */
const classes = new Uint8Array(0x10000);

/** {@link CharClass} and, for letters, {@link Script} of a code unit. Surrogates are marks here; see {@link classOfPair}. */
export function classOf(code: number): number {
  const known = classes[code] as number;
  if (known !== 0) return known;
  const made = code >= 0xd800 && code <= 0xdfff ? CharClass.Mark : classify(code, String.fromCharCode(code));
  classes[code] = made;
  return made;
}

/** The class of a code point above U+FFFF. */
export function classOfPair(point: number): number {
  return classify(0xffff, String.fromCodePoint(point));
}
