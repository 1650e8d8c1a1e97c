import {digitAt, type Figure, readFigure} from './figures.js';
import {foldWord} from './fold.js';
import {readHan} from './han.js';
import type {ClockTime, Quantities, Quantity, QuantityKind, QuantityWord} from './quantity.js';
import {currencyCodes, currencySigns, hanUnits, joiners, unitSigns} from './signs.js';
import type {Entry, QuantityTable} from './table.js';

/** A piece of the text: a number in figures, a word with what it may be, or a sign. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly entries: readonly Entry[];
  readonly figure?: Figure;
  /** A number of Chinese, Japanese or Korean. */
  readonly han?: readonly number[];
  readonly bare?: boolean;
  /** Begins with a capital letter. */
  readonly capital: boolean;
}

const noEntries: readonly Entry[] = [];
const isLetter = /[\p{L}\p{M}]/u;
const romanNumeral = /^(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})$/;

/** Marks of a word's inside, so that `l’an` is two words and `62-year-old` three. */
function isWordCode(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba || code === 0xad;
  if (code < 0x250) return code !== 0xd7 && code !== 0xf7;
  if (code >= 0x2000 && code < 0x2070) return code === 0x200c || code === 0x200d;
  if (code >= 0x3000 && code < 0x3040) return code === 0x3005 || code === 0x3007;
  return isLetter.test(String.fromCharCode(code));
}

const isHan = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;
const isKana = (code: number): boolean => code >= 0x3040 && code <= 0x30ff;
const isHangul = (code: number): boolean => code >= 0xac00 && code <= 0xd7a3;
const isThai = (code: number): boolean => code >= 0xe00 && code < 0xe80;

/** Cuts a stretch of text into pieces. */
function piecesOf(text: string, start: number, end: number, table: QuantityTable): Piece[] {
  const out: Piece[] = [];
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 32) {
      at++;
      continue;
    }
    if (digitAt(text, at) >= 0) {
      const han = table.joined || table.language === 'ko' ? readHan(text, at, end) : undefined;
      if (han?.spelled) {
        out.push({start: at, end: han.end, word: '', entries: noEntries, han: han.values, capital: false});
        at = han.end;
      } else {
        const figure = readFigure(text, at, end, table.decimal);
        out.push({start: at, end: figure.end, word: '', entries: noEntries, figure, capital: false});
        at = figure.end;
      }
      continue;
    }
    if (isHan(code) || isKana(code) || isThai(code) || (table.joined && (code === 0xff08 || code === 0x28))) {
      at = joinedPiece(text, at, end, table, out);
      continue;
    }
    if (isWordCode(code)) {
      let to = at + 1;
      while (to < end) {
        const next = text.charCodeAt(to);
        if (!isWordCode(next) || isHan(next) || isKana(next)) break;
        to++;
      }
      if (isHangul(code)) hangulPiece(text, at, to, table, out);
      else {
        const word = foldWord(text.slice(at, to));
        const first = text[at] as string;
        out.push({
          start: at,
          end: to,
          word,
          entries: table.find(word),
          capital: first !== first.toLowerCase(),
        });
      }
      at = to;
      continue;
    }
    out.push({start: at, end: at + 1, word: text[at] as string, entries: noEntries, capital: false});
    at++;
  }
  return out;
}

/** In a script without spaces: a number, a word of the table, or one character of no interest. */
function joinedPiece(text: string, at: number, end: number, table: QuantityTable, out: Piece[]): number {
  const word = table.longestAt(text, at, end);
  const han = isHan(text.charCodeAt(at)) ? readHan(text, at, end) : undefined;
  const numeral = han?.spelled === true && readHan(text, at, at + 1) !== undefined;
  const date =
    !numeral && word?.entries.some(({kind}) => kind === 'd' || kind === 'u' || kind === 'c' || kind === 'f');
  if (han?.spelled && !(date && word && word.length >= han.end - at)) {
    out.push({
      start: at,
      end: han.end,
      word: '',
      entries: noEntries,
      han: han.values,
      bare: han.bare,
      capital: false,
    });
    return han.end;
  }
  if (word && date) {
    out.push(tablePiece(text, at, word));
    return at + word.length;
  }
  out.push({start: at, end: at + 1, word: text[at] as string, entries: noEntries, capital: false});
  return at + 1;
}

/** A word that the table has, where no space ends it. */
function tablePiece(
  text: string,
  at: number,
  {length, entries}: Pick<Piece, 'entries'> & {length: number},
): Piece {
  return {start: at, end: at + length, word: text.slice(at, at + length), entries, capital: false};
}

/** Korean writes particles at the end of words, and counters behind figures. */
function hangulPiece(text: string, at: number, to: number, table: QuantityTable, out: Piece[]): void {
  const last = out[out.length - 1];
  const behindNumber =
    last !== undefined && last.end === at && (last.figure !== undefined || last.han !== undefined);
  const word = table.longestAt(text, at, to);
  const whole = word?.length === to - at;
  const dated =
    word !== undefined && word.length > 1 && word.entries.some(({kind}) => kind !== 'c' && kind !== 'u');
  if (word && (behindNumber || whole || dated)) {
    out.push(tablePiece(text, at, word));
    return;
  }
  out.push({start: at, end: to, word: text.slice(at, to), entries: noEntries, capital: false});
}

/** A quantity that is being read. */
interface Draft {
  start: number;
  end: number;
  kind: QuantityKind;
  values: number[];
  figure: boolean;
  soft: boolean;
  year: boolean;
  day: boolean;
  attached: boolean;
  open: boolean;
  mantissa?: number;
  time?: ClockTime;
  unit?: string;
  unitStart?: number;
  unitEnd?: number;
  currencies?: readonly string[];
  currencyStart?: number;
  currencyEnd?: number;
}

/**
 * Finds the numbers, dates, amounts of money and measures in a stretch of text, in time linear in its length: the same
 * function for the source and for the translation.
 *
 * @param table of the language of the text
 */
export function quantitiesOf(text: string, start: number, end: number, table: QuantityTable): Quantities {
  const pieces = piecesOf(text, start, end, table);
  const reader = new Reader(text, pieces, table);
  return reader.read();
}

class Reader {
  private readonly items: Draft[] = [];
  private readonly words: QuantityWord[] = [];

  constructor(
    private readonly text: string,
    private readonly pieces: readonly Piece[],
    private readonly table: QuantityTable,
  ) {}

  read(): Quantities {
    const {pieces} = this;
    for (let i = 0; i < pieces.length; ) i = this.step(i);
    return {items: this.items as Quantity[], words: this.words};
  }

  /** Whether nothing but a space or a hyphen is between two pieces. */
  private near(i: number): boolean {
    const a = this.pieces[i];
    const b = this.pieces[i + 1];
    if (!a || !b) return false;
    const gap = b.start - a.end;
    return gap === 0 || (gap === 1 && isGap(this.text.charCodeAt(a.end)));
  }

  /** The next piece of a kind that a hyphen may stand before; its index, or -1. */
  private next(i: number): number {
    if (!this.near(i)) return -1;
    const next = this.pieces[i + 1] as Piece;
    if (
      (next.word === '-' || next.word === '‐' || next.word === '-' || next.word === '־') &&
      this.near(i + 1)
    )
      return i + 2;
    return i + 1;
  }

  private step(i: number): number {
    const piece = this.pieces[i] as Piece;
    if (piece.figure) return this.figure(i, piece.figure);
    if (piece.han) {
      // One numeral by itself is part of a word more often than a number: `一`, `五輪`.
      const lone =
        piece.end - piece.start === 1 &&
        !counters.has(this.pieces[i + 1]?.word ?? '') &&
        this.pieces[i + 1]?.entries.length === 0;
      return this.finish(i, draft(piece, 'number', [...piece.han], {soft: piece.bare === true || lone}));
    }
    const signs = currencySigns[piece.word];
    if (signs) {
      this.words.push({start: piece.start, end: piece.end, kind: 'currency', values: signs});
      return i + 1;
    }
    if (piece.entries === noEntries || piece.entries.length === 0) return this.unknown(i, piece);
    return this.word(i, piece);
  }

  private unknown(i: number, piece: Piece): number {
    const long = this.longer(i);
    if (long) return this.tell(long.entries, piece, long.end, long.index);
    if (piece.capital) {
      const raw = this.text.slice(piece.start, piece.end);
      const codes = raw.length === 3 ? currencyCodes.get(raw) : undefined;
      if (codes) this.words.push({start: piece.start, end: piece.end, kind: 'currency', values: codes});
      else if (raw.length <= 5 && romanNumeral.test(raw) && raw !== 'I') {
        const value = roman(raw);
        this.items.push(draft(piece, 'ordinal', [value], {soft: true}));
      }
    }
    return i + 1;
  }

  /** `квадратных километров`, `per cent`: the longest form of several words that begins here. */
  private longer(i: number): {entries: readonly Entry[]; end: number; index: number} | undefined {
    const piece = this.pieces[i] as Piece;
    const list = this.table.continuations(piece.word);
    if (!list) return undefined;
    for (const {rest, entries} of list) {
      let k = i;
      let fits = true;
      for (const word of rest) {
        if (!this.near(k) || (this.pieces[k + 1] as Piece).word !== word) {
          fits = false;
          break;
        }
        k++;
      }
      if (fits) return {entries, end: (this.pieces[k] as Piece).end, index: k + 1};
    }
    return undefined;
  }

  private word(i: number, piece: Piece): number {
    const long = this.longer(i);
    if (long) return this.tell(long.entries, piece, long.end, long.index);
    return this.tell(piece.entries, piece, piece.end, i + 1);
  }

  private tell(entries: readonly Entry[], piece: Piece, end: number, next: number): number {
    for (const {kind, value, name} of entries) {
      switch (kind) {
        case 'n':
          if (end === piece.end) return this.number(next - 1);
          return this.finish(next - 1, {...draft(piece, 'number', [value], {}), end});
        case 's':
          return this.scale(next - 1, value, {...piece, end});
        case 'f':
          this.items.push({...draft(piece, 'number', [value], {soft: true}), end});
          return next;
        case 'o':
          if (entries.some((e) => e.kind === 'u') && this.behindNumber(next - 1)) continue;
          return this.finish(next - 1, {...draft(piece, 'ordinal', [value], {}), end});
        case 'm':
          if (this.table.language === 'en' && !piece.capital) continue;
          this.items.push({...draft(piece, 'month', [value], {}), end});
          return next;
        case 'a':
          if (!this.besideFigure(next - 1)) continue;
          this.items.push({...draft(piece, 'month', [value], {}), end});
          return next;
        case 'd':
          if (this.table.language === 'en' && !piece.capital) continue;
          this.items.push({...draft(piece, 'weekday', [value], {}), end});
          return next;
        case 'c':
          this.words.push({start: piece.start, end, kind: 'currency', values: [name]});
          return next;
        case 'u':
          this.words.push({start: piece.start, end, kind: 'unit', values: [name]});
          return next;
        default:
      }
    }
    return next;
  }

  private behindNumber(i: number): boolean {
    const last = this.items[this.items.length - 1];
    const piece = this.pieces[i] as Piece;
    return last !== undefined && last.kind === 'number' && piece.start - last.end <= 2;
  }

  private besideFigure(i: number): boolean {
    const before = this.pieces[i - 1];
    const dot = this.pieces[i + 1]?.word === '.' ? 1 : 0;
    const after = this.pieces[i + 1 + dot];
    const beforeDot = before?.word === '.' ? this.pieces[i - 2] : before;
    return beforeDot?.figure !== undefined || after?.figure !== undefined;
  }

  private figure(i: number, figure: Figure): number {
    const piece = this.pieces[i] as Piece;
    const {parts, values, time, digits} = figure;
    if (parts && values.length === 0) {
      // A date in figures: its parts may be what the other side says, and the month is one of two.
      for (const part of parts) this.items.push(draft(piece, 'number', [part], {figure: true, soft: true}));
      for (const part of parts.slice(0, 2))
        if (part >= 1 && part <= 12)
          this.items.push(draft(piece, 'month', [part], {figure: true, soft: true}));
      return i + 1;
    }
    const made = draft(piece, 'number', [...values], {figure: true});
    if (time) made.time = time;
    const next = this.pieces[i + 1];
    if (
      next &&
      next.start === piece.end &&
      /^(?:st|nd|rd|th)$/.test(next.word) &&
      this.table.language === 'en'
    ) {
      made.kind = 'ordinal';
      made.end = next.end;
      return this.finish(i + 1, made);
    }
    const before = this.text[piece.start - 1];
    if (
      before !== undefined &&
      (before === '-' || before === '‑') &&
      isLetter.test(this.text[piece.start - 2] ?? '')
    )
      made.attached = true;
    const vulgar = next && next.start === piece.end ? vulgarFractions[next.word] : undefined;
    if (vulgar !== undefined) {
      made.values = made.values.map((v) => v + vulgar);
      made.end = next?.end ?? made.end;
      return this.finish(i + 1, made);
    }
    const mixed = /^[ \u00a0]([1-9])\/([2-9])(?![\d/])/.exec(this.text.slice(piece.end, piece.end + 6));
    if (mixed && figure.plain && this.pieces[i + 3]?.figure) {
      made.values = made.values.map((v) => v + Number(mixed[1]) / Number(mixed[2]));
      made.end = (this.pieces[i + 3] as Piece).end;
      return this.finish(i + 3, made);
    }
    // `1/2`: parts of a fraction claim nothing.
    if (next?.word === '/' || before === '/') made.soft = true;
    const half = /^ ?([ap])\.?m\b/i.exec(this.text.slice(piece.end, piece.end + 6));
    const hour = made.time?.hour ?? values[0] ?? 99;
    if (half && hour <= 12)
      made.time = {
        hour: (hour % 12) + (half[1]?.toLowerCase() === 'p' ? 12 : 0),
        minute: made.time?.minute ?? 0,
      };
    if (figure.plain && digits === 4 && values[0] !== undefined && values[0] >= 1000 && values[0] < 2100)
      made.year = true;
    const decimalPoint = this.table.decimal === '.' || figure.digits > 4;
    if (parts && !time && !decimalPoint)
      for (const part of parts) this.items.push(draft(piece, 'number', [part], {figure: true, soft: true}));
    if (
      parts?.[1] !== undefined &&
      !decimalPoint &&
      parts.length === 2 &&
      !time?.minute &&
      parts[1] >= 1 &&
      parts[1] <= 12
    )
      this.items.push(draft(piece, 'month', [parts[1]], {figure: true, soft: true}));
    return this.finish(i, made);
  }

  /** A number in words, as far as it goes. */
  private number(i: number): number {
    const first = this.pieces[i] as Piece;
    const start = entryValue(first, 'n') as number;
    let total = 0;
    let current = start;
    let last = i;
    let lastScale = Number.POSITIVE_INFINITY;
    const parts = [start];
    for (;;) {
      let k = this.next(last);
      if (k < 0) break;
      let joined = false;
      if (
        joiners.has((this.pieces[k] as Piece).word) &&
        entryValue(this.pieces[k] as Piece, 'n') === undefined
      ) {
        if (!this.near(k)) break;
        k++;
        joined = true;
      }
      const piece = this.pieces[k] as Piece | undefined;
      if (!piece) break;
      const n = entryValue(piece, 'n');
      const s = entryValue(piece, 's');
      if (n !== undefined && s === undefined) {
        const fits =
          (current >= 20 && current % 10 === 0 && n < 10 && (current % 100 !== 0 || n < 100)) ||
          (current >= 100 && current % 100 === 0 && n < 100) ||
          (current === 0 && n < lastScale);
        if (!fits) break;
        // `three and four`: two numbers, unless a ten or a hundred goes before.
        if (joined && current === 0 && total < 1000) break;
        current += n;
        parts.push(n);
      } else if (s !== undefined && !joined) {
        if (s >= lastScale) break;
        if (s === 100) {
          if (current >= 100) break;
          current = (current === 0 ? 1 : current) * 100;
        } else {
          total += (current === 0 ? 1 : current) * s;
          current = 0;
          lastScale = s;
        }
      } else break;
      last = k;
    }
    const value = total + current;
    const made = draft(first, 'number', [value], {});
    made.end = (this.pieces[last] as Piece).end;
    if (value === 1 && last === i) made.soft = true;
    if (last > i)
      for (const part of parts)
        if (part !== value) this.items.push(draft(first, 'number', [part], {soft: true}));
    return this.finish(last, made, last > i && lastScale !== Number.POSITIVE_INFINITY);
  }

  /** A scale word: `million` behind nothing, `hundreds of thousands`. */
  private scale(i: number, value: number, piece: Piece): number {
    // Hausa and Swahili put the number behind it: `dubu 30`, `biliyan 4`.
    const behind = this.pieces[i + 1];
    if (
      scaleFirst.has(this.table.language) &&
      behind?.figure &&
      behind.figure.values.length > 0 &&
      this.near(i) &&
      behind.figure.values[0]! < 1000
    ) {
      const made = draft(
        {start: piece.start, end: behind.end},
        'number',
        behind.figure.values.map((v) => times(v, value)),
        {figure: true},
      );
      return this.finish(i + 1, made, true);
    }
    const before = this.pieces[i - 1];
    const article =
      before !== undefined && /^(?:a|an|one|ein|eine|einer|un|une|una|um|uma)$/.test(before.word);
    const made = draft(piece, article ? 'number' : 'scale', [value], {});
    return this.finish(i, made, true);
  }

  /** Takes in a scale word behind a number, then units and currencies on both sides of it. */
  private finish(i: number, made: Draft, scaled = false): number {
    let last = i;
    let k = this.next(last);
    if (made.kind === 'number' && !scaled) {
      const piece = k < 0 ? undefined : (this.pieces[k] as Piece);
      const scale =
        piece && (entryValue(piece, 's') ?? letterScale(piece, made, this.text, this.table.language));
      if (scale !== undefined && piece) {
        made.mantissa = made.values[0] ?? 0;
        made.values =
          piece.entries.length === 0 &&
          !made.currencies &&
          /^[MBK]$/.test(text(piece, this.text)) &&
          this.words[this.words.length - 1]?.end !== made.start
            ? [...made.values, ...made.values.map((v) => times(v, scale))]
            : made.values.map((v) => times(v, scale));
        made.year = false;
        delete made.time;
        made.end = piece.end;
        last = k;
        // `5 млн.`
        if (this.pieces[last + 1]?.word === '.' && this.pieces[last + 1]?.start === made.end) last++;
        k = this.next(last);
      }
    }
    // `3 billion 400 million`, `hundreds of thousands` are read as two: each is compared by itself.
    last = this.attach(last, made);
    this.items.push(made);
    return last + 1;
  }

  private attach(i: number, made: Draft): number {
    const {words, pieces, text} = this;
    // A currency before it: `$5`, `EUR 5`, `US$ 5`.
    const before = words[words.length - 1];
    if (
      before &&
      before.kind === 'currency' &&
      made.start - before.end <= 1 &&
      made.start >= before.end &&
      made.kind !== 'ordinal'
    ) {
      made.currencies = before.values;
      made.currencyStart = before.start;
      made.currencyEnd = before.end;
    }
    let last = i;
    let k = this.next(last);
    if (k < 0) return last;
    // `62-jähriger`, `5-го`: an ending behind a hyphen, then the unit.
    const piece = pieces[k] as Piece;
    if (text[piece.start - 1] === '-' && piece.entries.length === 0 && piece.word.length <= 3 && this.near(k))
      k++;
    for (let tries = 0; tries < 2 && k >= 0 && k < pieces.length; tries++) {
      const word = pieces[k] as Piece;
      const sign = unitSigns[word.word];
      if (sign) {
        made.unit = sign;
        made.unitStart = word.start;
        made.unitEnd = word.end;
        made.year = false;
        return k;
      }
      const money =
        currencySigns[word.word] ??
        (word.capital ? currencyCodes.get(text.slice(word.start, word.end)) : undefined);
      if (money) {
        this.money(made, money, word);
        return k;
      }
      const han = hanUnits[word.word];
      if (han && !word.entries.some(({kind}) => kind === 'u' && false)) {
        this.date(made, han, word);
        return k;
      }
      const long = this.longer(k);
      const entries = long?.entries ?? word.entries;
      const unit = entries.find(({kind}) => kind === 'u');
      const currency = entries.find(({kind}) => kind === 'c');
      const end = long?.end ?? word.end;
      if (currency && !(unit && this.table.language === 'en' && false)) {
        this.money(
          made,
          entries.filter(({kind}) => kind === 'c').map(({name}) => name),
          {start: word.start, end},
        );
        return long ? long.index - 1 : k;
      }
      if (unit) {
        made.unit = unit.name;
        made.unitStart = word.start;
        made.unitEnd = end;
        if (made.figure && unit.name !== 'year') made.year = false;
        return long ? long.index - 1 : k;
      }
      // One word may stand between: `5 million US dollars`, `62 long years`.
      last = i;
      if (tries === 0 && entries.length === 0 && isPlainWord(word)) made.open = true;
      if (entries.length > 0 || !isPlainWord(word) || !this.near(k)) return last;
      k++;
    }
    return last;
  }

  private money(made: Draft, kinds: readonly string[], {start, end}: {start: number; end: number}): void {
    made.currencies = kinds;
    made.currencyStart = start;
    made.currencyEnd = end;
    made.year = false;
  }

  /** `10月`, `24日`, `2016年`: a date or a measure of time. */
  private date(made: Draft, unit: string, word: Piece): void {
    // `分` and `点` are points of a score, too.
    if (unit === 'year' || unit === 'month' || unit === 'second') {
      made.unit = unit;
      made.unitStart = word.start;
      made.unitEnd = word.end;
    }
    const [value] = made.values;
    if (unit === 'month' && value !== undefined && value >= 1 && value <= 12) {
      made.soft = true;
      this.items.push(draft(made, 'month', [value], {figure: made.figure}));
    } else if (unit === 'day') made.day = true;
    else if (unit === 'year' && value !== undefined && value >= 1000 && value < 2200) made.year = true;
    else if (unit === 'hour') made.time = {hour: value ?? 0, minute: 0};
  }
}

function draft(
  {start, end}: {start: number; end: number},
  kind: QuantityKind,
  values: number[],
  {figure = false, soft = false}: {figure?: boolean; soft?: boolean},
): Draft {
  return {start, end, kind, values, figure, soft, year: false, day: false, attached: false, open: false};
}

function entryValue(piece: Piece, kind: 'n' | 's'): number | undefined {
  for (const entry of piece.entries) if (entry.kind === kind) return entry.value;
  return undefined;
}

const isGap = (code: number): boolean => code === 0x20 || code === 0xa0 || code === 0x202f || code === 0x2009;
const isPlainWord = ({word}: Piece): boolean => word.length >= 2 && isLetter.test(word);

/** `5bn`, `$2.3m`, `40k`. */
function letterScale(piece: Piece, made: Draft, text: string, language: string): number | undefined {
  if (!made.figure || piece.start !== made.end) return undefined;
  const raw = text.slice(piece.start, piece.end);
  if (raw === 'bn' || raw === 'bln' || raw === 'B') return 1e9;
  if (raw === 'mn' || raw === 'mln' || raw === 'M') return 1e6;
  if (raw === 'tn' || raw === 'trn') return 1e12;
  if (raw === 'K' || (raw === 'k' && language === 'en')) return 1e3;
  return raw === 'm' && made.start > 0 && currencySigns[text[made.start - 1] as string] ? 1e6 : undefined;
}

const text = ({start, end}: Piece, whole: string): string => whole.slice(start, end);
const scaleFirst = new Set(['ha', 'sw']);
const counters = new Set([
  ...'人名个個つ件回次本台位家歳岁年月日番号點点時时分秒社国カヶか枚軒戸只头条张支场届度倍成割月天週周',
]);
const vulgarFractions: Readonly<Record<string, number>> = {
  '½': 0.5,
  '¼': 0.25,
  '¾': 0.75,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
};

const times = (a: number, b: number): number => Math.round(a * b * 1e6) / 1e6;

const romanDigits: Readonly<Record<string, number>> = {I: 1, V: 5, X: 10};
function roman(numeral: string): number {
  let sum = 0;
  for (let i = 0; i < numeral.length; i++) {
    const value = romanDigits[numeral[i] as string] as number;
    const next = romanDigits[numeral[i + 1] as string] ?? 0;
    sum += value < next ? -value : value;
  }
  return sum;
}
