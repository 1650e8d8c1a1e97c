import {digitAt, type Figure, readFigure} from './figures.js';
import {foldWord} from './fold.js';
import {readHan} from './han.js';
import type {Entry, QuantityTable} from './table.js';

/** A piece of the text: a number in figures, a word with what it may be, or a sign. */
export interface Piece {
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

export const noEntries: readonly Entry[] = [];
export const isLetter = /[\p{L}\p{M}]/u;

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
export function piecesOf(text: string, start: number, end: number, table: QuantityTable): Piece[] {
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

/** What stands behind a noun of Korean, as far as amounts have it. */
const particles =
  /^(?:을|를|이|가|은|는|의|에|에서|에게|로|으로|와|과|도|만|까지|부터|보다|이나|나|씩|짜리|어치|가량|정도|이상|이하|상당|규모)(?:의|에|로|은|는|이|가|을|를)?$/;

/** Korean writes particles at the end of words, and counters behind figures. */
function hangulPiece(text: string, at: number, to: number, table: QuantityTable, out: Piece[]): void {
  const last = out[out.length - 1];
  const behindNumber =
    last !== undefined && last.end === at && (last.figure !== undefined || last.han !== undefined);
  const word = table.longestAt(text, at, to);
  // `1월에`: a month behind a figure.
  if (behindNumber && text[at] === '월' && text[at + 1] !== '요') {
    out.push({start: at, end: at + 1, word: '월', entries: noEntries, capital: false});
    return;
  }
  const whole =
    word !== undefined &&
    (word.length === to - at || (word.length > 1 && particles.test(text.slice(at + word.length, to))));
  const dated =
    word !== undefined && word.length > 1 && word.entries.some(({kind}) => kind !== 'c' && kind !== 'u');
  if (word && (behindNumber || whole || dated)) {
    out.push(tablePiece(text, at, word));
    return;
  }
  out.push({start: at, end: to, word: text.slice(at, to), entries: noEntries, capital: false});
}

/** The value of a piece as a number word or as a scale word. */
export function entryValue(piece: Piece, kind: 'n' | 's'): number | undefined {
  for (const entry of piece.entries) if (entry.kind === kind) return entry.value;
  return undefined;
}

/** Letters, and more than one of them. */
export const isPlainWord = ({word}: Piece): boolean => word.length >= 2 && isLetter.test(word);
