import {type Draft, draft} from './draft.js';
import type {PieceWalk} from './piece-walk.js';
import {isPlainWord, type Piece} from './pieces.js';
import type {QuantityWord} from './quantity.js';
import {currencyCodes, currencySigns, hanUnits, unitSigns} from './signs.js';

/**
 * Takes in the unit or the currency on either side of a number, whose last piece is `i`, and what they make of it; returns
 * its last piece with them. A month that is a number of its own goes to `items`.
 */
export function attach(
  walk: PieceWalk,
  i: number,
  made: Draft,
  before: QuantityWord | undefined,
  items: Draft[],
): number {
  const {pieces, text} = walk;
  // A currency before it: `$5`, `EUR 5`, `US$ 5`.
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
  let k = walk.next(last);
  if (k < 0) return last;
  // `62-jähriger`, `5-го`: an ending behind a hyphen, then the unit.
  const piece = pieces[k] as Piece;
  if (text[piece.start - 1] === '-' && piece.entries.length === 0 && piece.word.length <= 3 && walk.near(k))
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
      setMoney(made, money, word);
      return k;
    }
    const han = hanUnits[word.word];
    if (han) {
      setDate(made, han, word, items);
      return k;
    }
    const long = walk.longer(k);
    const entries = long?.entries ?? word.entries;
    const unit = entries.find(({kind}) => kind === 'u');
    const currency = entries.find(({kind}) => kind === 'c');
    const end = long?.end ?? word.end;
    if (currency) {
      setMoney(
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
      // “2000 years” is no year; other languages put the word behind a year.
      if (made.figure && (unit.name !== 'year' || (walk.table.language === 'en' && word.word.endsWith('s'))))
        made.year = false;
      return long ? long.index - 1 : k;
    }
    // One word may stand between: `5 million US dollars`, `62 long years`.
    last = i;
    if (tries === 0 && entries.length === 0 && isPlainWord(word)) made.open = true;
    if (entries.length > 0 || !isPlainWord(word) || !walk.near(k)) return last;
    k++;
  }
  return last;
}

function setMoney(made: Draft, kinds: readonly string[], {start, end}: {start: number; end: number}): void {
  made.currencies = kinds;
  made.currencyStart = start;
  made.currencyEnd = end;
  made.year = false;
}

/** `10月`, `24日`, `2016年`: a date or a measure of time. */
function setDate(made: Draft, unit: string, word: Piece, items: Draft[]): void {
  // `分` and `点` are points of a score, too.
  if (unit === 'year' || unit === 'month' || unit === 'second') {
    made.unit = unit;
    made.unitStart = word.start;
    made.unitEnd = word.end;
  }
  const [value] = made.values;
  if (unit === 'month' && value !== undefined && value >= 1 && value <= 12) {
    made.soft = true;
    items.push(draft(made, 'month', [value], {figure: made.figure}));
  } else if (unit === 'day') made.day = true;
  else if (unit === 'year' && value !== undefined && value >= 1000 && value < 2200) made.year = true;
  else if (unit === 'hour') made.time = {hour: value ?? 0, minute: 0};
}
