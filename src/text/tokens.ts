/** What a token is, as bits of {@link Tokens.flags}. Exactly one of Word, Number and Mark is set. */
export const TokenFlag = {
  /** Letters, with what may stand inside a word. */
  Word: 1,
  /** Begins with a digit. */
  Number: 2,
  /** One character that is neither. */
  Mark: 4,
  /** The first letter is a capital. */
  InitialCap: 1 << 3,
  /** Two letters or more, all of them capitals. */
  AllCaps: 1 << 4,
  /** A capital after a small letter, as in `McDonald`, `iPhone`. */
  InnerCap: 1 << 5,
  /** At least one letter outside ASCII. */
  NonAscii: 1 << 6,
  /** Letters of the Latin script. */
  Latin: 1 << 7,
  /** Letters of the Cyrillic script. */
  Cyrillic: 1 << 8,
  /** Letters of the Greek script. */
  Greek: 1 << 9,
  /** Letters of any script that is none of the three above. */
  OtherScript: 1 << 10,
  /** A digit inside a word (`G20`) or a letter inside a number (`14th`). */
  Alphanumeric: 1 << 11,
  /** First word of a sentence. */
  SentenceStart: 1 << 12,
  /** White space (or the block's start) stands right before. */
  SpaceBefore: 1 << 13,
  /** Ends with an apostrophe and s, or with an apostrophe. */
  Possessive: 1 << 14,
  /** An apostrophe inside: `don’t`, `O’Brien`, `Putin’s`. */
  Apostrophe: 1 << 15,
} as const;

/** Where a token stands, as bits of {@link Tokens.zones}. Rules stay silent or speak softer there. */
export const Zone = {
  /** An address of a page, or a domain. */
  Url: 1,
  /** An e-mail address. */
  Email: 2,
  /** `@name` or `#topic`. */
  Handle: 4,
  /** Code, and all else that is hidden from rules: one mark U+FFFC a stretch. */
  Code: 8,
  /** Inside a direct quotation. */
  Quotation: 16,
  /** Inside square brackets. */
  Bracket: 32,
  /** Inside round brackets. */
  Parenthesis: 64,
  /** The title of a work or the name of an organisation in quotation marks or emphasis. */
  Title: 128,
  /** Markup or data in the text, where none should be. */
  Debris: 256,
} as const;

/** Never prose: all rules but those of residue leave these alone. */
export const notProse = Zone.Url | Zone.Email | Zone.Handle | Zone.Code | Zone.Debris;

/** The code unit of the mark that stands for what is hidden from rules; a row of them is one token. */
export const objectCode = 0xfffc;

/**
 * The token table of a text: parallel arrays, one entry a token, made once. Offsets are UTF-16 offsets into the
 * prose. A word runs over letters, combining marks, digits after a letter, and apostrophes between letters; a hyphen
 * is a mark of its own. A number begins with a digit and runs over digits, separators between digits, and letters
 * after them. Everything else but white space is a mark of one character.
 */
export interface Tokens {
  /** How many there are. */
  readonly count: number;
  /** Where each begins. */
  readonly starts: Uint32Array;
  /** Where each ends. */
  readonly ends: Uint32Array;
  /** Bits of {@link TokenFlag}. */
  readonly flags: Uint16Array;
  /** Bits of {@link Zone}. */
  readonly zones: Uint16Array;
  /** Of each word and number the hash that {@link hashOf} gives; of a mark, its UTF-16 code unit. */
  readonly hashes: Uint32Array;
  /** Which block a token is in: an index into `Article.blocks`. */
  readonly blocks: Uint32Array;
}

/** The sentences of a text as ranges of tokens: sentence `i` is the tokens `first[i]` to `last[i]`, both included. */
export interface Sentences {
  /** How many there are. */
  readonly count: number;
  /** Index of the first token of each. */
  readonly first: Uint32Array;
  /** Index of the last token of each, included. */
  readonly last: Uint32Array;
  /** Which block a sentence is in. */
  readonly blocks: Uint32Array;
}

/** Kinds of characters that occur anywhere in a text, so that a rule can leave at once when it has nothing to do. */
export const Feature = {
  /** `[` or `]`. */
  SquareBracket: 1,
  /** `{` or `}`. */
  Brace: 2,
  /** `<` or `>`. */
  Angle: 4,
  /** `%`. */
  Percent: 8,
  /** `&`. */
  Ampersand: 16,
  /** `@`. */
  At: 32,
  /** `_`. */
  Underscore: 64,
  /** `*`. */
  Asterisk: 128,
  /** The grave accent that Markdown uses. */
  Backtick: 256,
  /** `#`. */
  Hash: 512,
  /** A slash or backslash. */
  Slash: 1024,
  /** `"`. */
  StraightQuote: 2048,
  /** “ or ”. */
  CurlyQuote: 4096,
  /** „ ‚ « » ‹ › and CJK quotation marks. */
  ForeignQuote: 8192,
  /** ASCII ' and ` between or beside letters, ’ ‘. */
  StraightApostrophe: 1 << 14,
  /** ’ or ‘. */
  CurlyApostrophe: 1 << 15,
  /** A Latin letter outside ASCII. */
  LatinDiacritic: 1 << 16,
  /** A Cyrillic letter. */
  Cyrillic: 1 << 17,
  /** A Greek letter. */
  Greek: 1 << 18,
  /** A letter of any other script but Latin. */
  OtherScript: 1 << 19,
  /** U+FFFD, C1 controls, private use, and pairs that mojibake makes. */
  Replacement: 1 << 20,
  /** Zero width, soft hyphen, bidi marks, BOM in the text, controls, no-break space. */
  Invisible: 1 << 21,
  /** A digit. */
  Digit: 1 << 22,
  /** `(` or `)`. */
  Parenthesis: 1 << 23,
  /** En and em dash, ellipsis character. */
  Dash: 1 << 24,
  /** Two spaces in a row. */
  DoubleSpace: 1 << 25,
  /** A currency sign. */
  Currency: 1 << 26,
  /** `|`. */
  Pipe: 1 << 27,
  /** Half of a surrogate pair without the other. */
  LoneSurrogate: 1 << 28,
  /** ▁ ⁇ ⟦, which translation software writes. */
  TranslationMark: 1 << 29,
  /** Marks of Chinese and Japanese in the width of a letter: ， 。 （. */
  FullWidth: 1 << 30,
} as const;

/** Everything that the rules ask of a text, made once by `indexText`. */
export interface TextIndex {
  /** As in the article. */
  readonly prose: string;
  /** The token table. */
  readonly tokens: Tokens;
  /** Sentences as ranges of tokens. */
  readonly sentences: Sentences;
  /** For each block the index of its first token, and at `[blocks]` the token count: block `b` is `blockFirst[b]` up to `blockFirst[b + 1] - 1`. */
  readonly blockFirst: Uint32Array;
  /** For each block the index of its first sentence; closed like {@link blockFirst}. */
  readonly blockFirstSentence: Uint32Array;
  /** Bits of {@link Feature}. */
  readonly features: number;
  /** False: no word or number of the text has this hash. True: one very likely has. */
  mayHold(hash: number): boolean;
  /** Words and numbers. */
  readonly words: number;
  /** The text of token `i`. */
  token(i: number): string;
}
