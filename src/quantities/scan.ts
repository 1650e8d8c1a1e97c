import {attach} from './attach.js';
import {type Draft, draft, times} from './draft.js';
import type {Figure} from './figures.js';
import {readNumberWords} from './number-words.js';
import {PieceWalk} from './piece-walk.js';
import {entryValue, isLetter, noEntries, type Piece, piecesOf} from './pieces.js';
import type {Quantities, Quantity, QuantityWord} from './quantity.js';
import {romanValue} from './roman.js';
import {currencyCodes, currencySigns} from './signs.js';
import type {Entry, QuantityTable} from './table.js';

/**
 * Finds the numbers, dates, amounts of money and measures in a stretch of text, in time linear in its length: the same
 * function for the source and for the translation.
 *
 * @param table of the language of the text
 */
export function quantitiesOf(text: string, start: number, end: number, table: QuantityTable): Quantities {
  const walk = new PieceWalk(text, piecesOf(text, start, end, table), table);
  return new Reader(walk).read();
}

class Reader {
  private readonly items: Draft[] = [];
  private readonly words: QuantityWord[] = [];

  private readonly text: string;
  private readonly pieces: readonly Piece[];
  private readonly table: QuantityTable;

  constructor(private readonly walk: PieceWalk) {
    this.text = walk.text;
    this.pieces = walk.pieces;
    this.table = walk.table;
  }

  read(): Quantities {
    const {pieces} = this;
    for (let i = 0; i < pieces.length; ) i = this.step(i);
    return {items: this.items as Quantity[], words: this.words};
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
    const long = this.walk.longer(i);
    if (long) return this.tell(long.entries, piece, long.end, long.index);
    if (piece.capital) {
      const raw = this.text.slice(piece.start, piece.end);
      const codes = raw.length === 3 ? currencyCodes.get(raw) : undefined;
      if (codes) this.words.push({start: piece.start, end: piece.end, kind: 'currency', values: codes});
      else {
        const value = romanValue(raw);
        if (value !== undefined) this.items.push(draft(piece, 'ordinal', [value], {soft: true}));
      }
    }
    return i + 1;
  }

  private word(i: number, piece: Piece): number {
    const long = this.walk.longer(i);
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
    if (
      figure.plain &&
      digits === 4 &&
      values[0] !== undefined &&
      values[0] >= 1000 &&
      values[0] < 2100 &&
      !(
        this.table.language === 'en' &&
        comparing.test(this.text.slice(Math.max(0, piece.start - 16), piece.start))
      )
    )
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
    const {value, parts, last, isScaled} = readNumberWords(this.walk, i);
    const made = draft(first, 'number', [value], {});
    made.end = (this.pieces[last] as Piece).end;
    if (value === 1 && last === i) made.soft = true;
    if (last > i)
      for (const part of parts)
        if (part !== value) this.items.push(draft(first, 'number', [part], {soft: true}));
    return this.finish(last, made, last > i && isScaled);
  }

  /** A scale word: `million` behind nothing, `hundreds of thousands`. */
  private scale(i: number, value: number, piece: Piece): number {
    // Hausa and Swahili put the number behind it: `dubu 30`, `biliyan 4`.
    const behind = this.pieces[i + 1];
    if (
      scaleFirst.has(this.table.language) &&
      behind?.figure &&
      behind.figure.values.length > 0 &&
      this.walk.near(i) &&
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
    let k = this.walk.next(last);
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
        k = this.walk.next(last);
      }
    }
    // `3 billion 400 million`, `hundreds of thousands` are read as two: each is compared by itself.
    last = attach(this.walk, last, made, this.words[this.words.length - 1], this.items);
    this.items.push(made);
    return last + 1;
  }
}

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
/** What stands before an amount and not before a year: “more than 2000 people”. */
const comparing =
  /\b(?:(?:more|less|fewer|further|better|greater) than|over|nearly|almost|at least|up to|some|only|roughly|approximately)\s$/i;
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
