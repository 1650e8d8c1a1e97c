/** A time of day. */
export interface ClockTime {
  /** 0 to 24. */
  readonly hour: number;
  readonly minute: number;
}

/** What a quantity is. */
export type QuantityKind =
  /** A cardinal number, in figures or words, its scale word taken in: `20.4 million`, `一万六七千`. */
  | 'number'
  /** `14th`, `вторая`. */
  | 'ordinal'
  /** A scale word that no number goes before: `millions`, `dozens`. */
  | 'scale'
  /** A month by its name or number; its value is 1 to 12. */
  | 'month'
  /** A day of the week, 1 for Monday to 7. */
  | 'weekday';

/** One number, date part or amount of a text. Offsets are UTF-16 offsets into the text that was read. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly kind: QuantityKind;
  /** Every value that it may be read as; `1.234` is 1234 and 1.234. A range that is one word has both its ends. */
  readonly values: readonly number[];
  /** Of a number with a scale word: the number without it. */
  readonly mantissa?: number;
  /** Joined to a word by a hyphen, as in `COVID-19`: part of a name. */
  readonly attached: boolean;
  /** A word follows that no table knows: it may be a scale or a unit. */
  readonly open: boolean;
  /** Written in figures. */
  readonly figure: boolean;
  /** Supports what the other side says, but claims nothing: `both`, `a pair`, Roman numerals, parts of a number. */
  readonly soft: boolean;
  /** Four figures, or the word beside them, make it a year. */
  readonly year: boolean;
  /** Beside a month: the day. */
  readonly day: boolean;
  readonly time?: ClockTime;
  /** Of a measure: an id of `measures.ts`. */
  readonly unit?: string;
  readonly unitStart?: number;
  readonly unitEnd?: number;
  /** Of money: the kind of currency, `dollar`, `crown`. More than one where a sign is of several. */
  readonly currencies?: readonly string[];
  readonly currencyStart?: number;
  readonly currencyEnd?: number;
}

/** A word of a currency or a unit, with or without a number. */
export interface QuantityWord {
  readonly start: number;
  readonly end: number;
  readonly kind: 'currency' | 'unit';
  readonly values: readonly string[];
}

/** What a stretch of text says of numbers, dates, money and measures, in its order. */
export interface Quantities {
  readonly items: readonly Quantity[];
  readonly words: readonly QuantityWord[];
}
